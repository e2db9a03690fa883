//! What a drawing costs beside what may be spent, and what the order of works says of it
//! (国办发〔2020〕23号: basic works are all to be done, better ones where people want them). All costs
//! are estimates in whole yuan, and what the estate needs of basic works is not on the map: so nothing
//! is judged, and only a drawing that costs too much is told which of its works come last.

use crate::catalogue::Works;
use crate::text::Message;

use super::placed::Site;
use super::rule::{Answer, Rule};
use super::totals::Totals;
use super::{Finding, FindingId};

const SHARE: &str = "budget.share";
const ORDER: &str = "budget.order";

/// The rule.
pub(super) static BUDGET: Rule = Rule::whole("budget", &[SHARE, ORDER], look).needing(needs);

fn budget(site: &Site) -> Option<f64> {
    site.project
        .file
        .budget
        .filter(|yuan| yuan.is_finite() && *yuan > 0.0)
}

fn needs(site: &Site) -> Option<Message> {
    budget(site)
        .is_none()
        .then(|| Message::new("not-checked-no-budget"))
}

fn look(site: &Site, totals: &Totals) -> Answer {
    Answer {
        findings: [over(site, totals), order(site, totals)]
            .into_iter()
            .flatten()
            .collect(),
        ..Answer::default()
    }
}

/// How many yuan may be spent.
fn limit(site: &Site) -> Option<f64> {
    Some(budget(site)? * site.provision(SHARE)?.value / 100.0)
}

fn named(word: &str, finding: Finding, site: &Site) -> Finding {
    Finding {
        id: FindingId(format!("{}:{word}", BUDGET.id)),
        at: site.project.estate.bounds().centre(),
        ..finding
    }
}

fn over(site: &Site, totals: &Totals) -> Option<Finding> {
    let (budget, limit) = (budget(site)?, limit(site)?);
    let cost = totals.cost.round();
    if cost <= limit {
        return None;
    }
    let message = Message::new("budget-over")
        .number("cost", cost, 0)
        .number("budget", limit, 0)
        .number("over", cost - limit, 0);
    let share = cost / budget * 100.0;
    let finding = Finding::missed(BUDGET.id, site.provision(SHARE)?, share, message);
    Some(named("over", finding, site))
}

/// Of a drawing that costs too much: the works that come after others in the order.
fn order(site: &Site, totals: &Totals) -> Option<Finding> {
    let limit = limit(site)?;
    let provision = site.provision(ORDER)?;
    let [basic, better, service] = Works::ALL.map(|works| totals.cost_of(works).round());
    let later = better + service;
    if totals.cost.round() <= limit || later <= provision.value {
        return None;
    }
    let last = if service > 0.0 {
        Works::Service
    } else {
        Works::Better
    };
    let message = Message::new("budget-order")
        .number("basic", basic, 0)
        .number("better", better, 0)
        .number("service", service, 0)
        .with("last", Message::new(last.key()));
    let finding = Finding::missed(BUDGET.id, provision, later, message);
    Some(named("order", finding, site))
}

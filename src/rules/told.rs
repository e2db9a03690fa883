//! The one sentence after a drop: what it won and what it lost, the best and the worst first.
//! Totals, rules and what a whole plan gains are told by one grammar, in each language.

use crate::text::Message;

use super::rule::Tiding;
use super::{Checker, Finding, Severity, Totals};

/// What a design is worth at one moment, to be compared with the next.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    /// What it wins, loses and costs.
    pub totals: Totals,
    /// What the rules found.
    pub findings: Vec<Finding>,
    /// What the whole-plan rules say that it changes, each with its rule.
    pub tidings: Vec<(&'static str, Tiding)>,
}

impl Standing {
    /// Of the design that a checker knows.
    pub fn of(checker: &Checker) -> Self {
        let tidings = checker
            .answers()
            .flat_map(|(rule, answer)| answer.tidings.iter().map(move |tiding| (rule, tiding.clone())));
        Self {
            totals: checker.totals(),
            findings: checker.findings().into_iter().cloned().collect(),
            tidings: tidings.collect(),
        }
    }
}

/// A sentence of more parts than this is not read.
const MOST: usize = 3;

/// One total that is told when it changes.
struct Line {
    value: fn(&Totals) -> f64,
    more: &'static str,
    fewer: &'static str,
    /// How much a small change matters.
    weight: f64,
    /// A change of so much matters by [`MUCH_MORE`] more.
    much: f64,
}

/// What a large change of a total adds to its weight.
const MUCH_MORE: f64 = 0.2;

const LINES: [Line; 6] = [
    Line {
        value: Totals::bays,
        more: "told-bays-more",
        fewer: "told-bays-fewer",
        weight: 0.35,
        much: 20.0,
    },
    Line {
        value: |totals| totals.slots,
        more: "told-slots-more",
        fewer: "told-slots-fewer",
        weight: 0.3,
        much: 40.0,
    },
    Line {
        value: Totals::green,
        more: "told-green-more",
        fewer: "told-green-fewer",
        weight: 0.3,
        much: 300.0,
    },
    Line {
        value: Totals::activity,
        more: "told-activity-more",
        fewer: "told-activity-fewer",
        weight: 0.28,
        much: 300.0,
    },
    Line {
        value: |totals| totals.seats,
        more: "told-seats-more",
        fewer: "told-seats-fewer",
        weight: 0.2,
        much: 40.0,
    },
    Line {
        value: |totals| totals.bikes,
        more: "told-bikes-more",
        fewer: "told-bikes-fewer",
        weight: 0.15,
        much: 60.0,
    },
];

/// What changed from one moment to the next, in a few words each: the gains with the best first,
/// then the losses with the worst first. Of many, the best and the worst are kept.
pub fn told(before: &Standing, after: &Standing) -> Vec<Tiding> {
    let mut parts = of_totals(&before.totals, &after.totals);
    let newly = after.tidings.iter().filter(|told| !before.tidings.contains(told));
    let newly: Vec<&(&str, Tiding)> = newly.collect();
    parts.extend(newly.iter().map(|(_, tiding)| tiding.clone()));
    let told_already = |rule: &str| newly.iter().any(|(of, tiding)| *of == rule && !tiding.good);
    parts.extend(
        worse(before, after)
            .filter(|(rule, _)| !told_already(rule))
            .map(|(_, part)| part),
    );
    parts.extend(mended(before, after));
    chosen(parts)
}

/// The parts as one sentence; none where nothing changed.
pub fn sentence(parts: &[Tiding]) -> Option<Message> {
    let mut parts = parts.iter().rev().map(|part| part.message.clone());
    let last = parts.next()?;
    Some(parts.fold(last, |rest, first| {
        Message::new("told-and").with("first", first).with("rest", rest)
    }))
}

fn of_totals(before: &Totals, after: &Totals) -> Vec<Tiding> {
    let parts = LINES.iter().filter_map(|line| {
        let change = ((line.value)(after) - (line.value)(before)).round();
        let good = change > 0.0;
        let key = if good { line.more } else { line.fewer };
        (change.abs() >= 1.0).then(|| Tiding {
            good,
            weight: line.weight + MUCH_MORE * (change.abs() / line.much).min(1.0),
            message: Message::new(key).number("n", change.abs(), 0),
        })
    });
    parts.collect()
}

fn weight(severity: Severity) -> f64 {
    match severity {
        Severity::Must => 0.9,
        Severity::Should => 0.6,
        Severity::Local | Severity::Practice => 0.4,
        Severity::Info => 0.1,
    }
}

/// The gravest new finding of each rule, with how many more of it there are.
fn worse<'a>(before: &'a Standing, after: &'a Standing) -> impl Iterator<Item = (&'static str, Tiding)> + 'a {
    let newly = fresh(before, after);
    let mut rules: Vec<&'static str> = Vec::new();
    for finding in &newly {
        if !rules.contains(&finding.rule) {
            rules.push(finding.rule);
        }
    }
    rules.into_iter().filter_map(move |rule| {
        let of: Vec<_> = newly.iter().filter(|finding| finding.rule == rule).collect();
        let gravest = of.iter().min_by_key(|finding| finding.severity)?;
        let said = gravest.message.clone();
        let message = match of.len() {
            1 => said,
            n => Message::new("told-and-like-it")
                .with("first", said)
                .with("n", n - 1),
        };
        let message = match gravest.number_to_confirm() {
            true => Message::new("told-to-confirm").with("said", message),
            false => message,
        };
        let part = Tiding {
            good: false,
            weight: weight(gravest.severity),
            message,
        };
        Some((rule, part))
    })
}

/// The findings of the one that the other does not have.
fn fresh<'a>(before: &Standing, after: &'a Standing) -> Vec<&'a Finding> {
    let known = |finding: &&Finding| before.findings.iter().any(|old| old.id == finding.id);
    after.findings.iter().filter(|finding| !known(finding)).collect()
}

/// That so many grave findings are gone.
fn mended(before: &Standing, after: &Standing) -> Option<Tiding> {
    let gone = fresh(after, before);
    let n = gone
        .iter()
        .filter(|finding| finding.severity <= Severity::Should)
        .count();
    (n > 0).then(|| Tiding {
        good: true,
        weight: 0.5,
        message: Message::new("told-mended").with("n", n),
    })
}

/// The gains with the best first, then the losses with the worst first; of many, the losses have more
/// room: what goes wrong must not be missed.
fn chosen(parts: Vec<Tiding>) -> Vec<Tiding> {
    let (mut good, mut bad): (Vec<_>, Vec<_>) = parts.into_iter().partition(|part| part.good);
    let heaviest_first = |a: &Tiding, b: &Tiding| b.weight.total_cmp(&a.weight);
    good.sort_by(heaviest_first);
    bad.sort_by(heaviest_first);
    good.truncate(MOST - bad.len().min(MOST - 1));
    bad.truncate(MOST - good.len());
    good.extend(bad);
    good
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, say};

    fn said(lang: Lang, before: &Standing, after: &Standing) -> String {
        sentence(&told(before, after)).map_or_else(String::new, |message| say(lang, &message))
    }

    fn fire() -> (&'static str, Tiding) {
        // Any sentence does: it is the rule's own.
        let message = Message::new("building-number").with("number", "5");
        let tiding = Tiding {
            good: false,
            weight: 1.0,
            message,
        };
        ("fire-lane", tiding)
    }

    fn with_bays() -> Standing {
        let totals = Totals {
            bays_won: 6.0,
            green_lost: 40.2,
            ..Totals::default()
        };
        Standing {
            totals,
            tidings: vec![fire()],
            ..Standing::default()
        }
    }

    #[test]
    fn gains_come_first_and_the_worst_of_the_losses_before_the_others() {
        let before = Standing::default();
        assert_eq!(
            said(Lang::ZhCn, &before, &with_bays()),
            "多了 6 个车位；5 号楼；少了 40 平方米绿地"
        );
        assert_eq!(
            said(Lang::En, &before, &with_bays()),
            "6 more parking bays; Building 5; 40 m² less green"
        );
    }

    #[test]
    fn what_stood_before_is_not_told_again() {
        assert_eq!(said(Lang::En, &with_bays(), &with_bays()), "");
        assert_eq!(
            said(Lang::En, &with_bays(), &Standing::default()),
            "40 m² more green; 6 fewer parking bays"
        );
    }

    #[test]
    fn of_a_rule_the_gravest_is_told_with_how_many_are_like_it() {
        let found = |id: &str, severity| Finding {
            id: super::super::FindingId(id.to_owned()),
            ..Finding::plain("overlap", severity, Message::new("rule-overlap"))
        };
        let after = Standing {
            findings: vec![found("a", Severity::Should), found("b", Severity::Must)],
            ..Standing::default()
        };
        assert_eq!(
            said(Lang::En, &Standing::default(), &after),
            "Overlaps, and 1 more like it"
        );
        assert_eq!(
            said(Lang::En, &after, &Standing::default()),
            "2 findings fewer that matter"
        );
    }
}

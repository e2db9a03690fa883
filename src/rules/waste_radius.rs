//! How far it is from the doors of houses to the nearest waste station, in a straight line as the
//! clauses mean it: at most 120 m (GB 55013-2021 3.2.2), and it should be 70 m (GB 50180-2018 C.0.3).
//!
//! Maps of estates show no waste stations. So nothing is said until the drawing has one; from then
//! on the stations of the drawing are taken for all that there are. Where people carry their waste today is
//! not known, so no station makes anything worse: what lies beyond is told as worth knowing, and what
//! the stations reach as a gain.

use crate::estate::{Class, FeatureId};
use crate::geometry::{Segment, WorldPt};
use crate::text::Message;

use super::names::door_name;
use super::placed::{Placed, Site};
use super::profile::Provision;
use super::rule::{Answer, Rule, Tiding};
use super::totals::Totals;
use super::{Finding, FindingId, Severity};

const MUST: &str = "waste-radius.mandatory";
const SHOULD: &str = "waste-radius.advised";

/// The rule.
pub(super) static WASTE_RADIUS: Rule = Rule::whole("waste-radius", &[MUST, SHOULD], look).needing(needs);

fn needs(site: &Site) -> Option<Message> {
    (!super::walking::has_doors(site)).then(|| Message::new("not-checked-doors"))
}

/// A door, and the piece to the station nearest to it.
struct Carried<'a> {
    door: &'a FeatureId,
    station: &'a Placed,
    piece: Segment,
}

fn look(site: &Site, _: &Totals) -> Answer {
    let all = site.all();
    let stations: Vec<&Placed> = all
        .into_iter()
        .filter(|placed| placed.is_one_of(&["bin-station"]))
        .collect();
    let (Some(must), Some(should)) = (site.provision(MUST), site.provision(SHOULD)) else {
        return Answer::default();
    };
    let doors = site.project.estate.features().iter();
    let doors = doors.filter(|feature| matches!(feature.class, Class::Door { .. }));
    let carried: Vec<Carried> = doors
        .filter_map(|door| to_nearest(&door.id, door.shape.bounds().centre(), &stations))
        .collect();
    let beyond = |from: &Provision, to: Option<&Provision>| -> Vec<&Carried> {
        let last = to.map_or(f64::MAX, |to| to.value);
        let far = carried.iter().filter(|one| {
            let metres = one.piece.length();
            metres > from.value + 0.005 && metres <= last + 0.005
        });
        far.collect()
    };
    let findings = [
        finding(site, must, &beyond(must, None)),
        finding(site, should, &beyond(should, Some(must))),
    ];
    Answer {
        findings: findings.into_iter().flatten().collect(),
        tidings: reached(must, &carried).into_iter().collect(),
        gave_up: None,
    }
}

/// How many doors the stations of the drawing reach.
fn reached(must: &Provision, carried: &[Carried]) -> Option<Tiding> {
    let doors = carried
        .iter()
        .filter(|one| one.piece.length() <= must.value + 0.005)
        .count();
    (doors > 0).then(|| Tiding {
        good: true,
        weight: 0.3,
        message: Message::new("tiding-waste-reached").with("doors", doors),
    })
}

fn to_nearest<'a>(door: &'a FeatureId, at: WorldPt, stations: &[&'a Placed]) -> Option<Carried<'a>> {
    let nearest = stations.iter().filter_map(|station| {
        let to = station.thing.shape.outline()?.nearest_on_edge(at);
        Some((at.distance(to), *station, to))
    });
    let (_, station, to) = nearest.min_by(|a, b| a.0.total_cmp(&b.0))?;
    Some(Carried {
        door,
        station,
        piece: Segment { from: at, to },
    })
}

/// By how many metres the doors of a finding are still too far from every station; none where it is gone.
pub(super) fn short_by(site: &Site, finding: &Finding) -> Option<f64> {
    let still = look(site, &Totals::default()).findings.into_iter();
    let still = still.filter(|still| still.id == finding.id);
    let short = still.map(|still| Some(still.measured? - still.required?));
    short.flatten().next()
}

/// One sentence for all doors beyond a distance, shown at the farthest.
fn finding(site: &Site, provision: &Provision, far: &[&Carried]) -> Option<Finding> {
    let farthest = far
        .iter()
        .max_by(|a, b| a.piece.length().total_cmp(&b.piece.length()))?;
    let metres = farthest.piece.length();
    let message = Message::new("waste-radius-far")
        .with("door", door_name(&site.project.estate, farthest.door))
        .number("metres", metres, 1)
        .number("others", far.len() as f64 - 1.0, 0)
        .number("asked", provision.value, 0);
    let doors: Vec<&FeatureId> = far.iter().map(|one| one.door).collect();
    let mut finding = Finding::missed(WASTE_RADIUS.id, provision, metres, message)
        .about(&[farthest.station.id()], &doors)
        .across(farthest.piece);
    finding.severity = Severity::Info;
    // It lies at the door, and keeps its name while doors come and go.
    finding.at = farthest.piece.from;
    finding.id = FindingId(format!("waste-radius:{}", provision.severity.word()));
    Some(finding)
}

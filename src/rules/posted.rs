//! The answers of the slow rules as text, as they cross from a worker to the page.
//!
//! Both ends are the same program, so this is no stored form: it has no version and needs no upgrade.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::catalogue::KindId;
use crate::design::stored::clip;
use crate::design::{Placement, PlacementId};
use crate::estate::FeatureId;
use crate::geometry::{Region, WorldPt};
use crate::text::Message;

use super::mending::Mended;
use super::not_checked::RULE_IDS;
use super::rule::{Answer, Tiding};
use super::{Finding, FindingId, Fix, Severity};

type Pair = [f64; 2];

#[derive(Serialize, Deserialize)]
struct Posted {
    rule: String,
    findings: Vec<Row>,
    tidings: Vec<(bool, f64, Message)>,
    gave_up: Option<Message>,
}

#[derive(Serialize, Deserialize)]
struct Row {
    id: String,
    severity: Severity,
    placements: Vec<String>,
    features: Vec<String>,
    measured: Option<f64>,
    required: Option<f64>,
    unit: String,
    clause: String,
    verified: bool,
    message: Message,
    at: Pair,
    ground: Option<Vec<Vec<Vec<Pair>>>>,
    gap: Option<(Pair, Pair)>,
    away: Vec<f64>,
}

/// What came of looking for a better place, as text.
pub fn write_mended(mended: &Mended) -> String {
    let value = match mended {
        Mended::At(fix) => {
            let thing = Placement {
                id: fix.placement.clone(),
                kind: KindId::new(""),
                shape: fix.shape.clone(),
                params: fix.params.clone().into(),
                note: Default::default(),
                group: None,
                locked: false,
                extra: Default::default(),
            };
            json!({ "at": clip::write(&[Arc::new(thing)]) })
        }
        Mended::Against(rule) => json!({ "against": rule }),
        Mended::Nowhere => json!({}),
    };
    value.to_string()
}

/// What a text says that came of it.
pub fn read_mended(text: &str) -> Option<Mended> {
    let value: Value = serde_json::from_str(text).ok()?;
    if let Some(clip) = value.get("at").and_then(Value::as_str) {
        let thing = clip::read(clip).ok()?.things.into_iter().next()?;
        return Some(Mended::At(Fix {
            placement: thing.id.clone(),
            shape: thing.shape.clone(),
            params: thing.params.clone().into_inner(),
        }));
    }
    let against = value.get("against").and_then(Value::as_str);
    let rule = against.and_then(|rule| RULE_IDS.into_iter().find(|id| *id == rule));
    Some(rule.map_or(Mended::Nowhere, Mended::Against))
}

/// The answers as text.
pub fn write_answers(answers: &BTreeMap<&'static str, Answer>) -> String {
    let posted = answers.iter().map(|(rule, answer)| Posted {
        rule: (*rule).to_owned(),
        findings: answer.findings.iter().map(row).collect(),
        tidings: answer
            .tidings
            .iter()
            .map(|tiding| (tiding.good, tiding.weight, tiding.message.clone()))
            .collect(),
        gave_up: answer.gave_up.clone(),
    });
    // Text, numbers and lists cannot fail to be written.
    serde_json::to_string(&posted.collect::<Vec<_>>()).unwrap_or_default()
}

/// The answers of a text; none where it is no such text. What a rule says that this program does
/// not have is left out.
pub fn read_answers(text: &str) -> Option<BTreeMap<&'static str, Answer>> {
    let posted: Vec<Posted> = serde_json::from_str(text).ok()?;
    let answers = posted.into_iter().filter_map(|posted| {
        let rule = RULE_IDS.into_iter().find(|id| *id == posted.rule)?;
        let answer = Answer {
            findings: posted
                .findings
                .into_iter()
                .map(|row| finding(rule, row))
                .collect(),
            tidings: posted.tidings.into_iter().map(tiding).collect(),
            gave_up: posted.gave_up,
        };
        Some((rule, answer))
    });
    Some(answers.collect())
}

fn tiding((good, weight, message): (bool, f64, Message)) -> Tiding {
    Tiding {
        good,
        weight,
        message,
    }
}

fn pair(p: &WorldPt) -> Pair {
    [p.x, p.y]
}

fn point([x, y]: Pair) -> WorldPt {
    WorldPt::new(x, y)
}

fn row(finding: &Finding) -> Row {
    let ring = |outline: &crate::geometry::Outline| outline.corners().iter().map(pair).collect();
    let pieces = |ground: &Region| {
        let rings = |(edge, holes): (_, Vec<_>)| std::iter::once(&edge).chain(&holes).map(ring).collect();
        ground.pieces().map(rings).collect()
    };
    Row {
        id: finding.id.0.clone(),
        severity: finding.severity,
        placements: finding
            .placements
            .iter()
            .map(|id| id.as_str().to_owned())
            .collect(),
        features: finding.features.iter().map(|id| id.as_str().to_owned()).collect(),
        measured: finding.measured,
        required: finding.required,
        unit: finding.unit.clone(),
        clause: finding.clause.clone(),
        verified: finding.verified,
        message: finding.message.clone(),
        at: pair(&finding.at),
        ground: finding.ground.as_ref().map(pieces),
        gap: finding.gap.map(|(from, to)| (pair(&from), pair(&to))),
        away: finding.away.clone(),
    }
}

fn finding(rule: &'static str, row: Row) -> Finding {
    let region = |pieces: Vec<Vec<Vec<Pair>>>| {
        let ring = |ring: Vec<Pair>| ring.into_iter().map(point).collect();
        Region::of_pieces(
            pieces
                .into_iter()
                .map(|rings| rings.into_iter().map(ring).collect()),
        )
    };
    Finding {
        id: FindingId(row.id),
        rule,
        severity: row.severity,
        placements: row.placements.iter().map(|id| PlacementId::new(id)).collect(),
        features: row.features.iter().map(|id| FeatureId::new(id)).collect(),
        measured: row.measured,
        required: row.required,
        unit: row.unit,
        clause: row.clause,
        verified: row.verified,
        message: row.message,
        at: point(row.at),
        ground: row.ground.map(region),
        gap: row.gap.map(|(from, to)| (point(from), point(to))),
        away: row.away,
        fix: None,
        against: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Outline, WorldVec};

    #[test]
    fn what_is_read_is_what_was_written() {
        let whole = Outline::rectangle(WorldPt::new(3.0, 4.0), WorldVec::new(8.0, 6.0), 20.0);
        let hole = Outline::rectangle(WorldPt::new(3.0, 4.0), WorldVec::new(2.0, 2.0), 20.0);
        let inner = Message::new("kind-plaza").with("n", 2_usize);
        let message = Message::new("overlap-area")
            .with("thing", inner)
            .number("area", 1.5, 1);
        let mut found = Finding::plain("sun", Severity::Must, message.clone())
            .about(&[&PlacementId::new("p1")], &[&FeatureId::new("b7")]);
        found.measured = Some(0.25);
        found.ground = Some(Region::from(&whole).without(&Region::from(&hole)));
        found.gap = Some((WorldPt::new(0.0, 1.0), WorldPt::new(2.0, 3.5)));
        found.away = vec![91.5];
        let answer = Answer {
            findings: vec![found],
            tidings: vec![tiding((true, 0.4, message.clone()))],
            gave_up: Some(message),
        };
        let mut read = read_answers(&write_answers(&BTreeMap::from([("sun", answer.clone())]))).unwrap();
        let ground = |answer: &mut Answer| answer.findings[0].ground.take().unwrap();
        let mut answer = answer;
        let there = ground(read.get_mut("sun").unwrap());
        assert!((there.area() - ground(&mut answer).area()).abs() < 0.05);
        assert_eq!(read, BTreeMap::from([("sun", answer)]));
        assert_eq!(read_answers("no answers"), None);
    }
}

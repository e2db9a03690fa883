//! What `mulin check --json` prints of a design: totals, findings, and what was not checked.

use serde_json::{Map, Value, json};

use crate::design::PlacementShape;
use crate::geometry::WorldPt;
use crate::text::{Lang, Message, say};

use super::{Checker, Finding, Fix, Totals};

/// The document of a checked design, as the contract has it: of its findings as
/// [`Checker::findings_with_fixes`] gives them; `name` is the design's hash. Rules that gave up on
/// the design are among those that were not checked.
pub fn report(checker: &Checker, findings: &[Finding], name: &str) -> Value {
    let not_checked = checker.survey().not_checked().iter();
    let gave_up = checker
        .answers()
        .filter_map(|(rule, answer)| Some((rule, answer.gave_up.as_ref()?)));
    let not_checked: Vec<Value> = not_checked
        .map(|rule| (rule.rule, &rule.why))
        .chain(gave_up)
        .map(|(rule, why)| json!({ "rule": rule, "why": said(why) }))
        .collect();
    json!({
        "design": name,
        "totals": totals_value(&checker.totals()),
        "findings": findings.iter().map(finding_value).collect::<Vec<_>>(),
        "not_checked": not_checked,
    })
}

/// A sentence in every language.
fn said(message: &Message) -> Value {
    let texts: Map<String, Value> = Lang::ALL
        .into_iter()
        .map(|lang| (lang.tag().to_owned(), say(lang, message).into()))
        .collect();
    texts.into()
}

/// The totals of the contract, net, with the parts they are made of.
pub fn totals_value(totals: &Totals) -> Value {
    json!({
        "cost": totals.cost.round(),
        "cost_low": totals.cost_low.round(),
        "cost_high": totals.cost_high.round(),
        "bays": totals.bays(),
        "bays_won": totals.bays_won,
        "bays_lost": totals.bays_lost.round(),
        "accessible": totals.accessible,
        "slots": totals.slots,
        "bikes": totals.bikes,
        "green": tenths(totals.green()),
        "green_won": tenths(totals.green_won),
        "green_lost": tenths(totals.green_lost),
        "activity": tenths(totals.activity()),
        "activity_won": tenths(totals.activity_won),
        "activity_lost": tenths(totals.activity_lost),
        "seats": totals.seats,
    })
}

fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0 + 0.0
}

fn finding_value(finding: &Finding) -> Value {
    let mut members = json!({
        "id": finding.id.0,
        "rule": finding.rule,
        "severity": finding.severity.word(),
        "placements": finding.placements.iter().map(|id| id.as_str()).collect::<Vec<_>>(),
        "features": finding.features.iter().map(|id| id.as_str()).collect::<Vec<_>>(),
        "measured": finding.measured.map(hundredths),
        "required": finding.required,
        "unit": finding.unit,
        "clause": finding.clause,
        "verified": finding.verified,
        "message": said(&finding.message),
        "at": point(finding.at),
    });
    if let (Some(fix), Some(members)) = (&finding.fix, members.as_object_mut()) {
        members.insert("fix".to_owned(), fix_value(fix));
    }
    members
}

fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

fn point(p: WorldPt) -> Value {
    let p = p.snapped();
    json!([p.x, p.y])
}

fn points(list: &[WorldPt]) -> Value {
    list.iter().map(|p| point(*p)).collect()
}

fn fix_value(fix: &Fix) -> Value {
    let id = fix.placement.as_str();
    match &fix.shape {
        PlacementShape::Rectangle { at, turn, .. } => {
            json!({ "placement": id, "at": point(*at), "turn": turn.degrees() })
        }
        PlacementShape::Area(outline) => json!({ "placement": id, "outline": points(outline.corners()) }),
        PlacementShape::Path { line, .. } => json!({ "placement": id, "path": points(line.points()) }),
    }
}

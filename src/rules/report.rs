//! What `mulin check --json` prints of a design: totals, findings, and what was not checked.

use std::sync::Arc;

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::design::{Design, ParamValue, Placement, PlacementShape};
use crate::geometry::WorldPt;
use crate::text::{Lang, Message, say};

use super::{Checker, Finding, Fix, Survey, Totals, against_said, assumed, remedy};

/// The document of a checked design, as the contract has it: of its findings as
/// [`Checker::findings_with_fixes`] gives them; `name` is the design's hash. Rules that gave up on
/// the design are among those that were not checked.
pub fn report(checker: &Checker, findings: &[Finding], name: &str) -> Value {
    let not_checked = checker.survey().not_checked().iter();
    let gave_up = checker
        .answers()
        .filter_map(|(rule, answer)| Some((rule, answer.gave_up.as_ref()?)));
    let rules = not_checked.map(|rule| (rule.rule, &rule.why)).chain(gave_up);
    let rules = rules.map(|(rule, why)| json!({ "rule": rule, "why": said(why) }));
    // A row with a part is of a rule that is checked but for that number.
    let parts = checker.survey().parts_not_checked().into_iter();
    let parts = parts.map(|row| json!({ "rule": row.rule, "part": row.number, "why": said(&row.why) }));
    let not_checked: Vec<Value> = rules.chain(parts).collect();
    json!({
        "design": name,
        "totals": totals_value(&checker.totals()),
        "findings": findings.iter().map(|finding| finding_value(checker, finding)).collect::<Vec<_>>(),
        "not_checked": not_checked,
        "assumed": assumed(checker.survey())
            .into_iter()
            .map(|(rule, why)| json!({ "rule": rule, "what": said(&why) }))
            .collect::<Vec<_>>(),
    })
}

/// The document of a design as one line with its end, every rule asked and every fix sought: what
/// `mulin check --json` prints, and what a page saves.
pub fn report_line(survey: &Arc<Survey>, design: &Design, name: &str) -> String {
    let mut checker = Checker::on(survey.clone(), design);
    checker.ask_far();
    let findings = checker.findings_with_fixes();
    format!("{}\n", report(&checker, &findings, name))
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
    serde_json::to_value(totals_row(totals)).unwrap_or_default()
}

/// The same, to be written as it is.
pub fn totals_row(totals: &Totals) -> TotalsRow {
    TotalsRow {
        cost: totals.cost.round(),
        cost_low: totals.cost_low.round(),
        cost_high: totals.cost_high.round(),
        bays: totals.bays(),
        bays_won: totals.bays_won,
        bays_lost: totals.bays_lost.round(),
        accessible: totals.accessible,
        slots: totals.slots,
        bikes: totals.bikes,
        green: tenths(totals.green()),
        green_won: tenths(totals.green_won),
        green_lost: tenths(totals.green_lost),
        activity: tenths(totals.activity()),
        activity_won: tenths(totals.activity_won),
        activity_lost: tenths(totals.activity_lost),
        seats: totals.seats,
    }
}

/// The totals as documents have them.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct TotalsRow {
    cost: f64,
    cost_low: f64,
    cost_high: f64,
    bays: f64,
    bays_won: f64,
    bays_lost: f64,
    accessible: f64,
    slots: f64,
    bikes: f64,
    green: f64,
    green_won: f64,
    green_lost: f64,
    activity: f64,
    activity_won: f64,
    activity_lost: f64,
    seats: f64,
}

fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0 + 0.0
}

fn finding_value(checker: &Checker, finding: &Finding) -> Value {
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
    let fix = finding.fix.as_ref();
    let remedy = remedy(finding).filter(|_| fix.is_none());
    let extra = [
        fix.map(|fix| ("fix", fix_value(fix, checker.thing(&fix.placement)))),
        remedy.map(|remedy| ("remedy", said(&remedy))),
        finding
            .against
            .map(|other| ("against", against_value(finding.rule, other))),
    ];
    if let Some(members) = members.as_object_mut() {
        let extra = extra.into_iter().flatten();
        members.extend(extra.map(|(name, value)| (name.to_owned(), value)));
    }
    members
}

/// The rule that contradicts that of a finding where it is, and the sentence that says so.
fn against_value(own: &'static str, other: &'static str) -> Value {
    json!({ "rule": other, "message": said(&against_said(own, other)) })
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

/// Where the thing goes; its size and what else is set of it, where that is another.
fn fix_value(fix: &Fix, was: Option<&Placement>) -> Value {
    let mut value = place_value(fix);
    let size = |shape: &PlacementShape| match shape {
        PlacementShape::Rectangle { size, .. } => Some(*size),
        PlacementShape::Area(_) | PlacementShape::Path { .. } => None,
    };
    let resized = size(&fix.shape).filter(|new| was.and_then(|was| size(&was.shape)) != Some(*new));
    if let (Some(size), Some(members)) = (resized, value.as_object_mut()) {
        members.insert("size".to_owned(), json!([size.x, size.y]));
    }
    if let (false, Some(members)) = (fix.params.is_empty(), value.as_object_mut()) {
        let number = |value: &ParamValue| match value {
            ParamValue::Number(number) => json!(number),
            ParamValue::Text(text) => json!(text),
            ParamValue::Other(value) => value.clone(),
        };
        let params = fix.params.iter();
        let params: Map<String, Value> = params.map(|(name, set)| (name.clone(), number(set))).collect();
        members.insert("params".to_owned(), Value::Object(params));
    }
    value
}

fn place_value(fix: &Fix) -> Value {
    let id = fix.placement.as_str();
    match &fix.shape {
        PlacementShape::Rectangle { at, turn, .. } => {
            json!({ "placement": id, "at": point(*at), "turn": turn.degrees() })
        }
        PlacementShape::Area(outline) => json!({ "placement": id, "outline": points(outline.corners()) }),
        PlacementShape::Path { line, .. } => json!({ "placement": id, "path": points(line.points()) }),
    }
}

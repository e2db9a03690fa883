//! Charging e-bikes stand in groups of so many and so long, with a gap to the next group.

use crate::geometry::{Segment, WorldPt, WorldVec};
use crate::layout::charging_shed;
use crate::text::Message;

use super::capacity::size_of;
use super::classes::is_shed;
use super::distance::{falls_short, farthest, to_thing};
use super::placed::{Placed, Site};
use super::profile::Profile;
use super::short::short_by;
use super::{Finding, Rule};
use crate::design::PlacementShape;

const BIKES: &str = "shed-group.bikes";
const LENGTH: &str = "shed-group.length";
const GAP: &str = "shed-group.gap";

/// The rule.
pub(super) static SHED_GROUP: Rule = Rule::within("shed-group", &[BIKES, LENGTH, GAP], reach, look);

fn reach(profile: &Profile) -> f64 {
    farthest(profile, &[GAP])
}

fn look(site: &Site, placed: &Placed) -> Vec<Finding> {
    if !is_shed(placed) {
        return Vec::new();
    }
    let others = site.neighbours_within(placed, reach(site.profile()));
    let mut found: Vec<Finding> = others
        .into_iter()
        .filter(|other| is_shed(other))
        .filter_map(|other| two_sheds(site, placed, other))
        .collect();
    found.extend(own_groups(site, placed));
    found
}

/// Two sheds are two groups, however small: who wants a longer group pulls one shed longer.
fn two_sheds(site: &Site, one: &Placed, other: &Placed) -> Option<Finding> {
    // The sentence and the name are the same from whichever of the two one looks.
    let (first, second) = if one.id() < other.id() {
        (one, other)
    } else {
        (other, one)
    };
    let number = site.provision(GAP)?;
    let piece = to_thing(first, second)?;
    let away = piece.length();
    if !falls_short(away, number.value) {
        return None;
    }
    let message = short_by(Message::new("shed-group-two"), away, number.value);
    let found = Finding::missed(SHED_GROUP.id, number, away, message);
    Some(found.about(&[first.id(), second.id()], &[]).across(piece))
}

/// The groups into which the shed itself is laid out: the greatest, the longest, the smallest gap.
fn own_groups(site: &Site, shed: &Placed) -> Vec<Finding> {
    let (PlacementShape::Rectangle { at, turn, .. }, Some(bikes), Some(length), Some(gap)) = (
        &shed.thing.shape,
        site.provision(BIKES),
        site.provision(LENGTH),
        site.provision(GAP),
    ) else {
        return Vec::new();
    };
    let plan = charging_shed(size_of(&shed.thing.shape));
    let world = |x: f64| *at + WorldVec::new(x, 0.0).turned(turn.degrees());
    let mut found = Vec::new();
    let thing = || shed.name();
    let ends = |(middle, size): &(WorldPt, WorldVec)| (middle.x - size.x / 2.0, middle.x + size.x / 2.0);
    let held = |group: &(WorldPt, WorldVec)| {
        let (from, to) = ends(group);
        plan.slots
            .iter()
            .filter(|slot| (from..to).contains(&slot.at.x))
            .count() as f64
    };
    let along = |from: f64, to: f64| Segment {
        from: world(from),
        to: world(to),
    };
    let most = plan.groups.iter().max_by(|a, b| held(a).total_cmp(&held(b)));
    if let Some(group) = most.filter(|group| held(group) > bikes.value) {
        let (from, to) = ends(group);
        let message = Message::new("shed-group-bikes")
            .with("thing", thing())
            .number("count", held(group), 0)
            .number("asked", bikes.value, 0);
        let missed = Finding::missed(SHED_GROUP.id, bikes, held(group), message);
        found.push(
            missed
                .about(&[shed.id()], &[])
                .further("bikes")
                .across(along(from, to)),
        );
    }
    let longest = plan.groups.iter().max_by(|a, b| a.1.x.total_cmp(&b.1.x));
    if let Some(group) = longest.filter(|group| falls_short(length.value, group.1.x)) {
        let (from, to) = ends(group);
        let message = Message::new("shed-group-length")
            .with("thing", thing())
            .number("metres", group.1.x, 1)
            .number("asked", length.value, 1);
        let missed = Finding::missed(SHED_GROUP.id, length, group.1.x, message);
        found.push(
            missed
                .about(&[shed.id()], &[])
                .further("length")
                .across(along(from, to)),
        );
    }
    let gaps = plan
        .groups
        .windows(2)
        .map(|pair| (ends(&pair[0]).1, ends(&pair[1]).0));
    let least = gaps.min_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)));
    if let Some((from, to)) = least.filter(|(from, to)| falls_short(to - from, gap.value)) {
        let message = short_by(
            Message::new("shed-group-gap").with("thing", thing()),
            to - from,
            gap.value,
        );
        let missed = Finding::missed(SHED_GROUP.id, gap, to - from, message);
        found.push(
            missed
                .about(&[shed.id()], &[])
                .further("gap")
                .across(along(from, to)),
        );
    }
    found
}

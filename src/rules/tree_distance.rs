//! A tree keeps its roots from walls, fences and pipes. Measured from the middle of its trunk; the
//! drawing may plant the tree, or put a building beside a tree that is there or that it planted.

use crate::catalogue::Group;
use crate::estate::{Class, PipeUse};
use crate::geometry::{Segment, WorldPt, edges, gap};
use crate::text::{Arg, Message};

use super::classes::{is_house, is_refit};
use super::distance::{falls_short, farthest, from_point, has_windows, pipe_key, to_outer_side};
use super::names::feature_name;
use super::placed::{Placed, Site};
use super::{Finding, Rule};

const WALL: &str = "tree-distance.wall";
const BLIND_WALL: &str = "tree-distance.blind-wall";
const FENCE: &str = "tree-distance.fence";
const HIGH_FENCE: &str = "tree-distance.high-fence";
/// From this height in metres a fence is a high one: where the guide draws the line.
const HIGH_FENCE_FROM: &str = "tree-distance.high-fence-from";
const NUMBERS: [&str; 12] = [
    WALL,
    BLIND_WALL,
    FENCE,
    HIGH_FENCE,
    HIGH_FENCE_FROM,
    "tree-distance.power",
    "tree-distance.telecom",
    "tree-distance.water",
    "tree-distance.storm",
    "tree-distance.sewer",
    "tree-distance.gas",
    "tree-distance.heat",
];

/// The rule.
pub(super) static TREE_DISTANCE: Rule = Rule::within(
    "tree-distance",
    &NUMBERS,
    |profile| farthest(profile, &[WALL]),
    look,
);

fn number_of(pipe: PipeUse) -> &'static str {
    match pipe {
        PipeUse::Water => "tree-distance.water",
        PipeUse::Storm => "tree-distance.storm",
        PipeUse::Sewer => "tree-distance.sewer",
        PipeUse::Gas => "tree-distance.gas",
        PipeUse::Heat => "tree-distance.heat",
        PipeUse::Power => "tree-distance.power",
        PipeUse::Telecom => "tree-distance.telecom",
    }
}

fn is_tree(placed: &Placed) -> bool {
    let kind = placed.kind.as_ref();
    kind.is_some_and(|kind| kind.group == Group::Green && kind.foot.is_some())
}

fn look(site: &Site, placed: &Placed) -> Vec<Finding> {
    match () {
        () if is_tree(placed) => about_tree(site, placed),
        () if is_house(placed) && !is_refit(site, placed) => about_walls(site, placed),
        () => Vec::new(),
    }
}

fn about_tree(site: &Site, tree: &Placed) -> Vec<Finding> {
    let trunk = tree.thing.shape.centre();
    let name = tree.name();
    let reach = farthest(site.profile(), &NUMBERS);
    let from_features = site
        .features_within(tree, reach)
        .into_iter()
        .filter_map(|feature| {
            let piece = || from_point(site, trunk, feature);
            let (number, piece, other): (_, _, Arg) = match feature.class {
                Class::Pipe { usage, diameter } => {
                    let piece = to_outer_side(piece()?, diameter);
                    (number_of(usage), piece, Message::new(pipe_key(usage)).into())
                }
                Class::Fence { height } => {
                    let high = height > site.provision(HIGH_FENCE_FROM)?.value;
                    (
                        if high { HIGH_FENCE } else { FENCE },
                        piece()?,
                        feature_name(feature).into(),
                    )
                }
                Class::Building { remove: false, .. } => {
                    let number = if has_windows(&feature.class) {
                        WALL
                    } else {
                        BLIND_WALL
                    };
                    (number, piece()?, feature_name(feature).into())
                }
                _ => return None,
            };
            let finding = missed(site, number, name.clone(), other, piece)?;
            Some(finding.about(&[tree.id()], &[&feature.id]))
        });
    let mut found: Vec<Finding> = from_features.collect();
    let neighbours = site.neighbours_within(tree, reach);
    let walls = neighbours
        .into_iter()
        .filter(|other| is_house(other) && !is_refit(site, other));
    found.extend(walls.filter_map(|other| between(site, tree, other)));
    found
}

fn about_walls(site: &Site, placed: &Placed) -> Vec<Finding> {
    let reach = farthest(site.profile(), &NUMBERS);
    let there = site
        .features_within(placed, reach)
        .into_iter()
        .filter_map(|feature| {
            let (Class::Tree { .. }, crate::estate::Shape::Point(trunk)) = (&feature.class, &feature.shape)
            else {
                return None;
            };
            let piece = to_walls(*trunk, placed)?;
            let (tree, wall) = (feature_name(feature).into(), placed.name());
            Some(missed(site, WALL, tree, wall, piece)?.about(&[placed.id()], &[&feature.id]))
        });
    let mut found: Vec<Finding> = there.collect();
    let neighbours = site.neighbours_within(placed, reach);
    let trees = neighbours.into_iter().filter(|other| is_tree(other));
    found.extend(trees.filter_map(|tree| between(site, tree, placed)));
    found
}

/// Of a planted tree and a placed building: the same from whichever of the two one looks.
fn between(site: &Site, tree: &Placed, building: &Placed) -> Option<Finding> {
    let piece = to_walls(tree.thing.shape.centre(), building)?;
    let (name, wall) = (tree.name(), building.name());
    let mut ids = [tree.id(), building.id()];
    ids.sort();
    Some(missed(site, WALL, name, wall, piece)?.about(&ids, &[]))
}

fn to_walls(trunk: WorldPt, building: &Placed) -> Option<Segment> {
    let piece = gap(
        &[Segment {
            from: trunk,
            to: trunk,
        }],
        &edges(&building.ground),
    )?;
    let from = if building.ground.contains(trunk) {
        piece.to
    } else {
        piece.from
    };
    Some(Segment { from, to: piece.to })
}

fn missed(site: &Site, number: &str, tree: Arg, other: Arg, piece: Segment) -> Option<Finding> {
    let provision = site.provision(number)?;
    let metres = piece.length();
    if !falls_short(metres, provision.value) {
        return None;
    }
    let key = match number {
        WALL | BLIND_WALL => "tree-distance-wall",
        FENCE | HIGH_FENCE => "tree-distance-fence",
        _ => "tree-distance-pipe",
    };
    let message = Message::new(key)
        .with("thing", tree)
        .with("other", other)
        .number("metres", metres, 2)
        .number("asked", provision.value, 2);
    Some(Finding::missed(TREE_DISTANCE.id, provision, metres, message).across(piece))
}

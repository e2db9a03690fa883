//! The sections of the document, each from figures to elements.

use std::collections::{BTreeMap, BTreeSet};

use crate::agreement::{
    HotSpot, Known, Vote, WishGroup, density, group_letter, hot_spots, isolines, traits_of, wish_groups,
};
use crate::catalogue::KindId;
use crate::design::PlacementShape;
use crate::formats::document::{Figure, Piece, Section, Table};
use crate::geometry::{ScreenVec, Turn, View, WorldPt, WorldVec};
use crate::rules::place;
use crate::scene::{Detail, EstatePlan, Scene, Shown};
use crate::tally::{ShownCount, public_words, shown_count, wish_lines};
use crate::text::Message;

use super::maps::density_scene;
use super::page::{Round, Words};

/// Kinds that have a map of their own.
const MAPS: usize = 6;
/// Hot spots that are told a kind.
const SPOTS: usize = 8;
/// A group of wishes is told by one of its sentences when at least so many designs say much the same: it then points at nobody.
const LEAST_PEOPLE: usize = 5;
/// The size of a map in pixels.
const MAP: ScreenVec = ScreenVec::new(720.0, 540.0);

pub(super) fn heads(words: &Words, keys: &[&'static str]) -> Vec<String> {
    keys.iter().map(|key| words.key(key)).collect()
}

/// A map of the estate with something over it.
pub(super) fn map(plan: &EstatePlan, over: Scene, round: &Round, caption: String) -> Piece {
    let view = View::new(WorldPt::default(), 1.0, MAP).fitted(round.project.estate.bounds(), 6.0);
    let mut scene = plan.scene(Detail::of(view.scale), Shown::default(), 0.0);
    scene.marks.extend(over.marks);
    Piece::Figure(Box::new(Figure { scene, view, caption }))
}

pub(super) fn kinds(round: &Round, words: &Words) -> Section {
    let counts = round.columns.kind_counts();
    let all = round.drawings.len().max(1) as f64;
    let rows: Vec<Vec<String>> = counts
        .iter()
        .map(|count| {
            // A design has several kinds, so these counts have no sum that could tell one.
            let designs = shown_count(count.designs);
            let share = Message::new("desk-share").number("share", 100.0 * count.designs as f64 / all, 0);
            let (share, things) = match designs.is_number() {
                true => (words.say(&share), count.things.to_string()),
                false => ("–".to_owned(), "–".to_owned()),
            };
            let designs = words.count(designs);
            vec![words.kind(&count.kind), designs, share, things]
        })
        .collect();
    let heads = heads(
        words,
        &[
            "desk-kinds-kind",
            "desk-kinds-designs",
            "desk-kinds-share",
            "desk-kinds-things",
        ],
    );
    Section {
        id: "kinds",
        title: words.key("desk-kinds-caption"),
        pieces: vec![Piece::table(heads, rows)],
    }
}

/// Where a point is, in words.
fn said_place(round: &Round, words: &Words, at: WorldPt) -> String {
    let spot = PlacementShape::Rectangle {
        at,
        size: WorldVec::new(1.0, 1.0),
        turn: Turn::default(),
    };
    words.say(&place(round.project, &spot))
}

fn spots_of(round: &Round, kind: &KindId) -> Vec<HotSpot> {
    let mut spots = hot_spots(
        round.columns,
        kind,
        round.project.estate.bounds(),
        round.bandwidth,
    );
    // Where fewer than five put something, the place itself would tell on them.
    spots.retain(|spot| shown_count(spot.designs.len()).is_number());
    spots.truncate(SPOTS);
    spots
}

pub(super) fn places(round: &Round, words: &Words, plan: &EstatePlan) -> Section {
    let mut pieces = vec![Piece::Paragraph(words.key("where-votes"))];
    let common = round.columns.kind_counts().into_iter();
    let common = common
        .filter(|count| shown_count(count.designs).is_number())
        .take(MAPS);
    for count in common {
        let spots = spots_of(round, &count.kind);
        let bounds = round.project.estate.bounds();
        let raster = density(
            round.columns,
            &count.kind,
            bounds,
            round.bandwidth,
            Vote::Designs,
            None,
        );
        let caption = words.say(
            &Message::new("where-caption")
                .with("kind", words.kind(&count.kind))
                .with("n", count.designs)
                .number("bandwidth", round.bandwidth, 1),
        );
        let drawn = density_scene(&isolines(&raster), spots.iter().map(|spot| spot.at));
        pieces.push(map(plan, drawn, round, caption));
        let rows = spots.iter().enumerate().map(|(number, spot)| {
            let place = format!("{}  {}", number + 1, said_place(round, words, spot.at));
            vec![
                place,
                spot.designs.len().to_string(),
                spot.things.len().to_string(),
            ]
        });
        let heads = heads(words, &["where-spots", "desk-kinds-designs", "desk-kinds-things"]);
        pieces.push(Piece::Table(Table {
            caption: words.kind(&count.kind),
            heads,
            rows: rows.collect(),
        }));
    }
    Section {
        id: "where",
        title: words.key("desk-tab-where"),
        pieces,
    }
}

pub(super) fn groups(round: &Round, words: &Words) -> Section {
    let grouping = round.grouping;
    let section = |pieces| Section {
        id: "groups",
        title: words.key("who-groups"),
        pieces,
    };
    let Some(parted) = grouping.silhouette.filter(|_| grouping.count() > 1) else {
        return section(vec![Piece::Paragraph(words.key("who-groups-one"))]);
    };
    let lead = Message::new("who-groups-lead")
        .with("n", grouping.count())
        .number("silhouette", parted, 2)
        .with("seed", grouping.seed.to_string());
    let mut pieces = vec![Piece::Paragraph(words.say(&lead))];
    let sizes = grouping.shown_sizes();
    for (group, size) in sizes.into_iter().enumerate() {
        let key = match size {
            ShownCount::KeptBack => "report-group-kept-back",
            ShownCount::Number(_) | ShownCount::BelowFive => "report-group",
        };
        let head = Message::new(key)
            .with("group", group_letter(group).to_string())
            .with("n", size);
        let told = traits_of(round.columns, grouping, &[], group);
        let told = told.iter().filter(|one| one.may_leave(size)).take(8).map(|one| {
            let key = if one.z > 0.0 {
                "who-trait-more"
            } else {
                "who-trait-less"
            };
            words.say(
                &Message::new(key)
                    .with("kind", words.kind(&one.kind))
                    .number("own", 100.0 * one.own_share(), 0)
                    .number("others", 100.0 * one.others_share(), 0),
            )
        });
        pieces.push(Piece::Paragraph(words.say(&head)));
        pieces.push(Piece::List(told.collect()));
    }
    section(pieces)
}

pub(super) fn wishes(round: &Round, words: &Words) -> Section {
    let lines = wish_lines(round.drawings);
    let known = Known::of(round.project);
    let mut topics: BTreeMap<&str, usize> = BTreeMap::new();
    for line in &lines {
        *topics.entry(known.topic(&line.topic)).or_default() += 1;
    }
    // Their sum stands nowhere, so that none can be told from it.
    let rows = topics
        .into_iter()
        .map(|(topic, count)| vec![words.topic(topic), words.count(shown_count(count))]);
    let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    // One person can write the same wish five times.
    let people = |group: &WishGroup| {
        let designs = group.wishes.iter().map(|wish| lines[*wish].design);
        designs.collect::<BTreeSet<_>>().len()
    };
    let groups = wish_groups(&texts)
        .into_iter()
        .filter(|group| people(group) >= LEAST_PEOPLE);
    let groups = groups.map(|group| {
        let typical = public_words(texts[group.typical]);
        words.say(
            &Message::new("wishes-group")
                .with("text", typical)
                .with("n", group.wishes.len()),
        )
    });
    let groups: Vec<String> = groups.collect();
    let heads = heads(words, &["report-topic", "report-wishes"]);
    let mut pieces = vec![Piece::table(heads, rows.collect())];
    if !groups.is_empty() {
        pieces.push(Piece::Paragraph(words.key("report-wishes-alike")));
        pieces.push(Piece::List(groups));
    }
    Section {
        id: "wishes",
        title: words.key("desk-wishes-caption"),
        pieces,
    }
}

//! The sections of the document, each from figures to elements.

use std::collections::BTreeMap;

use crate::agreement::{
    HotSpot, Vote, density, group_letter, hidden, hot_spots, isolines, shown_count, traits_of, wish_groups,
};
use crate::catalogue::KindId;
use crate::design::PlacementShape;
use crate::formats::document::{Figure, Piece, Section, Table};
use crate::geometry::{ScreenVec, Turn, View, WorldPt, WorldVec};
use crate::rules::place;
use crate::scene::{Detail, EstatePlan, Scene, Shown};
use crate::tally::{Facet, public_words, wish_lines};
use crate::text::Message;

use super::maps::{coverage_scene, density_scene};
use super::page::{Round, Words};

/// Kinds that have a map of their own.
const MAPS: usize = 6;
/// Hot spots that are told a kind.
const SPOTS: usize = 8;
/// A group of wishes is told by one of its sentences when at least so many said much the same: it then points at nobody.
const LEAST_WISHES: usize = 5;
/// The size of a map in pixels.
const MAP: ScreenVec = ScreenVec::new(720.0, 540.0);

pub(super) fn heads(words: &Words, keys: &[&'static str]) -> Vec<String> {
    keys.iter().map(|key| words.key(key)).collect()
}

/// Counts of one column as they may leave the office.
fn shown(counts: &[usize]) -> Vec<String> {
    let texts = hidden(counts).into_iter();
    texts
        .map(|count| count.map_or_else(|| shown_count(1), |count| count.to_string()))
        .collect()
}

/// A map of the estate with something over it.
fn map(plan: &EstatePlan, over: Scene, round: &Round, caption: String) -> Piece {
    let view = View::new(WorldPt::default(), 1.0, MAP).fitted(round.project.estate.bounds(), 6.0);
    let mut scene = plan.scene(Detail::of(view.scale), Shown::default(), 0.0);
    scene.marks.extend(over.marks);
    Piece::Figure(Box::new(Figure { scene, view, caption }))
}

pub(super) fn kinds(round: &Round, words: &Words) -> Section {
    let counts = round.columns.kind_counts();
    let designs = shown(&counts.iter().map(|count| count.designs).collect::<Vec<_>>());
    let all = round.drawings.len().max(1) as f64;
    let rows: Vec<Vec<String>> = counts
        .iter()
        .zip(designs)
        .map(|(count, designs)| {
            let is_hidden = designs.starts_with('<');
            let share = Message::new("desk-share").number("share", 100.0 * count.designs as f64 / all, 0);
            let share = if is_hidden {
                "–".to_owned()
            } else {
                words.say(&share)
            };
            let things = if is_hidden {
                "–".to_owned()
            } else {
                count.things.to_string()
            };
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
    spots.retain(|spot| !shown_count(spot.designs.len()).starts_with('<'));
    spots.truncate(SPOTS);
    spots
}

pub(super) fn places(round: &Round, words: &Words, plan: &EstatePlan) -> Section {
    let mut pieces = vec![Piece::Paragraph(words.key("where-votes"))];
    let common = round.columns.kind_counts().into_iter();
    let common = common
        .filter(|count| !shown_count(count.designs).starts_with('<'))
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

fn facet_table(words: &Words, key: &'static str, facets: &[Facet], name: impl Fn(&str) -> String) -> Piece {
    let designs = shown(&facets.iter().map(|facet| facet.designs).collect::<Vec<_>>());
    let rows = facets
        .iter()
        .zip(designs)
        .map(|(facet, designs)| vec![name(&facet.value), designs]);
    Piece::table(heads(words, &[key, "desk-kinds-designs"]), rows.collect())
}

pub(super) fn people(round: &Round, words: &Words, plan: &EstatePlan) -> Section {
    let found = round.coverage;
    let unsaid = |value: &str, key: String| match value.is_empty() {
        true => words.key("desk-filter-unsaid"),
        false => words.named(key, value),
    };
    let counts: Vec<usize> = found.houses.iter().map(|row| row.designs).collect();
    let houses = found.houses.iter().zip(shown(&counts)).map(|(row, designs)| {
        let households = row.households.map_or("–".to_owned(), |n| n.to_string());
        let weight = row.weight.filter(|_| !designs.starts_with('<'));
        let weight = weight.map_or("–".to_owned(), |weight| format!("× {weight:.2}"));
        let house = match row.house.is_empty() {
            true => words.key("desk-filter-unsaid"),
            false => words.say(&Message::new("desk-building").with("n", row.house.as_str())),
        };
        vec![house, households, designs, weight]
    });
    let standing = Message::new("who-standing")
        .with("designs", found.designs)
        .number("households", f64::from(found.households), 0)
        .with("silent", found.silent_houses);
    // On the map a house with few designs has no number of its own.
    let mut on_map = found.clone();
    for (row, count) in on_map.houses.iter_mut().zip(hidden(&counts)) {
        row.designs = count.unwrap_or(1);
    }
    on_map.houses.retain(|row| row.designs != 1);
    let caption = words.key("report-houses-map");
    let weights = heads(
        words,
        &[
            "desk-filter-building",
            "who-households",
            "desk-kinds-designs",
            "who-weight",
        ],
    );
    let coverage = coverage_scene(&on_map, round.project);
    let pieces = vec![
        Piece::Paragraph(words.say(&standing)),
        Piece::Paragraph(words.key("who-not-a-vote")),
        map(plan, coverage, round, caption),
        Piece::Table(Table {
            caption: words.key("who-weights"),
            heads: weights,
            rows: houses.collect(),
        }),
        facet_table(words, "desk-filter-age", &found.ages, |value| {
            unsaid(value, age_key(value))
        }),
        facet_table(words, "desk-filter-channel", &found.channels, |value| {
            unsaid(value, format!("desk-channel-{value}"))
        }),
    ];
    Section {
        id: "who",
        title: words.key("desk-tab-who"),
        pieces,
    }
}

fn age_key(value: &str) -> String {
    let key = match value {
        "0-17" => "age-child",
        "18-39" => "age-young",
        "40-59" => "age-middle",
        "60-74" => "age-older",
        "75+" => "age-oldest",
        "60+" => "desk-age-60plus",
        other => return format!("age-{other}"),
    };
    key.to_owned()
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
    for group in 0..grouping.count() {
        let head = Message::new("report-group")
            .with("group", group_letter(group).to_string())
            .with("n", shown_count(grouping.sizes[group]));
        let told = traits_of(round.columns, grouping, &[], group);
        let told = told
            .iter()
            .filter(|one| one.of_own >= LEAST_WISHES)
            .take(8)
            .map(|one| {
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
    let mut topics: BTreeMap<&str, usize> = BTreeMap::new();
    lines
        .iter()
        .for_each(|line| *topics.entry(&line.topic).or_default() += 1);
    let counts = shown(&topics.values().copied().collect::<Vec<_>>());
    let rows = topics.keys().zip(counts).map(|(topic, count)| {
        let name = match topic.is_empty() {
            true => words.key("desk-wishes-topic-none"),
            false => words.named(format!("topic-{topic}"), topic),
        };
        vec![name, count]
    });
    let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    let groups = wish_groups(&texts)
        .into_iter()
        .filter(|group| group.wishes.len() >= LEAST_WISHES);
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

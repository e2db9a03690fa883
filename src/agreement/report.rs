//! Agreement and compositions as documents: what `mulin tally` and `mulin compose` write.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use crate::rules::totals_value;
use crate::tally::{Each, Facet, ShownCount, shown_count};
use crate::text::Message;

use super::choose::Why;
use super::composition::{Composition, NothingWhy, Proposal};
use super::measure::Support;
use super::{Columns, Coverage, Grouping, HotSpot, Trait, group_letter, traits_of};

/// Traits that are told of a group.
const TRAITS: usize = 12;

fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0 + 0.0
}

fn thousandths(value: f64) -> f64 {
    (value * 1_000.0).round() / 1_000.0 + 0.0
}

/// Hot spots, groups and coverage as a document, written as it is read: the names behind a hundred hot spots are
/// millions. A public one hides small counts and names no design.
#[derive(Clone, Copy, Debug)]
pub struct Agreement<'a> {
    /// What was looked at.
    pub columns: &'a Columns,
    /// Where a kind is densest.
    pub spots: &'a [HotSpot],
    /// Who wants alike.
    pub grouping: &'a Grouping,
    /// Who has spoken.
    pub coverage: &'a Coverage,
    /// The deviation of the kernel in metres.
    pub bandwidth: f64,
    /// Whether it leaves the office.
    pub public: bool,
}

#[derive(Serialize)]
struct SpotRow<'a, N: Serialize> {
    kind: &'a str,
    at: [f64; 2],
    designs: usize,
    things: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    names: Option<N>,
}

impl Serialize for Agreement<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("bandwidth_m", &self.bandwidth)?;
        // Where fewer than five put something, the place itself would tell on them.
        let is_told = |spot: &&HotSpot| !self.public || shown_count(spot.designs.len()).is_number();
        let told = || self.spots.iter().filter(is_told);
        map.serialize_entry("hot_spots", &Each(|| told().map(|spot| self.spot(spot))))?;
        if self.public {
            map.serialize_entry("hot_spots_left_out", &(self.spots.len() - told().count()))?;
        }
        map.serialize_entry("groups", &self.groups())?;
        map.serialize_entry("coverage", &coverage_json(self.coverage, self.public))?;
        map.end()
    }
}

impl<'a> Agreement<'a> {
    fn spot(&self, spot: &'a HotSpot) -> SpotRow<'a, impl Serialize + use<'a>> {
        let columns = self.columns;
        let name = |at: &u32| columns.names()[*at as usize];
        SpotRow {
            kind: spot.kind.as_str(),
            at: [tenths(spot.at.x), tenths(spot.at.y)],
            designs: spot.designs.len(),
            things: spot.things.len(),
            names: (!self.public).then_some(Each(move || spot.designs.iter().map(name))),
        }
    }
    fn groups(&self) -> Value {
        let sizes = self.grouping.shown_sizes();
        let group = |at: usize| {
            let size = match self.public {
                true => sizes[at],
                false => ShownCount::Number(self.grouping.sizes[at]),
            };
            let traits = traits_of(self.columns, self.grouping, self.spots, at);
            let told = traits
                .iter()
                .filter(|one| !self.public || one.may_leave(size))
                .take(TRAITS);
            json!({
                "group": group_letter(at).to_string(), "designs": size,
                "traits": told.map(trait_json).collect::<Vec<_>>(),
            })
        };
        json!({
            "method": "spherical k-means on kinds and places of 24 m", "seed": self.grouping.seed,
            "silhouette": self.grouping.silhouette.map(thousandths),
            "groups": (0..self.grouping.count()).map(group).collect::<Vec<_>>(),
        })
    }
}

fn trait_json(one: &Trait) -> Value {
    json!({
        "kind": one.kind.as_str(), "at": one.at.map(|at| [tenths(at.x), tenths(at.y)]),
        "own": one.own, "of_own": one.of_own, "others": one.others, "of_others": one.of_others,
        "z": tenths(one.z),
    })
}

fn coverage_json(coverage: &Coverage, public: bool) -> Value {
    let shown = coverage.shown();
    let said = |count: usize, shown: ShownCount| if public { shown } else { ShownCount::Number(count) };
    let is_whole = !public || shown.is_whole;
    let houses = coverage.houses.iter().zip(&shown.houses).map(|(row, shown)| {
        let weight = row.weight.filter(|_| is_whole).map(thousandths);
        json!({
            "house": row.house, "households": row.households,
            "designs": said(row.designs, *shown), "weight": weight,
        })
    });
    let facets = |facets: &[Facet], shown: &[ShownCount]| -> Value {
        let rows = facets.iter().zip(shown);
        rows.map(|(facet, shown)| json!({ "value": facet.value, "designs": said(facet.designs, *shown) }))
            .collect()
    };
    let even = coverage.chi_square.filter(|_| is_whole);
    let mut whole = json!({
        "designs": said(coverage.designs, shown.designs), "households": coverage.households,
        "silent_houses": if public { shown.silent_houses } else { Some(coverage.silent_houses) },
        "chi_square": even.map(|(value, freedom)| json!({ "value": thousandths(value), "freedom": freedom })),
        "effective_designs": coverage.effective.filter(|_| is_whole).map(tenths),
        "houses": houses.collect::<Vec<_>>(),
        "ages": facets(&coverage.ages, &shown.ages), "channels": facets(&coverage.channels, &shown.channels),
    });
    if !public {
        whole["next_doors"] = next_doors(coverage);
    }
    whole
}

/// The stairs to visit, for planners only.
fn next_doors(coverage: &Coverage) -> Value {
    let silent = coverage.stairs.iter().filter(|row| row.designs == 0);
    silent
        .map(|row| {
            json!({
                "house": row.house, "stair": row.stair, "door": row.door.as_str(),
                "households": tenths(row.households), "house_is_silent": row.house_is_silent,
            })
        })
        .collect()
}

fn support_json(support: &Support) -> Value {
    json!({
        "mean": thousandths(support.mean()), "product": support.product,
        "groups": support.groups.iter().enumerate().map(|(at, group)| json!({
            "group": group_letter(at).to_string(), "designs": group.designs,
            "agreement": thousandths(group.agreement), "smoothed": thousandths(group.smoothed),
        })).collect::<Vec<_>>(),
    })
}

/// The reason in files.
pub(super) fn why_word(why: Why) -> String {
    match why {
        Why::Rule(rule) => format!("rule:{rule}"),
        Why::Budget => "budget".to_owned(),
        Why::Support => "support".to_owned(),
        Why::Taken => "in-an-earlier-proposal".to_owned(),
    }
}

impl NothingWhy {
    /// Every reason.
    pub const ALL: [Self; 6] = [
        Self::NoDesigns,
        Self::NothingDrawn,
        Self::Budget,
        Self::Rules,
        Self::NoAgreement,
        Self::Stopped,
    ];

    /// The word in files and the end of a key: `no-designs` ….
    pub fn word(self) -> &'static str {
        match self {
            Self::NoDesigns => "no-designs",
            Self::NothingDrawn => "nothing-drawn",
            Self::Budget => "budget",
            Self::Rules => "rules",
            Self::NoAgreement => "no-agreement",
            Self::Stopped => "stopped",
        }
    }
    /// The sentence for people; `budget` in yuan.
    pub fn message(self, budget: f64) -> Message {
        Message::new(match self {
            Self::NoDesigns => "compose-nothing-no-designs",
            Self::NothingDrawn => "compose-nothing-nothing-drawn",
            Self::Budget => "compose-nothing-budget",
            Self::Rules => "compose-nothing-rules",
            Self::NoAgreement => "compose-nothing-no-agreement",
            Self::Stopped => "compose-nothing-stopped",
        })
        .number("budget", budget, 0)
    }
}

/// A composition as `mulin.composition/1`: what `mulin compose --report` writes, for planners only, since it names
/// designs.
pub fn composition_json(composition: &Composition) -> Value {
    let proposal = |one: &Proposal| {
        json!({
            "title": one.design.title,
            "support": support_json(&one.support),
            "better_than_any_single_design": one.beats_singles,
            "totals": totals_value(&one.totals),
            "things": one.design.placements().iter().zip(&one.backing).map(|(thing, backing)| {
                let at = thing.shape.centre();
                json!({
                    "id": thing.id.as_str(), "kind": thing.kind.as_str(), "at": [tenths(at.x), tenths(at.y)],
                    "designs": backing.designs.iter().map(ToString::to_string).collect::<Vec<_>>(),
                    "groups": backing.groups.iter().enumerate().map(|(at, (own, of))| json!({
                        "group": group_letter(at).to_string(), "designs": own, "of": of,
                    })).collect::<Vec<_>>(),
                })
            }).collect::<Vec<_>>(),
            "left_out": one.left_out.iter().map(|left| json!({
                "kind": left.kind.as_str(), "at": [tenths(left.at.x), tenths(left.at.y)],
                "designs": left.designs, "why": why_word(left.why),
            })).collect::<Vec<_>>(),
        })
    };
    json!({
        "schema": "mulin.composition/1",
        "method": "group-informed consensus over Dice agreement, kinds within 8 m (docs/tally.md)",
        "designs": composition.designs, "without_things": composition.silent,
        "groups": composition.groups,
        "nothing": composition.nothing.map(NothingWhy::word),
        "single_designs_measured": composition.singles,
        "best_single_design": composition.best_single.as_ref().map(|(name, support)| json!({
            "design": name.to_string(), "support": support_json(support),
            "must_findings": composition.best_single_breaks,
        })),
        "proposals": composition.proposals.iter().map(proposal).collect::<Vec<_>>(),
    })
}

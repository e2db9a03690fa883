//! Where many designs agree: what was planted is found again, and one plan is composed of all.

mod away;
mod compose;
mod coverage;
mod density;
mod groups;
mod hidden;
mod pairs;
mod sketches;
mod stopping;
mod wishes;

use std::sync::Arc;

use mulin::agreement::{Chance, Columns, Sketch, Sketches};
use mulin::design::stored::{self, DesignName};
use mulin::design::{Author, Command, Design, Placement};
use mulin::geometry::{Bounds, WorldPt};
use mulin::tally::{Collection, Drawing};

use crate::plan;

/// The sheet of [`plan::project`].
pub fn sheet() -> Bounds {
    Bounds {
        min: WorldPt::new(0.0, 0.0),
        max: WorldPt::new(200.0, 200.0),
    }
}

/// A normally distributed number (Box & Muller) of a deviation.
pub fn normal(chance: &mut Chance, deviation: f64) -> f64 {
    let (u, v) = (1.0 - chance.share(), chance.share());
    deviation * (-2.0 * u.ln()).sqrt() * (std::f64::consts::TAU * v).cos()
}

/// A thing of a kind, about a place.
pub fn about(id: usize, kind: &str, at: (f64, f64), deviation: f64, chance: &mut Chance) -> Placement {
    let off = (normal(chance, deviation), normal(chance, deviation));
    let held = |metres: f64| metres.clamp(1.0, 199.0);
    plan::thing(&format!("p{id}"), kind, (held(at.0 + off.0), held(at.1 + off.1)))
}

/// A design of things, told apart from others by a number.
pub fn numbered(number: usize, things: Vec<Placement>) -> Design {
    let mut design = Design::new("small", &format!("{number:032x}"));
    design.drawn = "2026-11-20T08:00:00+08:00".to_owned();
    design.apply(&Command::Put(things)).unwrap()
}

/// The same design from a house.
pub fn from_house(design: &Design, house: &str, age: &str) -> Design {
    let by = Author {
        building: house.to_owned(),
        age: age.to_owned(),
        ..Author::default()
    };
    design.apply(&Command::SetAuthor(by)).unwrap()
}

/// Each design under the hash of its bytes.
pub fn named(designs: Vec<Design>) -> Vec<(DesignName, Arc<Design>)> {
    designs
        .into_iter()
        .map(|design| (DesignName::of(&stored::write(&design)), Arc::new(design)))
        .collect()
}

pub fn columns(designs: &[(DesignName, Arc<Design>)]) -> Columns {
    Columns::of_designs(designs.iter().map(|(name, design)| (*name, &**design)))
}

/// What composing keeps of designs.
pub fn sketches(designs: &[(DesignName, Arc<Design>)]) -> Sketches {
    let sketch = |(name, design): &(DesignName, Arc<Design>)| (*name, Sketch::of(design));
    Sketches::of(designs.iter().map(sketch).collect())
}

/// The designs as they come out of a store.
pub fn drawings(designs: &[(DesignName, Arc<Design>)]) -> Vec<Drawing> {
    let mut collection = Collection::new(Some("small"));
    for (name, design) in designs {
        collection
            .add_stored(&format!("{name}.json"), &stored::write(design))
            .unwrap();
    }
    collection.drawings()
}

/// A seeded Fisher-Yates shuffle.
pub fn shuffle<T>(items: &mut [T], seed: u64) {
    let mut chance = Chance::new(seed);
    for last in (1..items.len()).rev() {
        items.swap(last, chance.below(last + 1));
    }
}

//! Small estates and designs built by hand, for tests of rules, totals and places.

use std::collections::BTreeMap;
use std::sync::Arc;

use mulin::catalogue::{Catalogue, KindId};
use mulin::design::{Command, Design, ParamValue, Placement, PlacementId, PlacementShape};
use mulin::estate::{BayUse, BuildingUse, Class, Estate, Feature, FeatureId, Shape};
use mulin::geometry::{Line, Outline, Turn, WorldPt, WorldVec};
use mulin::project::{Project, ProjectFile, RuleChoice};
use proptest::test_runner::{Config, RngSeed};

/// A feature that is a rectangle from corner to corner.
pub fn block(id: &str, class: Class, name: &str, from: (f64, f64), to: (f64, f64)) -> Feature {
    let size = WorldVec::new(to.0 - from.0, to.1 - from.1);
    let middle = WorldPt::new((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0);
    Feature {
        id: FeatureId::new(id),
        class,
        name: name.to_owned(),
        shape: Shape::Area(Outline::rectangle(middle, size, 0.0), Vec::new()),
    }
}

/// A feature at a place.
pub fn spot(id: &str, class: Class, at: (f64, f64)) -> Feature {
    Feature {
        id: FeatureId::new(id),
        class,
        name: String::new(),
        shape: Shape::Point(WorldPt::new(at.0, at.1)),
    }
}

/// A six-storey slab of flats.
pub fn slab(id: &str, name: &str, from: (f64, f64), to: (f64, f64)) -> Feature {
    block(id, building(false), name, from, to)
}

/// The class of a building.
pub fn building(remove: bool) -> Class {
    Class::Building {
        usage: BuildingUse::Dwelling,
        storeys: Some(6.0),
        height: Some(18.0),
        households: 36,
        remove,
    }
}

/// A project of features, 200 × 200 m about (100, 100) unless a boundary is among them.
pub fn project(mut features: Vec<Feature>) -> Project {
    if !features.iter().any(|f| f.class == Class::Boundary) {
        features.push(block("edge", Class::Boundary, "", (0.0, 0.0), (200.0, 200.0)));
    }
    let file = ProjectFile {
        schema: ProjectFile::SCHEMA.to_owned(),
        id: "small".to_owned(),
        title: BTreeMap::new(),
        about: BTreeMap::new(),
        estate: "estate.geojson".to_owned(),
        budget: Some(10_000_000.0),
        questions: Vec::new(),
        rules: RuleChoice::default(),
        gallery_open: false,
        extra: serde_json::Map::new(),
    };
    Project {
        file,
        estate: Arc::new(Estate::new(None, features)),
        catalogue: Arc::new(Catalogue::built_in().clone()),
    }
}

/// A new thing of its default size.
pub fn thing(id: &str, kind: &str, at: (f64, f64)) -> Placement {
    let kind = Catalogue::built_in().kind(&KindId::new(kind)).expect("a kind");
    Placement::new(
        PlacementId::new(id),
        kind,
        WorldPt::new(at.0, at.1),
        Turn::default(),
    )
}

/// An area from corner to corner.
pub fn area(id: &str, kind: &str, from: (f64, f64), to: (f64, f64)) -> Placement {
    let block = block("x", Class::Green, "", from, to);
    let outline = block.shape.outline().expect("an outline").clone();
    Placement {
        shape: PlacementShape::Area(outline),
        ..thing(id, kind, from)
    }
}

/// A rectangle of a size.
pub fn sized(id: &str, kind: &str, at: (f64, f64), size: (f64, f64)) -> Placement {
    Placement {
        shape: PlacementShape::Rectangle {
            at: WorldPt::new(at.0, at.1),
            size: WorldVec::new(size.0, size.1),
            turn: Turn::default(),
        },
        ..thing(id, kind, at)
    }
}

/// A path through points.
pub fn path(id: &str, kind: &str, points: &[(f64, f64)], width: f64) -> Placement {
    let line = Line::new(points.iter().map(|(x, y)| WorldPt::new(*x, *y))).expect("a line");
    Placement {
        shape: PlacementShape::Path { line, width },
        ..thing(id, kind, points[0])
    }
}

/// The thing with an option chosen.
pub fn with(mut thing: Placement, param: &str, option: &str) -> Placement {
    thing
        .params
        .insert(param.to_owned(), ParamValue::Text(option.to_owned()));
    thing
}

/// A design of things.
pub fn design(things: Vec<Placement>) -> Design {
    Design::new("small", "00")
        .apply(&Command::Put(things))
        .expect("a design")
}

/// An existing bay of 2.4 × 5.3 m.
pub fn bay(id: &str, corner: (f64, f64)) -> Feature {
    let class = Class::Bay { usage: BayUse::Car };
    block(id, class, "", corner, (corner.0 + 2.4, corner.1 + 5.3))
}

/// So many random cases, the same in every run.
pub fn seeded(cases: u32) -> Config {
    Config {
        cases,
        rng_seed: RngSeed::Fixed(2_026),
        failure_persistence: None,
        ..Config::default()
    }
}

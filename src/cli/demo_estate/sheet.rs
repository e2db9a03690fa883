//! The sheet on which the demo estate is drawn, and the few shapes that it is drawn with.

use std::collections::HashMap;

use crate::estate::{Class, Feature, FeatureId, Shape};
use crate::geometry::{Line, Outline, Region, WorldPt, WorldVec};

/// The features drawn so far.
#[derive(Default)]
pub struct Sheet {
    features: Vec<Feature>,
    counts: HashMap<&'static str, usize>,
}

impl Sheet {
    /// Draws a thing of a name of its own.
    pub fn draw(&mut self, id: &str, name: &str, class: Class, shape: Shape) {
        self.features.push(Feature {
            id: FeatureId::new(id),
            class,
            name: name.to_owned(),
            shape,
        });
    }
    /// Draws a thing without a name, numbered after its stem: `bay-1`, `bay-2` ….
    pub fn draw_numbered(&mut self, stem: &'static str, class: Class, shape: Shape) {
        let count = self.counts.entry(stem).or_default();
        *count += 1;
        let id = format!("{stem}-{count}");
        self.draw(&id, "", class, shape);
    }
    /// What is drawn so far.
    pub fn features(&self) -> &[Feature] {
        &self.features
    }
    /// The sheet's features, the sheet being done.
    pub fn into_features(self) -> Vec<Feature> {
        self.features
    }
    /// The ground that the chosen features cover, each grown by so many metres.
    pub fn ground(&self, grow: impl Fn(&Class) -> Option<f64>) -> Region {
        let parts = self.features.iter().filter_map(|feature| {
            let margin = grow(&feature.class)?;
            Some(covered(feature).grown(margin))
        });
        // Parts without holes are united at once, which is far quicker than one by one.
        let (mut plain, mut holed) = (Vec::new(), Vec::new());
        for part in parts {
            if part.pieces().all(|(_, holes)| holes.is_empty()) {
                plain.extend(part.pieces().map(|(edge, _)| edge));
            } else {
                holed.push(part);
            }
        }
        holed
            .iter()
            .fold(Region::union_of(&plain), |all, part| all.with(part))
    }
}

/// The ground that a feature covers; of a road drawn as a line the strip of its width.
fn covered(feature: &Feature) -> Region {
    match (&feature.shape, &feature.class) {
        (Shape::Area(edge, _), _) => Region::from(edge),
        (
            Shape::Line(line),
            Class::Road {
                width: Some(width), ..
            },
        ) => Region::strip(line, *width),
        _ => Region::default(),
    }
}

/// An upright rectangle from its south-west to its north-east corner.
pub fn upright(west: f64, south: f64, east: f64, north: f64) -> Outline {
    let centre = WorldPt::new((west + east) / 2.0, (south + north) / 2.0);
    Outline::rectangle(centre, WorldVec::new(east - west, north - south), 0.0)
}

/// An upright rectangle as a shape.
pub fn area(west: f64, south: f64, east: f64, north: f64) -> Shape {
    Shape::Area(upright(west, south, east, north), Vec::new())
}

/// A point as a shape, to the centimetre.
pub fn point(x: f64, y: f64) -> Shape {
    Shape::Point(WorldPt::new(rounded(x), rounded(y)))
}

/// A line as a shape, to the centimetre. Lines of the demo estate have two distinct points.
pub fn line(points: &[(f64, f64)]) -> Shape {
    let points = points.iter().map(|(x, y)| WorldPt::new(rounded(*x), rounded(*y)));
    Line::new(points).map_or_else(|| point(0.0, 0.0), Shape::Line)
}

/// A ring of corners as a shape.
pub fn ring(corners: &[(f64, f64)]) -> Shape {
    Outline::new(
        corners
            .iter()
            .map(|(x, y)| WorldPt::new(rounded(*x), rounded(*y))),
    )
    .map_or_else(|_| point(0.0, 0.0), |edge| Shape::Area(edge, Vec::new()))
}

/// A line that swings from one point to another as a trodden path does: it leaves and arrives
/// going north.
pub fn swing(from: (f64, f64), to: (f64, f64)) -> Vec<(f64, f64)> {
    const STEPS: u8 = 8;
    if (from.0 - to.0).abs() < 0.5 {
        return vec![from, to];
    }
    (0..=STEPS)
        .map(|step| {
            let share = f64::from(step) / f64::from(STEPS);
            let across = (1.0 - (share * std::f64::consts::PI).cos()) / 2.0;
            (
                from.0 + (to.0 - from.0) * across,
                from.1 + (to.1 - from.1) * share,
            )
        })
        .collect()
}

/// Points of a quarter circle about a centre, from an angle on, anticlockwise, in degrees.
pub fn quarter(centre: (f64, f64), radius: f64, from_degrees: f64) -> Vec<(f64, f64)> {
    const STEPS: u8 = 6;
    (0..=STEPS)
        .map(|step| {
            let angle = (from_degrees + 90.0 * f64::from(step) / f64::from(STEPS)).to_radians();
            (centre.0 + radius * angle.cos(), centre.1 + radius * angle.sin())
        })
        .collect()
}

/// A length to the centimetre.
pub fn rounded(metres: f64) -> f64 {
    (metres * 100.0).round() / 100.0
}

//! Lawns, gardens, hedges, paved places: what lies between the houses and the ways.

use crate::estate::{Class, Shape};
use crate::geometry::{Outline, Region, Segment, WorldPt};

use super::names::name;
use super::sheet::{Sheet, area, quarter, ring, rounded, upright};
use super::site::{CROSS_Y, DEPTH, EAST_WAY_Y, PATHS, RING, ROWS, SPINE_X, STAIR, WIDTH};

/// The middle and radius of the round flower bed on the old station's square.
const ROUND_BED: ((f64, f64), f64) = ((86.0, 75.5), 4.6);
/// A lawn smaller than this is left as bare ground, in square metres.
const LEAST_LAWN: f64 = 12.0;

/// Draws the edge of the estate.
pub fn draw_boundary(sheet: &mut Sheet) {
    sheet.draw("boundary", "", Class::Boundary, area(0.0, 0.0, WIDTH, DEPTH));
}

/// Draws the paved places and the corner with the old fitness machines.
pub fn draw_places(sheet: &mut Sheet) {
    let bed: Vec<(f64, f64)> = (0..4)
        .flat_map(|turn| quarter(ROUND_BED.0, ROUND_BED.1, 90.0 * f64::from(turn)))
        .collect();
    let outline = |corners: &[(f64, f64)]| {
        Outline::new(
            corners
                .iter()
                .map(|(x, y)| WorldPt::new(rounded(*x), rounded(*y))),
        )
        .ok()
    };
    let square = [
        (75.0, 65.0),
        (105.0, 65.0),
        (105.0, 97.0),
        (102.0, 100.0),
        (75.0, 100.0),
    ];
    if let (Some(edge), Some(hole)) = (outline(&square), outline(&bed)) {
        sheet.draw(
            "square",
            name("square"),
            Class::Paving,
            Shape::Area(edge, vec![hole]),
        );
    }
    sheet.draw_numbered("green", Class::Green, ring(&bed));
    for [west, south, east, north] in [
        [76.2, 55.0, 98.2, 58.0],
        [66.9, 63.0, 68.2, 78.0],
        [57.6, 79.0, 68.2, 82.0],
    ] {
        sheet.draw_numbered("front", Class::Paving, area(west, south, east, north));
    }
    sheet.draw(
        "fitness",
        name("fitness"),
        Class::Activity,
        ring(&[
            (172.0, 133.4),
            (187.0, 133.4),
            (187.0, 140.0),
            (183.5, 141.8),
            (172.0, 141.8),
        ]),
    );
}

/// Draws what is green: garden strips under the south windows, hedges between the stair doors,
/// and lawns wherever nothing else is.
pub fn draw_green(sheet: &mut Sheet) {
    gardens_and_hedges(sheet);
    let taken = sheet.ground(|class| match class {
        Class::Road { .. } => Some(0.6),
        Class::Bay { .. } => Some(0.6),
        Class::Building { .. } => Some(1.0),
        Class::Paving | Class::Substation | Class::Green => Some(0.4),
        Class::Activity => Some(0.6),
        _ => None,
    });
    for panel in panels() {
        let lawn = Region::from(&panel).without(&taken);
        // Shrunk and grown again: what is too narrow for a lawn goes, and corners become round.
        let lawn = lawn.grown(-0.6).grown(0.6);
        for (edge, holes) in lawn.pieces().filter(|(edge, _)| edge.area() > LEAST_LAWN) {
            if let Some(edge) = simplified(&edge) {
                let holes = holes.iter().filter_map(simplified).collect();
                sheet.draw_numbered("green", Class::Green, Shape::Area(edge, holes));
            }
        }
    }
}

/// The outline with its corners on a grid of 5 cm and without those that stray less than 6 cm
/// from the line of the others, where it still is an outline.
fn simplified(edge: &Outline) -> Option<Outline> {
    let coarse = |metres: f64| (metres * 20.0).round() / 20.0;
    let mut corners: Vec<WorldPt> = edge
        .corners()
        .iter()
        .map(|p| WorldPt::new(coarse(p.x), coarse(p.y)))
        .collect();
    let first = *corners.first()?;
    let far = (0..corners.len()).max_by(|a, b| {
        let off = |at: &usize| corners[*at].distance(first);
        off(a).total_cmp(&off(b))
    })?;
    corners.push(first);
    let mut kept = straightened(&corners[..=far]);
    kept.extend(straightened(&corners[far..]));
    Outline::new(kept).ok()
}

/// A line without the points that stray little from the line of the others (Douglas and Peucker).
fn straightened(points: &[WorldPt]) -> Vec<WorldPt> {
    const STRAY: f64 = 0.06;
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return Vec::new();
    };
    let whole = Segment {
        from: *first,
        to: *last,
    };
    let stray = |at: &usize| whole.nearest(points[*at]).distance(points[*at]);
    match (1..points.len().saturating_sub(1)).max_by(|a, b| stray(a).total_cmp(&stray(b))) {
        Some(at) if stray(&at) > STRAY => {
            let mut kept = straightened(&points[..=at]);
            kept.pop();
            kept.extend(straightened(&points[at..]));
            kept
        }
        _ => vec![*first, *last],
    }
}

fn gardens_and_hedges(sheet: &mut Sheet) {
    let ways = sheet.ground(|class| matches!(class, Class::Road { .. }).then_some(0.5));
    let plant = |sheet: &mut Sheet, west: f64, south: f64, east: f64, north: f64| {
        let bed = upright(west, south, east, north);
        let free = Region::from(&bed).without(&ways);
        let cut = ways.meets(&Region::from(&bed));
        let pieces = free
            .pieces()
            .filter_map(|(edge, _)| if cut { simplified(&edge) } else { Some(edge) });
        for edge in pieces.filter(|edge| edge.area() > 3.0) {
            sheet.draw_numbered("green", Class::Green, Shape::Area(edge, Vec::new()));
        }
    };
    for (at, row) in ROWS.iter().enumerate() {
        for slab in row.slabs {
            let (south, north) = (row.south - slab.back, row.north() - slab.back);
            let length = f64::from(slab.stairs) * STAIR;
            // The gardens grow from two to four metres deep, as their keepers wished.
            let depth = 2.2 + 0.45 * f64::from((slab.west as u32 + at as u32) % 4);
            let (west, east) = (slab.west + 0.5, slab.west + length - 0.5);
            plant(sheet, west, south - 0.7 - depth, east, south - 0.7);
            for gap in 0..=slab.stairs {
                let middle = slab.west + STAIR * f64::from(gap);
                let west = (middle - STAIR / 2.0 + 2.0).max(slab.west + 0.5);
                let east = (middle + STAIR / 2.0 - 2.0).min(slab.west + length - 0.5);
                plant(sheet, west, north + 0.5, east, north + 1.7);
            }
        }
    }
}

/// Where lawns may lie: the courts, the gaps between gables, the strip along the north wall and
/// the corners outside the ring.
fn panels() -> Vec<Outline> {
    let (west, east) = (RING.0 + 3.2, RING.2 - 3.2);
    let mut panels = Vec::new();
    for (at, row) in ROWS.iter().enumerate().skip(1) {
        let below = PATHS[at - 1];
        let south = below.0 + below.1 / 2.0 + 0.5;
        let north = row.south - 4.9;
        if below.0 < CROSS_Y {
            panels.push(upright(west, south, SPINE_X - 3.6, north));
            let south = if at == 2 { EAST_WAY_Y + 3.6 } else { south };
            panels.push(upright(SPINE_X + 3.6, south, east, north));
        } else {
            panels.push(upright(west, south, east, north));
        }
        // Between the gables, and beside the last one.
        let ends = row.slabs.windows(2).map(|pair| {
            let gable = pair[0].west + f64::from(pair[0].stairs) * STAIR;
            upright(gable + 0.8, row.south - 4.0, pair[1].west - 0.8, row.north())
        });
        panels.extend(ends);
    }
    panels.push(upright(118.0, ROWS[0].south - 4.0, 160.0, ROWS[0].north()));
    let north = RING.3 + 3.0;
    panels.push(upright(0.8, north, WIDTH - 0.8, DEPTH - 0.8));
    for (x, y) in [(0.8, 0.8), (WIDTH - 9.8, 0.8)] {
        panels.push(upright(x, y, x + 9.0, y + 9.0));
    }
    panels
}

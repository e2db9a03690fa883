//! Where a straight strip lies inside a ring.

use crate::geometry::WorldPt;

/// Things may stick out by this much, in metres: twice the millimetre grid on which a turned
/// plot's corners are kept, so that a plot of exactly the right size holds the same at any turn.
pub(super) const SLACK_M: f64 = 0.002;

/// A length of a strip that lies inside the ring over the strip's whole width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Run {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// How far toward lower values the ring's edge still runs through the strip, where that edge
    /// closes the whole width of the strip; none where it only pokes into it.
    pub before: Option<f64>,
    /// The same toward higher values.
    pub after: Option<f64>,
}

impl Run {
    /// Its length in metres.
    pub fn length(&self) -> f64 {
        self.to - self.from
    }
    /// Whether it holds a stretch, with slack.
    pub fn holds(&self, from: f64, to: f64) -> bool {
        self.from <= from + SLACK_M && self.to >= to - SLACK_M
    }
}

struct Blocked {
    from: f64,
    to: f64,
    low: f64,
    high: f64,
}

/// The runs along x in which the strip between two heights lies inside the ring.
pub(super) fn runs_inside(ring: &[WorldPt], low: f64, high: f64) -> Vec<Run> {
    let (low, high) = (low + SLACK_M, high - SLACK_M);
    let mut blocked: Vec<Blocked> = sides(ring)
        .filter_map(|(a, b)| clipped(a, b, low, high))
        .collect();
    blocked.sort_by(|a, b| a.from.total_cmp(&b.from));
    let mut groups: Vec<Blocked> = Vec::with_capacity(blocked.len());
    for next in blocked {
        match groups.last_mut() {
            Some(last) if next.from <= last.to + 1e-9 => {
                last.to = last.to.max(next.to);
                last.low = last.low.min(next.low);
                last.high = last.high.max(next.high);
            }
            _ => groups.push(next),
        }
    }
    let closes = |group: &Blocked| group.low <= low + 1e-6 && group.high >= high - 1e-6;
    groups
        .windows(2)
        .filter(|pair| pair[1].from - pair[0].to > 0.1)
        .filter(|pair| {
            let middle = WorldPt::new((pair[0].to + pair[1].from) / 2.0, (low + high) / 2.0);
            is_inside(ring, middle)
        })
        .map(|pair| Run {
            from: pair[0].to,
            to: pair[1].from,
            before: closes(&pair[0]).then_some(pair[0].from),
            after: closes(&pair[1]).then_some(pair[1].to),
        })
        .collect()
}

fn sides(ring: &[WorldPt]) -> impl Iterator<Item = (WorldPt, WorldPt)> + '_ {
    (0..ring.len()).map(|i| (ring[i], ring[(i + 1) % ring.len()]))
}

/// The part of a side between two heights, as the box around it.
fn clipped(a: WorldPt, b: WorldPt, low: f64, high: f64) -> Option<Blocked> {
    let (bottom, top) = if a.y <= b.y { (a, b) } else { (b, a) };
    if top.y < low || bottom.y > high {
        return None;
    }
    let rise = top.y - bottom.y;
    let x_at = |y: f64| {
        if rise < 1e-12 {
            bottom.x
        } else {
            bottom.x + (top.x - bottom.x) * ((y - bottom.y) / rise).clamp(0.0, 1.0)
        }
    };
    let (from_y, to_y) = (bottom.y.max(low), top.y.min(high));
    let (p, q) = if rise < 1e-12 {
        (a.x, b.x)
    } else {
        (x_at(from_y), x_at(to_y))
    };
    Some(Blocked {
        from: p.min(q),
        to: p.max(q),
        low: from_y,
        high: to_y,
    })
}

fn is_inside(ring: &[WorldPt], p: WorldPt) -> bool {
    sides(ring)
        .filter(|(a, b)| (a.y > p.y) != (b.y > p.y))
        .filter(|(a, b)| p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y))
        .count()
        % 2
        == 1
}

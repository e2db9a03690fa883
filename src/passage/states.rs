//! In what states a vehicle passes junctions of which a bend is closed: at a point outside of them, with the arm by which
//! it left the last one, or in the middle of one, with the arm that it came from. So it comes back by the arm that it left
//! by only where it can turn round.

use super::drive::Driven;
use super::junction::{Arm, Junction, MOST_ARMS};
use super::lane::LaneGround;
use super::round::Rounds;

/// States of a point in the middle of a junction: one for each arm, and one for a vehicle that began there.
const EACH: usize = MOST_ARMS + 1;

/// All states, numbered: those outside of junctions, layer by layer, then those in the middle of one.
pub(super) struct States {
    junctions: Vec<Junction>,
    /// How many points the lattice has.
    count: usize,
    /// The junction and the arm by which a vehicle left it, of each layer after the first, in which it left none by an arm
    /// beyond which it cannot turn round.
    layers: Vec<(usize, Arm)>,
    /// By point, its number among those in the middle of junctions, and one; 0 for all others.
    middle: Vec<u32>,
    /// Those points, each with its junction.
    points: Vec<(usize, usize)>,
}

/// Where a vehicle is.
enum Place {
    Outside {
        layer: usize,
        point: usize,
    },
    Within {
        point: usize,
        junction: usize,
        from: Option<Arm>,
    },
}

impl States {
    /// Of ground that was driven over.
    pub fn of(ground: &LaneGround, driven: &Driven, junctions: Vec<Junction>) -> Self {
        let (mut middle, mut points) = (vec![0; ground.lattice.len()], Vec::new());
        for (number, junction) in junctions.iter().enumerate() {
            for at in &junction.middle {
                points.push((*at, number));
                middle[*at] = points.len() as u32;
            }
        }
        let mut rounds = Rounds::new(ground, driven, |at| middle[at] > 0);
        let mut layers = Vec::new();
        for (number, junction) in junctions.iter().enumerate() {
            for arm in 0..junction.count {
                let end = junction.arms.iter().find(|(_, of)| **of == arm);
                if end.is_some_and(|(at, _)| !rounds.turns_beyond(*at)) {
                    layers.push((number, arm));
                }
            }
        }
        Self {
            junctions,
            count: ground.lattice.len(),
            layers,
            middle,
            points,
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.count * (self.layers.len() + 1) + self.points.len() * EACH
    }

    /// The state of a vehicle that begins at a point.
    pub fn first(&self, point: usize) -> usize {
        match self.within(point) {
            None => point,
            Some((own, _)) => self.inner(own, None),
        }
    }

    /// The point of a state.
    pub fn point(&self, state: usize) -> usize {
        match self.place(state) {
            Place::Outside { point, .. } | Place::Within { point, .. } => point,
        }
    }

    /// The state after a step to a point; none where a junction lets the vehicle not through.
    pub fn after(&self, state: usize, next: usize) -> Option<usize> {
        let there = self.within(next);
        match (self.place(state), there) {
            (Place::Outside { layer, .. }, None) => Some(self.outer(layer, next)),
            (Place::Outside { layer, point }, Some((own, junction))) => {
                let by = self.junctions[junction].arms.get(&point).copied();
                let left = layer.checked_sub(1).map(|layer| self.layers[layer]);
                let comes_back = left.is_some() && left == by.map(|by| (junction, by));
                (!comes_back).then(|| self.inner(own, by))
            }
            (Place::Within { junction, from, .. }, Some((own, other))) => {
                // What lies in two is of the first: whoever goes from one middle into another came by no arm.
                Some(self.inner(own, from.filter(|_| junction == other)))
            }
            (Place::Within { junction, from, .. }, None) => {
                let to = self.junctions[junction].arms.get(&next).copied();
                let closed = from.zip(to);
                if closed.is_some_and(|(from, to)| !self.junctions[junction].lets_through(from, to)) {
                    return None;
                }
                let left = to.and_then(|to| self.layers.iter().position(|layer| *layer == (junction, to)));
                Some(self.outer(left.map_or(0, |layer| layer + 1), next))
            }
        }
    }

    fn within(&self, point: usize) -> Option<(usize, usize)> {
        let own = (self.middle[point] as usize).checked_sub(1)?;
        Some((own, self.points[own].1))
    }
    fn outer(&self, layer: usize, point: usize) -> usize {
        layer * self.count + point
    }
    fn inner(&self, own: usize, from: Option<Arm>) -> usize {
        self.count * (self.layers.len() + 1) + own * EACH + from.map_or(MOST_ARMS, usize::from)
    }
    fn place(&self, state: usize) -> Place {
        match state.checked_sub(self.count * (self.layers.len() + 1)) {
            None => Place::Outside {
                layer: state / self.count,
                point: state % self.count,
            },
            Some(inner) => {
                let (point, junction) = self.points[inner / EACH];
                let from = Some((inner % EACH) as Arm).filter(|arm| usize::from(*arm) < MOST_ARMS);
                Place::Within {
                    point,
                    junction,
                    from,
                }
            }
        }
    }
}

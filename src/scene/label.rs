//! Labels give way to each other: a kernel, boxes in and places out.

use crate::geometry::{Bounds, Index, WorldPt, WorldVec};

/// A label that would like to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// Where its middle may be, the best place first.
    pub places: Vec<WorldPt>,
    /// Half its width and height along its own axes.
    pub half: WorldVec,
    /// How far it is turned, degrees anticlockwise.
    pub turn: f64,
    /// Larger ranks are placed first; among equals the earlier.
    pub rank: f64,
}

/// Which of its places each label gets, or none. No two labels overlap and none lies on an
/// obstacle.
pub fn placed(wanted: &[Wanted], obstacles: &[Bounds]) -> Vec<Option<usize>> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*b].rank.total_cmp(&wanted[*a].rank));
    let blocked = Index::bulk(obstacles.iter().copied().enumerate());
    let mut taken: Index<usize> = Index::default();
    let mut boxes: Vec<Option<Turned>> = vec![None; wanted.len()];
    let mut chosen = vec![None; wanted.len()];
    for i in order {
        let label = &wanted[i];
        let free = label.places.iter().position(|place| {
            let own = Turned {
                centre: *place,
                half: label.half,
                turn: label.turn,
            };
            let bounds = own.bounds();
            let on_obstacle = blocked
                .in_box(bounds)
                .any(|o| own.meets(&Turned::upright(&obstacles[*o])));
            let on_label = || {
                taken
                    .in_box(bounds)
                    .filter_map(|t| boxes[*t].as_ref())
                    .any(|other| own.meets(other))
            };
            !on_obstacle && !on_label()
        });
        if let Some(place) = free {
            let own = Turned {
                centre: label.places[place],
                half: label.half,
                turn: label.turn,
            };
            taken.insert(i, own.bounds());
            boxes[i] = Some(own);
            chosen[i] = Some(place);
        }
    }
    chosen
}

/// A box turned about its centre.
#[derive(Clone, Debug)]
struct Turned {
    centre: WorldPt,
    half: WorldVec,
    turn: f64,
}

impl Turned {
    fn upright(bounds: &Bounds) -> Self {
        let half = WorldVec::new(bounds.width() / 2.0, bounds.height() / 2.0);
        Self {
            centre: bounds.centre(),
            half,
            turn: 0.0,
        }
    }
    fn axes(&self) -> [WorldVec; 2] {
        let along = WorldVec::toward(self.turn);
        [along, along.left()]
    }
    /// Half the length of the box's shadow on an axis.
    fn reach(&self, axis: WorldVec) -> f64 {
        let [x, y] = self.axes();
        x.dot(axis).abs() * self.half.x + y.dot(axis).abs() * self.half.y
    }
    fn bounds(&self) -> Bounds {
        let reach = WorldVec::new(
            self.reach(WorldVec::new(1.0, 0.0)),
            self.reach(WorldVec::new(0.0, 1.0)),
        );
        Bounds {
            min: self.centre - reach,
            max: self.centre + reach,
        }
    }
    /// Two boxes are apart when their shadows are apart on one of their four axes.
    fn meets(&self, other: &Self) -> bool {
        let step = other.centre - self.centre;
        let mut axes = self.axes().into_iter().chain(other.axes());
        axes.all(|axis| step.dot(axis).abs() < self.reach(axis) + other.reach(axis))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: f64, y: f64, rank: f64) -> Wanted {
        Wanted {
            places: vec![WorldPt::new(x, y)],
            half: WorldVec::new(5.0, 1.0),
            turn: 0.0,
            rank,
        }
    }

    #[test]
    fn the_bigger_label_stays_and_the_smaller_gives_way() {
        assert_eq!(
            placed(&[at(0.0, 0.0, 1.0), at(4.0, 0.0, 2.0)], &[]),
            [None, Some(0)]
        );
    }

    #[test]
    fn among_equals_the_earlier_stays() {
        assert_eq!(
            placed(&[at(0.0, 0.0, 1.0), at(4.0, 0.0, 1.0)], &[]),
            [Some(0), None]
        );
    }

    #[test]
    fn a_label_goes_to_its_next_place_before_it_is_left_out() {
        let mut second = at(4.0, 0.0, 1.0);
        second.places.push(WorldPt::new(4.0, 3.0));
        assert_eq!(placed(&[at(0.0, 0.0, 2.0), second], &[]), [Some(0), Some(1)]);
    }

    #[test]
    fn no_label_sits_on_a_door() {
        let door = Bounds {
            min: WorldPt::new(3.0, -0.5),
            max: WorldPt::new(4.0, 0.5),
        };
        assert_eq!(placed(&[at(0.0, 0.0, 9.0)], &[door]), [None]);
    }

    #[test]
    fn labels_side_by_side_both_stay_and_turned_ones_are_told_apart_by_their_own_box() {
        let upright = Wanted {
            turn: 90.0,
            ..at(7.0, 0.0, 1.0)
        };
        assert_eq!(placed(&[at(0.0, 0.0, 1.0), upright], &[]), [Some(0), Some(0)]);
        let slanted = Wanted {
            turn: 45.0,
            ..at(0.0, 0.0, 1.0)
        };
        let beside = Wanted {
            turn: 45.0,
            ..at(3.0, -3.0, 1.0)
        };
        assert_eq!(placed(&[slanted, beside], &[]), [Some(0), Some(0)]);
    }
}

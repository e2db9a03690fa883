//! The nearest move after which something is right: along rays from where it is, the nearest place of
//! any ray first. A place that is wrong says how far about it all is wrong too, so that most places are
//! never asked about.

use crate::geometry::WorldVec;

/// Directions in which one looks.
const DIRECTIONS: usize = 24;
/// Where nothing says how far about it is wrong, the first step in metres; farther off they grow.
const FIRST_M: f64 = 0.1;
/// A move is found to so many metres.
pub(super) const FINE_M: f64 = 0.02;
/// So many places are asked about, then it counts as nowhere.
const MOST_ASKED: usize = 600;

/// Ground about a move on which every move is wrong: the move, and how far, in metres.
pub(super) type Wrong = (WorldVec, f64);

/// What is said of a move.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Said {
    /// Here it is right.
    Right,
    /// For this search it is wrong, and at least so many metres about it; 0 where that is not known.
    Wrong(f64),
    /// It is wrong for every search of the same thing.
    WrongForAll(f64),
}

/// One direction: how far the next question is, and how far it is known to be wrong, in metres.
#[derive(Clone, Debug)]
struct Ray {
    toward: WorldVec,
    next: f64,
    wrong: f64,
    /// Stretches on which it is wrong.
    stretches: Vec<(f64, f64)>,
}

/// The nearest move, not farther than so many metres, that is right. `for_all` is what other searches
/// of the same thing have found to be wrong; what this one finds is put to it.
pub(super) fn march(
    far: f64,
    for_all: &mut Vec<Wrong>,
    mut ask: impl FnMut(WorldVec) -> Said,
) -> Option<WorldVec> {
    let here = ask(WorldVec::default());
    let about = match here {
        Said::Right => return Some(WorldVec::default()),
        Said::Wrong(about) | Said::WrongForAll(about) => about.max(0.0),
    };
    if matches!(here, Said::WrongForAll(_)) {
        for_all.push((WorldVec::default(), about));
    }
    let ray = |number| Ray::new(number, about, for_all);
    let mut rays: Vec<Ray> = (0..DIRECTIONS).map(ray).collect();
    let mut best: Option<f64> = None;
    let mut found = None;
    let mut asked = 0;
    while asked < MOST_ASKED {
        let limit = best.unwrap_or(far);
        let open = rays.iter_mut().filter(|ray| limit - ray.wrong > FINE_M);
        // Between what is wrong and what was to be asked next a nearer place may lie.
        let next = open.map(|ray| (ray.next.min((limit - FINE_M).max(ray.wrong)), ray));
        let Some((at, ray)) = next.min_by(|a, b| a.0.total_cmp(&b.0)) else {
            break;
        };
        if ray.pass() {
            continue;
        }
        asked += 1;
        let by = ray.toward * at;
        match ask(by) {
            Said::Right => {
                let most = ray.halved(at, &mut ask);
                ray.wrong = f64::MAX;
                if best.is_none_or(|best| most < best) {
                    best = Some(most);
                    found = Some(ray.toward * most);
                }
            }
            said @ (Said::Wrong(about) | Said::WrongForAll(about)) => {
                ray.wrong = at + about.max(0.0);
                ray.next = (ray.wrong + FINE_M / 2.0).max(at * 1.15 + FIRST_M);
                if about > FINE_M {
                    let wrong = (by, about);
                    rays.iter_mut().for_each(|ray| ray.add(&wrong));
                    if matches!(said, Said::WrongForAll(_)) {
                        for_all.push(wrong);
                    }
                }
            }
        }
    }
    found
}

impl Ray {
    fn new(number: usize, about: f64, wrong: &[Wrong]) -> Self {
        let mut ray = Self {
            toward: WorldVec::toward(number as f64 * 360.0 / DIRECTIONS as f64),
            next: (about + FINE_M / 2.0).max(FIRST_M),
            wrong: about,
            stretches: Vec::new(),
        };
        wrong.iter().for_each(|wrong| ray.add(wrong));
        ray
    }

    /// Takes in that ground is wrong.
    fn add(&mut self, (middle, radius): &Wrong) {
        let along = self.toward.dot(*middle);
        let half = radius * radius - (middle.dot(*middle) - along * along);
        if half > 0.0 && along + half.sqrt() > self.wrong {
            self.stretches.push((along - half.sqrt(), along + half.sqrt()));
        }
    }

    /// Goes past what is known to be wrong; says whether there was any.
    fn pass(&mut self) -> bool {
        let from = self.wrong;
        loop {
            let at = self.wrong;
            let within = self
                .stretches
                .iter()
                .filter(|(start, end)| (*start..end - FINE_M / 4.0).contains(&at));
            let Some(end) = within.map(|(_, end)| *end).reduce(f64::max) else {
                break;
            };
            self.wrong = end;
        }
        if self.wrong == from {
            return false;
        }
        let end = self.wrong;
        self.stretches.retain(|(_, other)| *other > end);
        let next = self.next.max(end + FINE_M / 2.0);
        let moved = next > self.next;
        self.next = next;
        moved
    }

    /// Halves what lies between the last wrong place and a right one.
    fn halved(&self, right: f64, ask: &mut impl FnMut(WorldVec) -> Said) -> f64 {
        let (mut least, mut most) = (self.wrong.min(right), right);
        while most - least > FINE_M {
            let middle = (least + most) / 2.0;
            match ask(self.toward * middle) {
                Said::Right => most = middle,
                Said::Wrong(_) | Said::WrongForAll(_) => least = middle,
            }
        }
        most
    }
}

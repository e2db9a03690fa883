//! Many windows among what stands there, and what further things would take from them.

use crate::geometry::{Bounds, Index, WorldPt};

use super::{Day, Minutes, Solid, Track};

/// A window: the two ends of its sill, both of which must be lit for the window to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// The ends of its sill, just before the wall.
    pub ends: [WorldPt; 2],
    /// The sill's height above the ground outside, in metres.
    pub sill: f64,
}

/// The minutes of each of the days that a window keeps or a thing takes.
type ByDay = [Minutes; 2];

/// The shade that a thing throws on windows: for each that it meets, the minutes of each day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shade(Vec<(usize, ByDay)>);

/// What one window keeps on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Which window, in the order in which they were given.
    pub window: usize,
    /// On which of the days: its place in [`Windows::DAYS`].
    pub day: usize,
    /// Minutes of sun without the drawing.
    pub before: u32,
    /// Minutes of sun with it.
    pub after: u32,
}

/// Windows with the sun that they have among what stands there, reckoned once; a thing placed then
/// asks only the windows that its shadow can reach.
#[derive(Clone, Debug)]
pub struct Windows {
    windows: Vec<Window>,
    index: Index<usize>,
    tracks: [Track; 2],
    /// Of each window, the minutes lit among what stays.
    lit: Vec<ByDay>,
    /// The shade of what stands there and may go.
    may_go: Vec<Shade>,
    /// The shortest stretch of sun that counts, in minutes.
    segment: u32,
    /// The height of the lowest sill, in metres.
    lowest: f64,
}

impl Windows {
    /// The days that are reckoned.
    pub const DAYS: [Day; 2] = [Day::GreatCold, Day::WinterSolstice];

    /// Windows at a latitude in degrees north, among solids that stay and solids that a drawing may
    /// take away. Stretches of sun shorter than `segment` minutes do not count.
    pub fn new(latitude: f64, windows: Vec<Window>, stay: &[Solid], may_go: &[Solid], segment: u32) -> Self {
        let tracks = Self::DAYS.map(|day| Track::new(latitude, day));
        let lit = tracks.each_ref().map(Track::minutes);
        let boxes = windows
            .iter()
            .enumerate()
            .map(|(at, window)| (at, window.bounds()));
        let lowest = windows.iter().map(|window| window.sill).fold(f64::MAX, f64::min);
        let mut all = Self {
            index: Index::bulk(boxes),
            lit: vec![lit; windows.len()],
            windows,
            tracks,
            may_go: Vec::new(),
            segment,
            lowest,
        };
        for solid in stay {
            for (window, shaded) in all.shade(solid).0 {
                all.lit[window] = less(&all.lit[window], &shaded);
            }
        }
        all.may_go = may_go.iter().map(|solid| all.shade(solid)).collect();
        all
    }

    /// How many windows there are.
    pub fn len(&self) -> usize {
        self.windows.len()
    }
    /// Whether there is no window.
    pub fn is_empty(&self) -> bool {
        self.windows.is_empty()
    }
    /// A window, by its place among those given.
    pub fn window(&self, at: usize) -> Option<&Window> {
        self.windows.get(at)
    }

    /// The shade that a solid throws. What it costs grows with the windows that its shadow can
    /// reach, not with their number.
    pub fn shade(&self, solid: &Solid) -> Shade {
        let reach = |track: &Track| track.shaded_box(solid, self.lowest);
        let Some(around) = self.tracks.iter().filter_map(reach).reduce(Bounds::joined) else {
            return Shade::default();
        };
        let mut met: Vec<usize> = self.index.in_box(around).copied().collect();
        met.sort_unstable();
        let shades = met.into_iter().filter_map(|at| {
            let window = &self.windows[at];
            let shaded = self.tracks.each_ref().map(|track| {
                let mut minutes = Minutes::default();
                for end in window.ends {
                    track.shade(end, window.sill, solid, &mut minutes);
                }
                minutes
            });
            shaded
                .iter()
                .any(|minutes| !minutes.is_empty())
                .then_some((at, shaded))
        });
        Shade(shades.collect())
    }

    /// What a window keeps with everything as it is, on each day.
    pub fn before(&self, window: usize) -> [u32; 2] {
        let gone = vec![false; self.may_go.len()];
        let lit = self.lit.get(window).map(|_| self.lit_with(window, &gone, &[]));
        lit.map_or([0; 2], |lit| lit.map(|minutes| minutes.counted(self.segment)))
    }

    /// What every window that a drawing touches keeps, on each day on which that differs.
    ///
    /// `added` are the shades of what is placed; `gone` says of each solid that may go whether it
    /// does; one that is not said stays.
    pub fn kept(&self, added: &[&Shade], gone: &[bool]) -> Vec<Kept> {
        let stay = vec![false; self.may_go.len()];
        let taken = self
            .may_go
            .iter()
            .zip(gone)
            .filter(|(_, goes)| **goes)
            .map(|(shade, _)| shade);
        let touched = taken.chain(added.iter().copied()).flat_map(|shade| &shade.0);
        let mut touched: Vec<usize> = touched.map(|(window, _)| *window).collect();
        touched.sort_unstable();
        touched.dedup();
        let mut kept = Vec::new();
        for window in touched {
            let before = self.lit_with(window, &stay, &[]);
            let after = self.lit_with(window, gone, added);
            for day in 0..Self::DAYS.len() {
                let counted = |lit: &ByDay| lit[day].counted(self.segment);
                if before[day] != after[day] && counted(&before) != counted(&after) {
                    kept.push(Kept {
                        window,
                        day,
                        before: counted(&before),
                        after: counted(&after),
                    });
                }
            }
        }
        kept
    }

    /// How many minutes that a window has a shade covers on a day, whatever else covers them.
    pub fn covered(&self, shade: &Shade, window: usize, day: usize) -> u32 {
        let (Some(shaded), Some(lit)) = (shade.on(window), self.lit.get(window)) else {
            return 0;
        };
        shaded[day].shared(&lit[day]).counted(1)
    }

    fn lit_with(&self, window: usize, gone: &[bool], added: &[&Shade]) -> ByDay {
        let stays = |at: usize| !gone.get(at).copied().unwrap_or(false);
        let there = self
            .may_go
            .iter()
            .enumerate()
            .filter(|(at, _)| stays(*at))
            .map(|(_, shade)| shade);
        let shades = there
            .chain(added.iter().copied())
            .filter_map(|shade| shade.on(window));
        shades.fold(self.lit[window], |lit, shaded| less(&lit, shaded))
    }
}

impl Shade {
    /// Whether it meets no window.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    fn on(&self, window: usize) -> Option<&ByDay> {
        let at = self.0.binary_search_by_key(&window, |(window, _)| *window).ok()?;
        Some(&self.0[at].1)
    }
}

impl Window {
    fn bounds(&self) -> Bounds {
        let [a, b] = self.ends;
        Bounds { min: a, max: a }.joined(Bounds { min: b, max: b })
    }
}

fn less(lit: &ByDay, shaded: &ByDay) -> ByDay {
    [lit[0].without(&shaded[0]), lit[1].without(&shaded[1])]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Outline, WorldVec};
    use proptest::prelude::*;

    fn house(x: f64, y: f64, height: f64) -> Solid {
        let outline = Outline::rectangle(WorldPt::new(x, y), WorldVec::new(12.0, 8.0), 10.0);
        Solid::standing(outline, height).unwrap()
    }

    fn facade() -> Vec<Window> {
        let window = |at: i32| {
            let x = f64::from(at) * 3.0;
            let ends = [WorldPt::new(x - 0.9, 0.0), WorldPt::new(x + 0.9, 0.0)];
            Window { ends, sill: 1.5 }
        };
        (-4..=4).map(window).collect()
    }

    #[test]
    fn what_goes_gives_its_minutes_back() {
        let shed = house(0.0, -7.0, 6.0);
        let windows = Windows::new(35.41, facade(), &[], &[shed], 5);
        let kept = windows.kept(&[], &[true]);
        assert!(!kept.is_empty() && kept.iter().all(|kept| kept.after > kept.before));
        assert_eq!(kept.iter().find(|kept| kept.window == 4).unwrap().after, 480);
        assert!(windows.kept(&[], &[false]).is_empty() && windows.kept(&[], &[]).is_empty());
    }

    #[test]
    fn nothing_is_told_where_there_is_no_window_or_no_sun() {
        let shade = |windows: &Windows| windows.shade(&house(0.0, -7.0, 6.0));
        let none = Windows::new(35.41, Vec::new(), &[], &[], 5);
        assert!(none.is_empty() && shade(&none).is_empty());
        let dark = Windows::new(85.0, facade(), &[], &[], 5);
        assert!(shade(&dark).is_empty() && dark.before(0) == [0, 0] && dark.before(99) == [0, 0]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// Adding things never gives a window more sun, the order does not matter, and the answer by
        /// way of kept shades is the one reckoned from nothing.
        #[test]
        fn adding_only_takes_and_a_piece_by_piece_answer_is_the_whole_one(
            places in proptest::collection::vec((-30.0..30.0_f64, -40.0..-4.5_f64, 1.0..12.0_f64), 1..6),
        ) {
            let solids: Vec<Solid> = places.iter().map(|(x, y, height)| house(*x, *y, *height)).collect();
            let old = [house(5.0, -20.0, 15.0)];
            let windows = Windows::new(35.41, facade(), &old, &[], 5);
            let shades: Vec<Shade> = solids.iter().map(|solid| windows.shade(solid)).collect();
            let shades: Vec<&Shade> = shades.iter().collect();
            let kept = windows.kept(&shades, &[]);
            let whole: Vec<Solid> = old.iter().chain(&solids).cloned().collect();
            let full = Windows::new(35.41, facade(), &whole, &[], 5);
            for window in 0..windows.len() {
                let (before, after) = (windows.before(window), full.before(window));
                for day in 0..2 {
                    prop_assert!(after[day] <= before[day]);
                    let told = kept.iter().find(|kept| kept.window == window && kept.day == day);
                    prop_assert_eq!(told.map_or(before[day], |kept| kept.after), after[day]);
                }
            }
            let backward: Vec<&Shade> = shades.iter().rev().copied().collect();
            prop_assert_eq!(windows.kept(&backward, &[]), kept);
        }
    }
}

//! The tour: which designs are on the wall, what a key or a clicker does, and when it goes on.
//!
//! Pure, so that it is tested without a browser: the page tells it of keys and of time passing.

use std::ops::Range;

/// How many designs are seen at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Across {
    /// One, as large as can be.
    #[default]
    One,
    /// Four, side by side.
    Four,
}

impl Across {
    /// The number.
    pub fn count(self) -> usize {
        match self {
            Self::One => 1,
            Self::Four => 4,
        }
    }
}

/// How long the tour stays with a design, in seconds; four at once stay as long as one.
pub const STAYS: [u32; 3] = [10, 20, 40];

/// What a hand asks of the wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// The next design, or the next four.
    Next,
    /// The one before, or the four before.
    Previous,
    /// The first.
    First,
    /// The last.
    Last,
    /// One at a time.
    One,
    /// Four at a time.
    Four,
    /// Starts or stops the tour.
    Tour,
    /// Fills the screen with the page, or gives the screen back.
    Fullscreen,
    /// From dark to paper and back.
    Dress,
    /// The whole estate.
    Fit,
    /// Nearer.
    ZoomIn,
    /// Further.
    ZoomOut,
    /// Moves the view by shares of its width and height (east, north).
    Pan(i8, i8),
}

/// What a key asks; `key` as browsers name it. Clickers send the page keys; with Shift, arrows move
/// the view instead of going on.
pub fn act_of(key: &str, shift: bool) -> Option<Act> {
    let act = match key {
        "ArrowLeft" if shift => Act::Pan(-1, 0),
        "ArrowRight" if shift => Act::Pan(1, 0),
        "ArrowUp" if shift => Act::Pan(0, 1),
        "ArrowDown" if shift => Act::Pan(0, -1),
        "ArrowRight" | "ArrowDown" | "PageDown" | " " => Act::Next,
        "ArrowLeft" | "ArrowUp" | "PageUp" | "Backspace" => Act::Previous,
        "Home" => Act::First,
        "End" => Act::Last,
        "1" => Act::One,
        "4" => Act::Four,
        "p" | "P" => Act::Tour,
        "f" | "F" => Act::Fullscreen,
        "d" | "D" => Act::Dress,
        "0" => Act::Fit,
        "+" | "=" => Act::ZoomIn,
        "-" | "_" => Act::ZoomOut,
        _ => return None,
    };
    Some(act)
}

/// Where the wall is among the designs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tour {
    /// How many designs there are.
    count: usize,
    /// The first that is seen.
    at: usize,
    /// How many are seen at once.
    across: Across,
    /// Whether it goes on by itself.
    running: bool,
}

impl Tour {
    /// How many are seen at once.
    pub fn across(&self) -> Across {
        self.across
    }
    /// Whether it goes on by itself now.
    pub fn is_running(&self) -> bool {
        self.running && self.count > self.across.count()
    }
    /// The designs that are seen.
    pub fn shown(&self) -> Range<usize> {
        self.at..(self.at + self.across.count()).min(self.count)
    }
    /// The tour with another number of designs; it stays where it is as long as that is there.
    #[must_use]
    pub fn with_count(self, count: usize) -> Self {
        let at = self.at.min(count.saturating_sub(1));
        Self { count, at, ..self }.aligned()
    }
    /// The tour at a design.
    #[must_use]
    pub fn at(self, at: usize) -> Self {
        Self {
            at: at.min(self.count.saturating_sub(1)),
            ..self
        }
        .aligned()
    }
    /// The tour after what a hand asked. Going on by hand stops it, so that a word about a design
    /// is not cut off; acts that are not the tour's leave it as it is.
    #[must_use]
    pub fn after(self, act: Act) -> Self {
        let by_hand = Self {
            running: false,
            ..self
        };
        match act {
            Act::Next => by_hand.next(),
            Act::Previous => by_hand.previous(),
            Act::First => by_hand.at(0),
            Act::Last => by_hand.at(self.count.saturating_sub(1)),
            Act::One => Self {
                across: Across::One,
                ..self
            },
            Act::Four => Self {
                across: Across::Four,
                ..self
            }
            .aligned(),
            Act::Tour => Self {
                running: !self.running,
                ..self
            },
            Act::Pan(..) | Act::ZoomIn | Act::ZoomOut | Act::Fit => by_hand,
            Act::Fullscreen | Act::Dress => self,
        }
    }
    /// The tour after its time with this design is over.
    #[must_use]
    pub fn after_stay(self) -> Self {
        if self.is_running() { self.next() } else { self }
    }
    /// The tour after a finger or a mouse touched the plan.
    #[must_use]
    pub fn paused(self) -> Self {
        Self {
            running: false,
            ..self
        }
    }

    fn next(self) -> Self {
        let next = self.at + self.across.count();
        Self {
            at: if next < self.count { next } else { 0 },
            ..self
        }
    }
    fn previous(self) -> Self {
        let at = match self.at.checked_sub(self.across.count()) {
            Some(at) => at,
            None => self.count.saturating_sub(1),
        };
        Self { at, ..self }.aligned()
    }
    /// Four at a time begin at every fourth, so that going forth and back shows the same fours.
    fn aligned(self) -> Self {
        Self {
            at: self.at - self.at % self.across.count(),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(tour: Tour, acts: &[Act]) -> Range<usize> {
        acts.iter().fold(tour, |tour, act| tour.after(*act)).shown()
    }

    #[test]
    fn keys_go_through_all_designs_and_round() {
        let tour = Tour::default().with_count(6);
        let cases: [(&[Act], Range<usize>); 8] = [
            (&[], 0..1),
            (&[Act::Next, Act::Next], 2..3),
            (&[Act::Previous], 5..6),
            (&[Act::Last, Act::Next], 0..1),
            (&[Act::Four], 0..4),
            (&[Act::Four, Act::Next], 4..6),
            (&[Act::Four, Act::Previous], 4..6),
            (&[Act::Last, Act::Four, Act::One], 4..5),
        ];
        for (acts, expected) in cases {
            assert_eq!(seen(tour, acts), expected, "{acts:?}");
        }
    }

    #[test]
    fn a_hand_stops_the_tour_and_time_moves_it() {
        let tour = Tour::default().with_count(3).after(Act::Tour);
        assert!(tour.is_running());
        assert_eq!(tour.after_stay().after_stay().after_stay().shown(), 0..1);
        assert!(!tour.after(Act::Next).is_running());
        assert!(!tour.paused().is_running());
        assert!(tour.after(Act::Dress).is_running());
        assert_eq!(tour.paused().after_stay().shown(), 0..1);
    }

    #[test]
    fn with_nothing_or_one_to_show_it_stands_still() {
        for count in [0, 1] {
            let tour = Tour::default().with_count(count).after(Act::Tour);
            assert!(!tour.is_running());
            for act in [Act::Next, Act::Previous, Act::Last, Act::Four] {
                assert_eq!(tour.after(act).shown(), 0..count);
            }
        }
        assert_eq!(Tour::default().with_count(9).at(8).with_count(3).shown(), 2..3);
    }

    #[test]
    fn clickers_and_keyboards_are_understood() {
        assert_eq!(act_of("PageDown", false), Some(Act::Next));
        assert_eq!(act_of(" ", false), Some(Act::Next));
        assert_eq!(act_of("ArrowUp", true), Some(Act::Pan(0, 1)));
        assert_eq!(act_of("Tab", false), None);
    }
}

//! How far a display list reaches on the screen, with its lines, letters and what is pinned.

use crate::geometry::{ScreenPt, ScreenVec, View, WorldPt};

use super::mark::bounds_of;
use super::{Label, Length, Mark, Theme};

/// A box on the screen, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// The top left corner.
    pub min: ScreenPt,
    /// The bottom right corner.
    pub max: ScreenPt,
}

impl Extent {
    /// The box around one point, so many pixels to each side.
    pub fn around(at: ScreenPt, px: f64) -> Self {
        let step = ScreenVec::new(px, px);
        Self {
            min: at - step,
            max: at + step,
        }
    }
    /// The smallest box around both.
    #[must_use]
    pub fn joined(self, other: Self) -> Self {
        Self {
            min: ScreenPt::new(self.min.x.min(other.min.x), self.min.y.min(other.min.y)),
            max: ScreenPt::new(self.max.x.max(other.max.x), self.max.y.max(other.max.y)),
        }
    }
    /// The box with a margin in pixels on each side.
    #[must_use]
    pub fn grown(self, px: f64) -> Self {
        let step = ScreenVec::new(px, px);
        Self {
            min: self.min - step,
            max: self.max + step,
        }
    }
    /// Whether two boxes share a point.
    pub fn meets(&self, other: &Self) -> bool {
        self.min.x <= other.max.x
            && other.min.x <= self.max.x
            && self.min.y <= other.max.y
            && other.min.y <= self.max.y
    }
}

/// How far marks reach, seen through a view in a theme; none of an empty list. Letters are reckoned
/// without a font and rather too wide.
pub fn extent(marks: &[Mark], view: &View, theme: &Theme) -> Option<Extent> {
    marks
        .iter()
        .filter_map(|mark| of(mark, view, theme))
        .reduce(Extent::joined)
}

fn of(mark: &Mark, view: &View, theme: &Theme) -> Option<Extent> {
    match mark {
        Mark::Shape { style, .. } => {
            let line = style.line.map_or(0.0, |line| match line.width {
                Length::Px(px) => px * theme.line,
                Length::Metres(metres) => metres * view.scale,
            });
            Some(seen(mark, view)?.grown(line / 2.0 + 1.0))
        }
        Mark::Stamp { .. } => Some(seen(mark, view)?.grown(2.0)),
        Mark::Label(label) => {
            let size = match label.size {
                Length::Px(px) => px * theme.text,
                Length::Metres(metres) => metres * view.scale,
            };
            let reach = (Label::width_in_ems(&label.text) + 1.0) * size + 6.0;
            Some(Extent::around(view.screen_from_world(label.at), reach))
        }
        Mark::Pinned { at, marks, .. } => {
            let own = View::new(WorldPt::default(), 1.0, ScreenVec::default());
            let inner = extent(marks, &own, theme)?;
            let far = |p: ScreenPt| p.x.hypot(p.y);
            let corners = [
                inner.min,
                inner.max,
                ScreenPt::new(inner.min.x, inner.max.y),
                ScreenPt::new(inner.max.x, inner.min.y),
            ];
            let reach = corners.into_iter().map(far).fold(0.0, f64::max);
            Some(Extent::around(view.screen_from_world(*at), reach))
        }
        Mark::Faded { marks, .. } => extent(marks, view, theme),
    }
}

/// The box in which a mark's own box is seen.
fn seen(mark: &Mark, view: &View) -> Option<Extent> {
    let b = bounds_of(std::slice::from_ref(mark))?;
    let corners = [
        b.min,
        b.max,
        WorldPt::new(b.min.x, b.max.y),
        WorldPt::new(b.max.x, b.min.y),
    ];
    corners
        .map(|corner| Extent::around(view.screen_from_world(corner), 0.0))
        .into_iter()
        .reduce(Extent::joined)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Ink, Path, Scene, line};

    #[test]
    fn lines_letters_and_pinned_marks_are_reckoned_in() {
        let view = View::new(WorldPt::default(), 2.0, ScreenVec::new(200.0, 100.0));
        let mut scene = Scene::default();
        scene.draw(
            Path::segment(WorldPt::new(0.0, 0.0), WorldPt::new(10.0, 5.0)),
            line(Ink::Seal, 4.0),
        );
        let all = extent(&scene.marks, &view, &Theme::LIGHT);
        let expected = Extent {
            min: ScreenPt::new(97.0, 37.0),
            max: ScreenPt::new(123.0, 53.0),
        };
        assert_eq!(all, Some(expected));

        let pinned = Mark::Pinned {
            at: WorldPt::new(10.0, 5.0),
            turn: 30.0,
            marks: scene.marks.clone(),
        };
        let all = extent(&[pinned], &view, &Theme::LIGHT).unwrap_or(expected);
        assert!(all.min.x < 110.0 && all.max.x > 130.0, "{all:?}");
        assert_eq!(extent(&[], &view, &Theme::LIGHT), None);
    }
}

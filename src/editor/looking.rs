//! What events do to the view: the wheel, a place to look at, another size of the plan.

use std::sync::Arc;

use crate::geometry::{ScreenPt, ScreenVec, View, WorldPt};

use super::Editor;

/// How much of a scale a pixel of the wheel is.
const WHEEL: f64 = 0.0015;

impl Editor {
    pub(super) fn wheel(&mut self, at: ScreenPt, by: ScreenVec, zoom: bool) {
        if !(at.x.is_finite() && at.y.is_finite() && by.x.is_finite() && by.y.is_finite()) {
            return;
        }
        let view = self.stage.view;
        let next = if zoom {
            // One turn of a coarse wheel is no more than a factor of two.
            view.zoomed_at(at, (-by.y * WHEEL).exp().clamp(0.5, 2.0))
        } else {
            view.panned(-by)
        };
        self.show(next);
    }

    pub(super) fn look(&mut self, at: WorldPt, scale: Option<f64>) {
        if at.is_within_reach() {
            let scale = scale
                .filter(|scale| scale.is_finite())
                .unwrap_or(self.stage.view.scale);
            let view = View::new(at, scale, self.stage.view.size);
            self.show(view.turned_to(self.stage.view.turn));
        }
    }

    pub(super) fn resize(&mut self, size: ScreenVec) {
        if !(size.x.is_finite() && size.y.is_finite()) || size == self.stage.view.size {
            return;
        }
        // A turned screen moves the ground away from under the finger. What is carried out of the
        // palette follows the finger and stays in the hand.
        if !self.tool.is_carrying() {
            self.interrupt();
        }
        let view = View {
            size,
            ..self.stage.view
        };
        if self.fitted {
            let estate = Arc::clone(&self.stage.project.estate);
            return self.stage.look(view.fitted(estate.bounds(), Self::MARGIN));
        }
        self.stage.look(view);
    }

    pub(super) fn show(&mut self, view: View) {
        self.fitted = false;
        self.stage.look(view);
    }
}

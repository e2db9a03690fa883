//! Two windows of one device that draw on the same drawing.

use leptos::prelude::*;

use super::{Inner, Keeper};
use crate::app::browser::store::{Version, copies};
use crate::design::stored;
use crate::text::Message;

impl Keeper {
    /// When another window has drawn in this project since this one did, its drawing becomes a version
    /// before this one takes its place: two windows that draw the same lose nothing to each other.
    pub(super) async fn put_other_aside(self, inner: &Inner) {
        if !copies::take_in_hand(&inner.project, &inner.window) {
            return;
        }
        let Some(store) = self.store() else { return };
        let Ok(Some(other)) = store.draft(&inner.project).await else {
            return;
        };
        if other.turn <= inner.turn.get() {
            return;
        }
        inner.turn.set(other.turn);
        let drawn = stored::read(&other.design).is_ok_and(|(design, _)| !design.is_empty());
        let version = Version {
            saved: other.saved,
            name: String::new(),
            design: other.design,
        };
        if drawn && store.keep_version(&inner.project, &version).await.is_ok() {
            let _ = self.versions_changed.try_update(|changes| *changes += 1);
            self.session.teller.tell(Message::new("kept-other-window"));
        }
    }
}

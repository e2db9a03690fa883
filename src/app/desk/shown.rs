//! Which drawings the filters show, and the texts in which they search.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::order::Order;
use super::state::Desk;
use crate::app::browser::gather::Slice;
use crate::app::parts::gathered::Gathered;
use crate::geometry::WorldPt;
use crate::tally::{Drawing, Filter, Texts};

/// Drawings by their places among those that were gathered, so that none is copied to be shown. Told apart by address.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    gathered: Arc<Gathered>,
    places: Arc<Vec<u32>>,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.places, &other.places)
    }
}

impl Shown {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }
    /// Each of them, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Drawing> + Clone {
        let at = |place: &u32| &self.gathered.drawings[*place as usize];
        self.places.iter().map(at)
    }
    /// Leaves out those that are not wanted; before it is shared.
    pub(super) fn retain(&mut self, wanted: impl Fn(&Drawing) -> bool) {
        let drawings = &self.gathered.drawings;
        Arc::make_mut(&mut self.places).retain(|place| wanted(&drawings[*place as usize]));
    }
}

/// The texts of what was gathered last, once they are all there.
#[derive(Clone, Copy)]
pub struct Searched(StoredValue<Option<(Arc<Gathered>, Texts)>>);

impl Searched {
    /// Of nothing yet.
    pub fn new() -> Self {
        Self(StoredValue::new(None))
    }

    /// The drawings that the filters let through, in order.
    pub fn shown(
        self,
        gathered: Arc<Gathered>,
        filter: &Filter,
        here: Option<WorldPt>,
        order: Order,
    ) -> Shown {
        let drawings = &gathered.drawings;
        let mut places = self.0.with_value(|known| {
            let known = known.as_ref().filter(|(of, _)| Arc::ptr_eq(of, &gathered));
            let texts = known.map(|(_, texts)| texts);
            filter.asked().among(drawings, texts)
        });
        let of = |place: &u32| &drawings[*place as usize];
        if let Some(here) = here {
            places.retain(|place| {
                let things = of(place).latest.design.placements();
                things.iter().any(|thing| thing.shape.contains(here))
            });
        }
        order.arrange(&mut places, |place| &drawings[place as usize]);
        Shown {
            places: Arc::new(places),
            gathered,
        }
    }

    /// Gets the texts ready whenever something was gathered, a slice at a time.
    pub fn follow(self, desk: Desk) {
        Effect::new(move |_| {
            let gathered = desk.gathering.gathered.get();
            spawn_local(async move {
                let mut slice = Slice::new();
                let mut texts = Texts::default();
                for drawing in &gathered.drawings {
                    texts.push(drawing);
                    slice.breathe().await;
                    let now = desk.gathering.gathered.try_get_untracked();
                    if !now.is_some_and(|now| Arc::ptr_eq(&now, &gathered)) {
                        return; // More has come, or the page is gone.
                    }
                }
                let _ = self.0.try_set_value(Some((gathered, texts)));
            });
        });
    }
}

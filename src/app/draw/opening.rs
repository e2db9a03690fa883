//! Designs that come from outside: read for this project, and put in place of the one at hand.

use std::sync::Arc;

use leptos::prelude::GetValue;

use super::keeping::Keeper;
use crate::app::session::Session;
use crate::design::Design;
use crate::design::stored::{self, Repair};
use crate::editor::Event;
use crate::text::Message;

/// A design of bytes that came from outside, and what had to be repaired.
pub struct Opened {
    design: Design,
    /// An outline that crosses itself, for the hand to mend.
    crossed: Option<Repair>,
    /// What was repaired or left out, in a sentence.
    repaired: Option<Message>,
}

/// A design of bytes that came from outside, for this project.
pub fn design_from(session: Session, bytes: &[u8]) -> Result<Opened, Message> {
    let (design, repairs) = stored::read(bytes).map_err(|fault| fault.message())?;
    let project: Arc<_> = session.project.get_value();
    if design.project != project.file.id {
        return Err(Message::new("open-other-project").with("project", design.project.as_str()));
    }
    let (count, first) = (repairs.len(), repairs.first().map(Repair::message));
    let crossing =
        |repair: &Repair| matches!(repair, Repair::ShapeLeftOut { corners, .. } if !corners.is_empty());
    let mut crossed: Vec<Repair> = repairs.into_iter().filter(crossing).collect();
    let repaired = match (crossed.len(), first) {
        // Only one can be in the hand; the others are named, as they are nowhere else.
        (2.., _) => Some(
            Message::new("open-crossed")
                .with("n", crossed.len())
                .with("left", crossed.len() - 1),
        ),
        (_, Some(first)) => Some(
            Message::new("open-repaired")
                .with("n", count)
                .with("first", first),
        ),
        (_, None) => None,
    };
    Ok(Opened {
        design,
        crossed: (!crossed.is_empty()).then(|| crossed.swap_remove(0)),
        repaired,
    })
}

impl Opened {
    /// Puts the design in place of the one at hand, as a function makes it one of this device. An
    /// outline that crosses itself comes into the hand, to be seen where it crosses and mended; and
    /// it is told what was repaired, or else that it is done.
    pub fn put(self, keeper: Keeper, made_own: impl FnOnce(Design) -> Design, done: &'static str) {
        keeper.put(made_own(self.design));
        if let Some(Repair::ShapeLeftOut { kind, corners, .. }) = self.crossed {
            keeper.session.send(Event::Mend(kind, corners));
        }
        let told = self.repaired.unwrap_or_else(|| Message::new(done));
        keeper.session.teller.tell(told);
    }
}

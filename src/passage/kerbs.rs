//! The edges of free ground, found by place: those of the ground that was laid first, without those
//! that a change took away, and those that it added.

use std::sync::Arc;

use crate::geometry::{Bounds, Segment};

use super::edges::{Found, Piece, box_of};
use super::lane::Mark;

/// Edges that are laid once and shared by all that is changed of them.
#[derive(Clone, Debug, Default)]
pub(super) struct First {
    pub pieces: Vec<Piece>,
    pub found: Found,
}

/// Edges of one ground.
#[derive(Clone, Debug, Default)]
pub(super) struct Kerbs {
    pub first: Arc<First>,
    /// Which of the first are gone; empty where none is.
    pub gone: Vec<bool>,
    pub more: Vec<Piece>,
}

impl Kerbs {
    /// The edges whose boxes meet a box, with whose they are.
    pub fn near(&self, bounds: Bounds) -> impl Iterator<Item = (Segment, Mark)> + '_ {
        let first = self.first.found.near(bounds).into_iter();
        let left = first.filter(|at| !self.is_gone(*at));
        let first = left.map(|at| &self.first.pieces[at]);
        let meets = move |piece: &&Piece| box_of(piece.line).meets(&bounds);
        let more = self.more.iter().filter(meets);
        first.chain(more).map(|piece| (piece.line, piece.of))
    }

    pub fn is_gone(&self, first: usize) -> bool {
        self.gone.get(first).copied().unwrap_or(false)
    }
}

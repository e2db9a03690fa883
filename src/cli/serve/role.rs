//! Who may do what: a planner answers, a reader looks.

use axum::http::HeaderValue;

/// What a token or a session stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Reads designs, and answers them.
    Planner,
    /// Reads designs: a colleague, a committee, an office that counts. Writes nothing.
    Reader,
}

impl Role {
    /// The header in which the host says it to the desk.
    pub const HEADER: &str = "mulin-role";

    /// The word in that header.
    pub fn word(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Planner => "planner",
            Self::Reader => "reader",
        })
    }
}

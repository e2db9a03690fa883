//! Why a command cannot go on.

use std::path::Path;

use crate::text::Message;

/// One sentence that says what, where and what to do; the program then ends with exit code 2.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop(pub Message);

impl Stop {
    /// A sentence about a path and the fault that the system reports there.
    pub fn at(key: &'static str, path: &Path, why: &impl ToString) -> Self {
        Self(
            Message::new(key)
                .with("path", path.display().to_string())
                .with("why", why.to_string()),
        )
    }
}

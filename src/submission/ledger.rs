//! The second book: which designs this device took to send, kept apart from the designs.
//!
//! A browser may empty its database without an error. The ledger lies elsewhere (one short line a
//! design), and comparing the two at each start tells what is gone, so that nobody is left to
//! think that a lost design was sent.

use std::collections::HashSet;

use crate::design::stored::DesignName;

/// What the ledger says of a design.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It was taken to be sent.
    Taken,
    /// It was delivered.
    Delivered,
}

impl Fate {
    /// The word in the ledger.
    pub fn word(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Delivered => "delivered",
        }
    }
    /// What a word in the ledger says. A word of a later version counts as taken: rather once too
    /// often asked after than lost.
    pub fn from_word(word: &str) -> Self {
        if word == Self::Delivered.word() {
            Self::Delivered
        } else {
            Self::Taken
        }
    }
}

/// The designs that the ledger knows as taken and not delivered, and that the database has lost.
pub fn missing(ledger: &[(DesignName, Fate)], kept: &[DesignName]) -> Vec<DesignName> {
    let kept: HashSet<_> = kept.iter().collect();
    let mut lost: Vec<DesignName> = ledger
        .iter()
        .filter(|(name, fate)| *fate == Fate::Taken && !kept.contains(name))
        .map(|(name, _)| *name)
        .collect();
    lost.sort_unstable();
    lost.dedup();
    lost
}

#[cfg(test)]
mod tests {
    use super::{Fate, missing};
    use crate::design::stored::DesignName;

    #[test]
    fn only_what_was_taken_and_is_nowhere_is_missing() {
        let [sent, waiting, lost] = [1, 2, 3].map(|n| DesignName::of(&[n]));
        let ledger = [
            (sent, Fate::Delivered),
            (waiting, Fate::Taken),
            (lost, Fate::Taken),
            (lost, Fate::Taken),
        ];
        assert_eq!(missing(&ledger, &[waiting]), [lost]);
        assert!(missing(&ledger, &[waiting, lost]).is_empty());
        assert!(
            missing(&[], &[waiting]).is_empty(),
            "a lost ledger accuses nobody"
        );
    }
}

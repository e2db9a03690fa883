//! The second book: which designs this device took to send, kept apart from the designs.
//!
//! A browser may empty its database, or go back to an older state of it, without an error. The
//! ledger lies elsewhere (one short line a design, and beside it a copy of what is not delivered),
//! and comparing the two at each start tells what is gone and gives back what can be had, so that
//! nobody is left to think that a lost design was sent.

use std::collections::HashSet;

use crate::design::stored::DesignName;

/// The most rows; of those that were delivered, the oldest go first.
const MOST: usize = 500;

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

/// The rows of the ledger, the oldest first, a row a design.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger(Vec<(DesignName, Fate)>);

/// What comparing the ledger with the database shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Compared {
    /// Taken, gone from the database, and still there as a copy: to be taken once more.
    pub again: Vec<(DesignName, Vec<u8>)>,
    /// Taken and nowhere any more: to be told.
    pub lost: Vec<DesignName>,
    /// Delivered, as the database knows, and still open in the ledger: to be entered.
    pub arrived: Vec<DesignName>,
    /// Delivered, and gone from the database: only the device's own record of it is lost.
    pub forgotten: Vec<DesignName>,
}

impl Ledger {
    /// The ledger of these rows. Of rows of one design the last counts.
    pub fn of(rows: impl IntoIterator<Item = (DesignName, Fate)>) -> Self {
        let mut ledger = Self::default();
        for (name, fate) in rows {
            ledger.enter(name, fate);
        }
        ledger
    }
    /// Its rows.
    pub fn rows(&self) -> &[(DesignName, Fate)] {
        &self.0
    }
    /// Enters what became of a design.
    pub fn enter(&mut self, name: DesignName, fate: Fate) {
        self.strike(&name);
        self.0.push((name, fate));
        let mut surplus = self.0.len().saturating_sub(MOST);
        self.0.retain(|(_, fate)| {
            let goes = surplus > 0 && *fate == Fate::Delivered;
            surplus -= usize::from(goes);
            !goes
        });
    }
    /// Strikes a design out.
    pub fn strike(&mut self, name: &DesignName) {
        self.0.retain(|(row, _)| row != name);
    }

    /// Compares it with the names that the database has as waiting and as sent. A copy counts when
    /// its bytes are those of the name.
    pub fn compare(
        &self,
        waiting: &[DesignName],
        sent: &[DesignName],
        copy: impl Fn(&DesignName) -> Option<Vec<u8>>,
    ) -> Compared {
        let (waiting, sent): (HashSet<_>, HashSet<_>) = (waiting.iter().collect(), sent.iter().collect());
        let mut compared = Compared::default();
        for (name, fate) in &self.0 {
            match (fate, sent.contains(name)) {
                (Fate::Delivered, true) => {}
                (Fate::Delivered, false) => compared.forgotten.push(*name),
                (Fate::Taken, true) => compared.arrived.push(*name),
                (Fate::Taken, false) if waiting.contains(name) => {}
                (Fate::Taken, false) => match copy(name).filter(|bytes| DesignName::of(bytes) == *name) {
                    Some(bytes) => compared.again.push((*name, bytes)),
                    None => compared.lost.push(*name),
                },
            }
        }
        compared
    }
}

/// Whether a copy of a drawing is newer than what the database has, by the number that each keeping
/// raises: no clock is asked. With equal numbers the database counts, since it has the steps too.
pub fn copy_is_newer(kept: Option<u64>, copy: Option<u64>) -> bool {
    copy > kept
}

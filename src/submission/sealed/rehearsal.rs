//! The rehearsal: before residents are asked for contact details, each planner shows that his key
//! opens what was sealed to it. A key that nobody can use is found out then, not after the round.

use sha2::{Digest, Sha256};

use crate::project::PlannerKey;

use super::{FEWEST, KeyId, OpenFault, PublicKey, SealFault, SecretKey, open, sealed};

/// What every rehearsal is bound to, in place of a drawing.
const DRAFT: &str = "rehearsal";

/// An envelope for one planner, and what shows that it was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rehearsal {
    /// The sealed code.
    pub envelope: String,
    /// The hash of the code.
    pub check: String,
}

impl Rehearsal {
    /// Seals a code to a planner's key. `chance` is of the system's source, new for each call.
    pub fn of(key: &PublicKey, chance: &[u8; 32]) -> Result<Self, SealFault> {
        let code = hex(&Sha256::new_with_prefix(b"mulin rehearsal code")
            .chain_update(chance)
            .finalize());
        Ok(Self {
            envelope: sealed(&code, DRAFT, &[*key], chance)?,
            check: check_of(&code),
        })
    }
    /// The code in an envelope, for who has the key.
    pub fn code_in(envelope: &str, key: &SecretKey) -> Result<String, OpenFault> {
        open(envelope, DRAFT, key)
    }
    /// Whether this is the code that was sealed.
    pub fn was_opened_by(&self, code: &str) -> bool {
        check_of(code) == self.check
    }
}

fn check_of(code: &str) -> String {
    hex(&Sha256::new_with_prefix(b"mulin rehearsal check")
        .chain_update(code)
        .finalize())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The keys of a project, and whether contact details may be asked for with them.
///
/// # Errors
/// The text of the first key that is none.
pub fn standing(rows: &[PlannerKey]) -> Result<(Vec<PublicKey>, Readiness), &str> {
    let mut keys: Vec<PublicKey> = Vec::with_capacity(rows.len());
    for row in rows {
        keys.push(row.key.parse().map_err(|_| row.key.as_str())?);
    }
    let rehearsed = |key: &PublicKey| {
        let opened = |row: &PlannerKey| {
            row.opened
                .as_deref()
                .is_some_and(|code| check_of(code) == row.check)
        };
        rows.iter()
            .any(|row| row.key.parse().is_ok_and(|known: PublicKey| known == *key) && opened(row))
    };
    let ready = readiness(&keys, rehearsed);
    Ok((keys, ready))
}

/// Whether a round may ask for contact details.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// It does not: the project names no keys.
    NotAsked,
    /// It names so few keys that a lost one would lose everything.
    TooFewKeys(usize),
    /// These planners have not opened their envelopes yet.
    NotRehearsed(Vec<KeyId>),
    /// Everybody has.
    Ready,
}

/// Whether contact details may be asked for: with these keys, of which these were rehearsed.
pub fn readiness(keys: &[PublicKey], rehearsed: impl Fn(&PublicKey) -> bool) -> Readiness {
    let missing: Vec<KeyId> = keys
        .iter()
        .filter(|key| !rehearsed(key))
        .map(PublicKey::id)
        .collect();
    match keys.len() {
        0 => Readiness::NotAsked,
        few if few < FEWEST => Readiness::TooFewKeys(few),
        _ if missing.is_empty() => Readiness::Ready,
        _ => Readiness::NotRehearsed(missing),
    }
}

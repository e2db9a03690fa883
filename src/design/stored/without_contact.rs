//! A design after the day until which contact details were kept: the same document without them.
//!
//! The name of a design is the hash of its bytes, so that the one without is another file. It says that it
//! supersedes the one that it was, and which one that had superseded, so that the versions of a
//! drawing stay together although the files between them are gone.

use serde_json::{Value, json};

use crate::design::Design;

use super::{DesignName, Withdrawal};

/// The member that says what the design before had superseded.
const BEFORE: &str = "contact_deleted";

/// The bytes of a design without its contact details; none where it has none or is no document. The same
/// bytes give the same bytes, whoever does it and when.
pub fn without_contact(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut document: Value = serde_json::from_slice(text).ok()?;
    let members = document.as_object_mut()?;
    members.remove("contact")?.as_str()?;
    let before = members.remove("supersedes").unwrap_or(Value::Null);
    members.insert("supersedes".to_owned(), json!(DesignName::of(bytes).to_string()));
    members.insert(BEFORE.to_owned(), json!({ "superseded": before }));
    serde_json::to_vec(&document).ok()
}

/// What a design had superseded before its contact details were deleted.
pub fn before_in(design: &Design) -> Option<&str> {
    design.extra.get(BEFORE)?.get("superseded")?.as_str()
}

/// The name that a design had before its contact details were deleted; none where nothing was.
pub fn was_in(design: &Design) -> Option<DesignName> {
    design.extra.get(BEFORE)?;
    design.supersedes.as_deref()?.parse().ok()
}

/// Whether a member of a design that no other part reads says which drawing it belongs to, or what withdraws it.
pub fn binds(member: &str) -> bool {
    [BEFORE, Withdrawal::MEMBER].contains(&member)
}

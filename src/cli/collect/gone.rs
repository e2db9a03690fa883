//! What may not stay: contact details after their day, designs that were withdrawn.

use std::path::Path;
use std::time::SystemTime;

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::design::stored::{self, MAX_BYTES};
use crate::tally::Collection;

/// Whether a document has contact details, be it a design that can be used or not.
pub fn has_contact(bytes: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct Head {
        #[serde(default)]
        contact: Option<IgnoredAny>,
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    serde_json::from_slice::<Head>(bytes).is_ok_and(|head| head.contact.is_some())
}

/// Whether a file that was set aside is a copy of a design that was withdrawn.
pub fn is_withdrawn(collection: &Collection, file: &Path) -> bool {
    let small = file.metadata().is_ok_and(|about| about.len() <= MAX_BYTES as u64);
    small
        && std::fs::read(file)
            .is_ok_and(|bytes| stored::read(&bytes).is_ok_and(|(design, _)| collection.is_withdrawn(&design)))
}

/// The day that it is by this machine's clock, in UTC: `2027-04-01`.
pub fn today() -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    // `Sun, 06 Nov 1994 08:49:37 GMT`
    let said = httpdate::fmt_http_date(SystemTime::now());
    let mut words = said.split(' ').skip(1);
    let (day, month, year) = (words.next(), words.next(), words.next());
    let month = MONTHS.iter().position(|name| Some(*name) == month).unwrap_or(0) + 1;
    format!(
        "{}-{month:02}-{}",
        year.unwrap_or_default(),
        day.unwrap_or_default()
    )
}

//! The names of functions, as one build can be held against another.

use std::collections::HashSet;

use sha2::{Digest, Sha256};

/// The functions of the second part: those that did not run until the plan of a first visit was
/// drawn; see `make profile`.
pub struct Later(HashSet<String>);

impl Later {
    /// The list as `make profile` writes it: a mark a line.
    pub fn read(list: &str) -> Self {
        Self(
            list.lines()
                .filter(|line| !line.starts_with('#'))
                .map(str::to_owned)
                .collect(),
        )
    }

    /// Whether a function belongs there. One that the list does not know does not: the list may be older.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains(&mark(name))
    }
}

/// Twelve hexadecimal digits for the name of a function: names run to thousands of letters.
pub fn mark(name: &str) -> String {
    let hash = Sha256::digest(plain(name).as_bytes());
    hash[..6].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A name without what differs between two builds of the same source: the hash of each crate, written
/// `core[846817f741e54dfd]`, and the number that the optimiser gives to a copy, `.912`.
fn plain(name: &str) -> String {
    let name = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let mut rest = name.strip_suffix('.').unwrap_or(name);
    let mut out = String::with_capacity(rest.len());
    while let Some(at) = rest.find('[') {
        let (before, bracket) = rest.split_at(at);
        out.push_str(before);
        let inner = bracket[1..].bytes().take_while(u8::is_ascii_hexdigit).count();
        rest = if inner >= 12 && bracket[1 + inner..].starts_with(']') {
            &bracket[inner + 2..]
        } else {
            out.push('[');
            &bracket[1..]
        };
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_name_is_the_same_in_the_next_build() {
        assert_eq!(
            plain(
                "<alloc[3ca501edff3f0c7c]::vec::Vec<[u8; 4]>>::push::<mulin[7451775a31f03ae3]::a::{closure#1}>.884"
            ),
            "<alloc::vec::Vec<[u8; 4]>>::push::<mulin::a::{closure#1}>"
        );
    }
}

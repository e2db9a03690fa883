//! The order in which designs arrived, and cursors into it.
//!
//! Times on disk cannot order arrivals alone: copied files bring old ones, and two writes of one
//! moment share one. So the order is that in which this program first saw each name (at its start:
//! by time, then name), and a cursor is a place in it with a digest of all names before. After a
//! restart the cursor still fits unless files were copied in between; then everything is given
//! again, which is harmless, since a name comes with its bytes.

use std::collections::HashSet;

use crate::design::stored::DesignName;

/// Names in the order in which they were first seen.
#[derive(Default)]
pub struct Arrivals {
    names: Vec<DesignName>,
    /// `digests[n]` is the digest of the first `n + 1` names, whatever their order.
    digests: Vec<u64>,
    seen: HashSet<DesignName>,
}

impl Arrivals {
    /// Adds the names that are new, in the order given.
    pub fn add(&mut self, names: impl IntoIterator<Item = DesignName>) {
        for name in names {
            if self.seen.insert(name) {
                let before = self.digests.last().copied().unwrap_or(0);
                self.names.push(name);
                self.digests.push(before ^ first_bits(&name));
            }
        }
    }
    /// The cursor behind the last name.
    pub fn cursor(&self) -> String {
        let digest = self.digests.last().copied().unwrap_or(0);
        format!("{}-{digest:016x}", self.names.len())
    }
    /// The names behind a cursor: all of them when it is of another order. None when the text is
    /// no cursor.
    pub fn since(&self, cursor: &str) -> Option<&[DesignName]> {
        let (count, digest) = cursor.split_once('-')?;
        let count: usize = count.parse().ok()?;
        let digest = u64::from_str_radix(digest, 16).ok()?;
        let here = match count.checked_sub(1) {
            None => Some(0),
            Some(last) => self.digests.get(last).copied(),
        };
        let from = if here == Some(digest) { count } else { 0 };
        Some(&self.names[from..])
    }
    /// All names.
    pub fn all(&self) -> &[DesignName] {
        &self.names
    }
}

fn first_bits(name: &DesignName) -> u64 {
    let hex = name.to_string();
    u64::from_str_radix(&hex[..16], 16).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Arrivals;
    use crate::design::stored::DesignName;

    fn name(n: u8) -> DesignName {
        DesignName::of(&[n])
    }

    #[test]
    fn a_cursor_gives_what_came_after_it() {
        let mut arrivals = Arrivals::default();
        arrivals.add([name(1), name(2)]);
        let cursor = arrivals.cursor();
        assert_eq!(arrivals.since(&cursor), Some(&[][..]));
        arrivals.add([name(1), name(3)]);
        assert_eq!(arrivals.since(&cursor), Some(&[name(3)][..]));
        assert_eq!(arrivals.since("0-0").map(<[_]>::len), Some(3));
    }

    #[test]
    fn a_cursor_outlives_a_restart_that_orders_the_same_names_otherwise() {
        let mut before = Arrivals::default();
        before.add([name(1), name(2)]);
        let mut after = Arrivals::default();
        after.add([name(2), name(1), name(3)]);
        assert_eq!(after.since(&before.cursor()), Some(&[name(3)][..]));
    }

    #[test]
    fn when_other_files_were_copied_in_everything_is_given_again() {
        let mut before = Arrivals::default();
        before.add([name(1), name(2)]);
        let mut after = Arrivals::default();
        after.add([name(9), name(1), name(2)]);
        assert_eq!(after.since(&before.cursor()).map(<[_]>::len), Some(3));
        assert_eq!(after.since("nonsense"), None);
        assert_eq!(after.since("3-zz"), None);
    }
}

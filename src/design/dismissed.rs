//! The findings that their author said are not important to them: kept in the document by their stable
//! names, so that whoever reads it knows what was seen and set aside.

use serde_json::Value;

use super::Design;

/// The member of the document.
const MEMBER: &str = "dismissed";

impl Design {
    /// More findings than this are not set aside.
    pub const MAX_DISMISSED: usize = 2_000;

    /// The names of the findings that were set aside, in the order in which they were.
    pub fn dismissed(&self) -> impl Iterator<Item = &str> {
        let list = self.extra.get(MEMBER).and_then(Value::as_array);
        list.into_iter().flatten().filter_map(Value::as_str)
    }
    /// Whether a finding was set aside.
    pub fn dismisses(&self, finding: &str) -> bool {
        self.dismissed().any(|name| name == finding)
    }
    /// Sets a finding aside, or takes it back. A member that is no list of names is a newer version's.
    pub(super) fn dismiss(&mut self, finding: &str, aside: bool) {
        let mut names: Vec<String> = self
            .dismissed()
            .filter(|name| *name != finding)
            .map(str::to_owned)
            .collect();
        if aside && names.len() < Self::MAX_DISMISSED {
            names.push(finding.to_owned());
        }
        if names.is_empty() {
            self.extra.remove(MEMBER);
        } else {
            self.extra.insert(MEMBER.to_owned(), names.into());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::design::{Command, Design, stored};

    #[test]
    fn what_is_set_aside_stays_in_the_document_and_can_be_taken_back() {
        let design = Design::new("t", "");
        let aside = design
            .apply(&Command::Dismiss("sun:p1".to_owned(), true))
            .unwrap();
        assert!(aside.dismisses("sun:p1") && !design.dismisses("sun:p1"));
        let (read, repairs) = stored::read(&stored::write(&aside)).unwrap();
        assert_eq!((&read, repairs.len()), (&aside, 0));
        assert_eq!(read.dismissed().collect::<Vec<_>>(), ["sun:p1"]);
        let back = read.apply(&Command::Dismiss("sun:p1".to_owned(), false)).unwrap();
        assert!(back.says_the_same(&design));
    }
}

//! What many drawings say, to be searched at once.

use memchr::memmem;

use super::Drawing;
use super::filter::{in_small, said_in};

/// The texts of drawings in small letters, one drawing after the other. A search walks them as one: going from document to
/// document for each word takes ten times as long.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    text: String,
    /// Where the texts of each drawing end.
    ends: Vec<usize>,
}

impl Texts {
    /// Adds those of a drawing: of the version that stands.
    pub fn push(&mut self, drawing: &Drawing) {
        for text in said_in(&drawing.latest.design) {
            self.text.push_str(&in_small(text));
            // No word that is searched for has one, so that nothing is found across two texts.
            self.text.push('\n');
        }
        self.ends.push(self.text.len());
    }
    /// Of how many drawings they are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }
    /// Whether they are of none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
    /// The drawings that say each of some words in small letters, by their places; without a word all of them.
    pub(super) fn having(&self, words: &[String]) -> Vec<u32> {
        let Some((first, others)) = words.split_first() else {
            return (0..self.ends.len() as u32).collect();
        };
        let others: Vec<memmem::Finder> = others.iter().map(memmem::Finder::new).collect();
        let first = memmem::Finder::new(first);
        let (bytes, mut found) = (self.text.as_bytes(), Vec::new());
        let (mut at, mut from) = (0, 0);
        while let Some(hit) = first.find(&bytes[from..]) {
            at += self.ends[at..].partition_point(|end| *end <= from + hit);
            let Some(end) = self.ends.get(at) else { break };
            let begin = at.checked_sub(1).map_or(0, |before| self.ends[before]);
            if others
                .iter()
                .all(|other| other.find(&bytes[begin..*end]).is_some())
            {
                found.push(at as u32);
            }
            from = *end;
        }
        found
    }
}

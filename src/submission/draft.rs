//! What a planner answers to one design before it is published, and what was published of it when they did: only so can
//! it be told later whether somebody else answered the same meanwhile.

use super::merge::{Clash, merge};
use super::reply::{ItemAnswer, Reply, Subject};
use crate::design::stored::DesignName;

/// One's own answers to a design, not yet published.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    mine: Reply,
    /// Of each own answer, what stood there when it was given. Nothing else, so that whatever the planner never looked
    /// at counts as changed by others alone.
    seen: Reply,
}

impl Draft {
    /// No answers to a design yet.
    pub fn to(design: &DesignName) -> Self {
        Self {
            mine: Reply::to(design),
            seen: Reply::to(design),
        }
    }
    /// One's own answers.
    pub fn mine(&self) -> &Reply {
        &self.mine
    }
    /// Whether nothing is answered.
    pub fn is_empty(&self) -> bool {
        self.mine.is_empty()
    }
    /// Answers a thing or wish; `published` is what the planner has before their eyes.
    pub fn set(&mut self, subject: &Subject, answer: ItemAnswer, published: Option<&Reply>) {
        // What was seen at the first change counts: one's own answer hides what is read afterwards.
        if self.mine.answer(subject).is_none() {
            let seen = published.and_then(|reply| reply.answer(subject)).cloned();
            self.seen.put(subject, seen);
        }
        self.mine.put(subject, Some(answer));
    }
    /// The reply to publish over the one that is there now, or what both answered otherwise.
    pub fn merged(&self, there: Option<&Reply>) -> Result<Reply, Vec<Clash>> {
        merge(&self.seen, &self.mine, there.unwrap_or(&Reply::default()))
    }
    /// The other's answer stands; one's own is forgotten.
    pub fn keep_theirs(&mut self, clash: &Clash) {
        self.mine.put(&clash.subject, None);
        self.seen.put(&clash.subject, None);
    }
    /// One's own answer stands over the other's, which was read.
    pub fn insist(&mut self, clash: &Clash) {
        self.seen.put(&clash.subject, clash.theirs.clone());
    }
    /// What was sent is published: it waits no more. What was answered anew while it was on the way still waits.
    pub fn published(&mut self, sent: &Self) {
        for subject in sent.mine.subjects() {
            let own = sent.mine.answer(&subject).cloned();
            let is_newer = self.mine.answer(&subject) != own.as_ref();
            if is_newer && self.mine.answer(&subject).is_some() {
                self.seen.put(&subject, own);
            } else {
                self.mine.put(&subject, None);
                self.seen.put(&subject, None);
            }
        }
    }
}

//! What the planner answers, before it is published: each design's own answers, laid over what is published.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::prelude::*;

use crate::design::Design;
use crate::design::stored::DesignName;
use crate::submission::{Clash, Draft, ItemAnswer, Reply, Subject};

/// What was published of a design while one answered the same otherwise.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clashed {
    /// The reply that is there now.
    pub there: Reply,
    /// What waits for a choice; never empty.
    pub clashes: Vec<Clash>,
}

/// The answers of the desk. Copies share one.
#[derive(Clone, Copy)]
pub struct Answers {
    /// One's own, not yet published.
    pub own: RwSignal<BTreeMap<DesignName, Draft>>,
    /// What is published, as far as it was read.
    pub published: RwSignal<BTreeMap<DesignName, Reply>>,
    /// What others answered otherwise meanwhile, until it is chosen whose answer stands.
    pub clashes: RwSignal<BTreeMap<DesignName, Clashed>>,
    /// The designs whose published replies were asked for.
    pub asked: RwSignal<BTreeSet<DesignName>>,
    /// The plan that answers are proposed by.
    pub plan: RwSignal<Option<Arc<Design>>>,
}

impl Default for Answers {
    fn default() -> Self {
        Self {
            own: RwSignal::default(),
            published: RwSignal::default(),
            clashes: RwSignal::default(),
            asked: RwSignal::default(),
            plan: RwSignal::new(None),
        }
    }
}

impl Answers {
    /// The reply to a design as it would be if all were published now.
    pub fn whole(self, design: &DesignName) -> Reply {
        let own = self.own.read();
        let published = self.published.read();
        match (own.get(design), published.get(design)) {
            (Some(own), Some(published)) => own.mine().over(published),
            (Some(own), None) => own.mine().clone(),
            (None, Some(published)) => published.clone(),
            (None, None) => Reply::to(design),
        }
    }
    /// Answers one thing or wish of a design.
    pub fn set(self, design: DesignName, subject: &Subject, answer: ItemAnswer) {
        let published = self.published.read_untracked();
        self.own.update(|own| {
            let draft = own.entry(design).or_insert_with(|| Draft::to(&design));
            draft.set(subject, answer, published.get(&design));
        });
    }
    /// What was sent is published: it waits no more.
    pub fn arrived(self, design: DesignName, sent: &Draft, whole: Reply) {
        self.published.try_update(|all| all.insert(design, whole));
        self.change_draft(design, |draft| draft.published(sent));
    }
    /// Somebody else answered the same otherwise meanwhile: nothing was published, and the planner is to choose.
    pub fn clashed(self, design: DesignName, there: Reply, clashes: Vec<Clash>) {
        self.published.try_update(|all| all.insert(design, there.clone()));
        self.clashes
            .try_update(|all| all.insert(design, Clashed { there, clashes }));
    }
    /// The planner's choice: the other's answer stands, or one's own does when it is published next.
    pub fn choose(self, design: DesignName, clash: &Clash, theirs: bool) {
        self.change_draft(design, |draft| match theirs {
            true => draft.keep_theirs(clash),
            false => draft.insist(clash),
        });
        self.clashes.try_update(|all| {
            if let Some(clashed) = all.get_mut(&design) {
                clashed.clashes.retain(|other| other.subject != clash.subject);
            }
            all.retain(|_, clashed| !clashed.clashes.is_empty());
        });
    }
    fn change_draft(self, design: DesignName, change: impl FnOnce(&mut Draft)) {
        self.own.try_update(|own| {
            if let Some(draft) = own.get_mut(&design) {
                change(draft);
            }
            own.retain(|_, draft| !draft.is_empty());
        });
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::super::bulk::{Bulk, What};
    use super::*;
    use crate::catalogue::KindId;
    use crate::design::stored::write;
    use crate::design::{Command, Wish, WishId};
    use crate::report::adoption;
    use crate::submission::Decision;
    use crate::tally::{Collection, Drawing};

    /// One design with a bench, a tree and a wish for seats.
    pub fn drawings() -> Vec<Drawing> {
        let catalogue = crate::catalogue::Catalogue::built_in();
        let thing = |id: &str, kind: &str| {
            let kind = catalogue.kind(&KindId::new(kind)).cloned();
            let kind = kind.expect("a kind of the catalogue");
            crate::design::Placement::new(
                crate::design::PlacementId::new(id),
                &kind,
                Default::default(),
                Default::default(),
            )
        };
        let wish = Wish {
            id: WishId::new("w1"),
            text: "back rests".into(),
            topic: "seats".into(),
            at: None,
            extra: Default::default(),
        };
        let design =
            Design::new("beimen", "00").apply(&Command::Put(vec![thing("p1", "bench"), thing("p2", "tree")]));
        let design = design
            .and_then(|design| design.apply(&Command::PutWish(wish)))
            .expect("a design");
        let mut collection = Collection::new(Some("beimen"));
        collection.add_opened("one", &write(&design));
        collection.drawings()
    }

    /// Answers within a page, for as long as `work` lasts.
    pub fn on_a_page(work: impl FnOnce(Answers, Vec<Drawing>, DesignName)) {
        let owner = Owner::new();
        owner.with(|| {
            let drawings = drawings();
            let name = drawings[0].latest.name;
            work(Answers::default(), drawings, name);
        });
    }

    /// An answer for many, as the form begins.
    pub fn adopted(what: What) -> Bulk {
        Bulk {
            what,
            decision: Decision::Adopted,
            ..Bulk::default()
        }
    }

    #[test]
    fn what_another_planner_decided_meanwhile_waits_for_a_choice_and_then_for_nothing() {
        on_a_page(|answers, drawings, name| {
            answers.answer_all(&drawings, &adopted(What::Things));
            let mut there = Reply::to(&name);
            let declined = ItemAnswer::default().decided(Decision::Declined);
            for id in ["p1", "p2"] {
                there.put(&Subject::Thing(id.into()), Some(declined.clone()));
            }
            let draft = |at: Answers| at.own.read_untracked()[&name].clone();
            let clashes = draft(answers).merged(Some(&there)).unwrap_err();
            answers.clashed(name, there.clone(), clashes.clone());
            answers.choose(name, &clashes[0], true);
            assert_eq!(answers.clashes.read_untracked()[&name].clashes.len(), 1);
            assert_eq!(answers.whole(&name).placements["p1"].answer, Decision::Declined);
            answers.choose(name, &clashes[1], false);
            assert!(answers.clashes.read_untracked().is_empty());
            let sent = draft(answers);
            let whole = sent.merged(Some(&there)).unwrap();
            assert_eq!(whole.counts(), [1, 0, 1, 0]);
            answers.arrived(name, &sent, whole.clone());
            assert!(answers.own.read_untracked().is_empty());
            assert_eq!(answers.whole(&name), whole);
        });
    }

    #[test]
    fn the_table_counts_each_thing_and_wish_once_and_what_is_not_answered_is_open() {
        let drawings = drawings();
        let mut reply = Reply::to(&drawings[0].latest.name);
        reply.placements.insert(
            "p1".into(),
            ItemAnswer {
                answer: Decision::Adopted,
                ..ItemAnswer::default()
            },
        );
        let rows = adoption(&drawings, |_| reply.clone());
        let by: Vec<_> = rows
            .iter()
            .map(|row| (row.kind.as_ref().map_or("", KindId::as_str), row.by))
            .collect();
        assert_eq!(
            by,
            [
                ("bench", [1, 0, 0, 0]),
                ("tree", [0, 0, 0, 1]),
                ("", [0, 0, 0, 1])
            ]
        );
    }
}

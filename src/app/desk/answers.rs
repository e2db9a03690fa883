//! What the planner answers, before it is published: each design's own answers, laid over what is published.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::prelude::*;

use crate::agreement::{Verdict, proposed_answers};
use crate::catalogue::KindId;
use crate::design::Design;
use crate::design::stored::DesignName;
use crate::submission::{Decision, ItemAnswer, Reply, Works};
use crate::tally::Drawing;

/// What is answered at once.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum What {
    /// Every thing.
    #[default]
    Things,
    /// Things of a kind.
    Kind(KindId),
    /// Every wish.
    Wishes,
    /// Wishes of a topic.
    Topic(String),
}

/// One answer for many.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bulk {
    /// What it answers.
    pub what: What,
    /// The answer.
    pub answer: ItemAnswer,
    /// Whether what is answered already is answered anew.
    pub again: bool,
}

/// The answers of the desk. Copies share one.
#[derive(Clone, Copy)]
pub struct Answers {
    /// One's own, not yet published.
    pub own: RwSignal<BTreeMap<DesignName, Reply>>,
    /// What is published, as far as it was read.
    pub published: RwSignal<BTreeMap<DesignName, Reply>>,
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
            (Some(own), Some(published)) => own.over(published),
            (Some(one), None) | (None, Some(one)) => one.clone(),
            (None, None) => Reply::to(design),
        }
    }
    /// Answers one thing or wish of a design.
    pub fn set(self, design: DesignName, is_wish: bool, id: &str, answer: ItemAnswer) {
        self.own.update(|own| {
            let reply = own.entry(design).or_insert_with(|| Reply::to(&design));
            let list = if is_wish {
                &mut reply.wishes
            } else {
                &mut reply.placements
            };
            list.insert(id.to_owned(), answer);
        });
    }
    /// Answers many at once; gives how many things and wishes of how many designs.
    pub fn answer_all<'a>(
        self,
        drawings: impl IntoIterator<Item = &'a Drawing>,
        bulk: &Bulk,
    ) -> (usize, usize) {
        let (mut items, mut designs) = (0, 0);
        for drawing in drawings {
            let (name, design) = (drawing.latest.name, &drawing.latest.design);
            let known = self.whole(&name);
            let wanted = wanted(design, &bulk.what, &known, bulk.again);
            designs += usize::from(!wanted.is_empty());
            for (is_wish, id) in wanted {
                items += 1;
                self.set(name, is_wish, &id, bulk.answer.clone());
            }
        }
        (items, designs)
    }
    /// Answers every thing of the designs by what the plan has; what was answered by hand stays. Gives how many.
    pub fn propose<'a>(
        self,
        drawings: impl IntoIterator<Item = &'a Drawing>,
        plan: &Design,
        reason: impl Fn(Verdict) -> BTreeMap<String, String>,
    ) -> usize {
        let mut items = 0;
        for drawing in drawings {
            let (name, design) = (drawing.latest.name, &drawing.latest.design);
            let known = self.whole(&name);
            for (id, verdict) in proposed_answers(plan, design) {
                if is_open(known.placements.get(id.as_str())) {
                    let answer = match verdict {
                        Verdict::Adopted => Decision::Adopted,
                        Verdict::Partly => Decision::Partly,
                        Verdict::Declined => Decision::Declined,
                    };
                    let works = (answer == Decision::Adopted).then_some(Works::Planned);
                    self.set(
                        name,
                        false,
                        id.as_str(),
                        ItemAnswer {
                            answer,
                            reason: reason(verdict),
                            works,
                            ..ItemAnswer::default()
                        },
                    );
                    items += 1;
                }
            }
        }
        items
    }
}

fn is_open(answer: Option<&ItemAnswer>) -> bool {
    answer.is_none_or(|answer| answer.answer == Decision::Open)
}

/// The things and wishes of a design that a bulk answer is about: whether it is a wish, and its name.
fn wanted(design: &Design, what: &What, known: &Reply, again: bool) -> Vec<(bool, String)> {
    let things = design.placements().iter().filter(|thing| match what {
        What::Things => true,
        What::Kind(kind) => thing.kind == *kind,
        What::Wishes | What::Topic(_) => false,
    });
    let things = things.map(|thing| (false, thing.id.to_string()));
    let wishes = design.wishes().iter().filter(|wish| match what {
        What::Wishes => true,
        What::Topic(topic) => wish.topic == *topic,
        What::Things | What::Kind(_) => false,
    });
    let wishes = wishes.map(|wish| (true, wish.id.as_str().to_owned()));
    let open = |(is_wish, id): &(bool, String)| {
        let list = if *is_wish {
            &known.wishes
        } else {
            &known.placements
        };
        again || is_open(list.get(id))
    };
    things.chain(wishes).filter(open).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::stored::write;
    use crate::design::{Command, Wish, WishId};
    use crate::report::adoption;
    use crate::tally::Collection;

    fn drawings() -> Vec<Drawing> {
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

    #[test]
    fn many_are_answered_by_kind_and_topic_and_what_is_answered_stays() {
        let drawings = drawings();
        let design = &drawings[0].latest.design;
        let mut known = Reply::to(&drawings[0].latest.name);
        let bench = What::Kind(KindId::new("bench"));
        assert_eq!(wanted(design, &bench, &known, false), [(false, "p1".to_owned())]);
        assert_eq!(
            wanted(design, &What::Topic("seats".into()), &known, false),
            [(true, "w1".to_owned())]
        );
        assert_eq!(wanted(design, &What::Topic("parking".into()), &known, false), []);
        known.placements.insert(
            "p1".into(),
            ItemAnswer {
                answer: Decision::Declined,
                ..ItemAnswer::default()
            },
        );
        assert_eq!(wanted(design, &bench, &known, false), []);
        assert_eq!(
            wanted(design, &bench, &known, true).len(),
            1,
            "unless it is asked for"
        );
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

//! Many answers at once: one for all of a kind, by a plan, and how far the works are of what is built.

use std::collections::BTreeMap;

use super::answers::Answers;
use crate::agreement::{Verdict, proposed_answers};
use crate::catalogue::KindId;
use crate::design::Design;
use crate::submission::{Decision, ItemAnswer, Subject, Works};
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
    /// What becomes of it.
    pub decision: Decision,
    /// Why, by language.
    pub reason: BTreeMap<String, String>,
    /// Whether what is answered already is answered anew.
    pub again: bool,
}

impl Answers {
    /// Answers many at once; gives how many things and wishes of how many designs. Works that were told stay.
    pub fn answer_all<'a>(
        self,
        drawings: impl IntoIterator<Item = &'a Drawing>,
        bulk: &Bulk,
    ) -> (usize, usize) {
        let answer = |known: Option<&ItemAnswer>| {
            let known = known.cloned().unwrap_or_default();
            (bulk.again || known.answer == Decision::Open).then(|| ItemAnswer {
                reason: bulk.reason.clone(),
                ..known.decided(bulk.decision)
            })
        };
        self.change_all(drawings, &bulk.what, answer)
    }
    /// Says how far the works are of what is adopted or partly adopted; decisions and reasons stay as they are. Gives how
    /// many things and wishes of how many designs it changed.
    pub fn progress_all<'a>(
        self,
        drawings: impl IntoIterator<Item = &'a Drawing>,
        what: &What,
        works: Option<Works>,
    ) -> (usize, usize) {
        let answer = |known: Option<&ItemAnswer>| {
            let known = known.filter(|known| known.works != works)?;
            known.clone().with_works(works)
        };
        self.change_all(drawings, what, answer)
    }
    /// Sets the answer that comes of the one that stands, where one comes.
    fn change_all<'a>(
        self,
        drawings: impl IntoIterator<Item = &'a Drawing>,
        what: &What,
        answer: impl Fn(Option<&ItemAnswer>) -> Option<ItemAnswer>,
    ) -> (usize, usize) {
        let (mut items, mut designs) = (0, 0);
        for drawing in drawings {
            let name = drawing.latest.name;
            let known = self.whole(&name);
            let subjects = subjects(&drawing.latest.design, what).into_iter();
            let changes: Vec<_> = subjects
                .filter_map(|subject| Some((answer(known.answer(&subject))?, subject)))
                .collect();
            items += changes.len();
            designs += usize::from(!changes.is_empty());
            for (answer, subject) in changes {
                self.set(name, &subject, answer);
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
                let subject = Subject::Thing(id.to_string());
                if is_open(known.answer(&subject)) {
                    let answer = match verdict {
                        Verdict::Adopted => Decision::Adopted,
                        Verdict::Partly => Decision::Partly,
                        Verdict::Declined => Decision::Declined,
                    };
                    let works = (answer == Decision::Adopted).then_some(Works::Planned);
                    let reason = reason(verdict);
                    let extra = Default::default();
                    self.set(
                        name,
                        &subject,
                        ItemAnswer {
                            answer,
                            reason,
                            works,
                            extra,
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

/// The things and wishes of a design that are meant.
fn subjects(design: &Design, what: &What) -> Vec<Subject> {
    let things = design.placements().iter().filter(|thing| match what {
        What::Things => true,
        What::Kind(kind) => thing.kind == *kind,
        What::Wishes | What::Topic(_) => false,
    });
    let things = things.map(|thing| Subject::Thing(thing.id.to_string()));
    let wishes = design.wishes().iter().filter(|wish| match what {
        What::Wishes => true,
        What::Topic(topic) => wish.topic == *topic,
        What::Things | What::Kind(_) => false,
    });
    let wishes = wishes.map(|wish| Subject::Wish(wish.id.as_str().to_owned()));
    things.chain(wishes).collect()
}

#[cfg(test)]
mod tests {
    use super::super::answers::tests::{adopted, on_a_page};
    use super::*;

    #[test]
    fn many_are_answered_by_kind_and_topic_and_what_is_answered_stays() {
        on_a_page(|answers, drawings, name| {
            let bench = adopted(What::Kind(KindId::new("bench")));
            assert_eq!(answers.answer_all(&drawings, &bench), (1, 1));
            assert_eq!(
                answers.answer_all(&drawings, &adopted(What::Topic("parking".into()))),
                (0, 0)
            );
            assert_eq!(
                answers.answer_all(&drawings, &adopted(What::Topic("seats".into()))),
                (1, 1)
            );
            let declined = Bulk {
                decision: Decision::Declined,
                ..bench
            };
            assert_eq!(answers.answer_all(&drawings, &declined), (0, 0));
            assert_eq!(answers.whole(&name).counts(), [2, 0, 0, 0]);
            let again = Bulk {
                again: true,
                ..declined
            };
            assert_eq!(
                answers.answer_all(&drawings, &again),
                (1, 1),
                "unless it is asked for"
            );
            assert_eq!(answers.whole(&name).counts(), [1, 0, 1, 0]);
        });
    }

    #[test]
    fn works_of_many_are_told_of_what_is_built_and_what_is_declined_stays_declined() {
        on_a_page(|answers, drawings, name| {
            let why = |text: &str| BTreeMap::from([("en".to_owned(), text.to_owned())]);
            let bench = Bulk {
                reason: why("it fits"),
                ..adopted(What::Kind(KindId::new("bench")))
            };
            answers.answer_all(&drawings, &bench);
            let tree = Subject::Thing("p2".into());
            let declined = ItemAnswer {
                answer: Decision::Declined,
                reason: why("a pipe"),
                ..ItemAnswer::default()
            };
            answers.set(name, &tree, declined.clone());
            let building = Some(Works::Building);
            assert_eq!(answers.progress_all(&drawings, &What::Things, building), (1, 1));
            assert_eq!(
                answers.progress_all(&drawings, &What::Things, building),
                (0, 0),
                "it is said already"
            );
            assert_eq!(
                answers.progress_all(&drawings, &What::Wishes, building),
                (0, 0),
                "no wish is answered"
            );
            let whole = answers.whole(&name);
            assert_eq!(whole.answer(&tree), Some(&declined));
            let bench = whole
                .answer(&Subject::Thing("p1".into()))
                .cloned()
                .unwrap_or_default();
            assert_eq!((bench.answer, bench.works), (Decision::Adopted, building));
            assert_eq!(bench.reason_in("en"), "it fits");
            // Another decision for all does not begin the works anew.
            let again = Bulk {
                again: true,
                ..adopted(What::Things)
            };
            answers.answer_all(&drawings, &again);
            assert_eq!(answers.whole(&name).placements["p1"].works, building);
        });
    }
}

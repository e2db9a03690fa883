//! Two planners answer one design at once: nothing that either of them answered is lost, and nothing is written over.

use std::collections::{BTreeMap, BTreeSet};

use mulin::design::stored::DesignName;
use mulin::submission::{Clash, Decision, Draft, ItemAnswer, Reply, Subject, Works, merge};
use proptest::prelude::*;

fn answer(decision: Decision, why: &str) -> ItemAnswer {
    ItemAnswer {
        answer: decision,
        reason: BTreeMap::from([("zh-CN".to_owned(), why.to_owned())]),
        ..ItemAnswer::default()
    }
}

fn thing(id: &str) -> Subject {
    Subject::Thing(id.to_owned())
}

fn of(answers: &[(Subject, ItemAnswer)]) -> Reply {
    let mut reply = Reply::to(&design());
    for (subject, answer) in answers {
        reply.put(subject, Some(answer.clone()));
    }
    reply
}

fn design() -> DesignName {
    DesignName::of(b"a design")
}

#[test]
fn a_bench_that_both_answered_otherwise_is_told_and_neither_answer_is_taken() {
    let theirs = of(&[
        (thing("p1"), answer(Decision::Declined, "这里有管线")),
        (thing("p2"), answer(Decision::Adopted, "")),
    ]);
    let mut draft = Draft::to(&design());
    draft.set(&thing("p1"), answer(Decision::Adopted, "采纳"), None);
    draft.set(&thing("p3"), answer(Decision::Partly, ""), None);
    let clash = Clash {
        subject: thing("p1"),
        mine: Some(answer(Decision::Adopted, "采纳")),
        theirs: Some(answer(Decision::Declined, "这里有管线")),
    };
    assert_eq!(draft.merged(Some(&theirs)), Err(vec![clash.clone()]));

    let mut keeps = draft.clone();
    keeps.keep_theirs(&clash);
    let whole = keeps.merged(Some(&theirs)).unwrap();
    assert_eq!(whole.placements["p1"].answer, Decision::Declined);
    assert_eq!(
        whole.placements["p3"].answer,
        Decision::Partly,
        "the rest of mine stays"
    );
    draft.insist(&clash);
    let whole = draft.merged(Some(&theirs)).unwrap();
    assert_eq!(whole.placements["p1"].reason_in("zh-CN"), "采纳");
    assert_eq!(
        whole.placements["p2"].answer,
        Decision::Adopted,
        "what I did not answer stays"
    );
    // Who insists did so against what was read; a third answer is told again.
    let third = of(&[(thing("p1"), answer(Decision::Open, "再议"))]);
    assert_eq!(draft.merged(Some(&third)).unwrap_err().len(), 1);
}

#[test]
fn what_the_planner_saw_and_changed_knowingly_is_no_clash() {
    let seen = of(&[(thing("p1"), answer(Decision::Open, ""))]);
    let mut draft = Draft::to(&design());
    draft.set(&thing("p1"), answer(Decision::Partly, ""), Some(&seen));
    // What is read later is hidden behind one's own answer, so it was not seen.
    let later = of(&[(thing("p1"), answer(Decision::Declined, ""))]);
    draft.set(&thing("p1"), answer(Decision::Adopted, ""), Some(&later));
    assert_eq!(
        draft.merged(Some(&seen)).unwrap().placements["p1"].answer,
        Decision::Adopted
    );
    assert!(draft.merged(Some(&later)).is_err());
    assert!(
        draft.merged(None).is_err(),
        "an answer that was taken back is a change too"
    );
    let same = of(&[(thing("p1"), answer(Decision::Adopted, ""))]);
    assert!(draft.merged(Some(&same)).is_ok(), "both decided alike");
}

#[test]
fn what_is_answered_while_a_reply_is_on_its_way_still_waits() {
    let mut draft = Draft::to(&design());
    draft.set(&thing("p1"), answer(Decision::Adopted, ""), None);
    draft.set(&thing("p2"), answer(Decision::Adopted, ""), None);
    let sent = draft.clone();
    draft.set(&thing("p2"), answer(Decision::Partly, ""), None);
    draft.set(&thing("p3"), answer(Decision::Open, ""), None);
    let there = sent.merged(None).unwrap();
    draft.published(&sent);
    assert_eq!(draft.mine().subjects(), [thing("p2"), thing("p3")]);
    let whole = draft.merged(Some(&there)).unwrap();
    assert_eq!(whole.counts(), [1, 1, 0, 1]);
    let again = draft.clone();
    draft.published(&again);
    assert!(draft.is_empty());
}

#[test]
fn members_that_no_desk_knows_come_through_a_merge_from_both_sides() {
    let with = |extra: &[(&str, i32)]| {
        let mut reply = Reply::to(&design());
        reply.extra = extra
            .iter()
            .map(|(name, n)| ((*name).to_owned(), (*n).into()))
            .collect();
        reply
    };
    let (mine, theirs) = (with(&[("a", 1), ("b", 2)]), with(&[("a", 1), ("c", 3)]));
    let whole = merge(&with(&[("a", 1)]), &mine, &theirs).unwrap();
    assert_eq!(whole.extra, with(&[("a", 1), ("b", 2), ("c", 3)]).extra);
}

fn any_answer() -> impl Strategy<Value = ItemAnswer> {
    let works = prop::option::of(prop::sample::select(Works::ALL.to_vec()));
    let decision = prop::sample::select(Decision::ALL.to_vec());
    (decision, "[ab]?", works).prop_map(|(decision, why, works)| ItemAnswer {
        works,
        ..answer(decision, &why)
    })
}

/// A few names on purpose, so that both sides often mean the same thing.
fn any_reply() -> impl Strategy<Value = Reply> {
    let answers = || prop::collection::btree_map("[pq][1-3]", any_answer(), 0..5);
    (answers(), answers(), "2026-11-[0-3][0-9]").prop_map(|(placements, wishes, written)| Reply {
        placements,
        wishes,
        written,
        ..Reply::to(&design())
    })
}

/// A reply made from another by changing some of it.
fn changed(from: &Reply, by: &Reply, gone: &BTreeSet<String>) -> Reply {
    let mut reply = by.over(from);
    reply.placements.retain(|id, _| !gone.contains(id));
    reply
}

fn any_gone() -> impl Strategy<Value = BTreeSet<String>> {
    prop::collection::btree_set("[pq][1-3]", 0..2)
}

proptest! {
    #[test]
    fn a_merge_is_the_same_from_both_sides_and_loses_no_answer_of_either(
        base in any_reply(), a in any_reply(), b in any_reply(), (gone_a, gone_b) in (any_gone(), any_gone()),
    ) {
        let (a, b) = (changed(&base, &a, &gone_a), changed(&base, &b, &gone_b));
        let subjects: BTreeSet<Subject> = [&base, &a, &b].into_iter().flat_map(Reply::subjects).collect();
        let both_changed = |subject: &Subject| {
            let (was, own, other) = (base.answer(subject), a.answer(subject), b.answer(subject));
            own != was && other != was && own != other
        };
        match (merge(&base, &a, &b), merge(&base, &b, &a)) {
            (Ok(whole), Ok(other_way)) => {
                prop_assert_eq!(&whole, &other_way);
                for subject in &subjects {
                    prop_assert!(!both_changed(subject));
                    let is_mine = a.answer(subject) != base.answer(subject);
                    let side = if is_mine { &a } else { &b };
                    prop_assert_eq!(whole.answer(subject), side.answer(subject));
                }
                prop_assert_eq!(merge(&base, &whole, &b), Ok(whole), "once more changes nothing");
            }
            (Err(clashes), Err(other_way)) => {
                let told: BTreeSet<Subject> = clashes.iter().map(|clash| clash.subject.clone()).collect();
                prop_assert_eq!(told, subjects.into_iter().filter(both_changed).collect::<BTreeSet<_>>());
                let swapped = |clash: Clash| Clash { mine: clash.theirs, theirs: clash.mine, ..clash };
                prop_assert_eq!(clashes, other_way.into_iter().map(swapped).collect::<Vec<_>>());
            }
            _ => prop_assert!(false, "a clash from one side alone"),
        }
    }

    #[test]
    fn after_every_choice_the_reply_can_be_published_and_says_what_was_chosen(
        seen in any_reply(), own in any_reply(), there in any_reply(), choices in prop::collection::vec(any::<bool>(), 12),
    ) {
        let mut draft = Draft::to(&design());
        for subject in own.subjects() {
            draft.set(&subject, own.answer(&subject).unwrap().clone(), Some(&seen));
        }
        let clashes = draft.merged(Some(&there)).err().unwrap_or_default();
        for (clash, keep) in clashes.iter().zip(&choices) {
            if *keep { draft.keep_theirs(clash) } else { draft.insist(clash) }
        }
        let whole = draft.merged(Some(&there));
        prop_assert!(whole.is_ok(), "{:?}", whole);
        for (clash, keep) in clashes.iter().zip(&choices) {
            let chosen = if *keep { &clash.theirs } else { &clash.mine };
            prop_assert_eq!(whole.as_ref().unwrap().answer(&clash.subject), chosen.as_ref());
        }
    }
}

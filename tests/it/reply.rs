//! What planners answer: a document that keeps what it does not know.

use std::collections::BTreeMap;

use mulin::design::stored::DesignName;
use mulin::submission::{Decision, ItemAnswer, Reply, ReplyFault, Works};

fn answer(decision: Decision, why: &str) -> ItemAnswer {
    ItemAnswer {
        answer: decision,
        reason: BTreeMap::from([("zh-CN".to_owned(), why.to_owned())]),
        ..ItemAnswer::default()
    }
}

#[test]
fn a_reply_is_read_as_it_was_written_with_what_is_not_known() {
    let text = r#"{"schema":"mulin.reply/1","receipt":"7K3MQ-9XB2R-4T","written":"2026-11-29T09:00:00+08:00","lamp":7,
        "placements":{"p1":{"answer":"adopted","reason":{"en":"It fits."},"works":"building","cost":3},"p2":{"answer":"maybe"}},
        "wishes":{"w1":{"answer":"declined"}}}"#;
    let reply = Reply::read(text.as_bytes()).unwrap();
    assert_eq!(reply.placements["p1"].works, Some(Works::Building));
    assert_eq!(
        reply.placements["p1"].reason_in("zh-CN"),
        "It fits.",
        "any language is better than none"
    );
    assert_eq!(
        reply.placements["p2"].answer,
        Decision::Open,
        "an answer that is not known is open"
    );
    assert_eq!(reply.counts(), [1, 0, 1, 1]);
    let again = Reply::read(&reply.write()).unwrap();
    assert_eq!(again, reply);
    assert_eq!(
        (&again.extra["lamp"], &again.placements["p1"].extra["cost"]),
        (&7.into(), &3.into())
    );
}

#[test]
fn what_is_no_reply_or_of_a_newer_version_is_said() {
    for text in ["", "[]", "{}", r#"{"schema":"mulin.design/1"}"#] {
        assert_eq!(Reply::read(text.as_bytes()), Err(ReplyFault::NotAReply), "{text}");
    }
    assert_eq!(
        Reply::read(br#"{"schema":"mulin.reply/2"}"#),
        Err(ReplyFault::Newer)
    );
}

#[test]
fn answers_that_wait_lie_over_what_is_published_until_they_are_published_too() {
    let design = DesignName::of(b"a design");
    let mut theirs = Reply::to(&design);
    theirs
        .placements
        .insert("p1".into(), answer(Decision::Declined, "没有地方"));
    theirs.wishes.insert("w1".into(), answer(Decision::Adopted, ""));
    let mut mine = Reply::to(&design);
    mine.placements
        .insert("p1".into(), answer(Decision::Adopted, "有地方了"));
    mine.placements.insert("p2".into(), answer(Decision::Partly, ""));
    let joined = mine.over(&theirs);
    assert_eq!(joined.placements["p1"].reason_in("zh-CN"), "有地方了");
    assert_eq!(joined.placements.len(), 2);
    assert_eq!(
        joined.wishes["w1"].answer,
        Decision::Adopted,
        "what I did not answer stays"
    );
    assert_eq!(joined.receipt, design.receipt().to_string());
}

#[test]
fn works_are_told_of_what_is_built_alone_and_change_neither_decision_nor_reason() {
    let adopted = answer(Decision::Adopted, "有地方了");
    let building = adopted.clone().with_works(Some(Works::Building)).unwrap();
    assert_eq!(building.works, Some(Works::Building));
    assert_eq!(
        (building.answer, &building.reason),
        (adopted.answer, &adopted.reason)
    );
    assert!(
        answer(Decision::Partly, "")
            .with_works(Some(Works::Done))
            .is_some()
    );
    for decision in [Decision::Declined, Decision::Open] {
        assert_eq!(answer(decision, "").with_works(Some(Works::Building)), None);
        let turned = building.clone().decided(decision);
        assert_eq!(
            (turned.works, &turned.reason),
            (None, &building.reason),
            "what is not built has no works"
        );
    }
    assert_eq!(building.clone().decided(Decision::Partly).works, building.works);
}

//! The outbox: what is sent arrives once, and is called received only when it is.

use mulin::design::stored::DesignName;
use mulin::submission::{Answer, Effect, Event, Heard, Outbox, Phase, Reason, Summary, classify};

fn name(n: u8) -> DesignName {
    DesignName::of(&[n])
}

/// An outbox in the hands of a test: gives it events at times and looks at the effects.
#[derive(Default)]
struct Hand(Outbox);

impl Hand {
    #[track_caller]
    fn at(mut self, now: u64, event: Event, expected: &[Effect]) -> Self {
        let (next, effects) = self.0.step(now, 0.0, event.clone());
        assert_eq!(effects, expected, "{event:?}");
        self.0 = next;
        self
    }
    #[track_caller]
    fn is(self, n: u8, phase: Phase, summary: Summary) -> Self {
        assert_eq!(self.0.item(&name(n)).map(|item| item.phase.clone()), Some(phase));
        assert_eq!(self.0.summary(), summary);
        self
    }
}

const LOST: u64 = 120_000;

fn sending() -> Hand {
    Hand::default().at(
        0,
        Event::Taken(name(1), None),
        &[Effect::Put(name(1)), Effect::Wake(LOST)],
    )
}

#[test]
fn a_design_is_sent_at_once_and_delivered_when_the_answer_names_its_bytes() {
    let event = Event::Answered(name(1), Answer::Delivered);
    sending()
        .is(1, Phase::Sending { since: 0 }, Summary::Sending)
        .at(9, event.clone(), &[Effect::Settle(name(1))])
        .is(1, Phase::Delivered, Summary::Empty)
        .at(10, event, &[])
        .at(11, Event::Taken(name(1), None), &[])
        .is(1, Phase::Delivered, Summary::Empty);
}

#[test]
fn without_a_network_it_waits_longer_each_time_and_says_why() {
    let later = || Event::Answered(name(1), Answer::Later(Reason::NoNetwork, 0));
    let mut hand = sending();
    let mut now = 0;
    for wait in [5_000, 15_000, 45_000, 120_000, 300_000, 300_000] {
        hand = hand.at(now, later(), &[Effect::Wake(now + wait)]);
        assert_eq!(hand.0.item(&name(1)).unwrap().why, Some(Reason::NoNetwork));
        now += wait;
        hand = hand.at(
            now,
            Event::Woken,
            &[Effect::Put(name(1)), Effect::Wake(now + LOST)],
        );
    }
}

#[test]
fn six_tries_in_ten_minutes_at_most_even_when_the_network_flaps() {
    let mut outbox = Outbox::default().step(0, 0.0, Event::Taken(name(1), None)).0;
    let mut puts = 1;
    for now in (0..600_000).step_by(300) {
        let answered = Event::Answered(name(1), Answer::Later(Reason::NoNetwork, 0));
        for event in [answered, Event::Woken] {
            let (next, effects) = outbox.step(now, 0.0, event);
            puts += effects
                .iter()
                .filter(|effect| matches!(effect, Effect::Put(_)))
                .count();
            outbox = next;
        }
    }
    assert_eq!(puts, 6);
}

#[test]
fn the_networks_return_brings_the_next_try_forward_but_not_to_a_storm() {
    sending()
        .at(
            1_000,
            Event::Answered(name(1), Answer::Later(Reason::Trouble, 60_000)),
            &[Effect::Wake(61_000)],
        )
        .at(1_300, Event::Online, &[Effect::Wake(5_000)])
        .at(
            6_000,
            Event::Online,
            &[Effect::Put(name(1)), Effect::Wake(6_000 + LOST)],
        );
}

#[test]
fn what_only_sounds_like_success_is_read_back_first() {
    let unproven = Event::Answered(name(1), Answer::Unproven);
    sending()
        .at(
            5,
            unproven.clone(),
            &[Effect::ReadBack(name(1)), Effect::Wake(LOST)],
        )
        .is(1, Phase::Sending { since: 0 }, Summary::Sending)
        .at(
            6,
            Event::ReadBack(name(1), Some(true)),
            &[Effect::Settle(name(1))],
        )
        .is(1, Phase::Delivered, Summary::Empty);
    let portal = sending()
        .at(5, unproven, &[Effect::ReadBack(name(1)), Effect::Wake(LOST)])
        .at(6, Event::ReadBack(name(1), Some(false)), &[Effect::Wake(5_006)])
        .is(1, Phase::Waiting { due: 5_006 }, Summary::Waiting);
    assert_eq!(portal.0.item(&name(1)).unwrap().why, Some(Reason::NotOurs));
}

#[test]
fn a_refusal_stays_until_its_author_tries_again_or_takes_it_back() {
    let refused = || {
        sending()
            .at(
                5,
                Event::Answered(name(1), Answer::Refused(Reason::TooLarge)),
                &[Effect::KeepRefusal(name(1), Reason::TooLarge)],
            )
            .is(1, Phase::Refused(Reason::TooLarge), Summary::Failed)
            .at(6, Event::Online, &[])
            .at(7, Event::Woken, &[])
    };
    refused().at(
        8,
        Event::Again(name(1)),
        &[Effect::Put(name(1)), Effect::Wake(8 + LOST)],
    );
    let hand = refused().at(8, Event::Dropped(name(1)), &[Effect::Remove(name(1))]);
    assert!(hand.0.items().is_empty());
    sending().at(8, Event::Dropped(name(1)), &[Effect::Wake(LOST)]);
}

#[test]
fn a_try_of_which_nothing_is_heard_is_given_up_and_its_late_proof_still_counts() {
    sending()
        .at(LOST, Event::Woken, &[Effect::Wake(LOST + 5_000)])
        .at(
            LOST + 1,
            Event::Answered(name(1), Answer::Refused(Reason::NotTaken)),
            &[Effect::Wake(LOST + 5_000)],
        )
        .at(
            LOST + 2,
            Event::Answered(name(1), Answer::Delivered),
            &[Effect::Settle(name(1))],
        );
}

#[test]
fn two_are_sent_at_a_time_and_the_next_when_one_is_through() {
    let taken = |n| Event::Taken(name(n), None);
    Hand::default()
        .at(0, taken(1), &[Effect::Put(name(1)), Effect::Wake(LOST)])
        .at(0, taken(2), &[Effect::Put(name(2)), Effect::Wake(LOST)])
        .at(0, taken(3), &[Effect::Wake(LOST)])
        .at(
            5,
            Event::Answered(name(2), Answer::Delivered),
            &[Effect::Settle(name(2)), Effect::Put(name(3)), Effect::Wake(LOST)],
        );
}

#[test]
fn what_was_refused_before_a_restart_is_not_sent_by_itself() {
    Hand::default()
        .at(0, Event::Taken(name(1), Some(Reason::Newer)), &[])
        .is(1, Phase::Refused(Reason::Newer), Summary::Failed);
}

#[test]
fn each_answer_of_the_network_has_its_meaning() {
    let own = name(1);
    let problem = "application/problem+json";
    let etag = format!("\"{own}\"");
    let other = format!("\"{}\"", name(2));
    let rows: &[(u16, &str, &str, &str, Answer)] = &[
        (201, "application/json", &etag, "", Answer::Delivered),
        (412, problem, &etag, "already_stored", Answer::Delivered),
        (204, "", &etag, "", Answer::Delivered),
        (201, "", "", "", Answer::Unproven),
        (204, "", "", "", Answer::Unproven),
        (412, "text/html", "", "", Answer::Unproven),
        (200, "text/html", "", "", Answer::Unproven),
        (201, "", &other, "", Answer::Unproven),
        (302, "text/html", "", "", Answer::Later(Reason::NotOurs, 0)),
        (511, "text/html", "", "", Answer::Later(Reason::Trouble, 0)),
        (413, "text/html", "", "", Answer::Refused(Reason::TooLarge)),
        (
            422,
            problem,
            "",
            "hash_mismatch",
            Answer::Later(Reason::NotOurs, 0),
        ),
        (
            422,
            problem,
            "",
            "not_a_design",
            Answer::Refused(Reason::NotTaken),
        ),
        (422, problem, "", "newer_version", Answer::Refused(Reason::Newer)),
        (400, problem, "", "cut_body", Answer::Later(Reason::NotOurs, 0)),
        (400, problem, "", "not_json", Answer::Refused(Reason::NotTaken)),
        (400, "text/html", "", "", Answer::Later(Reason::NotOurs, 0)),
        (404, "text/html", "", "", Answer::Later(Reason::NoEndpoint, 0)),
        (
            405,
            problem,
            "",
            "wrong_method",
            Answer::Refused(Reason::NoEndpoint),
        ),
        (429, problem, "", "", Answer::Later(Reason::Busy, 0)),
        (
            503,
            problem,
            "",
            "storage_unavailable",
            Answer::Later(Reason::Trouble, 0),
        ),
        (
            507,
            problem,
            "",
            "storage_full",
            Answer::Later(Reason::Full, 60_000),
        ),
    ];
    for (status, kind, etag, code, meaning) in rows {
        let heard = Heard {
            status: *status,
            kind: (*kind).into(),
            etag: (*etag).into(),
            code: (*code).into(),
            retry_after: None,
        };
        assert_eq!(classify(&own, &heard), *meaning, "{heard:?}");
    }
    let heard = Heard {
        status: 503,
        retry_after: Some(u32::MAX),
        ..Heard::default()
    };
    assert_eq!(classify(&own, &heard), Answer::Later(Reason::Trouble, 3_600_000));
}

#[test]
fn a_reason_is_read_again_from_the_word_that_was_kept() {
    for reason in [
        Reason::NoNetwork,
        Reason::NotOurs,
        Reason::Newer,
        Reason::NotTaken,
        Reason::TooLarge,
    ] {
        assert_eq!(Reason::from_word(reason.word()), Some(reason));
    }
    assert_eq!(Reason::from_word("of a later version"), None);
}

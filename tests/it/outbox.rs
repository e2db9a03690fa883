//! The outbox: what is sent arrives once, and is called received only when it is.

use mulin::design::Design;
use mulin::design::stored::{self, DesignName};
use mulin::submission::{
    Answer, Effect, Event, Heard, Outbox, Phase, Reason, Summary, classify, freeze, revision_of,
};
use proptest::prelude::*;

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

#[test]
fn a_design_is_frozen_with_its_time_and_gone_on_with_as_its_successor() {
    let mut design = Design::new("beimen", "00112233445566778899aabbccddeeff");
    design.title = "树荫下的广场".into();
    let frozen = freeze(&design, "2026-11-23T09:30:00+08:00");
    assert_eq!(frozen.name, DesignName::of(&frozen.bytes));
    let (read, repairs) = stored::read(&frozen.bytes).unwrap();
    assert!(repairs.is_empty());
    assert_eq!(read.drawn, "2026-11-23T09:30:00+08:00");
    let next = revision_of(&read, &frozen.name);
    assert_eq!(next.supersedes, Some(frozen.name.to_string()));
    assert_eq!((next.drawn.as_str(), &next.draft), ("", &design.draft));
    assert_eq!(
        freeze(&design, "2026-11-23T09:30:00+08:00"),
        frozen,
        "the same bytes each time"
    );
}

/// A world for the outbox: a network that loses, repeats, delays and forges answers, and a program
/// that may be started anew from what the device kept.
#[derive(Clone, Debug)]
enum Chance {
    Submit(u8),
    Arrive { which: usize, answer: u8 },
    Lose(usize),
    Portal(usize),
    Repeat(usize),
    Wait(u64),
    Online,
    Restart,
}

fn chances() -> impl Strategy<Value = Vec<Chance>> {
    let one = prop_oneof![
        3 => (0_u8..6).prop_map(Chance::Submit),
        6 => (0_usize..8, 0_u8..6).prop_map(|(which, answer)| Chance::Arrive { which, answer }),
        2 => (0_usize..8).prop_map(Chance::Lose),
        3 => (0_usize..8).prop_map(Chance::Portal),
        3 => (0_usize..8).prop_map(Chance::Repeat),
        4 => (0_u64..400_000).prop_map(Chance::Wait),
        1 => Just(Chance::Online),
        1 => Just(Chance::Restart),
    ];
    prop::collection::vec(one, 1..120)
}

#[derive(Default)]
struct World {
    outbox: Outbox,
    now: u64,
    /// Requests and readings under way.
    under_way: Vec<Effect>,
    /// Answers that were given once and may come again.
    given: Vec<Event>,
    stored: Vec<DesignName>,
    /// What the device keeps: taken and neither settled nor removed.
    kept: Vec<(DesignName, Option<Reason>)>,
    settled: Vec<DesignName>,
}

impl World {
    fn tell(&mut self, event: Event) {
        let (next, effects) = std::mem::take(&mut self.outbox).step(self.now, 0.5, event);
        self.outbox = next;
        for effect in effects {
            match effect {
                Effect::Settle(name) => {
                    assert!(self.stored.contains(&name), "called received, and was not stored");
                    assert!(!self.settled.contains(&name), "counted twice");
                    self.settled.push(name);
                    self.kept.retain(|(kept, _)| *kept != name);
                }
                Effect::KeepRefusal(name, why) => {
                    for row in self.kept.iter_mut().filter(|row| row.0 == name) {
                        row.1 = Some(why);
                    }
                }
                Effect::Remove(_) => panic!("nobody took anything back"),
                Effect::Put(_) | Effect::ReadBack(_) => self.under_way.push(effect),
                Effect::Wake(_) => {}
            }
        }
    }
    fn happen(&mut self, chance: Chance) {
        match chance {
            Chance::Submit(n) => {
                let name = name(n);
                if !self.settled.contains(&name) && self.kept.iter().all(|(kept, _)| *kept != name) {
                    self.kept.push((name, None));
                    self.tell(Event::Taken(name, None));
                }
            }
            Chance::Arrive { which, answer } => self.arrive(which, answer),
            Chance::Lose(which) => {
                if which < self.under_way.len() {
                    self.under_way.swap_remove(which);
                }
            }
            Chance::Portal(which) => self.portal(which),
            Chance::Repeat(which) => {
                if let Some(event) = self.given.get(which).cloned() {
                    self.tell(event);
                }
            }
            Chance::Wait(time) => {
                self.now += time;
                self.tell(Event::Woken);
            }
            Chance::Online => self.tell(Event::Online),
            Chance::Restart => {
                self.outbox = Outbox::default();
                self.given.clear();
                self.under_way.clear();
                for (name, refused) in self.kept.clone() {
                    self.tell(Event::Taken(name, refused));
                }
            }
        }
    }
    fn arrive(&mut self, which: usize, answer: u8) {
        if which >= self.under_way.len() {
            return;
        }
        let event = match (self.under_way.swap_remove(which), answer) {
            (Effect::Put(name), 0..=2) => {
                self.stored.push(name);
                let answer = if answer == 0 {
                    Answer::Unproven
                } else {
                    Answer::Delivered
                };
                Event::Answered(name, answer)
            }
            (Effect::Put(name), 3) => Event::Answered(name, Answer::Later(Reason::Trouble, 10_000)),
            // Stored, and then the answer was lost.
            (Effect::Put(name), 4) => {
                self.stored.push(name);
                Event::Answered(name, Answer::Later(Reason::NoNetwork, 0))
            }
            (Effect::Put(name), _) => Event::Answered(name, Answer::Refused(Reason::NotTaken)),
            (Effect::ReadBack(name), 5) => Event::ReadBack(name, None),
            (Effect::ReadBack(name), _) => Event::ReadBack(name, Some(self.stored.contains(&name))),
            _ => return,
        };
        self.given.push(event.clone());
        self.tell(event);
    }
    fn portal(&mut self, which: usize) {
        if which >= self.under_way.len() {
            return;
        }
        let html = Heard {
            status: 200,
            kind: "text/html".into(),
            ..Heard::default()
        };
        let event = match self.under_way.swap_remove(which) {
            Effect::Put(name) => Event::Answered(name, classify(&name, &html)),
            Effect::ReadBack(name) => Event::ReadBack(name, Some(false)),
            _ => return,
        };
        self.given.push(event.clone());
        self.tell(event);
    }
    fn check(&self) {
        for (name, refused) in &self.kept {
            let item = self.outbox.item(name);
            let phase = item.map(|item| &item.phase);
            assert!(
                !matches!(phase, None | Some(Phase::Delivered)),
                "{name} ({refused:?}) is kept and not under way"
            );
        }
    }
}

proptest! {
    #[test]
    fn whatever_the_network_does_nothing_is_lost_counted_twice_or_called_received_too_early(
        story in chances()
    ) {
        let mut world = World::default();
        for chance in story {
            world.happen(chance);
            world.check();
        }
        // In the end the network is well: everything that was not refused arrives.
        for _ in 0..40 {
            world.happen(Chance::Wait(500_000));
            while !world.under_way.is_empty() {
                world.arrive(0, 1);
            }
        }
        prop_assert!(world.kept.iter().all(|(_, refused)| refused.is_some()), "{:?}", world.kept);
    }
}

//! Whatever the network does: nothing is lost, counted twice or called received too early.

use mulin::design::stored::DesignName;
use mulin::submission::{Answer, Effect, Event, Heard, Outbox, Phase, Reason, classify};
use proptest::prelude::*;

fn name(n: u8) -> DesignName {
    DesignName::of(&[n])
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

//! The outbox as a pure state machine.

use crate::design::stored::DesignName;
use crate::text::Message;

use super::{Answer, Reason};

/// Waits after a first, second … failed try, in milliseconds; the last one goes on. Six tries in
/// ten minutes at most.
const WAITS: [u64; 5] = [5_000, 15_000, 45_000, 120_000, 300_000];
/// The network's coming back brings the next try forward, but not nearer than this to the last.
const AFTER_ONLINE: u64 = 5_000;
/// A try of which nothing was heard for so long is given up: the page slept or the answer got lost.
const LOST_AFTER: u64 = 120_000;
/// Tries under way at a time.
const AT_ONCE: usize = 2;

/// Where a design is on its way.
#[derive(Clone, Debug, PartialEq)]
pub enum Phase {
    /// It waits for the next try.
    Waiting {
        /// When that is due, in milliseconds of the clock that `step` is given.
        due: u64,
    },
    /// It is being sent, or read back to prove that it arrived.
    Sending {
        /// Since when.
        since: u64,
    },
    /// It is stored at the endpoint, for certain.
    Delivered,
    /// The endpoint will not take it as it is.
    Refused(Reason),
}

/// A design on its way.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its name.
    pub name: DesignName,
    /// Where it is.
    pub phase: Phase,
    /// How often it was tried.
    pub tries: u32,
    /// Why the last try failed.
    pub why: Option<Reason>,
    /// When it was last tried.
    last: u64,
}

/// The state of all together, as the page shows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Summary {
    /// Nothing is under way.
    #[default]
    Empty,
    /// Something waits to be sent.
    Waiting,
    /// Something is being sent.
    Sending,
    /// Something was refused and needs its author.
    Failed,
}

impl Summary {
    /// The word in the page's `data-state`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Waiting => "waiting",
            Self::Sending => "sending",
            Self::Failed => "failed",
        }
    }
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A design was submitted and its bytes are safe on the device; or it was found there at the
    /// start, with why it was refused if it was.
    Taken(DesignName, Option<Reason>),
    /// The time that a [`Effect::Wake`] asked for has come.
    Woken,
    /// The network came back, or the page was shown again.
    Online,
    /// A try was answered.
    Answered(DesignName, Answer),
    /// The bytes were read back: whether they are the same; none when nothing could be read.
    ReadBack(DesignName, Option<bool>),
    /// The resident wants it tried again.
    Again(DesignName),
    /// The resident takes a refused design back.
    Dropped(DesignName),
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// PUT the design.
    Put(DesignName),
    /// GET it and compare the bytes.
    ReadBack(DesignName),
    /// Keep that it is delivered, once.
    Settle(DesignName),
    /// Keep that it was refused.
    KeepRefusal(DesignName, Reason),
    /// Remove it from the device.
    Remove(DesignName),
    /// Come back at that time.
    Wake(u64),
}

/// What is under way, first taken first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outbox {
    items: Vec<Item>,
}

impl Phase {
    /// The word for it: 还没送出, 正在送, 已送达, or that it was not taken.
    pub fn word(&self) -> Message {
        Message::new(match self {
            Self::Waiting { .. } => "send-waiting",
            Self::Sending { .. } => "send-sending",
            Self::Delivered => "send-delivered",
            Self::Refused(_) => "send-refused",
        })
    }
}

impl Outbox {
    /// What is in it.
    pub fn items(&self) -> &[Item] {
        &self.items
    }
    /// The item of that name.
    pub fn item(&self, name: &DesignName) -> Option<&Item> {
        self.items.iter().find(|item| item.name == *name)
    }
    /// The state of all together. What needs its author shows before what goes by itself.
    pub fn summary(&self) -> Summary {
        let any = |test: fn(&Phase) -> bool| self.items.iter().any(|item| test(&item.phase));
        if any(|phase| matches!(phase, Phase::Refused(_))) {
            Summary::Failed
        } else if any(|phase| matches!(phase, Phase::Sending { .. })) {
            Summary::Sending
        } else if any(|phase| matches!(phase, Phase::Waiting { .. })) {
            Summary::Waiting
        } else {
            Summary::Empty
        }
    }

    /// The next state and what is to be done. `now` is in milliseconds of a clock that does not go
    /// back while the page lives; `chance` in 0..1 spreads the tries of many phones.
    #[must_use]
    pub fn step(mut self, now: u64, chance: f64, event: Event) -> (Self, Vec<Effect>) {
        let mut effects = Vec::new();
        match event {
            Event::Taken(name, refused) => self.take(name, refused, now),
            Event::Woken => {}
            Event::Online => self.bring_forward(now),
            Event::Answered(name, answer) => self.answered(name, answer, now, chance, &mut effects),
            Event::ReadBack(name, same) => self.read_back(name, same, now, chance, &mut effects),
            Event::Again(name) => self.again(name, now),
            Event::Dropped(name) => self.drop_refused(name, &mut effects),
        }
        self.give_up_lost(now, chance);
        self.send_due(now, &mut effects);
        effects.extend(self.next_due(now).map(Effect::Wake));
        (self, effects)
    }

    fn take(&mut self, name: DesignName, refused: Option<Reason>, now: u64) {
        if self.item(&name).is_none() {
            self.items.push(Item {
                name,
                phase: refused.map_or(Phase::Waiting { due: now }, Phase::Refused),
                tries: 0,
                why: refused,
                last: 0,
            });
        }
    }

    fn bring_forward(&mut self, now: u64) {
        for item in &mut self.items {
            let soonest = if item.tries == 0 {
                now
            } else {
                now.max(item.last + AFTER_ONLINE)
            };
            if let Phase::Waiting { due } = &mut item.phase {
                *due = (*due).min(soonest);
            }
        }
    }

    fn answered(
        &mut self,
        name: DesignName,
        answer: Answer,
        now: u64,
        chance: f64,
        effects: &mut Vec<Effect>,
    ) {
        let Some(item) = self.items.iter_mut().find(|item| item.name == name) else {
            return;
        };
        match (&item.phase, answer) {
            (Phase::Delivered, _) => {}
            // Late or not, proof is proof.
            (_, Answer::Delivered) => item.deliver(effects),
            (Phase::Sending { .. }, Answer::Unproven) => effects.push(Effect::ReadBack(name)),
            (Phase::Sending { .. }, Answer::Later(why, wait)) => item.wait(why, wait, now, chance),
            (Phase::Sending { .. }, Answer::Refused(why)) => {
                item.phase = Phase::Refused(why);
                item.why = Some(why);
                effects.push(Effect::KeepRefusal(name, why));
            }
            // An answer to a try that was given up says nothing of the one that follows.
            (Phase::Waiting { .. } | Phase::Refused(_), _) => {}
        }
    }

    fn read_back(
        &mut self,
        name: DesignName,
        same: Option<bool>,
        now: u64,
        chance: f64,
        effects: &mut Vec<Effect>,
    ) {
        let Some(item) = self.items.iter_mut().find(|item| item.name == name) else {
            return;
        };
        match (&item.phase, same) {
            (Phase::Delivered, _) => {}
            (_, Some(true)) => item.deliver(effects),
            (Phase::Sending { .. }, Some(false)) => item.wait(Reason::NotOurs, 0, now, chance),
            (Phase::Sending { .. }, None) => item.wait(Reason::NoNetwork, 0, now, chance),
            (Phase::Waiting { .. } | Phase::Refused(_), _) => {}
        }
    }

    fn again(&mut self, name: DesignName, now: u64) {
        let found = self.items.iter_mut().find(|item| item.name == name);
        if let Some(item) = found.filter(|i| matches!(i.phase, Phase::Waiting { .. } | Phase::Refused(_))) {
            item.phase = Phase::Waiting { due: now };
        }
    }

    fn drop_refused(&mut self, name: DesignName, effects: &mut Vec<Effect>) {
        let refused = |item: &Item| item.name == name && matches!(item.phase, Phase::Refused(_));
        if self.items.iter().any(refused) {
            self.items.retain(|item| !refused(item));
            effects.push(Effect::Remove(name));
        }
    }

    fn give_up_lost(&mut self, now: u64, chance: f64) {
        for item in &mut self.items {
            if matches!(item.phase, Phase::Sending { since } if now >= since + LOST_AFTER) {
                item.wait(Reason::NoNetwork, 0, now, chance);
            }
        }
    }

    fn send_due(&mut self, now: u64, effects: &mut Vec<Effect>) {
        let busy = |item: &&Item| matches!(item.phase, Phase::Sending { .. });
        let free = AT_ONCE.saturating_sub(self.items.iter().filter(busy).count());
        let due = |item: &&mut Item| matches!(item.phase, Phase::Waiting { due } if due <= now);
        for item in self.items.iter_mut().filter(due).take(free) {
            item.phase = Phase::Sending { since: now };
            item.tries += 1;
            item.last = now;
            effects.push(Effect::Put(item.name));
        }
    }

    /// When something is due that cannot be done now.
    fn next_due(&self, now: u64) -> Option<u64> {
        let times = self.items.iter().filter_map(|item| match item.phase {
            // What is due and still waits, waits for a free place; the answer that frees it comes by itself.
            Phase::Waiting { due } => Some(due).filter(|due| *due > now),
            Phase::Sending { since } => Some(since + LOST_AFTER),
            Phase::Delivered | Phase::Refused(_) => None,
        });
        times.min()
    }
}

impl Item {
    fn deliver(&mut self, effects: &mut Vec<Effect>) {
        self.phase = Phase::Delivered;
        self.why = None;
        effects.push(Effect::Settle(self.name));
    }
    fn wait(&mut self, why: Reason, at_least: u64, now: u64, chance: f64) {
        let place = (self.tries.max(1) as usize - 1).min(WAITS.len() - 1);
        // Up to half as long again: phones that lost one network do not all come back at once.
        let wait = WAITS[place] as f64 * (1.0 + 0.5 * chance.clamp(0.0, 1.0));
        self.why = Some(why);
        self.phase = Phase::Waiting {
            due: now + (wait as u64).max(at_least),
        };
    }
}

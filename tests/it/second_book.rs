//! The second book: whatever the database forgets, nothing that was taken to be sent goes unsaid.

use std::collections::{BTreeMap, BTreeSet};

use mulin::design::stored::DesignName;
use mulin::submission::{Fate, Ledger, copy_is_newer};
use proptest::prelude::*;

/// What happens to a device. A step of two writes may be cut off between them (`cut`).
#[derive(Clone, Debug)]
enum Happens {
    Take {
        which: u8,
        cut: bool,
        copied: bool,
    },
    Settle {
        which: u8,
        cut: bool,
    },
    TakeBack {
        which: u8,
        cut: bool,
    },
    /// The browser goes back to an older state of the database, or empties it: these bits are gone.
    Forget(u16),
    SpoilCopies(u16),
    Start,
}

fn happens() -> impl Strategy<Value = Vec<Happens>> {
    let one = prop_oneof![
        5 => (0_u8..12, prop::bool::weighted(0.2), prop::bool::weighted(0.8))
            .prop_map(|(which, cut, copied)| Happens::Take { which, cut, copied }),
        3 => (0_u8..12, prop::bool::weighted(0.3)).prop_map(|(which, cut)| Happens::Settle { which, cut }),
        2 => (0_u8..12, prop::bool::weighted(0.3)).prop_map(|(which, cut)| Happens::TakeBack { which, cut }),
        1 => any::<u16>().prop_map(Happens::Forget),
        1 => any::<u16>().prop_map(Happens::SpoilCopies),
        2 => Just(Happens::Start),
    ];
    prop::collection::vec(one, 1..80)
}

fn bytes(which: u8) -> Vec<u8> {
    vec![which; 3]
}
fn name(which: u8) -> DesignName {
    DesignName::of(&bytes(which))
}

#[derive(Default)]
struct Device {
    waiting: BTreeSet<u8>,
    sent: BTreeSet<u8>,
    ledger: Ledger,
    copies: BTreeMap<DesignName, Vec<u8>>,
    /// What the author believes to be on its way.
    believed: BTreeSet<u8>,
    /// What the endpoint has, whatever the device still knows of it.
    delivered: BTreeSet<u8>,
    /// What was told to be lost.
    told: BTreeSet<u8>,
    /// The database forgot something since the last start.
    forgot: bool,
}

impl Device {
    /// The writes in the order in which the program does them (src/app/browser/store/outbox.rs).
    fn happen(&mut self, happens: &Happens) {
        match *happens {
            Happens::Take { which, cut, copied } if !self.sent.contains(&which) => {
                self.waiting.insert(which);
                self.believed.insert(which);
                self.told.remove(&which);
                if !cut {
                    if copied {
                        self.copies.insert(name(which), bytes(which));
                    }
                    self.ledger.enter(name(which), Fate::Taken);
                }
            }
            Happens::Settle { which, cut } if self.waiting.remove(&which) => {
                self.sent.insert(which);
                self.delivered.insert(which);
                self.believed.remove(&which);
                if !cut {
                    self.ledger.enter(name(which), Fate::Delivered);
                    self.copies.remove(&name(which));
                }
            }
            Happens::TakeBack { which, cut } if self.waiting.contains(&which) => {
                self.ledger.strike(&name(which));
                self.copies.remove(&name(which));
                if !cut {
                    self.waiting.remove(&which);
                    self.believed.remove(&which);
                }
            }
            Happens::Forget(bits) => {
                let stays = |which: &u8| bits & (1 << which) == 0;
                let entered = |which: &u8| self.ledger.rows().iter().any(|(row, _)| *row == name(*which));
                // Of a row that the ledger never got nobody can know that it was there.
                let unknown: Vec<u8> = self
                    .waiting
                    .iter()
                    .copied()
                    .filter(|w| !stays(w) && !entered(w))
                    .collect();
                self.forgot |= self.waiting.iter().chain(&self.sent).any(|which| !stays(which));
                self.waiting.retain(stays);
                self.sent.retain(stays);
                self.believed.retain(|which| !unknown.contains(which));
            }
            Happens::SpoilCopies(bits) => {
                for (at, copy) in self.copies.values_mut().enumerate() {
                    if bits & (1 << at) != 0 {
                        copy.push(0);
                    }
                }
            }
            Happens::Start => self.start(),
            _ => {}
        }
    }

    fn start(&mut self) {
        let names = |set: &BTreeSet<u8>| set.iter().copied().map(name).collect::<Vec<_>>();
        let (waiting, sent) = (names(&self.waiting), names(&self.sent));
        let compared = self
            .ledger
            .compare(&waiting, &sent, |name| self.copies.get(name).cloned());
        if !self.forgot {
            assert!(
                compared.lost.is_empty() && compared.again.is_empty(),
                "a false alarm: {compared:?}"
            );
        }
        let which = |name: &DesignName| name_to_which(name);
        for (name, bytes) in &compared.again {
            assert_eq!(
                DesignName::of(bytes),
                *name,
                "a spoilt copy was taken for the design"
            );
            self.waiting.insert(which(name));
        }
        for name in &compared.arrived {
            self.ledger.enter(*name, Fate::Delivered);
        }
        for name in &compared.lost {
            self.told.insert(which(name));
            self.ledger.strike(name);
        }
        for which in &self.believed {
            assert!(
                self.waiting.contains(which) || self.told.contains(which) || self.delivered.contains(which),
                "{which} is gone, and nobody was told"
            );
        }
        self.forgot = false;
    }
}

fn name_to_which(name_: &DesignName) -> u8 {
    (0..12)
        .find(|which| name(*which) == *name_)
        .expect("one of the twelve")
}

proptest! {
    #[test]
    fn r10_r11_whatever_the_database_forgets_each_design_waits_arrived_or_is_told_as_lost(happens in happens()) {
        let mut device = Device::default();
        for one in &happens {
            device.happen(one);
        }
        device.start();
        device.start();
    }
}

#[test]
fn only_what_was_taken_and_is_nowhere_is_lost() {
    let ledger = Ledger::of([
        (name(1), Fate::Delivered),
        (name(2), Fate::Taken),
        (name(3), Fate::Taken),
        (name(3), Fate::Taken),
        (name(4), Fate::Taken),
    ]);
    let copy = |wanted: &DesignName| (*wanted == name(4)).then(|| bytes(4));
    let compared = ledger.compare(&[name(2)], &[], copy);
    assert_eq!(compared.lost, [name(3)]);
    assert_eq!(compared.again, [(name(4), bytes(4))]);
    assert_eq!(compared.forgotten, [name(1)]);
    let none = Ledger::default().compare(&[name(2)], &[], copy);
    assert_eq!(none, Default::default(), "a lost ledger accuses nobody");
}

#[test]
fn the_ledger_keeps_what_is_open_and_lets_the_oldest_delivered_go() {
    let design = |n: u16| DesignName::of(&n.to_be_bytes());
    let mut ledger = Ledger::default();
    for n in 0..700 {
        ledger.enter(design(n), if n % 2 == 0 { Fate::Delivered } else { Fate::Taken });
    }
    assert_eq!(ledger.rows().len(), 500);
    let open = ledger
        .rows()
        .iter()
        .filter(|(_, fate)| *fate == Fate::Taken)
        .count();
    assert_eq!(open, 350, "an open row was let go");
    assert!(ledger.rows().iter().any(|(row, _)| *row == design(698)));
    assert!(!ledger.rows().iter().any(|(row, _)| *row == design(0)));
}

#[test]
fn r20_which_state_of_a_drawing_is_newer_is_told_by_its_number_and_by_no_clock() {
    assert!(copy_is_newer(None, Some(1)), "the database was emptied");
    assert!(copy_is_newer(Some(4), Some(5)), "the database went back");
    assert!(!copy_is_newer(Some(5), Some(5)));
    assert!(!copy_is_newer(Some(6), Some(5)));
    assert!(!copy_is_newer(Some(1), None));
    assert!(!copy_is_newer(None, None));
}

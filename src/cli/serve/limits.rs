//! Limits of one endpoint: how fast designs may come, how often a token may be guessed, and how
//! much is kept in all.

use std::net::IpAddr;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use futures::TryStreamExt;
use object_store::ObjectStore;
use object_store::path::Path as Key;

use super::Refusal;
use super::pace::{ByAddress, Pace, Together};

/// The limits that an endpoint keeps. None is no limit.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Designs of one address. A meeting hall is one address, so this is generous.
    pub address: Option<Pace>,
    /// Designs of everybody together.
    pub round: Option<Pace>,
    /// Wrong tokens of one address.
    pub guesses: Option<Pace>,
    /// Bytes of all designs.
    pub bytes: Option<u64>,
    /// After how long the bytes are counted anew when there seems to be no more room: somebody may
    /// have made some by hand.
    pub recount: Duration,
}

impl Default for Limits {
    /// 60 phones that send at once, five times each, pass (300); so do 120 designs a minute from
    /// one hall for as long as it lasts. A round takes 20 a second. 4 GiB are a million designs.
    fn default() -> Self {
        Self {
            address: Some(Pace {
                burst: 300,
                a_minute: 120,
            }),
            round: Some(Pace {
                burst: 2_000,
                a_minute: 1_200,
            }),
            guesses: Some(Pace {
                burst: 20,
                a_minute: 10,
            }),
            bytes: Some(4 << 30),
            recount: Duration::from_secs(60),
        }
    }
}

impl Limits {
    /// No limit at all.
    pub const NONE: Self = Self {
        address: None,
        round: None,
        guesses: None,
        bytes: None,
        recount: Duration::from_secs(60),
    };
}

/// What was used of the limits so far.
pub struct Usage {
    limits: Limits,
    began: Instant,
    paces: Mutex<Paces>,
    room: tokio::sync::Mutex<Room>,
}

#[derive(Default)]
struct Paces {
    designs: ByAddress,
    round: Together,
    guesses: ByAddress,
}

/// Bytes that are kept. Until they are counted, what came since the start.
#[derive(Default)]
struct Room {
    bytes: u64,
    /// What was taken since the start, never less: what came while somebody counted.
    taken: u64,
    counted: Option<Instant>,
    counting: bool,
}

impl Room {
    fn take(&mut self, bytes: u64) {
        self.bytes = self.bytes.saturating_add(bytes);
        self.taken = self.taken.saturating_add(bytes);
    }
}

impl Usage {
    /// Nothing used yet.
    pub fn new(limits: Limits) -> Self {
        Self {
            limits,
            began: Instant::now(),
            paces: Mutex::default(),
            room: tokio::sync::Mutex::default(),
        }
    }

    /// Takes a design of an address. Programs of this machine, and calls without a connection, are
    /// not counted: behind a proxy that does not say for whom it asks everybody would be one.
    pub fn design(&self, address: Option<IpAddr>) -> Result<(), Refusal> {
        let Some(address) = stranger(address) else {
            return Ok(());
        };
        let now = self.began.elapsed();
        let mut paces = self.paces.lock().map_err(|_| Refusal::OwnFault)?;
        if let Some(pace) = self.limits.address {
            paces.designs.take(address, pace, now).map_err(too_many)?;
        }
        if let Some(pace) = self.limits.round {
            paces.round.take(pace, now).map_err(too_many)?;
        }
        Ok(())
    }

    /// Takes note of a wrong token. Gives the refusal that answers it.
    pub fn guess(&self, address: Option<IpAddr>) -> Refusal {
        let (Some(address), Some(pace)) = (stranger(address), self.limits.guesses) else {
            return Refusal::NotThePlanner;
        };
        let Ok(mut paces) = self.paces.lock() else {
            return Refusal::OwnFault;
        };
        match paces.guesses.take(address, pace, self.began.elapsed()) {
            Ok(()) => Refusal::NotThePlanner,
            Err(seconds) => too_many(seconds),
        }
    }

    /// Whether somebody must [count](Self::count) what is there; says so to one caller at a time.
    pub async fn must_count(&self) -> bool {
        let mut room = self.room.lock().await;
        let must = self.limits.bytes.is_some() && room.counted.is_none() && !room.counting;
        room.counting |= must;
        must
    }

    /// Counts what is there. Designs are taken meanwhile, so that a start over many is no wait.
    pub async fn count(&self, store: &dyn ObjectStore, folder: &Key) {
        let there = counted(store, folder).await;
        let mut room = self.room.lock().await;
        room.counting = false;
        // One that came during the counting may count twice; before anything is refused it is counted again.
        if let Ok(there) = there {
            room.bytes = room.bytes.saturating_add(there);
            room.counted = Some(Instant::now());
        }
    }

    /// Takes room for the bytes of a design. What is not stored in the end is to be given back.
    pub async fn take_room(&self, store: &dyn ObjectStore, folder: &Key, bytes: u64) -> Result<(), Refusal> {
        let Some(most) = self.limits.bytes else {
            return Ok(());
        };
        let fits = |room: &Room| room.bytes.saturating_add(bytes) <= most;
        let before = {
            let mut room = self.room.lock().await;
            match room.counted {
                Some(at) if !fits(&room) && at.elapsed() < self.limits.recount => {
                    return Err(Refusal::StorageFull);
                }
                // One counts anew, and the others are refused or taken meanwhile as before: a large
                // store takes long to count, and nobody waits for it with the door locked.
                Some(_) if !fits(&room) => {
                    room.counted = Some(Instant::now());
                    room.taken
                }
                _ => {
                    room.take(bytes);
                    return Ok(());
                }
            }
        };
        let there = counted(store, folder).await?;
        let mut room = self.room.lock().await;
        // What came meanwhile may be in the count or not: rather twice than not at all.
        room.bytes = there.saturating_add(room.taken.saturating_sub(before));
        if !fits(&room) {
            return Err(Refusal::StorageFull);
        }
        room.take(bytes);
        Ok(())
    }

    /// Gives room back.
    pub async fn give_back(&self, bytes: u64) {
        let mut room = self.room.lock().await;
        room.bytes = room.bytes.saturating_sub(bytes);
    }
}

fn too_many(seconds: u32) -> Refusal {
    Refusal::TooMany { seconds }
}

fn stranger(address: Option<IpAddr>) -> Option<IpAddr> {
    address.filter(|address| !address.to_canonical().is_loopback())
}

async fn counted(store: &dyn ObjectStore, folder: &Key) -> Result<u64, Refusal> {
    let sum =
        store.list(Some(folder)).try_fold(
            0_u64,
            |sum, meta| async move { Ok(sum.saturating_add(meta.size)) },
        );
    Ok(sum.await?)
}

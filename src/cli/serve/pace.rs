//! How many requests are taken from whom: a bucket that fills steadily and that a crowd may empty.

use std::collections::HashMap;
use std::net::IpAddr;
use std::time::Duration;

/// A steady rate, and how many may come at once before it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// At once.
    pub burst: u32,
    /// In a minute, for as long as it goes on.
    pub a_minute: u32,
}

/// What is left for one asker.
#[derive(Clone, Copy, Debug)]
struct Bucket {
    left: f64,
    at: Duration,
}

impl Bucket {
    fn full(pace: Pace, now: Duration) -> Self {
        Self {
            left: f64::from(pace.burst),
            at: now,
        }
    }
    fn filled(self, pace: Pace, now: Duration) -> Self {
        let since = now.saturating_sub(self.at).as_secs_f64();
        let left = self.left + since * f64::from(pace.a_minute) / 60.0;
        Self {
            left: left.min(f64::from(pace.burst)),
            at: now,
        }
    }
    /// Takes one, or says in how many seconds there will be one.
    fn take(&mut self, pace: Pace, now: Duration) -> Result<(), u32> {
        *self = self.filled(pace, now);
        if self.left >= 1.0 {
            self.left -= 1.0;
            return Ok(());
        }
        let seconds = (1.0 - self.left) * 60.0 / f64::from(pace.a_minute.max(1));
        Err((seconds.ceil() as u32).max(1))
    }
}

/// Addresses that are remembered; beyond that those that asked longest ago are forgotten.
const ADDRESSES: usize = 20_000;

/// A pace for each address. Times are since any moment, the same for all calls.
#[derive(Debug, Default)]
pub struct ByAddress(HashMap<IpAddr, Bucket>);

impl ByAddress {
    /// Takes one request of an address, or says after how many seconds it may come again.
    pub fn take(&mut self, address: IpAddr, pace: Pace, now: Duration) -> Result<(), u32> {
        if self.0.len() >= ADDRESSES {
            self.forget(pace, now);
        }
        self.0
            .entry(household(address))
            .or_insert_with(|| Bucket::full(pace, now))
            .take(pace, now)
    }
    /// Forgets those whose buckets are full again, and everybody when that frees nothing: a flood
    /// from more addresses than can be remembered is held by the pace of the round.
    fn forget(&mut self, pace: Pace, now: Duration) {
        let full = f64::from(pace.burst);
        self.0.retain(|_, bucket| bucket.filled(pace, now).left < full);
        if self.0.len() >= ADDRESSES {
            self.0.clear();
        }
    }
}

/// A pace for all together.
#[derive(Debug, Default)]
pub struct Together(Option<Bucket>);

impl Together {
    /// Takes one request, or says after how many seconds there will be room.
    pub fn take(&mut self, pace: Pace, now: Duration) -> Result<(), u32> {
        self.0
            .get_or_insert_with(|| Bucket::full(pace, now))
            .take(pace, now)
    }
}

/// Who has one IPv6 address has the 2⁶⁴ of its network, so these count as one.
fn household(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6((v6.to_bits() >> 64 << 64).into()),
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACE: Pace = Pace {
        burst: 3,
        a_minute: 6,
    };
    const START: Duration = Duration::from_secs(100);

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn a_crowd_passes_then_the_pace_holds_and_the_wait_is_told() {
        let mut all = Together::default();
        for _ in 0..3 {
            assert_eq!(all.take(PACE, START), Ok(()));
        }
        assert_eq!(all.take(PACE, START), Err(10));
        assert_eq!(all.take(PACE, START + Duration::from_secs(4)), Err(6));
        assert_eq!(all.take(PACE, START + Duration::from_secs(10)), Ok(()));
    }

    #[test]
    fn a_clock_that_stands_still_or_goes_back_lets_nobody_in_for_free() {
        let mut all = Together::default();
        let taken = (0..50).filter(|n| all.take(PACE, START - Duration::from_secs(*n)).is_ok());
        assert_eq!(taken.count(), 3);
    }

    #[test]
    fn addresses_do_not_pay_for_each_other_and_a_network_of_ipv6_is_one() {
        let mut each = ByAddress::default();
        for _ in 0..3 {
            assert!(each.take(ip("192.0.2.1"), PACE, START).is_ok());
            assert!(each.take(ip("2001:db8::1"), PACE, START).is_ok());
        }
        assert!(each.take(ip("192.0.2.1"), PACE, START).is_err());
        assert!(each.take(ip("::ffff:192.0.2.1"), PACE, START).is_err());
        assert!(each.take(ip("2001:db8::ffff:2"), PACE, START).is_err());
        assert!(each.take(ip("192.0.2.2"), PACE, START).is_ok());
    }

    #[test]
    fn more_addresses_than_can_be_remembered_cost_no_more_memory() {
        let mut each = ByAddress::default();
        for n in 0..(ADDRESSES as u32 * 2) {
            let _ = each.take(IpAddr::V4(n.into()), PACE, START);
        }
        assert!(each.0.len() <= ADDRESSES);
    }
}

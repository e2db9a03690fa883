//! Counts that have a sum, as they may leave the desk together: where a sum is known, what is shown can tell what is not.
//!
//! Each count stands in two sums, that of its row and that of its column. So a table is a net: its sums are the knots, its
//! counts the strings between them. A hidden count can be another number exactly where a ring of strings leads
//! through it that can all give: one rises, the next falls, and every sum stays what it is. Where there is no such
//! ring, the one that costs least is made, by keeping back the numbers on it.

use crate::tally::{LEAST_SHOWN, ShownCount, shown_count};

/// One count of a table.
#[derive(Clone, Copy, Debug)]
struct Entry {
    /// The knots between which it rises: that of its row and that of its column, or the other way for a sum.
    ends: (usize, usize),
    count: usize,
    /// Whether it may be kept back; what the same page says elsewhere may not.
    may_be_kept: bool,
}

/// A table whose small counts are to be hidden.
struct Net {
    knots: usize,
    entries: Vec<Entry>,
}

/// Counts of a list whose sum is known, such as the designs of each house: small ones are hidden, and where the sum or the
/// others would tell one of them, further ones are kept back.
pub fn shown_list(counts: &[usize]) -> Vec<ShownCount> {
    // A list has one sum; what a count is beside it nobody asks, so that the other knot is the world.
    const SUM: usize = 0;
    const WORLD: usize = 1;
    let entry = |count: &usize| Entry {
        ends: (SUM, WORLD),
        count: *count,
        may_be_kept: true,
    };
    let mut entries: Vec<Entry> = counts.iter().map(entry).collect();
    entries.push(Entry {
        ends: (WORLD, SUM),
        count: counts.iter().sum(),
        may_be_kept: false,
    });
    let mut shown = Net { knots: 2, entries }.shown();
    shown.truncate(counts.len());
    shown
}

/// A table with the sums of its rows in a last column and those of its columns in a last row, as it may leave the desk. A
/// row's sum is never kept back unless it is small, since other tables say it as well.
pub fn shown_table<const N: usize>(rows: &[[usize; N]]) -> Vec<Vec<ShownCount>> {
    let with_sum = |row: &[usize]| -> Vec<usize> {
        let sum = row.iter().sum();
        row.iter().copied().chain([sum]).collect()
    };
    let mut whole: Vec<Vec<usize>> = rows.iter().map(|row| with_sum(row)).collect();
    let below: Vec<usize> = (0..N).map(|at| rows.iter().map(|row| row[at]).sum()).collect();
    whole.push(with_sum(&below));
    let mut entries = Vec::new();
    for (row, counts) in whole.iter().enumerate() {
        for (column, count) in counts.iter().enumerate() {
            let (is_sum, is_below) = (column == N, row == rows.len());
            let (own, other) = (row, whole.len() + column);
            entries.push(Entry {
                // A sum falls as its row rises; the sum of all sums is one twice.
                ends: if is_sum == is_below {
                    (own, other)
                } else {
                    (other, own)
                },
                count: *count,
                may_be_kept: !is_sum || is_below || *count < LEAST_SHOWN,
            });
        }
    }
    let knots = whole.len() + N + 1;
    let shown = Net { knots, entries }.shown();
    shown.chunks(N + 1).map(<[ShownCount]>::to_vec).collect()
}

impl Net {
    /// All counts as they may be shown together. First it is tried with numbers of five and more alone kept back, of which a
    /// reader then knows that much; else with any but nought; and where that does not do, nothing is said.
    fn shown(&self) -> Vec<ShownCount> {
        let tried = [LEAST_SHOWN, 1]
            .into_iter()
            .find_map(|least| self.with_least(least));
        tried.unwrap_or_else(|| {
            let kept = |entry: &Entry| match entry.may_be_kept {
                true => ShownCount::KeptBack,
                false => shown_count(entry.count),
            };
            self.entries.iter().map(kept).collect()
        })
    }

    /// The counts as they may be shown where none below `least` is kept back; none where some would be told.
    fn with_least(&self, least: usize) -> Option<Vec<ShownCount>> {
        let counts = self.entries.iter().map(|entry| shown_count(entry.count));
        let mut shown: Vec<ShownCount> = counts.collect();
        for at in 0..self.entries.len() {
            if (1..LEAST_SHOWN).contains(&self.entries[at].count) {
                let ring = self.ring(at, &shown, least)?;
                // Where a small one may be kept back, one is: else a reader who takes all of them for large would be right.
                let is_own = !ring.is_empty() && least < LEAST_SHOWN && self.entries[at].may_be_kept;
                for kept in ring.into_iter().chain(is_own.then_some(at)) {
                    shown[kept] = ShownCount::KeptBack;
                }
            }
        }
        Some(shown)
    }

    /// What it costs to let a count give: nothing where it is hidden and can, else the number that is no longer said.
    fn price(&self, at: usize, shown: ShownCount, least: usize, rises: bool) -> Option<usize> {
        let Entry {
            count, may_be_kept, ..
        } = self.entries[at];
        let gives_kept = rises || count > least;
        match shown {
            ShownCount::KeptBack => gives_kept.then_some(0),
            ShownCount::BelowFive if rises && count + 1 < LEAST_SHOWN || !rises && count > 1 => Some(0),
            ShownCount::BelowFive => (least < LEAST_SHOWN && may_be_kept && gives_kept).then_some(1),
            ShownCount::Number(number) => (number > 0 && may_be_kept && gives_kept).then_some(number),
        }
    }

    /// Which counts must be kept back so that a hidden one can be another number: those on the ring through it that costs
    /// least. None where there is no ring.
    fn ring(&self, at: usize, shown: &[ShownCount], least: usize) -> Option<Vec<usize>> {
        let through = |rises: bool| {
            let own = self.price(at, shown[at], least, rises)?;
            let (from, to) = self.along(at, rises);
            let (price, mut kept) = self.way_round((to, from), at, shown, least)?;
            kept.extend((own > 0).then_some(at));
            Some((price + own, kept))
        };
        let rings = [true, false].into_iter().filter_map(through);
        rings.min_by_key(|(price, _)| *price).map(|(_, kept)| kept)
    }

    /// Where a count leads: from one of its knots to the other as it rises, back as it falls.
    fn along(&self, at: usize, rises: bool) -> (usize, usize) {
        let (from, to) = self.entries[at].ends;
        if rises { (from, to) } else { (to, from) }
    }

    /// The cheapest way between two knots past one count, and what must be kept back on it (Bellman & Ford).
    fn way_round(
        &self,
        (from, to): (usize, usize),
        past: usize,
        shown: &[ShownCount],
        least: usize,
    ) -> Option<(usize, Vec<usize>)> {
        let mut reached: Vec<Option<Step>> = vec![None; self.knots];
        reached[from] = Some(Step::default());
        let mut is_new = true;
        while is_new {
            is_new = false;
            for at in (0..self.entries.len()).filter(|at| *at != past) {
                for rises in [true, false] {
                    let (before, next) = self.along(at, rises);
                    let (Some(price), Some(so_far)) =
                        (self.price(at, shown[at], least, rises), reached[before])
                    else {
                        continue;
                    };
                    let whole = so_far.whole + price;
                    if reached[next].is_none_or(|known| whole < known.whole) {
                        reached[next] = Some(Step {
                            whole,
                            price,
                            at,
                            before,
                        });
                        is_new = true;
                    }
                }
            }
        }
        let whole = reached[to]?.whole;
        let (mut kept, mut knot) = (Vec::new(), to);
        while let Some(step) = reached[knot].filter(|_| knot != from) {
            kept.extend((step.price > 0).then_some(step.at));
            knot = step.before;
        }
        Some((whole, kept))
    }
}

/// The last count of a way to a knot.
#[derive(Clone, Copy, Debug, Default)]
struct Step {
    /// What the whole way costs.
    whole: usize,
    /// What this count costs.
    price: usize,
    at: usize,
    before: usize,
}

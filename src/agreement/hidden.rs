//! Small counts, which could point at somebody, are hidden in whatever leaves the desk.

/// A count from one up to below this is shown as '<5'.
pub const LEAST_SHOWN: usize = 5;

/// A count as it may leave the desk: `0`, `<5`, `12`.
pub fn shown_count(count: usize) -> String {
    if (1..LEAST_SHOWN).contains(&count) {
        format!("<{LEAST_SHOWN}")
    } else {
        count.to_string()
    }
}

/// Counts of one table as they may leave the desk together: none for a hidden one. Where exactly one would be hidden
/// the next smallest is hidden as well, since the sum would tell the one.
pub fn hidden(counts: &[usize]) -> Vec<Option<usize>> {
    let small = |count: usize| (1..LEAST_SHOWN).contains(&count);
    let mut shown: Vec<Option<usize>> = counts
        .iter()
        .map(|count| (!small(*count)).then_some(*count))
        .collect();
    if counts.iter().filter(|count| small(**count)).count() == 1 {
        let next = shown
            .iter()
            .enumerate()
            .filter_map(|(at, count)| Some((count.filter(|n| *n > 0)?, at)));
        if let Some((_, at)) = next.min() {
            shown[at] = None;
        }
    }
    shown
}

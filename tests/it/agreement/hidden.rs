//! Small counts that leave the desk: nobody can tell them from what is shown.

use std::collections::HashSet;

use mulin::agreement::{shown_list, shown_table};
use mulin::tally::ShownCount::{BelowFive, KeptBack, Number};
use mulin::tally::{ShownCount, shown_count};
use proptest::prelude::*;

#[test]
fn a_count_by_itself_is_below_five_or_itself() {
    let shown = [0, 1, 4, 5, 12].map(shown_count);
    assert_eq!(shown, [Number(0), BelowFive, BelowFive, Number(5), Number(12)]);
    assert_eq!(shown.map(|count| count.to_string()), ["0", "<5", "<5", "5", "12"]);
    let json = serde_json::to_value([Number(7), BelowFive, KeptBack]).unwrap();
    assert_eq!(json, serde_json::json!([7, "<5", "hidden"]));
}

#[test]
fn what_is_kept_back_beside_a_small_count_is_not_said_to_be_small() {
    assert_eq!(
        shown_list(&[20, 3, 9, 0]),
        [Number(20), BelowFive, KeptBack, Number(0)]
    );
    assert_eq!(
        shown_list(&[20, 3, 2, 0]),
        [Number(20), BelowFive, BelowFive, Number(0)]
    );
    assert_eq!(shown_list(&[7, 8]), [Number(7), Number(8)]);
    assert_eq!(shown_list(&[2]), [BelowFive]);
    assert_eq!(shown_list(&[]), []);
}

#[test]
fn two_small_counts_are_not_told_by_their_sum() {
    // 32 less 30 leaves 2 for both, so each would be 1.
    assert_eq!(shown_list(&[1, 1, 30]), [BelowFive, BelowFive, KeptBack]);
    // 8 leaves nothing but twice 4; so not even that both are small is said.
    assert!(shown_list(&[4, 4]).contains(&KeptBack));
    assert_eq!(shown_list(&[1; 6]), [KeptBack; 6]);
}

#[test]
fn a_row_of_twelve_with_ten_shown_tells_no_two() {
    let rows = [[10, 0, 0, 2], [8, 7, 0, 0]];
    let shown = shown_table(&rows);
    assert_eq!(shown[0][3], BelowFive);
    assert_eq!(
        shown[0][4],
        Number(12),
        "a row's sum stands in other tables as well"
    );
    assert_eq!(shown[0][0], KeptBack);
    assert_eq!(shown[1][4], Number(15));
    assert!(may_differ_in_table(&rows, &shown));
}

/// What a reader may take for granted of a count that is kept back: the least that any of them is.
fn least_kept(cells: &[(usize, ShownCount)]) -> usize {
    let mut kept = cells.iter().filter(|(_, shown)| *shown == KeptBack);
    match kept.clone().all(|(count, _)| *count >= 5) {
        true => 5,
        // Where nothing at all is said, not even which are nought is.
        false if kept.any(|(count, _)| *count == 0) || cells.iter().all(|(_, shown)| *shown == KeptBack) => 0,
        false => 1,
    }
}

fn may_be(count: usize, shown: ShownCount, least: usize) -> bool {
    match shown {
        Number(number) => count == number,
        BelowFive => (1..5).contains(&count),
        KeptBack => count >= least,
    }
}

fn is_small(count: usize) -> bool {
    (1..5).contains(&count)
}

/// Whether a list is told truly, and each small count of it could be another one with the same sum.
fn may_differ_in_list(counts: &[usize], shown: &[ShownCount]) -> bool {
    let cells: Vec<(usize, ShownCount)> = counts.iter().copied().zip(shown.iter().copied()).collect();
    let least = least_kept(&cells);
    // A ring of steps by one leads from any other list to this one; so one step is enough to look for.
    let steps = |at: usize, by: isize| {
        let count = counts[at].checked_add_signed(by);
        count.is_some_and(|count| may_be(count, shown[at], least))
    };
    let sum: usize = counts.iter().sum();
    let sum_steps = |by: isize| is_small(sum) && is_small(sum.saturating_add_signed(by));
    let is_told = |at: usize| {
        let ring = |by: isize| {
            steps(at, by)
                && (sum_steps(by) || (0..counts.len()).any(|other| other != at && steps(other, -by)))
        };
        !ring(1) && !ring(-1)
    };
    (0..counts.len()).all(|at| !is_small(counts[at]) || !shown[at].is_number() && !is_told(at))
}

/// Every row near the true one that a reader must think possible.
fn near(row: &[usize; 4], shown: &[ShownCount], least: usize) -> Vec<[usize; 4]> {
    let mut found = Vec::new();
    for way in 0..81 {
        let by = [way % 3, way / 3 % 3, way / 9 % 3, way / 27];
        let Some(cells) = (0..4)
            .map(|at| (row[at] + by[at]).checked_sub(1))
            .collect::<Option<Vec<_>>>()
        else {
            continue;
        };
        let sum: usize = cells.iter().sum();
        let whole = cells.iter().copied().chain([sum]);
        if whole
            .zip(shown)
            .all(|(count, shown)| may_be(count, *shown, least))
        {
            found.push([cells[0], cells[1], cells[2], cells[3]]);
        }
    }
    found
}

/// The last rows of all tables of these rows.
fn sums(rows: &[Vec<[usize; 4]>]) -> HashSet<[usize; 4]> {
    rows.iter().fold(HashSet::from([[0; 4]]), |sums, row| {
        let with = |sum: [usize; 4]| {
            row.iter()
                .map(move |row| std::array::from_fn(|at| sum[at] + row[at]))
        };
        sums.into_iter().flat_map(with).collect()
    })
}

/// Whether each small count of a table could be another one, with all that is shown of rows and of sums.
fn may_differ_in_table(rows: &[[usize; 4]], shown: &[Vec<ShownCount>]) -> bool {
    let below: [usize; 4] = std::array::from_fn(|at| rows.iter().map(|row| row[at]).sum());
    let whole: Vec<[usize; 4]> = rows.iter().copied().chain([below]).collect();
    let with_sum = |row: &[usize; 4]| row.iter().copied().chain([row.iter().sum()]).collect::<Vec<_>>();
    let cells = whole
        .iter()
        .zip(shown)
        .flat_map(|(row, shown)| with_sum(row).into_iter().zip(shown.clone()));
    let least = least_kept(&cells.collect::<Vec<_>>());
    let possible: Vec<_> = rows
        .iter()
        .zip(shown)
        .map(|(row, shown)| near(row, shown, least))
        .collect();
    let fits = |sum: &[usize; 4]| {
        let whole = with_sum(sum);
        whole
            .iter()
            .zip(&shown[rows.len()])
            .all(|(count, shown)| may_be(*count, *shown, least))
    };
    let is_told = |at: usize, column: usize, count: usize| {
        if at == rows.len() {
            return !sums(&possible)
                .iter()
                .any(|sum| fits(sum) && with_sum(sum)[column] != count);
        }
        let mut other = possible.clone();
        other[at].retain(|row| with_sum(row)[column] != count);
        !sums(&other).iter().any(fits)
    };
    whole.iter().enumerate().all(|(at, row)| {
        let mut counts = with_sum(row).into_iter().enumerate();
        counts.all(|(column, count)| {
            !is_small(count) || !shown[at][column].is_number() && !is_told(at, column, count)
        })
    })
}

/// Counts as rounds have them: many small, some not.
fn counts() -> impl Strategy<Value = usize> {
    prop_oneof![3 => Just(0_usize), 5 => 1_usize..5, 2 => 5_usize..9, 1 => 9_usize..40]
}

proptest! {
    #![proptest_config(crate::plan::seeded(400))]

    #[test]
    fn no_small_count_of_a_list_is_told(counts in prop::collection::vec(counts(), 0..9)) {
        let shown = shown_list(&counts);
        prop_assert_eq!(shown.len(), counts.len());
        prop_assert!(may_differ_in_list(&counts, &shown), "{:?}", shown);
        let is_true = counts.iter().zip(&shown).all(|(count, shown)| may_be(*count, *shown, 0));
        prop_assert!(is_true, "{:?}", shown);
    }

    #[test]
    fn no_small_count_of_a_table_is_told_along_rows_or_columns(
        rows in prop::collection::vec([counts(), counts(), counts(), counts()], 0..4),
    ) {
        let shown = shown_table(&rows);
        prop_assert_eq!(shown.len(), rows.len() + 1);
        prop_assert!(may_differ_in_table(&rows, &shown), "{:?}", shown);
        for (row, shown) in rows.iter().zip(&shown) {
            let sum: usize = row.iter().sum();
            prop_assert!(sum < 5 || shown[4] == Number(sum), "a row's sum stands elsewhere too: {:?}", shown);
            prop_assert!(row.iter().zip(shown).all(|(count, shown)| may_be(*count, *shown, 0)));
        }
    }
}

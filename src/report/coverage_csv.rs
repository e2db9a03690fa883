//! The houses with their households and designs, for a spreadsheet outside the office.

use crate::agreement::{Known, coverage};
use crate::formats::csv::{Cell, table};
use crate::project::Project;
use crate::tally::{Drawing, ShownCount};
use crate::text::Lang;

use super::page::Words;
use super::people::house;
use super::sections::heads;

/// A row for each house of the map, and one for all others; small counts are hidden, and what would tell one.
pub fn coverage_csv(project: &Project, drawings: &[Drawing], lang: Lang) -> String {
    let words = Words::of(project, lang);
    let drawings = Known::of(project).drawings(drawings);
    let found = coverage(&project.estate, &*drawings);
    let keys = ["desk-filter-building", "who-households", "desk-kinds-designs"];
    let heads = heads(&words, &keys).into_iter().map(Cell::from).collect();
    let rows = found
        .houses
        .iter()
        .zip(found.shown().houses)
        .map(|(row, designs)| {
            let households = row.households.map_or(Cell::Empty, |n| Cell::from(n as usize));
            let designs = match designs {
                ShownCount::Number(count) => Cell::from(count),
                ShownCount::BelowFive | ShownCount::KeptBack => Cell::from(words.count(designs)),
            };
            vec![Cell::from(words.facet(&row.house, house)), households, designs]
        });
    table(std::iter::once(heads).chain(rows))
}

//! The address follows what is looked at, so that it can be sent, kept and reloaded.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::sight::Sight;
use super::state::Desk;
use crate::agreement::DEFAULT_BANDWIDTH_M;
use crate::app::browser::page;
use crate::app::parts::gathered::Progress;
use crate::catalogue::KindId;
use crate::design::stored::{DesignName, Receipt};

/// What is looked at now.
pub fn sight(desk: Desk) -> Sight {
    let bandwidth = desk.study.bandwidth.get();
    Sight {
        tab: desk.tab.get(),
        order: desk.order.get(),
        as_table: desk.as_table.get(),
        filter: desk.filter.get(),
        here: desk.here.get(),
        picked: desk.picked.read().iter().map(DesignName::receipt).collect(),
        open: desk.open.get().map(|name| name.receipt()),
        kind: desk.study.kind.get().map(|kind| kind.to_string()),
        bandwidth: Some(bandwidth).filter(|metres| *metres != DEFAULT_BANDWIDTH_M),
    }
}

/// Looks at what a link says. The designs that it names are found among those that are there.
pub fn look(desk: Desk, sight: Sight) {
    let (picked, open) = named(desk, &sight);
    desk.filter.set(sight.filter);
    desk.here.set(sight.here);
    desk.order.set(sight.order);
    desk.as_table.set(sight.as_table);
    desk.picked.set(picked);
    desk.previewed.set(None);
    desk.open.set(open);
    desk.study.kind.set(sight.kind.map(|kind| KindId::new(&kind)));
    desk.study
        .bandwidth
        .set(sight.bandwidth.unwrap_or(DEFAULT_BANDWIDTH_M));
    desk.tab.set(sight.tab);
}

fn named(desk: Desk, sight: &Sight) -> (BTreeSet<DesignName>, Option<DesignName>) {
    let gathered = desk.gathering.gathered.get_untracked();
    let all = || {
        let versions = |drawing: &crate::tally::Drawing| {
            let older: Vec<DesignName> = drawing.older.iter().map(|one| one.name).collect();
            std::iter::once(drawing.latest.name).chain(older)
        };
        gathered.drawings.iter().flat_map(versions)
    };
    let of = |receipt: &Receipt| all().find(|name| receipt.is_of(name));
    (
        sight.picked.iter().filter_map(of).collect(),
        sight.open.as_ref().and_then(of),
    )
}

/// Looks at what the address says when the page opens, and from then on writes what is looked at into it. Designs
/// are named only once they are read, so that until then the address keeps what it had.
pub fn follow(desk: Desk) {
    let first = Sight::read(&page::query());
    let names_any = !first.picked.is_empty() || first.open.is_some();
    look(desk, first.clone());
    let waits = RwSignal::new(names_any);
    Effect::new(move |_| {
        let is_read = matches!(
            desk.gathering.progress.get(),
            Progress::Done | Progress::Failed(_)
        );
        if is_read && waits.get() {
            let (picked, open) = named(desk, &first);
            desk.picked.set(picked);
            desk.open.set(open);
            waits.set(false);
        }
    });
    Effect::new(move |_| {
        let now = sight(desk);
        if !waits.get() {
            let query = page::query();
            let next = now.in_query(&query);
            if next != query {
                page::replace_query(&next);
            }
        }
    });
}

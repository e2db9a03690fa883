//! What the desk knows: the designs, which of them are looked at, and what is asked of them.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use leptos::prelude::*;

use super::answers::Answers;
use super::order::Order;
use super::reckoned::Reckonings;
use super::shown::{Searched, Shown};
use super::study::Study;
use super::studying::Studying;
use crate::app::browser::planner;
use crate::app::composer::Composing;
use crate::app::load::{self, Loaded, Sources};
use crate::app::parts::gathering::Gathering;
use crate::design::stored::DesignName;
use crate::design::{Design, PlacementId};
use crate::geometry::WorldPt;
use crate::project::Project;
use crate::rules::{Survey, Totals};
use crate::submission::sealed::SecretKey;
use crate::tally::{Drawing, Facts, Filter, Received};

/// What the left side shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// The list of designs.
    #[default]
    Designs,
    /// Counts by kind.
    Kinds,
    /// Where a kind is dense.
    Where,
    /// Who has spoken, and which groups there are.
    Who,
    /// Wishes.
    Wishes,
    /// A few beside each other.
    Compare,
    /// Plans composed of all.
    Compose,
    /// What becomes of each thing and wish.
    Answer,
    /// What was set aside.
    Aside,
    /// Which rules are checked.
    Rules,
}

impl Tab {
    /// Every tab in its order.
    pub const ALL: [Self; 10] = [
        Self::Designs,
        Self::Where,
        Self::Who,
        Self::Kinds,
        Self::Wishes,
        Self::Compare,
        Self::Compose,
        Self::Answer,
        Self::Aside,
        Self::Rules,
    ];

    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Designs => "desk-tab-designs",
            Self::Kinds => "desk-tab-kinds",
            Self::Where => "desk-tab-where",
            Self::Who => "desk-tab-who",
            Self::Wishes => "desk-tab-wishes",
            Self::Compare => "desk-tab-compare",
            Self::Compose => "desk-tab-compose",
            Self::Answer => "desk-tab-answer",
            Self::Aside => "desk-tab-aside",
            Self::Rules => "desk-tab-rules",
        }
    }
    /// The word in the page.
    pub fn word(self) -> &'static str {
        match self {
            Self::Designs => "designs",
            Self::Kinds => "kinds",
            Self::Where => "where",
            Self::Who => "who",
            Self::Wishes => "wishes",
            Self::Compare => "compare",
            Self::Compose => "compose",
            Self::Answer => "answer",
            Self::Aside => "aside",
            Self::Rules => "rules",
        }
    }
}

/// The state of the desk, to be copied into its components.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The project.
    pub project: StoredValue<Arc<Project>>,
    /// Where designs come from.
    pub gathering: Gathering,
    /// What drawings must be to be shown.
    pub filter: RwSignal<Filter>,
    /// The place that designs must have something at.
    pub here: RwSignal<Option<WorldPt>>,
    /// The order of the list.
    pub order: RwSignal<Order>,
    /// Whether the list is a table and has no pictures.
    pub as_table: RwSignal<bool>,
    /// Whether older versions are unfolded.
    pub unfolded: RwSignal<bool>,
    /// Which designs were picked to be on the map together.
    pub picked: RwSignal<BTreeSet<DesignName>>,
    /// The design that is shown alone.
    pub open: RwSignal<Option<DesignName>>,
    /// The thing of it that is chosen, in the list and on the map alike.
    pub thing: RwSignal<Option<PlacementId>>,
    /// What the left side shows.
    pub tab: RwSignal<Tab>,
    /// The planner's secret key, for as long as this window is open; kept nowhere.
    pub key: RwSignal<Option<SecretKey>>,
    /// The drawings that the filters let through, in order.
    pub shown: Memo<Shown>,
    /// The texts in which the filters search.
    pub searched: Searched,
    /// Where they agree, and what is looked at of it.
    pub study: Study,
    /// The worker that finds out.
    pub studying: Studying,
    /// What becomes of each thing and wish.
    pub answers: Answers,
    /// How composing stands.
    pub composing: RwSignal<Composing>,
    /// A composed plan that is looked at on the map.
    pub previewed: RwSignal<Option<Arc<Design>>>,
    /// Whether who sits here reads and answers nothing.
    pub reads_only: RwSignal<bool>,
    /// Where designs are read from and replies are put.
    pub base: StoredValue<String>,
    /// The files of the project, for a worker to read them too.
    pub sources: StoredValue<Arc<Sources>>,
    /// Cost and findings, for the filters that ask for them.
    pub reckonings: Reckonings,
    survey: StoredValue<Arc<Survey>>,
    totals: StoredValue<HashMap<DesignName, Totals>>,
}

impl Desk {
    /// A desk for a project, with nothing gathered yet.
    pub fn new(loaded: &Loaded) -> Self {
        let gathering = Gathering::new(&loaded.project.file.id);
        let filter = RwSignal::new(Filter::default());
        let (here, order) = (RwSignal::new(None), RwSignal::new(Order::default()));
        let (reckonings, searched) = (Reckonings::default(), Searched::new());
        let shown = Memo::new(move |_| {
            let filter = filter.read();
            let mut shown = searched.shown(gathering.gathered.get(), &filter, here.get(), order.get());
            if filter.asks_cost() || filter.asks_findings() {
                let (known, none) = (reckonings.known.read(), Facts::default());
                shown.retain(|one| filter.matches_facts(known.get(&one.latest.name).unwrap_or(&none)));
            }
            shown
        });
        let study = Study::new(loaded.project.clone(), shown);
        Self {
            project: StoredValue::new(loaded.project.clone()),
            gathering,
            filter,
            here,
            order,
            as_table: RwSignal::new(false),
            unfolded: RwSignal::new(false),
            picked: RwSignal::default(),
            open: RwSignal::new(None),
            thing: RwSignal::new(None),
            tab: RwSignal::new(Tab::default()),
            key: RwSignal::new(None),
            shown,
            searched,
            study,
            studying: Studying::new(study, loaded.project.estate.bounds()),
            answers: Answers::default(),
            composing: RwSignal::default(),
            previewed: RwSignal::new(None),
            reads_only: RwSignal::new(planner::reads_only()),
            base: StoredValue::new(load::endpoint(loaded)),
            sources: StoredValue::new(loaded.sources.clone()),
            reckonings,
            survey: StoredValue::new(Survey::new(&loaded.project)),
            totals: StoredValue::default(),
        }
    }
    /// The designs that are on the map, the first so many of them, and how many there are: the open one, else the
    /// picked ones, else all shown.
    pub fn on_map(self, most: usize) -> (Vec<Arc<Received>>, usize) {
        let shown = self.shown.get();
        if let Some(open) = self.open.get().and_then(|name| self.received(name)) {
            return (vec![open], 1);
        }
        let picked = self.picked.read();
        let latest = shown.iter().map(|drawing| &drawing.latest);
        if picked.is_empty() {
            return (latest.take(most).cloned().collect(), shown.len());
        }
        // An older version can be picked, too.
        let versions = shown
            .iter()
            .flat_map(|drawing| std::iter::once(&drawing.latest).chain(&drawing.older));
        let mut picked: Vec<_> = versions
            .filter(|one| picked.contains(&one.name))
            .cloned()
            .collect();
        let count = picked.len();
        picked.truncate(most);
        (picked, count)
    }
    /// The design of a name, whether it stands or is an older version.
    pub fn received(self, name: DesignName) -> Option<Arc<Received>> {
        let gathered = self.gathering.gathered.get();
        let versions = |drawing: &Drawing| {
            std::iter::once(&drawing.latest)
                .chain(&drawing.older)
                .find(|one| one.name == name)
                .cloned()
        };
        gathered.drawings.iter().find_map(versions)
    }
    /// The project looked at once for the rules.
    pub fn survey(self) -> Arc<Survey> {
        self.survey.get_value()
    }
    /// What a design wins, loses and costs; reckoned once.
    pub fn totals(self, name: DesignName, design: &Design) -> Totals {
        if let Some(known) = self.totals.with_value(|known| known.get(&name).copied()) {
            return known;
        }
        let totals = self.survey.with_value(|survey| survey.totals(design));
        self.totals.update_value(|known| {
            known.insert(name, totals);
        });
        totals
    }
    /// Shows a design alone, or the others again when it is shown already.
    pub fn toggle_open(self, name: DesignName) {
        self.previewed.set(None);
        self.open
            .update(|open| *open = if *open == Some(name) { None } else { Some(name) });
    }
    /// Takes a design among the picked ones, or out of them.
    pub fn toggle_picked(self, name: DesignName) {
        // Who picks wants to see the picked ones together.
        self.open.set(None);
        self.picked.update(|picked| {
            if !picked.remove(&name) {
                picked.insert(name);
            }
        });
    }
    /// Whether anything is asked of the designs.
    pub fn is_filtered(self) -> bool {
        !self.filter.read().is_empty() || self.here.get().is_some()
    }
    /// Asks nothing any more.
    pub fn clear(self) {
        self.filter.set(Filter::default());
        self.here.set(None);
    }
}

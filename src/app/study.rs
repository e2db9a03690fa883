//! Where designs agree, in which groups, in which words: reckoned away from the page. Pure, so that it is tested without
//! a browser.
//!
//! Designs are told once, as columns; what is asked afterwards names them by their place in the order in which they were
//! told. A newer question takes the place of an older one of its sort, however far that has come.

mod told;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::bench::Bench;
use crate::agreement::{
    Columns, GroupSearch, Grouping, HotSpot, Isoline, Raster, Trait, Vote, WishGroup, density, difference,
    hot_spots, hot_spots_of, isolines, traits_of, wish_groups,
};
use crate::catalogue::KindId;
use crate::geometry::{Bounds, WorldPt};
use crate::tally::KindCount;
pub use told::Lot;
use told::Told;

/// The seed of the groups, stated beside them.
pub const SEED: u64 = 1;

/// Whose density is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Whose {
    /// That of all designs.
    #[default]
    All,
    /// That of a group.
    Group(u8),
    /// That of a group less that of all others.
    Apart(u8),
}

/// What is looked at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Look {
    /// The kind; none: the one that most designs have.
    pub kind: Option<KindId>,
    /// The kernel's bandwidth in metres.
    pub bandwidth: f64,
    /// Whose density.
    pub whose: Whose,
}

/// What the page says to its worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Ask {
    /// The ground: its south-west and its north-east corner. Said once, first.
    Ground(WorldPt, WorldPt),
    /// Some designs more.
    Designs(Lot),
    /// Study these, under a number.
    Study(u64, Vec<u32>),
    /// Look at this of them, under a number.
    Look(u64, Look),
    /// Put wishes of like words together, under a number.
    Wishes(u64, Vec<String>),
}

/// A hot spot as the page lists it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spot {
    /// Where the density is highest.
    pub at: WorldPt,
    /// Designs that put at least one there.
    pub designs: usize,
    /// Things there.
    pub things: usize,
}

/// What there is to be seen of what is looked at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    /// What is looked at, with its kind; no kind where nobody placed anything.
    pub look: Look,
    /// Lines of equal density; of a group against the others where it wants more.
    pub more: Vec<Isoline>,
    /// Where the others want more.
    pub less: Vec<Isoline>,
    /// The hot spots of the kind, of all designs, the one with most designs first.
    pub spots: Vec<Spot>,
    /// Designs whose things the lines are of.
    pub behind: usize,
}

/// What the worker says to its page, each with the number of the question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Said {
    /// How often each kind was used, the one that most designs use first.
    Counted(u64, Vec<KindCount>),
    /// How far groups are found, 0 to 1.
    Progress(u64, f64),
    /// The groups; of each design in the order of the question.
    Grouped(u64, Grouping),
    /// What is seen, under the numbers of the study and of the look.
    Seen(u64, u64, Seen),
    /// What sets each group apart, with the hot spots that were seen last.
    Apart(u64, Vec<Vec<Trait>>),
    /// The wishes, put together.
    Alike(u64, Vec<WishGroup>),
}

/// The worker's bench.
#[derive(Default)]
pub struct StudyBench {
    bounds: Bounds,
    told: Told,
    /// What is to be studied and was not begun.
    asked: Option<(u64, Vec<u32>)>,
    studied: Option<Studied>,
    /// What is looked at; said anew of each study.
    look: Option<(u64, Look)>,
    wishes: Option<(u64, Vec<String>)>,
}

/// A study under way.
struct Studied {
    number: u64,
    /// The designs in the order of the question, by their place among the columns.
    order: Vec<usize>,
    columns: Arc<Columns>,
    usual: Option<KindId>,
    search: Option<GroupSearch>,
    grouping: Option<Grouping>,
    /// The density of what is looked at, before it is said.
    raster: Option<Raster>,
    is_seen: bool,
    spots: Vec<HotSpot>,
    are_apart: bool,
}

/// What the next step does.
enum Step {
    Columns,
    Density,
    Places,
    Wishes,
    Apart,
    Groups,
}

impl Bench for StudyBench {
    const NAME: &'static str = "study";
    type Ask = Ask;
    type Said = Said;

    fn take(&mut self, ask: Ask) -> Option<Said> {
        match ask {
            Ask::Ground(min, max) => self.bounds = Bounds { min, max },
            Ask::Designs(lot) => self.told.take(lot),
            Ask::Study(number, designs) => {
                self.studied = None;
                self.asked = Some((number, designs));
            }
            Ask::Look(number, look) => {
                self.look = Some((number, look));
                if let Some(studied) = &mut self.studied {
                    (studied.raster, studied.is_seen) = (None, false);
                }
            }
            Ask::Wishes(number, texts) => self.wishes = Some((number, texts)),
        }
        None
    }
    fn doing(&self) -> Option<&'static str> {
        Some(match self.next()? {
            Step::Columns => "mulin:columns",
            Step::Density => "mulin:density",
            Step::Places => "mulin:places",
            Step::Wishes => "mulin:wishes",
            Step::Apart => "mulin:apart",
            Step::Groups => "mulin:groups",
        })
    }
    fn work(&mut self) -> Option<Said> {
        match self.next()? {
            Step::Columns => self.begin(),
            Step::Wishes => {
                let (number, texts) = self.wishes.take()?;
                let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
                Some(Said::Alike(number, wish_groups(&texts)))
            }
            Step::Density => {
                let (_, look) = self.look.as_ref()?;
                self.studied.as_mut()?.lay(look, self.bounds);
                None
            }
            Step::Places => {
                let (number, look) = self.look.clone()?;
                self.studied.as_mut()?.see(number, look, self.bounds)
            }
            Step::Apart => self.studied.as_mut()?.tell_apart(),
            Step::Groups => self.studied.as_mut()?.group(),
        }
    }
}

impl StudyBench {
    /// What waits longest on somebody's screen goes first; groups, which take longest, last.
    fn next(&self) -> Option<Step> {
        if self.asked.is_some() {
            return Some(Step::Columns);
        }
        if let (Some(studied), Some((_, look))) = (&self.studied, &self.look)
            && !studied.is_seen
            && (look.whose == Whose::All || studied.grouping.is_some())
        {
            return Some(match studied.raster {
                None => Step::Density,
                Some(_) => Step::Places,
            });
        }
        if self.wishes.is_some() {
            return Some(Step::Wishes);
        }
        let studied = self.studied.as_ref()?;
        if studied.grouping.is_some() && !studied.are_apart {
            return Some(Step::Apart);
        }
        studied.search.as_ref().map(|_| Step::Groups)
    }
    fn begin(&mut self) -> Option<Said> {
        let (number, asked) = self.asked.take()?;
        let (columns, order) = self.told.columns(&asked);
        let counts = columns.kind_counts();
        let columns = Arc::new(columns);
        self.studied = Some(Studied {
            number,
            order,
            usual: Columns::usual_kind(&counts).cloned(),
            search: Some(GroupSearch::new(columns.clone(), self.bounds, SEED)),
            columns,
            grouping: None,
            raster: None,
            is_seen: false,
            spots: Vec::new(),
            are_apart: false,
        });
        Some(Said::Counted(number, counts))
    }
}

impl Studied {
    /// Lays the density of what is looked at.
    fn lay(&mut self, look: &Look, bounds: Bounds) {
        let kind = look.kind.clone().or_else(|| self.usual.clone());
        let raster = kind.map(|kind| self.density_of(&kind, look, bounds));
        self.raster = Some(raster.unwrap_or_else(|| Raster::over(bounds, 2, 1.0)));
    }
    fn density_of(&self, kind: &KindId, look: &Look, bounds: Bounds) -> Raster {
        let (columns, bandwidth) = (&*self.columns, look.bandwidth);
        let members = |group: u8| {
            let grouping = self.grouping.as_ref();
            grouping.map_or_else(Vec::new, |grouping| grouping.members(group as usize))
        };
        let all = |counts| density(columns, kind, bounds, bandwidth, Vote::Designs, counts);
        match look.whose {
            Whose::All => all(None),
            Whose::Group(group) => all(Some(&members(group))),
            Whose::Apart(group) => {
                let own = members(group);
                let of = self.grouping.iter().flat_map(|grouping| &grouping.of);
                let others: Vec<bool> = own.iter().zip(of).map(|(own, of)| !own && of.is_some()).collect();
                difference(columns, kind, bounds, bandwidth, &own, &others)
            }
        }
    }
    /// Finds lines and hot spots, and says what is seen.
    fn see(&mut self, number: u64, mut look: Look, bounds: Bounds) -> Option<Said> {
        let raster = self.raster.take()?;
        self.is_seen = true;
        look.kind = look.kind.or_else(|| self.usual.clone());
        self.spots = match (&look.kind, look.whose) {
            (None, _) => Vec::new(),
            (Some(kind), Whose::All) => hot_spots_of(&self.columns, kind, &raster, look.bandwidth),
            (Some(kind), _) => hot_spots(&self.columns, kind, bounds, look.bandwidth),
        };
        self.are_apart = false;
        let less = matches!(look.whose, Whose::Apart(_)).then(|| {
            let mut less = raster.clone();
            less.values.iter_mut().for_each(|value| *value = -*value);
            isolines(&less)
        });
        let spot = |spot: &HotSpot| Spot {
            at: spot.at,
            designs: spot.designs.len(),
            things: spot.things.len(),
        };
        let seen = Seen {
            more: isolines(&raster),
            less: less.unwrap_or_default(),
            spots: self.spots.iter().map(spot).collect(),
            behind: self.behind(&look),
            look,
        };
        Some(Said::Seen(self.number, number, seen))
    }
    /// How many designs have the kind that is looked at; of a group, how many of its own.
    fn behind(&self, look: &Look) -> usize {
        let Some(kind) = &look.kind else { return 0 };
        let mut having = self.columns.of_kind(kind).design.to_vec();
        having.dedup();
        let (Whose::Group(group) | Whose::Apart(group)) = look.whose else {
            return having.len();
        };
        let of = self.grouping.as_ref().map(|grouping| &*grouping.of);
        let is_own = |design: &&u32| of.and_then(|of| *of.get(**design as usize)?) == Some(group);
        having.iter().filter(is_own).count()
    }
    fn tell_apart(&mut self) -> Option<Said> {
        self.are_apart = true;
        let grouping = self.grouping.as_ref()?;
        let traits = (0..grouping.count())
            .map(|group| traits_of(&self.columns, grouping, &self.spots, group))
            .collect();
        Some(Said::Apart(self.number, traits))
    }
    /// A step of finding groups.
    fn group(&mut self) -> Option<Said> {
        let search = self.search.as_mut()?;
        let Some(found) = search.step() else {
            return Some(Said::Progress(self.number, search.share()));
        };
        self.search = None;
        let of = |at: &usize| found.of.get(*at).copied().flatten();
        let said = Grouping {
            of: self.order.iter().map(of).collect(),
            ..found.clone()
        };
        self.grouping = Some(found);
        Some(Said::Grouped(self.number, said))
    }
}

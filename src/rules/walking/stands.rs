//! Where one stands to enter a door or what is walked to: the cells about it, reckoned once for the
//! estate and again only where a drawing changes the ground.

use std::borrow::Cow;

use crate::passage::{Goal, WalkGround};

use super::{Base, Destination};

/// The cells about a place.
#[derive(Clone, Debug)]
pub(super) struct Stand {
    /// Where the walker stands.
    free: Vec<usize>,
    /// Where someone as narrow as need be stands.
    open: Vec<usize>,
}

/// The cells about all that there is without a drawing.
#[derive(Clone, Debug)]
pub(super) struct Stands {
    doors: Vec<Stand>,
    /// In the order of the base's own targets.
    targets: Vec<Vec<Stand>>,
}

impl Stand {
    fn at(ground: &WalkGround, place: &Goal) -> Self {
        Self {
            free: ground.cells_at(place).into_iter().map(|(at, _)| at).collect(),
            open: ground.open_cells_at(place),
        }
    }
}

impl Stands {
    fn new(base: &Base) -> Self {
        let at = |place: &Goal| Stand::at(&base.state.ground, place);
        let targets = base.state.targets.iter();
        Self {
            doors: base.doors.iter().map(|(_, door)| at(door)).collect(),
            targets: targets
                .map(|targets| targets.iter().map(|target| at(&target.place)).collect())
                .collect(),
        }
    }
}

impl Base {
    fn stands(&self) -> &Stands {
        self.stands.get_or_init(|| Stands::new(self))
    }
    /// What was known of a place, where the drawing leaves the ground about it as it is.
    fn kept<'a>(&'a self, ground: &WalkGround, place: &Goal, known: Option<&'a Stand>) -> Option<&'a Stand> {
        known.filter(|_| ground.is_shared(&self.state.ground, ground.about(place)))
    }
    fn target(&self, to: Destination, place: &Goal) -> Option<&Stand> {
        let targets = &self.state.targets[to.at()];
        let at = targets.iter().position(|target| target.place == *place)?;
        self.stands().targets.get(to.at())?.get(at)
    }
    /// The cells from which a door is entered.
    pub fn door_cells(&self, ground: &WalkGround, door: usize) -> Cow<'_, [usize]> {
        let place = &self.doors[door].1;
        match self.kept(ground, place, self.stands().doors.get(door)) {
            Some(kept) => Cow::Borrowed(&kept.free),
            None => Cow::Owned(ground.cells_at(place).into_iter().map(|(at, _)| at).collect()),
        }
    }
    /// The same for someone as narrow as need be.
    pub fn open_door_cells(&self, ground: &WalkGround, door: usize) -> Cow<'_, [usize]> {
        let place = &self.doors[door].1;
        match self.kept(ground, place, self.stands().doors.get(door)) {
            Some(kept) => Cow::Borrowed(&kept.open),
            None => Cow::Owned(ground.open_cells_at(place)),
        }
    }
    /// The cells from which a place to walk to is reached.
    pub fn goal_cells(&self, ground: &WalkGround, to: Destination, place: &Goal) -> Cow<'_, [usize]> {
        match self.kept(ground, place, self.target(to, place)) {
            Some(kept) => Cow::Borrowed(&kept.free),
            None => Cow::Owned(ground.cells_at(place).into_iter().map(|(at, _)| at).collect()),
        }
    }
    /// The same for someone as narrow as need be.
    pub fn open_goal_cells(&self, ground: &WalkGround, to: Destination, place: &Goal) -> Cow<'_, [usize]> {
        match self.kept(ground, place, self.target(to, place)) {
            Some(kept) => Cow::Borrowed(&kept.open),
            None => Cow::Owned(ground.open_cells_at(place)),
        }
    }
}

//! Words that a public document may repeat. House, age, channel, topic and kind are free text in a design, and anybody can
//! send one: what the project does not know could be a name or a telephone number, and counts under one word.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

use crate::catalogue::KindId;
use crate::design::{AGE_BANDS, Author, CHANNELS};
use crate::project::Project;
use crate::tally::{Drawing, Received};

use super::{Columns, house_key};

/// The word in files for a house, age, channel or kind that the project does not know; for people it is 'other', '其他'.
pub const OTHER: &str = "other";

/// What a project knows.
#[derive(Clone, Debug)]
pub struct Known<'a> {
    project: &'a Project,
    houses: HashSet<String>,
}

impl<'a> Known<'a> {
    /// What this project knows.
    pub fn of(project: &'a Project) -> Self {
        let houses = project.estate.buildings();
        Self {
            project,
            houses: houses.map(|house| house_key(&house.name)).collect(),
        }
    }
    /// A kind of the catalogue, or [`OTHER`].
    pub fn kind(&self, kind: &KindId) -> KindId {
        match self.project.catalogue.kind(kind) {
            Some(_) => kind.clone(),
            None => KindId::new(OTHER),
        }
    }
    /// A topic of the project, or none: wishes without one are 'other' to people already.
    pub fn topic<'t>(&self, topic: &'t str) -> &'t str {
        if self.project.knows_topic(topic) {
            topic
        } else {
            ""
        }
    }
    /// Drawings whose houses, ages and channels are known words. Only those that have others are copied.
    pub fn drawings<'d>(&self, drawings: &'d [Drawing]) -> Cow<'d, [Drawing]> {
        if drawings
            .iter()
            .all(|drawing| self.knows(&drawing.latest.design.by))
        {
            return Cow::Borrowed(drawings);
        }
        drawings.iter().map(|drawing| self.drawing(drawing)).collect()
    }
    /// Columns whose kinds are all of the catalogue, or [`OTHER`].
    pub fn columns<'c>(&self, columns: &'c Columns) -> Cow<'c, Columns> {
        match columns.kinds().iter().all(|kind| self.kind(kind) == *kind) {
            true => Cow::Borrowed(columns),
            false => Cow::Owned(columns.renamed(|kind| self.kind(kind))),
        }
    }

    fn knows_house(&self, house: &str) -> bool {
        let key = house_key(house);
        key.is_empty() || self.houses.contains(&key)
    }
    fn knows(&self, by: &Author) -> bool {
        self.knows_house(&by.building) && knows_age(&by.age) && knows_channel(&by.channel)
    }
    fn drawing(&self, drawing: &Drawing) -> Drawing {
        let one = &drawing.latest;
        let by = &one.design.by;
        if self.knows(by) {
            return drawing.clone();
        }
        let or_other = |is_known: bool, word: &str| if is_known { word } else { OTHER }.to_owned();
        let mut design = (*one.design).clone();
        design.by = Author {
            building: or_other(self.knows_house(&by.building), &by.building),
            age: or_other(knows_age(&by.age), &by.age),
            channel: or_other(knows_channel(&by.channel), &by.channel),
            ..by.clone()
        };
        let latest = Received {
            design: Arc::new(design),
            ..(**one).clone()
        };
        Drawing {
            latest: Arc::new(latest),
            older: drawing.older.clone(),
        }
    }
}

fn knows_age(age: &str) -> bool {
    age.is_empty() || AGE_BANDS.iter().any(|(band, _)| *band == age)
}

fn knows_channel(channel: &str) -> bool {
    channel.is_empty() || CHANNELS.contains(&channel)
}

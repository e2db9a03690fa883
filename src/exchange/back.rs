//! Designs that come back from CAD and GIS: files that Mulin wrote, and in which people there moved things.

use crate::design::Design;
use crate::formats::{Problem, ReadFault, design_dxf, design_geojson};
use crate::project::Project;
use crate::text::Message;

use super::To;
use super::read::ending;

/// A design that came back, and what had to be mended in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Back {
    /// The design, things where the file has them.
    pub design: Design,
    /// What had to be mended.
    pub problems: Vec<Problem>,
}

/// Whether a file of this name may bring a design back.
pub fn may_bring_back(name: &str) -> bool {
    To::from_word(&ending(name)).is_some_and(To::comes_back)
}

/// The designs of a file, at least one; the sentence when it has none. A file of CAD has one, a file of GIS as many as were
/// written into it.
pub fn back(name: &str, bytes: &[u8], project: &Project) -> Result<Vec<Back>, Message> {
    let ending = ending(name);
    let found = match To::from_word(&ending) {
        Some(To::Dxf) => design_dxf::read(bytes).map(|(design, problems)| vec![Back { design, problems }]),
        Some(To::Geojson) => design_geojson::read(bytes, project.estate.frame).map(|designs| {
            let of = |one: design_geojson::Returned| Back {
                design: one.design,
                problems: one.problems,
            };
            designs.into_iter().map(of).collect()
        }),
        _ => return Err(Message::new("back-format").with("extension", ending)),
    };
    match found {
        Ok(designs) if !designs.is_empty() => Ok(designs),
        Ok(_) | Err(ReadFault::NothingKnown) => Err(Message::new("back-none")),
        Err(fault) => Err(fault.message()),
    }
}

/// The one design of a file; of several none is chosen for its owner.
pub fn one_back(name: &str, bytes: &[u8], project: &Project) -> Result<Back, Message> {
    let mut designs = back(name, bytes, project)?;
    match (designs.pop(), designs.len()) {
        (Some(only), 0) => Ok(only),
        (_, others) => Err(Message::new("back-several").with("n", others + 1)),
    }
}

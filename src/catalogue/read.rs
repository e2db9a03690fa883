//! Reads the catalogue's families.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use serde::Deserialize;

use super::{Group, Kind, KindId};

/// The families of the built-in catalogue, in the palette's order.
const FAMILIES: [(&str, &str); 5] = [
    ("parking", include_str!("data/parking.json")),
    ("rest", include_str!("data/rest.json")),
    ("green", include_str!("data/green.json")),
    ("service", include_str!("data/service.json")),
    ("facility", include_str!("data/facility.json")),
];

/// What may be placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalogue {
    pub(super) kinds: Vec<Arc<Kind>>,
    pub(super) left_out: BTreeSet<KindId>,
}

/// Why a catalogue cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueFault {
    /// A family's file is not the JSON that it should be.
    #[error("the catalogue file '{file}' cannot be read: {why}")]
    Unreadable {
        /// The family.
        file: String,
        /// What the reader said.
        why: String,
    },
    /// Two kinds have one name.
    #[error("the catalogue has two kinds named '{0}'; give one of them another id")]
    Twice(KindId),
}

#[derive(Deserialize)]
struct Family {
    kinds: Vec<Kind>,
}

impl Catalogue {
    /// The built-in catalogue.
    pub fn built_in() -> &'static Self {
        static BUILT_IN: OnceLock<Catalogue> = OnceLock::new();
        // The files are part of the program and a test reads them all; a faulty one would leave
        // the palette empty rather than stop the program.
        BUILT_IN.get_or_init(|| {
            Self::read(FAMILIES).unwrap_or(Self {
                kinds: Vec::new(),
                left_out: BTreeSet::new(),
            })
        })
    }
    /// A catalogue from families of JSON text, each with its name.
    pub fn read<'a>(families: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, CatalogueFault> {
        let mut kinds: Vec<Arc<Kind>> = Vec::new();
        for (file, text) in families {
            let family: Family = serde_json::from_str(text).map_err(|why| CatalogueFault::Unreadable {
                file: file.to_owned(),
                why: why.to_string(),
            })?;
            for kind in family.kinds {
                if kinds.iter().any(|known| known.id == kind.id) {
                    return Err(CatalogueFault::Twice(kind.id));
                }
                kinds.push(Arc::new(kind));
            }
        }
        Ok(Self {
            kinds,
            left_out: BTreeSet::new(),
        })
    }
    /// The families of the built-in catalogue as they are written, for the test that reads them.
    pub fn built_in_families() -> impl Iterator<Item = (&'static str, &'static str)> {
        FAMILIES.into_iter()
    }
    /// The kind of that name.
    pub fn kind(&self, id: &KindId) -> Option<&Arc<Kind>> {
        self.kinds.iter().find(|kind| &kind.id == id)
    }
    /// Every kind, in the palette's order.
    pub fn kinds(&self) -> &[Arc<Kind>] {
        &self.kinds
    }
    /// The kinds that residents are offered, in the palette's order.
    pub fn offered(&self) -> impl Iterator<Item = &Arc<Kind>> {
        self.kinds.iter().filter(|kind| !self.left_out.contains(&kind.id))
    }
    /// The kinds of one shelf that residents are offered.
    pub fn group(&self, group: Group) -> impl Iterator<Item = &Arc<Kind>> {
        self.offered().filter(move |kind| kind.group == group)
    }
}

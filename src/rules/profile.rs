//! The numbers that rules ask for, as data: each with its clause, its source and whether it was
//! read in a copy of the standard.
//!
//! A profile is a file of `profiles/`. A city's profile names the one that it is based on and says
//! only what is different there. A project chooses one and may set single numbers of its own.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use serde::Deserialize;

use crate::project::{ByLanguage, Project};

use super::Severity;

/// One number that a rule asks for.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provision {
    /// The number, in `unit`.
    pub value: f64,
    /// `m`, `m2`, `%` …; empty for a count.
    #[serde(default)]
    pub unit: String,
    /// How grave it is to miss it.
    pub severity: Severity,
    /// The document and clause: `GB 50016-2014(2018) 7.1.8`.
    pub clause: String,
    /// Where it was read: the mark of `docs/sources.md`; empty where it was not.
    #[serde(default)]
    pub source: String,
    /// Whether the clause's words or figure were read in a copy of the document.
    pub verified: bool,
    /// What the number is, for the table of rules.
    pub about: ByLanguage,
    /// The least and the greatest value that a project may set; what lies outside is a slip.
    pub range: (f64, f64),
}

/// One file of `profiles/`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ProfileFile {
    id: String,
    title: ByLanguage,
    #[serde(default)]
    based_on: Option<String>,
    provisions: BTreeMap<String, Provision>,
}

/// The numbers of a project's rules, by name: `shed-distance.wall`.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// Its name in `project.json`.
    pub id: String,
    /// What people call it.
    pub title: ByLanguage,
    provisions: BTreeMap<String, Provision>,
    /// What of the project's own rules cannot be used.
    faults: Vec<ProfileFault>,
}

/// What of a project's choice of rules cannot be used. The rule concerned is not checked.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ProfileFault {
    /// There is no such profile; the national one is used.
    #[error("there is no rule profile '{0}'; the national one is used")]
    NoSuchProfile(String),
    /// There is no number of that name.
    #[error("no rule asks for a number '{0}'")]
    NoSuchNumber(String),
    /// A number that cannot be meant.
    #[error("'{name}' is {value}, which is not between {least} and {most}; its rule is not checked")]
    Absurd {
        /// The number's name.
        name: String,
        /// What stands in the project.
        value: f64,
        /// The least that can be meant.
        least: f64,
        /// The most that can be meant.
        most: f64,
    },
}

const FILES: [&str; 5] = [
    include_str!("profiles/national.json"),
    include_str!("profiles/shandong.json"),
    include_str!("profiles/fuzhou.json"),
    include_str!("profiles/xuzhou.json"),
    include_str!("profiles/beijing.json"),
];

/// The profile of a project that names none.
pub const DEFAULT_PROFILE: &str = "shandong";
/// What every profile is based on in the end.
const NATIONAL: &str = "national";

static BUILT_IN: LazyLock<Vec<ProfileFile>> = LazyLock::new(|| {
    let read = |text: &&str| serde_json::from_str(text).ok();
    // A file that cannot be read leaves its rules unchecked; a test reads each of them.
    FILES.iter().filter_map(read).collect()
});

impl Profile {
    /// The names of the profiles that there are, with their titles.
    pub fn all() -> impl Iterator<Item = (&'static str, &'static ByLanguage)> {
        BUILT_IN.iter().map(|file| (file.id.as_str(), &file.title))
    }
    /// The built-in profile of that name.
    pub fn built_in(id: &str) -> Option<Self> {
        let file = BUILT_IN.iter().find(|file| file.id == id)?;
        let mut provisions = match file.based_on.as_deref() {
            // A profile that is based on itself is based on nothing.
            Some(base) if base != id => Self::built_in(base)?.provisions,
            _ => BTreeMap::new(),
        };
        provisions.extend(file.provisions.clone());
        Some(Self {
            id: file.id.clone(),
            title: file.title.clone(),
            provisions,
            faults: Vec::new(),
        })
    }
    /// The profile of a project, with the numbers that it sets itself.
    pub fn of(project: &Project) -> Arc<Self> {
        let choice = &project.file.rules;
        let asked = choice.profile.as_deref().unwrap_or(DEFAULT_PROFILE);
        let mut faults = Vec::new();
        let found = Self::built_in(asked);
        if found.is_none() {
            faults.push(ProfileFault::NoSuchProfile(asked.to_owned()));
        }
        let mut profile = found
            .or_else(|| Self::built_in(NATIONAL))
            .unwrap_or_else(Self::empty);
        for (name, value) in &choice.numbers {
            if let Err(fault) = profile.set(name, *value) {
                faults.push(fault);
            }
        }
        profile.faults = faults;
        Arc::new(profile)
    }
    fn empty() -> Self {
        Self {
            id: String::new(),
            title: ByLanguage::new(),
            provisions: BTreeMap::new(),
            faults: Vec::new(),
        }
    }
    fn set(&mut self, name: &str, value: f64) -> Result<(), ProfileFault> {
        let Some(provision) = self.provisions.get_mut(name) else {
            return Err(ProfileFault::NoSuchNumber(name.to_owned()));
        };
        let (least, most) = provision.range;
        if !(least..=most).contains(&value) {
            self.provisions.remove(name);
            let name = name.to_owned();
            return Err(ProfileFault::Absurd {
                name,
                value,
                least,
                most,
            });
        }
        if value != provision.value {
            // What a facilitator sets is the project's own wish, not what the clause says.
            provision.value = value;
            provision.verified = false;
        }
        Ok(())
    }
    /// The number of that name: `shed-distance.wall`.
    pub fn provision(&self, name: &str) -> Option<&Provision> {
        self.provisions.get(name)
    }
    /// Every number, by name.
    pub fn provisions(&self) -> impl Iterator<Item = (&str, &Provision)> {
        self.provisions
            .iter()
            .map(|(name, provision)| (name.as_str(), provision))
    }
    /// What of the project's own rules cannot be used.
    pub fn faults(&self) -> &[ProfileFault] {
        &self.faults
    }
}

//! What residents can place: switched on and off, at prices of the project's own, and kinds of its own.

use serde_json::Value;

use crate::catalogue::{Catalogue, CatalogueChoice, KindId, MOST_KINDS, own_kind};
use crate::project::ProjectFile;

use super::{Draft, Refusal};

/// One step in what can be placed.
#[derive(Clone, Debug, PartialEq)]
pub enum KindsChange {
    /// Adds a kind of the project's own, or puts it in the place of the one of the same id.
    Put(Value),
    /// Takes a kind of the project's own out.
    Drop(KindId),
    /// Says whether residents are offered a kind.
    Offer(KindId, bool),
    /// Sets a price in yuan a unit; none for the usual one.
    Price(KindId, Option<f64>),
    /// Takes the own kinds of another project that this one does not have.
    Take(Vec<Value>),
}

/// What a project's file says of the catalogue.
pub fn choice_of(file: &ProjectFile) -> CatalogueChoice {
    CatalogueChoice::read(&file.extra, Catalogue::built_in()).0
}

impl Draft {
    /// The catalogue as residents would have it.
    pub fn catalogue(&self) -> Catalogue {
        Catalogue::built_in().chosen(&choice_of(&self.file))
    }
    /// The id of a new kind that nothing has: `own-1`.
    pub fn free_kind_id(&self) -> String {
        let catalogue = self.catalogue();
        let free = |id: &String| catalogue.kind(&KindId::new(id)).is_none();
        (1..).map(|n| format!("own-{n}")).find(free).unwrap_or_default()
    }

    pub(super) fn with_kinds(&self, change: &KindsChange) -> Result<Self, Refusal> {
        let mut choice = choice_of(&self.file);
        match change {
            KindsChange::Put(row) => put(&mut choice, row)?,
            KindsChange::Take(rows) => {
                let before = choice.own.len();
                let is_new = |row: &&Value, choice: &CatalogueChoice| {
                    choice.own.iter().all(|own| own["id"] != row["id"])
                };
                for row in rows {
                    if is_new(&row, &choice) && own_kind(row, Catalogue::built_in()).is_ok() {
                        put(&mut choice, row)?;
                    }
                }
                if choice.own.len() == before {
                    return Err(Refusal::NoNewKinds);
                }
            }
            KindsChange::Drop(id) => {
                let before = choice.own.len();
                choice.own.retain(|own| own["id"] != id.as_str());
                if choice.own.len() == before {
                    return Err(Refusal::Nothing);
                }
                choice.left_out.remove(id);
                choice.prices.remove(id);
            }
            KindsChange::Offer(id, true) => {
                choice.left_out.remove(id);
            }
            KindsChange::Offer(id, false) => {
                choice.left_out.insert(id.clone());
            }
            KindsChange::Price(id, None) => {
                choice.prices.remove(id);
            }
            KindsChange::Price(id, Some(yuan)) => {
                if !(0.0..=1e8).contains(yuan) {
                    return Err(Refusal::Number {
                        value: *yuan,
                        least: 0.0,
                        most: 1e8,
                    });
                }
                choice.prices.insert(id.clone(), *yuan);
            }
        }
        let mut next = self.clone();
        choice.write(&mut next.file.extra);
        Ok(next)
    }
}

fn put(choice: &mut CatalogueChoice, row: &Value) -> Result<(), Refusal> {
    let kind = own_kind(row, Catalogue::built_in()).map_err(Refusal::Kind)?;
    if Catalogue::built_in().kind(&kind.id).is_some() {
        return Err(Refusal::KindId(kind.id.to_string()));
    }
    let is_full = choice.own.len() >= MOST_KINDS;
    match choice.own.iter_mut().find(|own| own["id"] == kind.id.as_str()) {
        Some(own) => *own = row.clone(),
        None if is_full => return Err(Refusal::ManyKinds(MOST_KINDS)),
        None => choice.own.push(row.clone()),
    }
    Ok(())
}

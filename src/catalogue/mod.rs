//! What may be placed, as data: one JSON file a family under `data/`, read once.
//!
//! A kind says its true size and range, how it is drawn from above, what it costs and what it
//! gives; nothing here knows a design. Names and hints are in the language files under
//! `kind-<id>` and `kind-<id>-hint`.

mod choice;
mod kind;
mod read;

pub use choice::CatalogueChoice;
pub use kind::{
    Form, Gain, Group, Kind, KindId, Layer, LaysOut, NumberParam, Param, Price, PriceUnit, Range, Stands,
    Works,
};
pub use read::{Catalogue, CatalogueFault};

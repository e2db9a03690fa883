//! What may be placed, as data: one JSON file a family under `data/`, read once.
//!
//! A kind says its true size and range, how it is drawn from above, what it costs and what it
//! gives; nothing here knows a design. Names and hints are in the language files under
//! `kind-<id>` and `kind-<id>-hint`; a project's own kinds carry theirs.

mod choice;
mod drawing;
mod kind;
mod own;
mod own_drawing;
mod own_read;
mod own_row;
mod read;

pub use choice::CatalogueChoice;
pub use drawing::{Drawing, Material, OwnPath, OwnPiece, Part, PartShape};
pub use kind::{
    Form, Gain, Group, Kind, KindId, Layer, LaysOut, NumberParam, Param, Price, PriceUnit, Range, Stands,
    Works,
};
pub use own::{Clearance, Near, Own};
pub use own_drawing::{MOST_PARTS, MOST_PIECES};
pub use own_read::{MOST_KINDS, is_id, own_kind};
pub use read::{Catalogue, CatalogueFault};

//! What is drawn: one display list in metres, and painters for it.
//!
//! The canvas (in `app::browser`), the SVG export and the tests see the same list. Nothing here
//! names a colour but [`theme`], and nothing draws but a painter.

mod detail;
mod estate_plan;
mod ink;
mod kinds;
mod label;
mod mark;
mod objects;
mod path;
mod pen;
mod svg;
mod symbols;
mod theme;
mod tile;

pub use detail::Detail;
pub use estate_plan::{EstatePlan, Shown};
pub use ink::Ink;
pub use kinds::{group_ink, placement_scene};
pub use label::{Wanted, placed};
pub use mark::{
    Anchor, Label, Length, Mark, Paint, Scene, Stroke, Style, Symbol, Wash, band, fill, line, tiled, wash,
};
pub use objects::{ObjectScene, Objects, design_scene};
pub use path::{Path, Piece};
pub use svg::{FONTS, SvgOptions, escaped, svg};
pub use theme::{Rgb, Scheme, Theme};
pub use tile::{Tile, TileArt};

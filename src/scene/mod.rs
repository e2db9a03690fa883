//! What is drawn: one display list in metres, and painters for it.
//!
//! The canvas (in `app::browser`), the SVG export and the tests see the same list. Nothing here
//! names a colour but [`theme`], and nothing draws but a painter.

mod chosen;
mod detail;
mod door_card;
mod dots;
mod driving;
mod estate_plan;
mod extent;
mod furniture;
mod ink;
mod kinds;
mod label;
mod mark;
mod objects;
mod overlay;
mod path;
mod pen;
mod shadows;
mod shown;
mod svg;
mod svg_text;
mod symbols;
mod theme;
mod thumbnail;
mod tile;
mod tint;
mod walking;
mod wrap;

pub use chosen::chosen_scene;
pub use detail::Detail;
pub use door_card::{CARD_PICTURE_PX, CARD_PX, CardLine, CardText, card_height, door_card};
pub use dots::Dots;
pub use driving::{LooksAt, drive_scene};
pub use estate_plan::EstatePlan;
pub use extent::{Extent, extent};
pub use furniture::{furniture, grid, scale_bar_metres};
pub use ink::Ink;
pub use kinds::{group_ink, kind_icon, kind_icon_svg, placement_scene};
pub use label::{Wanted, placed};
pub use mark::{
    Anchor, Label, Length, Mark, Paint, Scene, Stroke, Style, Symbol, Wash, band, fill, line, tiled, wash,
};
pub use objects::{ObjectScene, Objects, design_scene};
pub use overlay::{
    AngleMark, Carried, DIMENSION_PX, FindingMark, Handle, HandleKind, Held, MeasureMark, Measured, Overlay,
    Pointed, Sketch, compared, footprints, overlay,
};
pub use path::{Path, Piece};
pub use shadows::shadows;
pub use shown::{Layers, Part, Shown};
pub use svg::{FONTS, SvgOptions, svg};
pub use svg_text::escaped;
pub use theme::{Rgb, Scheme, Theme};
pub use thumbnail::{picture, thumbnail};
pub use tile::{Tile, TileArt};
pub use tint::tint;
pub use walking::{Shot, walk_patch, walk_scene};
pub use wrap::wrapped;

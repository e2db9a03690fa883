//! One format a file, in and out.
//!
//! A reader gives what could be read and the list of its [`Problem`]s; only a file from which
//! nothing can be had is a [`ReadFault`]. Every limit that a reader keeps is a constant of this
//! file, so that no document can stall a phone.

mod assemble;
mod attributes;
pub mod bill_csv;
mod carried;
pub(crate) mod csv;
#[cfg(feature = "exchange")]
pub mod design_dxf;
pub mod design_geojson;
pub mod designs_csv;
#[cfg(feature = "folder")]
pub mod designs_zip;
pub mod document;
pub mod estate_geojson;
mod geojson_features;
mod geojson_ground;
mod geojson_out;
#[cfg(feature = "exchange")]
pub(crate) mod grid;
#[cfg(feature = "exchange")]
pub(crate) mod json_cut;
#[cfg(feature = "exchange")]
pub mod kind_svg;
mod mend;
mod meter;
#[cfg(feature = "exchange")]
mod orientation;
pub mod osm;
mod osm_json;
mod osm_tags;
mod osm_xml;
#[cfg(feature = "pdf-page")]
pub mod pdf_page;
#[cfg(feature = "exchange")]
pub mod picture_png;
#[cfg(feature = "exchange")]
pub(crate) mod placed_grid;
mod problem;
pub mod project_folder;
#[cfg(feature = "exchange")]
pub mod project_picture;
#[cfg(feature = "folder")]
pub mod project_zip;
#[cfg(any(feature = "app", feature = "exchange"))]
pub(crate) mod qr;
#[cfg(feature = "exchange")]
pub mod sheet;
#[cfg(feature = "exchange")]
pub mod survey_dxf;
#[cfg(feature = "folder")]
mod zip_ends;

pub use assemble::ToDegrees;
pub use meter::Meter;
pub use problem::{Place, Problem, ReadFault};

/// A format that Mulin reads or writes: one module of this folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// The module that holds it.
    pub module: &'static str,
    /// The usual end of its files' names.
    pub extension: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// Whether Mulin reads it.
    pub reads: bool,
    /// Whether Mulin writes it.
    pub writes: bool,
}

/// Every format, by module; those of the features `exchange` and `pdf-page` too, which a program may be without.
pub const FORMATS: [Format; 13] = [
    writes("bill_csv", "csv", CSV),
    Format {
        reads: true,
        ..writes("design_dxf", "dxf", "image/vnd.dxf")
    },
    Format {
        reads: true,
        ..writes("design_geojson", "geojson", GEOJSON)
    },
    writes("designs_csv", "csv", CSV),
    Format {
        module: "designs_zip",
        extension: "zip",
        media_type: "application/zip",
        reads: true,
        writes: false,
    },
    writes("document", "html", "text/html; charset=utf-8"),
    Format {
        reads: true,
        ..writes("estate_geojson", "geojson", GEOJSON)
    },
    Format {
        module: "kind_svg",
        extension: "svg",
        media_type: "image/svg+xml",
        reads: true,
        writes: false,
    },
    Format {
        module: "osm",
        extension: "osm",
        media_type: "application/vnd.openstreetmap.data+xml",
        reads: true,
        writes: false,
    },
    Format {
        module: "pdf_page",
        extension: "pdf",
        media_type: "application/pdf",
        reads: true,
        writes: false,
    },
    writes("picture_png", "png", "image/png"),
    writes("sheet", "pdf", "application/pdf"),
    Format {
        module: "survey_dxf",
        extension: "dxf",
        media_type: "image/vnd.dxf",
        reads: true,
        writes: false,
    },
];

const CSV: &str = "text/csv; charset=utf-8";
const GEOJSON: &str = "application/geo+json";

const fn writes(module: &'static str, extension: &'static str, media_type: &'static str) -> Format {
    Format {
        module,
        extension,
        media_type,
        reads: false,
        writes: true,
    }
}

/// Larger files are refused before they are parsed, in bytes.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;
/// More points than this in one file are refused.
pub const MAX_POINTS: usize = 200_000;
/// More features than this in one file are refused.
pub const MAX_FEATURES: usize = 50_000;
/// More holes of an area, or more member ways of a relation, than this are not taken: joining and
/// comparing them costs the square of their number.
pub const MAX_PARTS: usize = 500;

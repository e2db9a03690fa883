//! The formats in which a design goes out.

/// A format of `mulin export`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    /// For QGIS: a feature a thing.
    Geojson,
    /// A picture of the plan.
    Svg,
    /// The bill, for a spreadsheet.
    Csv,
    /// A printed sheet at true scale, in tiles where it is larger than the paper.
    Pdf,
    /// CAD: layers, blocks and closed lines in metres.
    Dxf,
    /// A picture of points, as large as the paper.
    Png,
}

impl To {
    /// Every format, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Pdf,
        Self::Dxf,
        Self::Png,
        Self::Geojson,
        Self::Csv,
        Self::Svg,
    ];

    /// Its word, which is the end of its files' names too.
    pub fn word(self) -> &'static str {
        match self {
            Self::Geojson => "geojson",
            Self::Svg => "svg",
            Self::Csv => "csv",
            Self::Pdf => "pdf",
            Self::Dxf => "dxf",
            Self::Png => "png",
        }
    }
    /// The format of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|to| to.word() == word)
    }
    /// The media type of its files.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Geojson => "application/geo+json",
            Self::Svg => "image/svg+xml",
            Self::Csv => "text/csv;charset=utf-8",
            Self::Pdf => "application/pdf",
            Self::Dxf => "image/vnd.dxf",
            Self::Png => "image/png",
        }
    }
    /// Whether its files bring a design back that was changed there.
    pub fn comes_back(self) -> bool {
        matches!(self, Self::Dxf | Self::Geojson)
    }
    /// Whether it is as large as a paper.
    pub fn has_paper(self) -> bool {
        matches!(self, Self::Pdf | Self::Png)
    }
    /// Whether it is printed at a scale on a paper.
    pub fn is_sheet(self) -> bool {
        self == Self::Pdf
    }
}

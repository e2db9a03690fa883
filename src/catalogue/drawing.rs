//! How a kind of a project's own is drawn from above, as data: a few parts, laid out relative to its size.

/// A drawing: parts over each other, the first lowest.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// The parts.
    pub parts: Vec<Part>,
}

impl Drawing {
    /// The drawing of a kind of which nothing is said: one plate.
    pub fn plain() -> Self {
        let plate = Part {
            shape: PartShape::Plate,
            material: Material::Stone,
            at: (0.0, 0.0),
            size: (1.0, 1.0),
            count: 1,
        };
        Self { parts: vec![plate] }
    }
}

/// One part, in a box of its own within the thing's.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it shows.
    pub shape: PartShape,
    /// What it is made of.
    pub material: Material,
    /// The middle of its box, in shares of the thing's width and depth from its middle: −0.5 to 0.5.
    pub at: (f64, f64),
    /// The size of its box, in shares of the thing's width and depth.
    pub size: (f64, f64),
    /// How many: posts along the longer side, crowns of a row. Others take no notice of it.
    pub count: u32,
}

/// What a part shows.
#[derive(Clone, Debug, PartialEq)]
pub enum PartShape {
    /// A field of one material with an edge.
    Plate,
    /// A field of slabs.
    Paving,
    /// A field of boards.
    Boards,
    /// A field hatched with fine lines.
    Hatching,
    /// A roof of four slopes with its ridge.
    HipRoof,
    /// A roof of two slopes with its ridge.
    GableRoof,
    /// A flat roof with its rim.
    FlatRoof,
    /// Round posts along both longer sides.
    Posts,
    /// A seat of slats.
    Seat,
    /// A block that stands.
    Block,
    /// A round thing that stands: a table, a basin.
    Disc,
    /// A trunk with its crown.
    Crown,
    /// The lines of a court.
    Court,
    /// A few letters.
    Label(String),
    /// Paths of a drawing that was brought in. Their unit is the part's box: x and y from −0.5 to 0.5, y up.
    Paths(Vec<OwnPath>),
}

/// One path that was brought in.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnPath {
    /// What it is filled with.
    pub fill: Option<Material>,
    /// Its line: what it is drawn with, and its width as a share of the longer side of the part's box.
    pub line: Option<(Material, f64)>,
    /// Its pieces.
    pub pieces: Vec<OwnPiece>,
}

/// A piece of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum OwnPiece {
    /// Starts a new piece at a point.
    Move([f64; 2]),
    /// Straight to a point.
    Line([f64; 2]),
    /// A cubic curve by two control points to a point.
    Curve([f64; 6]),
    /// Straight back to where it began.
    Close,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs)] // each is its word
        pub enum $name { $($variant),* }

        impl $name {
            /// Every one, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word in `project.json`.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }
    };
}

words! {
    /// What a part is made of: a colour of the plan with its light and its dark side.
    Material {
        Timber = "timber",
        Stone = "stone",
        Slate = "slate",
        WarmRoof = "warm-roof",
        JadeRoof = "jade-roof",
        Steel = "steel",
        Glass = "glass",
        White = "white",
        Asphalt = "asphalt",
        Rubber = "rubber",
        Green = "green",
        Leaf = "leaf",
        Soil = "soil",
        Sand = "sand",
        Water = "water",
        Red = "red",
        Yellow = "yellow",
        Blue = "blue",
        Ink = "ink",
    }
}

impl PartShape {
    /// The words of every shape but brought-in paths, in the order in which they are offered.
    pub const WORDS: [&'static str; 14] = [
        "plate",
        "paving",
        "boards",
        "hatching",
        "hip-roof",
        "gable-roof",
        "flat-roof",
        "posts",
        "seat",
        "block",
        "disc",
        "crown",
        "court",
        "label",
    ];
    /// The word of brought-in paths.
    pub const PATHS: &'static str = "paths";

    /// The shape of a word, without letters or paths yet.
    pub fn from_word(word: &str) -> Option<Self> {
        let at = Self::WORDS.iter().position(|known| *known == word);
        Some(match at {
            Some(0) => Self::Plate,
            Some(1) => Self::Paving,
            Some(2) => Self::Boards,
            Some(3) => Self::Hatching,
            Some(4) => Self::HipRoof,
            Some(5) => Self::GableRoof,
            Some(6) => Self::FlatRoof,
            Some(7) => Self::Posts,
            Some(8) => Self::Seat,
            Some(9) => Self::Block,
            Some(10) => Self::Disc,
            Some(11) => Self::Crown,
            Some(12) => Self::Court,
            Some(13) => Self::Label(String::new()),
            _ if word == Self::PATHS => Self::Paths(Vec::new()),
            _ => return None,
        })
    }
}

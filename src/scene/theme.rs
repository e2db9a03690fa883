//! The one place of colours: what every ink looks like by day, by night, on the wall, on paper.

use super::Ink;

/// A colour of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// `#rrggbb`.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
    const fn of(hex: u32) -> Self {
        Self((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
    }
}

/// Which of the two columns of colours is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// Ink on paper.
    Light,
    /// The plan at night.
    Dark,
    /// Paper as white as a printer leaves it.
    Print,
}

/// How a plan is coloured and how strong its lines and letters are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theme {
    /// Its colours.
    pub scheme: Scheme,
    /// How many times as wide as on a screen at arm's length lines in pixels are.
    pub line: f64,
    /// How many times as large labels in pixels are.
    pub text: f64,
}

impl Theme {
    /// By day.
    pub const LIGHT: Self = Self {
        scheme: Scheme::Light,
        line: 1.0,
        text: 1.0,
    };
    /// By night.
    pub const DARK: Self = Self {
        scheme: Scheme::Dark,
        line: 1.0,
        text: 1.0,
    };
    /// On a projector or a screen wall, dark: read from 6 m.
    pub const WALL: Self = Self {
        scheme: Scheme::Dark,
        line: 1.6,
        text: 1.6,
    };
    /// On a projector in a bright room.
    pub const WALL_PAPER: Self = Self {
        scheme: Scheme::Light,
        line: 1.6,
        text: 1.6,
    };
    /// On paper.
    pub const PRINT: Self = Self {
        scheme: Scheme::Print,
        line: 1.0,
        text: 1.0,
    };

    /// What an ink looks like.
    pub fn colour(&self, ink: Ink) -> Rgb {
        let (light, dark) = both(ink);
        match self.scheme {
            Scheme::Light => Rgb::of(light),
            Scheme::Dark => Rgb::of(dark),
            Scheme::Print if matches!(ink, Ink::Paper | Ink::Halo | Ink::Outside) => Rgb(255, 255, 255),
            Scheme::Print => Rgb::of(light),
        }
    }
}

/// Each ink by day and by night.
const fn both(ink: Ink) -> (u32, u32) {
    match ink {
        // The page's own tokens, as in look.md.
        Ink::Paper => (0xF7F3EA, 0x1C1B19),
        Ink::Raised => (0xFFFFFF, 0x262522),
        Ink::Ink => (0x24221F, 0xF2EEE6),
        Ink::InkSoft => (0x5E5A53, 0xB7B1A6),
        Ink::Hairline => (0xD9D2C4, 0x403D38),
        Ink::Seal => (0xB5382A, 0xF0806F),
        Ink::Jade => (0x2F6F5E, 0x7CC4AE),
        Ink::Amber => (0x8A5A00, 0xF2C66B),
        Ink::AmberWash => (0xFBE9C4, 0x3A2E12),
        Ink::Must => (0xA3201A, 0xFF9C90),
        Ink::MustWash => (0xFBE1DD, 0x431A16),
        Ink::Halo => (0xFBF8F1, 0x1C1B19),
        Ink::Outside => (0xEBE5D8, 0x151412),
        // What is there: soft, so that what is new speaks.
        Ink::Street => (0xE2DCCF, 0x2B2926),
        Ink::Road => (0xEEE9DE, 0x302E2A),
        Ink::Kerb => (0xC3BBAB, 0x55514A),
        Ink::RoadName => (0x635D54, 0xA39D92),
        Ink::FireLane => (0xC4574A, 0xC8685C),
        Ink::Paving => (0xEFE6D3, 0x37332B),
        Ink::Joint => (0xD8CCB4, 0x4A453B),
        Ink::Activity => (0xF0DFC8, 0x3D3429),
        Ink::Green => (0xDCE6C8, 0x2A3325),
        Ink::GreenDeep => (0xCCDBB6, 0x303C2A),
        Ink::Stipple => (0x9DB37F, 0x55694A),
        Ink::Water => (0xC9DEE3, 0x24373D),
        Ink::WaterLine => (0x8FB3BC, 0x4A6B74),
        Ink::OldBay => (0xD0C8B9, 0x4A4640),
        Ink::Building => (0xD8D2C7, 0x3C3934),
        Ink::BuildingLine => (0x8C8579, 0x827C71),
        Ink::BuildingSouth => (0x6E675B, 0xA39C8F),
        Ink::BuildingHatch => (0xC4BCAE, 0x4A463F),
        Ink::BuildingText => (0x3A362F, 0xE4DED2),
        Ink::Shed => (0xE0D8C9, 0x35322D),
        Ink::Crown => (0xAEC79A, 0x3C5138),
        Ink::CrownLight => (0xC7DAB3, 0x526B4B),
        Ink::CrownLine => (0x7F9C6C, 0x6D8A63),
        Ink::Hydrant => (0xB8463A, 0xE07A6C),
        Ink::Manhole => (0x8A847A, 0x8A847A),
        Ink::PipeWater => (0x2E79B5, 0x6FB1E0),
        Ink::PipeStorm => (0x3E8F93, 0x6CC0C3),
        Ink::PipeSewer => (0x8A6238, 0xC59A6B),
        Ink::PipeGas => (0xB08A00, 0xE6C545),
        Ink::PipeHeat => (0xC05A2A, 0xEE9163),
        Ink::PipePower => (0xA8322E, 0xEF857E),
        Ink::PipeTelecom => (0x4D8A3A, 0x8DC97A),
        // What is placed: full colour.
        Ink::Shadow => (0x3B3122, 0x000000),
        Ink::Outline => (0x2B2723, 0xBDB4A6),
        Ink::Slate => (0x7C98A6, 0x5F7C8B),
        Ink::SlateLight => (0xA3BAC4, 0x83A0AE),
        Ink::SlateDark => (0x587583, 0x41596A),
        Ink::Ridge => (0xE9EEF0, 0xD2DDE2),
        Ink::Timber => (0xC98F55, 0xB27C46),
        Ink::TimberLight => (0xE3B981, 0xCE9F66),
        Ink::TimberDark => (0x8A5A2E, 0x7B5029),
        Ink::Post => (0x9C3B2C, 0xC65E4D),
        Ink::Stone => (0xEADFC9, 0x8C8371),
        Ink::StoneDark => (0xC9BA9C, 0x6E6656),
        Ink::StoneLine => (0xB3A384, 0x5B5446),
        Ink::Clay => (0xE0B68F, 0x9A7350),
        Ink::ClayLine => (0xC1946A, 0x77573A),
        Ink::Rubber => (0xD98F6C, 0xA8674A),
        Ink::RubberLight => (0xEBB69A, 0xC18A6E),
        Ink::Marking => (0xFFFFFF, 0xF4F1EA),
        Ink::Asphalt => (0x8F8D8A, 0x565451),
        Ink::Turf => (0xBFCFA2, 0x51633F),
        Ink::TurfLine => (0x94A873, 0x3F4F31),
        Ink::CarBlue => (0x6F93B5, 0x5F86AB),
        Ink::CarSand => (0xE3D7BE, 0xC9BB9D),
        Ink::CarRed => (0xC4695A, 0xB55A4C),
        Ink::CarWhite => (0xF6F4EF, 0xDCD8CF),
        Ink::Glass => (0x50606B, 0x2B363D),
        Ink::Sky => (0x9CCBE0, 0x5C95AE),
        Ink::SkyLight => (0xD2EAF3, 0x8DBFD3),
        Ink::Solar => (0x2F4A73, 0x39598A),
        Ink::SolarLine => (0x8FA9CF, 0x9DB6DA),
        Ink::Bolt => (0xF2B632, 0xF5C451),
        Ink::Volt => (0x3FA66A, 0x55BE80),
        Ink::SignBlue => (0x2C6CB3, 0x3D7FC8),
        Ink::Steel => (0xA9B0B3, 0x8D969A),
        Ink::SteelDark => (0x63696C, 0x575D60),
        Ink::CourtGreen => (0x5FA08A, 0x3F7D69),
        Ink::CourtBlue => (0x5C8FBF, 0x41709E),
        Ink::Sand => (0xF1DCA7, 0xC5AE78),
        Ink::PlayRed => (0xE2725B, 0xD8664F),
        Ink::PlayYellow => (0xF4C95D, 0xE5B94C),
        Ink::PlayBlue => (0x6DAFD6, 0x5598C1),
        Ink::PlayGreen => (0x8CC084, 0x6AA262),
        Ink::Lawn => (0xA9CD86, 0x4F7A3E),
        Ink::LawnDark => (0x7FA95E, 0x3C622F),
        Ink::Soil => (0xA9825A, 0x6E5338),
        Ink::Leaf => (0x6FA357, 0x558843),
        Ink::LeafLight => (0x9CC67F, 0x7BAF63),
        Ink::LeafDark => (0x4C7D3E, 0x3A6530),
        Ink::Blossom => (0xE88FA6, 0xDD7F98),
        Ink::BlossomLight => (0xF8C9D4, 0xF0B4C3),
        Ink::Petal => (0xF5D04C, 0xEBC540),
        Ink::Violet => (0x9A7FC0, 0x9377BE),
        Ink::Pine => (0x4F8267, 0x3F6F55),
        Ink::PineLight => (0x7BAA8E, 0x659A7C),
        Ink::Light => (0xFFE08A, 0xFFE08A),
        Ink::BinRed => (0xCB4A3D, 0xD65A4D),
        Ink::BinGreen => (0x4D9A58, 0x58A863),
        Ink::BinBlue => (0x3B78B8, 0x4A88C9),
        Ink::BinGrey => (0x6D6A66, 0x85827D),
        Ink::Locker => (0xF0A64A, 0xDE9238),
        Ink::LockerLight => (0xFBD9A5, 0xF1C384),
        Ink::Cloth => (0xF6F1E7, 0xE9E3D6),
        Ink::RoofWarm => (0xDA9A6B, 0xB47A4F),
        Ink::RoofWarmLight => (0xEDBE96, 0xCE986D),
        Ink::RoofWarmDark => (0xB87848, 0x8D5A34),
        Ink::RoofJade => (0x86B7A2, 0x5F9580),
        Ink::RoofJadeLight => (0xAFD3C3, 0x82B5A1),
        Ink::RoofJadeDark => (0x5F927D, 0x437160),
    }
}

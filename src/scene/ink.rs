//! The names of colours: what a thing is drawn with, not what it looks like.

/// An ink. [`super::Theme::colour`] says what it looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ink {
    /// The sheet.
    Paper,
    /// Cards on it.
    Raised,
    /// Text and the strongest lines.
    Ink,
    /// Secondary text.
    InkSoft,
    /// Fine lines of the page.
    Hairline,
    /// The one accent: selection.
    Seal,
    /// Gained, all right.
    Jade,
    /// A should-finding.
    Amber,
    /// Behind a should-finding.
    AmberWash,
    /// A must-finding.
    Must,
    /// Behind a must-finding.
    MustWash,
    /// Around letters.
    Halo,
    /// Beyond the boundary.
    Outside,
    /// Street.
    Street,
    /// Road.
    Road,
    /// Kerb.
    Kerb,
    /// Road name.
    RoadName,
    /// Fire lane.
    FireLane,
    /// Paving.
    Paving,
    /// Joint.
    Joint,
    /// Activity.
    Activity,
    /// Green.
    Green,
    /// Green deep.
    GreenDeep,
    /// Stipple.
    Stipple,
    /// Water.
    Water,
    /// Water line.
    WaterLine,
    /// Old bay.
    OldBay,
    /// Building.
    Building,
    /// Building line.
    BuildingLine,
    /// Building south.
    BuildingSouth,
    /// Building hatch.
    BuildingHatch,
    /// Building text.
    BuildingText,
    /// Shed.
    Shed,
    /// Crown.
    Crown,
    /// Crown light.
    CrownLight,
    /// Crown line.
    CrownLine,
    /// Hydrant.
    Hydrant,
    /// Manhole.
    Manhole,
    /// Pipe water.
    PipeWater,
    /// Pipe storm.
    PipeStorm,
    /// Pipe sewer.
    PipeSewer,
    /// Pipe gas.
    PipeGas,
    /// Pipe heat.
    PipeHeat,
    /// Pipe power.
    PipePower,
    /// Pipe telecom.
    PipeTelecom,
    /// Shadow.
    Shadow,
    /// Outline.
    Outline,
    /// Slate.
    Slate,
    /// Slate light.
    SlateLight,
    /// Slate dark.
    SlateDark,
    /// Ridge.
    Ridge,
    /// Timber.
    Timber,
    /// Timber light.
    TimberLight,
    /// Timber dark.
    TimberDark,
    /// Post.
    Post,
    /// Stone.
    Stone,
    /// Stone dark.
    StoneDark,
    /// Stone line.
    StoneLine,
    /// Clay.
    Clay,
    /// Clay line.
    ClayLine,
    /// Rubber.
    Rubber,
    /// Rubber light.
    RubberLight,
    /// Marking.
    Marking,
    /// Asphalt.
    Asphalt,
    /// Turf.
    Turf,
    /// Turf line.
    TurfLine,
    /// Car blue.
    CarBlue,
    /// Car sand.
    CarSand,
    /// Car red.
    CarRed,
    /// Car white.
    CarWhite,
    /// Glass.
    Glass,
    /// Sky.
    Sky,
    /// Sky light.
    SkyLight,
    /// Solar.
    Solar,
    /// Solar line.
    SolarLine,
    /// Bolt.
    Bolt,
    /// Volt.
    Volt,
    /// Sign blue.
    SignBlue,
    /// Steel.
    Steel,
    /// Steel dark.
    SteelDark,
    /// Court green.
    CourtGreen,
    /// Court blue.
    CourtBlue,
    /// Sand.
    Sand,
    /// Play red.
    PlayRed,
    /// Play yellow.
    PlayYellow,
    /// Play blue.
    PlayBlue,
    /// Play green.
    PlayGreen,
    /// Lawn.
    Lawn,
    /// Lawn dark.
    LawnDark,
    /// Soil.
    Soil,
    /// Leaf.
    Leaf,
    /// Leaf light.
    LeafLight,
    /// Leaf dark.
    LeafDark,
    /// Blossom.
    Blossom,
    /// Blossom light.
    BlossomLight,
    /// Petal.
    Petal,
    /// Violet.
    Violet,
    /// Pine.
    Pine,
    /// Pine light.
    PineLight,
    /// Light.
    Light,
    /// Bin red.
    BinRed,
    /// Bin green.
    BinGreen,
    /// Bin blue.
    BinBlue,
    /// Bin grey.
    BinGrey,
    /// Locker.
    Locker,
    /// Locker light.
    LockerLight,
    /// Cloth.
    Cloth,
    /// Roof warm.
    RoofWarm,
    /// Roof warm light.
    RoofWarmLight,
    /// Roof warm dark.
    RoofWarmDark,
    /// Roof jade.
    RoofJade,
    /// Roof jade light.
    RoofJadeLight,
    /// Roof jade dark.
    RoofJadeDark,
}

impl Ink {
    /// Every ink.
    pub const ALL: &'static [Self] = &[
        Self::Paper,
        Self::Raised,
        Self::Ink,
        Self::InkSoft,
        Self::Hairline,
        Self::Seal,
        Self::Jade,
        Self::Amber,
        Self::AmberWash,
        Self::Must,
        Self::MustWash,
        Self::Halo,
        Self::Outside,
        Self::Street,
        Self::Road,
        Self::Kerb,
        Self::RoadName,
        Self::FireLane,
        Self::Paving,
        Self::Joint,
        Self::Activity,
        Self::Green,
        Self::GreenDeep,
        Self::Stipple,
        Self::Water,
        Self::WaterLine,
        Self::OldBay,
        Self::Building,
        Self::BuildingLine,
        Self::BuildingSouth,
        Self::BuildingHatch,
        Self::BuildingText,
        Self::Shed,
        Self::Crown,
        Self::CrownLight,
        Self::CrownLine,
        Self::Hydrant,
        Self::Manhole,
        Self::PipeWater,
        Self::PipeStorm,
        Self::PipeSewer,
        Self::PipeGas,
        Self::PipeHeat,
        Self::PipePower,
        Self::PipeTelecom,
        Self::Shadow,
        Self::Outline,
        Self::Slate,
        Self::SlateLight,
        Self::SlateDark,
        Self::Ridge,
        Self::Timber,
        Self::TimberLight,
        Self::TimberDark,
        Self::Post,
        Self::Stone,
        Self::StoneDark,
        Self::StoneLine,
        Self::Clay,
        Self::ClayLine,
        Self::Rubber,
        Self::RubberLight,
        Self::Marking,
        Self::Asphalt,
        Self::Turf,
        Self::TurfLine,
        Self::CarBlue,
        Self::CarSand,
        Self::CarRed,
        Self::CarWhite,
        Self::Glass,
        Self::Sky,
        Self::SkyLight,
        Self::Solar,
        Self::SolarLine,
        Self::Bolt,
        Self::Volt,
        Self::SignBlue,
        Self::Steel,
        Self::SteelDark,
        Self::CourtGreen,
        Self::CourtBlue,
        Self::Sand,
        Self::PlayRed,
        Self::PlayYellow,
        Self::PlayBlue,
        Self::PlayGreen,
        Self::Lawn,
        Self::LawnDark,
        Self::Soil,
        Self::Leaf,
        Self::LeafLight,
        Self::LeafDark,
        Self::Blossom,
        Self::BlossomLight,
        Self::Petal,
        Self::Violet,
        Self::Pine,
        Self::PineLight,
        Self::Light,
        Self::BinRed,
        Self::BinGreen,
        Self::BinBlue,
        Self::BinGrey,
        Self::Locker,
        Self::LockerLight,
        Self::Cloth,
        Self::RoofWarm,
        Self::RoofWarmLight,
        Self::RoofWarmDark,
        Self::RoofJade,
        Self::RoofJadeLight,
        Self::RoofJadeDark,
    ];
}

//! The picture underneath: a photo or scan of a plan, laid on the sheet at true scale.
//!
//! Pixels count from the picture's top left corner, across and down; metres of the sheet count east and
//! north. One similarity leads from one to the other, so nothing is stretched.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::geometry::{WorldPt, WorldVec};

/// The member of `project.json`.
const MEMBER: &str = "underlay";
/// A metre a pixel and more shows nothing of an estate; a tenth of a millimetre is no plan's either.
const METRES_PER_PIXEL: (f64, f64) = (0.000_1, 10.0);
/// More pixels than this across or down are no picture that a phone can show.
const MOST_PIXELS: u32 = 16_384;
/// A picture that is cut to less than this share of its side is cut away.
const LEAST_SHARE: f64 = 0.02;
/// The faintest that is still seen.
const FAINTEST: f64 = 0.05;
/// The files that a picture may be, by how their names end.
const ENDINGS: [&str; 4] = ["jpg", "jpeg", "png", "webp"];

/// A picture underneath, as `project.json` has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Underlay {
    /// The picture's file beside `project.json`.
    pub file: String,
    /// Its pixels across and down.
    pub pixels: [u32; 2],
    /// Where its middle lies, in metres of the sheet.
    pub at: [f64; 2],
    /// How many metres a pixel is.
    pub metres_per_pixel: f64,
    /// How far it is turned, in degrees anticlockwise.
    #[serde(default)]
    pub turn: f64,
    /// What of it is shown, as shares of its sides: from the left, from the top, to the right, to the bottom.
    #[serde(default = "whole")]
    pub crop: [f64; 4],
    /// How strong it is: 1 covers the paper.
    #[serde(default = "half")]
    pub strength: f64,
    /// Whether the set-up keeps it where it is.
    #[serde(default)]
    pub locked: bool,
}

fn whole() -> [f64; 4] {
    [0.0, 0.0, 1.0, 1.0]
}

fn half() -> f64 {
    0.5
}

/// Why a picture cannot lie underneath.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnderlayFault {
    /// The member has another form.
    #[error("`underlay` does not have the members that a picture needs")]
    Form,
    /// The name leads elsewhere, or is no picture's.
    #[error("`underlay.file` is not the name of a JPEG, PNG or WebP beside project.json")]
    File,
    /// It has no pixels, or too many.
    #[error("`underlay.pixels` are not from 1 to {MOST_PIXELS}")]
    Pixels,
    /// A pixel would be nothing, or as large as a house.
    #[error("`underlay.metresPerPixel` is not from {} to {}", METRES_PER_PIXEL.0, METRES_PER_PIXEL.1)]
    Scale,
    /// Its middle lies nowhere on a sheet.
    #[error("`underlay.at` or `underlay.turn` is not on the sheet")]
    Place,
    /// Nothing would be left of it.
    #[error("`underlay.crop` leaves nothing of the picture")]
    Crop,
}

impl Underlay {
    /// A picture laid about a place so that it is so many metres wide.
    ///
    /// # Errors
    /// What of it makes no sense.
    pub fn laid(file: &str, pixels: [u32; 2], at: WorldPt, width_m: f64) -> Result<Self, UnderlayFault> {
        Self {
            file: file.to_owned(),
            pixels,
            at: [at.x, at.y],
            metres_per_pixel: width_m / f64::from(pixels[0].max(1)),
            turn: 0.0,
            crop: whole(),
            strength: half(),
            locked: false,
        }
        .checked()
    }
    /// The picture of a project; none where it has none.
    ///
    /// # Errors
    /// What of the member cannot be used.
    pub fn of(members: &Map<String, Value>) -> Option<Result<Self, UnderlayFault>> {
        members.get(MEMBER).map(Self::read)
    }
    /// A function of its own, so that it is not among what a project without a picture waits for.
    #[inline(never)]
    fn read(member: &Value) -> Result<Self, UnderlayFault> {
        let read = serde_json::from_value::<Self>(member.clone()).map_err(|_| UnderlayFault::Form);
        read.and_then(Self::checked)
    }
    /// Writes it among the members of `project.json`, or takes it out.
    pub fn write(of: Option<&Self>, members: &mut Map<String, Value>) {
        match of.map(serde_json::to_value) {
            Some(Ok(value)) => _ = members.insert(MEMBER.to_owned(), value),
            _ => _ = members.remove(MEMBER),
        }
    }
    /// The same picture when every number makes sense.
    ///
    /// # Errors
    /// The first that does not.
    pub fn checked(mut self) -> Result<Self, UnderlayFault> {
        let is_plain = |c: char| !c.is_control() && !['/', '\\', ':', '#', '?', '%'].contains(&c);
        let ending = self
            .file
            .rsplit_once('.')
            .map(|(_, end)| end.to_ascii_lowercase());
        let is_picture = ending.is_some_and(|end| ENDINGS.contains(&end.as_str()));
        if !is_picture
            || self.file.starts_with('.')
            || self.file.len() > 120
            || !self.file.chars().all(is_plain)
        {
            return Err(UnderlayFault::File);
        }
        if !self.pixels.iter().all(|side| (1..=MOST_PIXELS).contains(side)) {
            return Err(UnderlayFault::Pixels);
        }
        if !(METRES_PER_PIXEL.0..=METRES_PER_PIXEL.1).contains(&self.metres_per_pixel) {
            return Err(UnderlayFault::Scale);
        }
        if !self.centre().is_within_reach() || !self.turn.is_finite() {
            return Err(UnderlayFault::Place);
        }
        let [left, top, right, bottom] = self.crop;
        let holds = |from: f64, to: f64| from >= 0.0 && to <= 1.0 && to - from >= LEAST_SHARE;
        if !holds(left, right) || !holds(top, bottom) {
            return Err(UnderlayFault::Crop);
        }
        self.turn = self.turn.rem_euclid(360.0);
        self.strength = if self.strength.is_finite() {
            self.strength.clamp(FAINTEST, 1.0)
        } else {
            half()
        };
        Ok(self)
    }

    /// Where its middle lies.
    pub fn centre(&self) -> WorldPt {
        WorldPt::new(self.at[0], self.at[1])
    }
    /// Where a pixel lies on the sheet, counted across and down from the top left corner.
    pub fn place_of(&self, across: f64, down: f64) -> WorldPt {
        let [width, height] = self.pixels.map(f64::from);
        let from_middle = WorldVec::new(across - width / 2.0, height / 2.0 - down);
        self.centre() + (from_middle * self.metres_per_pixel).turned(self.turn)
    }
    /// The corners of what is shown of it: top left, top right, bottom right, bottom left.
    pub fn corners(&self) -> [WorldPt; 4] {
        let [width, height] = self.pixels.map(f64::from);
        let [left, top, right, bottom] = self.crop;
        [(left, top), (right, top), (right, bottom), (left, bottom)]
            .map(|(across, down)| self.place_of(across * width, down * height))
    }
    /// The same picture so that what lay at `from` lies at `to`.
    #[must_use]
    pub fn moved(&self, from: WorldPt, to: WorldPt) -> Self {
        let at = self.centre() + (to - from);
        Self {
            at: [at.x, at.y],
            ..self.clone()
        }
    }
    /// The same picture larger or smaller by a factor, so that the place `about` stays.
    #[must_use]
    pub fn scaled(&self, factor: f64, about: WorldPt) -> Self {
        let at = about + (self.centre() - about) * factor;
        Self {
            at: [at.x, at.y],
            metres_per_pixel: self.metres_per_pixel * factor,
            ..self.clone()
        }
    }
    /// The same picture turned further, so that the place `about` stays; degrees anticlockwise.
    #[must_use]
    pub fn turned(&self, degrees: f64, about: WorldPt) -> Self {
        let at = about + (self.centre() - about).turned(degrees);
        Self {
            at: [at.x, at.y],
            turn: (self.turn + degrees).rem_euclid(360.0),
            ..self.clone()
        }
    }
    /// The same picture scaled about `from` so that the way from `from` to `to` is so many metres; none
    /// where the two are one place.
    pub fn with_length(&self, from: WorldPt, to: WorldPt, metres: f64) -> Option<Self> {
        let now = from.distance(to);
        (now > 0.0).then(|| self.scaled(metres / now, from))
    }
    /// The same picture moved, turned and scaled so that two places of it lie where they belong: each pair
    /// is where a place lies now and where it belongs. None where either two are one place.
    pub fn with_two_points(&self, first: [WorldPt; 2], second: [WorldPt; 2]) -> Option<Self> {
        let (now, then) = (second[0] - first[0], second[1] - first[1]);
        if now.length() == 0.0 || then.length() == 0.0 {
            return None;
        }
        let way = |step: WorldVec| libm::atan2(step.y, step.x);
        let degrees = (way(then) - way(now)).to_degrees();
        let factor = then.length() / now.length();
        Some(
            self.moved(first[0], first[1])
                .turned(degrees, first[1])
                .scaled(factor, first[1]),
        )
    }
}

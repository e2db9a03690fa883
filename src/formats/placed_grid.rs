//! The grid in which a project's survey came, kept with the estate, so that what goes out lies where the surveyor's
//! own drawing lies.

use serde_json::{Value, json};

use crate::earth::{Converter, Crs, Fit};
use crate::estate::{Estate, Frame};
use crate::geometry::{Bounds, WorldPt, WorldVec};
use crate::text::Message;

/// Half of the length over which a grid's turn and scale at a place are taken, in metres.
const HALF_M: f64 = 50.0;

/// A grid in metres laid over the sheet: the project's own, or one that is asked for.
#[derive(Debug)]
pub struct PlacedGrid {
    crs: Crs,
    how: How,
}

#[derive(Debug)]
enum How {
    /// Metres of a grid of the surveyor's that nobody has placed: the sheet's origin in it.
    Moved([f64; 2]),
    /// A grid on the earth, and the surveyor's own laid onto it.
    OnEarth {
        frame: Frame,
        converter: Converter,
        fit: Option<Fit>,
    },
}

impl PlacedGrid {
    /// The grid that is asked for: `project` (also where nothing is said), `sheet` (none: metres of the sheet), `utm` and
    /// `cgcs2000` (the zone and the 3° strip in which the estate lies) or a name such as `EPSG:4548`.
    ///
    /// # Errors
    /// The sentence, when the estate has no place on the earth or the grid does not reach it.
    pub fn asked(word: Option<&str>, estate: &Estate) -> Result<Option<Self>, Message> {
        let own = || {
            estate
                .grid
                .as_ref()
                .and_then(|grid| Self::read(grid, estate.frame))
        };
        let word = word.map(str::trim).filter(|word| !word.is_empty());
        let crs = match word.map(str::to_ascii_lowercase).as_deref() {
            None => return Ok(own()),
            Some("project") => return own().map(Some).ok_or_else(|| Message::new("export-grid-none")),
            Some("sheet" | "local") => return Ok(None),
            Some("utm") => Crs::utm_of(place_of(estate)?),
            Some("cgcs2000") => Crs::strip_of(place_of(estate)?).ok_or_else(|| far("CGCS2000"))?,
            Some(name) => match Crs::from_word(name) {
                Some(crs) if !crs.is_degrees() && crs != Crs::Local => crs,
                _ => {
                    let said: String = name.chars().take(40).collect();
                    return Err(Message::new("export-grid-unknown").with("grid", said));
                }
            },
        };
        place_of(estate)?;
        let grid = Self::on_earth(crs, estate.frame, None).ok_or_else(|| far(&crs.word()))?;
        // A strip of another part of the world gives numbers, but no lengths.
        let middle = estate.bounds().centre();
        let (_, scale) = grid.turn_and_scale(middle).ok_or_else(|| far(&crs.word()))?;
        match (0.99..1.01).contains(&scale) {
            true => Ok(Some(grid)),
            false => Err(far(&crs.word())),
        }
    }

    fn on_earth(crs: Crs, frame: Option<Frame>, fit: Option<Fit>) -> Option<Self> {
        let how = How::OnEarth {
            frame: frame?,
            converter: Converter::new(crs)?,
            fit,
        };
        Some(Self { crs, how })
    }

    /// The grid as the estate or a drawing keeps it; none where it makes no sense.
    pub fn read(kept: &Value, frame: Option<Frame>) -> Option<Self> {
        let crs = Crs::from_word(kept["crs"].as_str()?)?;
        let numbers = |value: &Value| -> Option<Vec<f64>> {
            let numbers: Option<Vec<f64>> = value.as_array()?.iter().map(Value::as_f64).collect();
            numbers.filter(|all| all.iter().all(|n| n.abs() < 1e9))
        };
        if crs == Crs::Local {
            let [x, y] = numbers(&kept["origin"])?.try_into().ok()?;
            let how = How::Moved([x, y]);
            return Some(Self { crs, how });
        }
        if crs.is_degrees() {
            return None;
        }
        let fit = match &kept["fit"] {
            Value::Null => None,
            fit => Some(Fit::of_numbers(numbers(fit)?.try_into().ok()?)?),
        };
        let told = numbers(&kept["frame"]).and_then(|told| <[f64; 2]>::try_from(told).ok());
        let told = told.map(|[longitude, latitude]| Frame { longitude, latitude });
        Self::on_earth(crs, told.or(frame), fit)
    }

    /// The grid as it is kept. With its frame it can be read where the estate is not at hand.
    pub fn written(&self) -> Value {
        match &self.how {
            How::Moved(origin) => moved(*origin),
            How::OnEarth { frame, fit, .. } => {
                let mut kept = on_earth(self.crs, fit.as_ref());
                kept["frame"] = json!([frame.longitude, frame.latitude]);
                kept
            }
        }
    }

    /// Where a point of the sheet lies in the grid: east, north.
    pub fn grid_of(&self, point: WorldPt) -> Option<[f64; 2]> {
        match &self.how {
            How::Moved([x, y]) => Some([point.x + x, point.y + y]),
            How::OnEarth {
                frame,
                converter,
                fit,
            } => {
                let (longitude, latitude) = frame.degrees_from_world(point);
                let known = converter.from_degrees([longitude, latitude])?;
                Some(fit.as_ref().map_or(known, |fit| fit.local_from_known(known)))
            }
        }
    }
    /// Where a point of the grid lies on the sheet.
    pub fn to_sheet(&self, [x, y]: [f64; 2]) -> Option<WorldPt> {
        match &self.how {
            How::Moved(origin) => Some(WorldPt::new(x - origin[0], y - origin[1])),
            How::OnEarth {
                frame,
                converter,
                fit,
            } => {
                let known = fit.as_ref().map_or([x, y], |fit| fit.known_from_local([x, y]));
                let [longitude, latitude] = converter.degrees(known)?;
                Some(frame.world_from_degrees(longitude, latitude))
            }
        }
    }
    /// How far the sheet is turned in the grid at a place, in degrees anticlockwise, and how many of the grid's metres a
    /// metre of the sheet is.
    pub fn turn_and_scale(&self, at: WorldPt) -> Option<(f64, f64)> {
        let step = WorldVec::new(HALF_M, 0.0);
        let ([x, y], [a, b]) = (self.grid_of(at + step * -1.0)?, self.grid_of(at + step)?);
        let (east, north) = (a - x, b - y);
        let scale = libm::hypot(east, north) / (2.0 * HALF_M);
        (scale > 1e-6).then(|| (libm::atan2(north, east).to_degrees(), scale))
    }
    /// Whether it reaches a box of the sheet.
    pub fn reaches(&self, bounds: Bounds) -> bool {
        [bounds.min, bounds.max]
            .into_iter()
            .all(|point| self.grid_of(point).is_some())
    }

    /// What it is called, for people.
    pub fn called(&self) -> Message {
        let word = self.crs.word();
        let named = match self.crs {
            Crs::Cgcs2000(zone) => Message::new("grid-gauss").with("meridian", usize::from(zone.meridian)),
            Crs::Utm { zone, south } => {
                Message::new("grid-utm").with("zone", format!("{zone}{}", if south { "S" } else { "N" }))
            }
            _ => Message::new("grid-own"),
        };
        let named = named.with("word", word);
        match &self.how {
            How::OnEarth { fit: Some(_), .. } => Message::new("grid-fitted").with("onto", named),
            _ => named,
        }
    }
}

/// A grid on the earth as the estate keeps it.
pub fn on_earth(crs: Crs, fit: Option<&Fit>) -> Value {
    let mut kept = json!({ "crs": crs.word() });
    if let Some(fit) = fit {
        kept["fit"] = json!(fit.numbers());
    }
    kept
}

/// A grid that nobody has placed as the estate keeps it: the sheet's origin in it.
pub fn moved(origin: [f64; 2]) -> Value {
    json!({ "crs": "local", "origin": origin })
}

fn place_of(estate: &Estate) -> Result<[f64; 2], Message> {
    let frame = estate.frame.ok_or_else(|| Message::new("export-grid-nowhere"))?;
    Ok([frame.longitude, frame.latitude])
}

fn far(grid: &str) -> Message {
    Message::new("export-grid-far").with("grid", grid)
}

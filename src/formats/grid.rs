//! A file's coordinates through a system that its bringer names, or that is guessed and said.

use serde_json::Value;

use crate::earth::{Converter, Crs, Fit, Pair, Reading};
use crate::text::Message;

use super::{ToDegrees, placed_grid};

/// The system of a file's coordinates.
#[derive(Debug)]
pub struct Grid {
    crs: Crs,
    /// Whether northing comes first; none where the numbers are to say it.
    swapped: Option<bool>,
    /// A local grid laid onto the system.
    fit: Option<Fit>,
    reading: Reading,
    converter: Option<Converter>,
}

impl Grid {
    /// A system, with the order of its numbers where it is known.
    pub fn new(crs: Crs, swapped: Option<bool>) -> Self {
        Self {
            crs,
            swapped,
            fit: None,
            reading: Reading { crs, swapped: false },
            converter: None,
        }
    }
    /// A local grid that lies where points of it do, each known in `crs` (degrees, or metres of a grid). The sentence
    /// when the points do not say where it lies.
    pub fn fitted(crs: Crs, points: &[Pair]) -> Result<Self, Message> {
        let fault = || Message::new("fit-known-point");
        // Degrees are no lengths: points known in them are fitted in the UTM zone of the first.
        let metric = match points.first() {
            Some(first) if crs.is_degrees() => {
                let place = Converter::new(crs)
                    .and_then(|to| to.degrees(first.known))
                    .ok_or_else(fault)?;
                Crs::utm_of(place)
            }
            _ => crs,
        };
        let into = Converter::new(crs)
            .zip(Converter::new(metric))
            .ok_or_else(fault)?;
        let mut pairs = Vec::with_capacity(points.len());
        for point in points {
            let known = match crs.is_degrees() {
                true => into
                    .0
                    .degrees(point.known)
                    .and_then(|place| into.1.from_degrees(place)),
                false => Some(Reading::of(crs, point.known).ordered(point.known)),
            };
            pairs.push(Pair {
                local: point.local,
                known: known.ok_or_else(fault)?,
            });
        }
        let fit = Fit::of(&pairs).map_err(|fault| Message::new(fault.key()))?;
        let read = pairs.first().map_or(
            Reading {
                crs: metric,
                swapped: false,
            },
            |pair| Reading::of(metric, pair.known),
        );
        Ok(Self {
            fit: Some(fit),
            ..Self::new(read.crs, Some(false))
        })
    }

    fn fit_said(fit: &Fit) -> Vec<Message> {
        // A chain or a tape is off by a thousandth at most; more is a wrong point or a wrong unit.
        const SCALE_DOUBTED: f64 = 0.002;
        let said = Message::new("fit-said")
            .number("residual", fit.residual, 3)
            .number("worst", fit.worst, 3)
            .number("turn", fit.turn(), 4)
            .number("scale", fit.scale(), 6);
        let doubt = (fit.scale() - 1.0).abs() > SCALE_DOUBTED;
        let doubted = || Message::new("fit-scale-doubted").number("scale", fit.scale(), 4);
        std::iter::once(said).chain(doubt.then(doubted)).collect()
    }
}

impl ToDegrees for Grid {
    fn look(&mut self, middle: [f64; 2]) -> Vec<Message> {
        let seen = match self.fit {
            Some(_) => Reading {
                crs: self.crs,
                swapped: false,
            },
            None => Reading::of(self.crs, middle),
        };
        self.reading = Reading {
            swapped: self.swapped.unwrap_or(seen.swapped),
            ..seen
        };
        self.converter = Converter::new(self.reading.crs);
        let mut said = self.fit.as_ref().map(Self::fit_said).unwrap_or_default();
        if self.swapped.is_none() && self.reading.swapped {
            said.push(Message::new("crs-northing-first"));
        }
        if self.fit.is_none() && self.reading.crs != self.crs {
            let read = Message::new("crs-read-as").with("crs", self.reading.crs.word());
            said.push(read.with("named", self.crs.word()));
        }
        said
    }
    fn kept(&self) -> Option<Value> {
        let is_metres = !self.reading.crs.is_degrees();
        is_metres.then(|| placed_grid::on_earth(self.reading.crs, self.fit.as_ref()))
    }
    fn degrees(&self, point: [f64; 2]) -> Option<[f64; 2]> {
        let point = match &self.fit {
            Some(fit) => fit.known_from_local(point),
            None => self.reading.ordered(point),
        };
        self.converter.as_ref()?.degrees(point)
    }
}

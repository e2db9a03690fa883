//! A local grid laid onto known points: turned, scaled and moved, never sheared.

/// A point of the local grid and where it is known to lie, both in metres (east, north).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// In the local grid.
    pub local: [f64; 2],
    /// In the grid to go to.
    pub known: [f64; 2],
}

/// Why points give no fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FitFault {
    /// Fewer than two.
    #[error("two points or more are needed")]
    TooFew,
    /// They lie on one place, so that nothing says how the grid is turned.
    #[error("the points lie on one place")]
    OnePlace,
    /// A coordinate is not a number.
    #[error("a coordinate is not a number")]
    NotFinite,
}

impl FitFault {
    /// The key of its sentence.
    pub fn key(self) -> &'static str {
        match self {
            Self::TooFew => "fit-too-few",
            Self::OnePlace => "fit-one-place",
            Self::NotFinite => "fit-known-point",
        }
    }
}

/// A fit of four parameters (two of moving, turn and scale) by least squares, the surveyors' 四参数.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    local: [f64; 2],
    known: [f64; 2],
    /// Scale times cosine and sine of the turn.
    along: f64,
    across: f64,
    /// Root of the mean square of what is left between the points and where they should be, in metres. Of two
    /// points nothing is ever left, so that it says nothing of them.
    pub residual: f64,
    /// The most that is left at one point, in metres.
    pub worst: f64,
}

impl Fit {
    /// The fit of points.
    pub fn of(pairs: &[Pair]) -> Result<Self, FitFault> {
        let numbers = || {
            pairs
                .iter()
                .flat_map(|pair| pair.local.into_iter().chain(pair.known))
        };
        if !numbers().all(|n| n.abs() < 1e9) {
            return Err(FitFault::NotFinite);
        }
        if pairs.len() < 2 {
            return Err(FitFault::TooFew);
        }
        let middle = |of: fn(&Pair) -> [f64; 2]| {
            let sum = pairs
                .iter()
                .map(of)
                .fold([0.0, 0.0], |[x, y], [a, b]| [x + a, y + b]);
            sum.map(|total| total / pairs.len() as f64)
        };
        let (local, known) = (middle(|pair| pair.local), middle(|pair| pair.known));
        let (mut along, mut across, mut spread) = (0.0, 0.0, 0.0);
        for pair in pairs {
            let [x, y] = less(pair.local, local);
            let [e, n] = less(pair.known, known);
            along += x * e + y * n;
            across += x * n - y * e;
            spread += x * x + y * y;
        }
        // A centimetre between the points says nothing of a turn.
        if spread < 1e-4 || libm::hypot(along, across) < 1e-4 {
            return Err(FitFault::OnePlace);
        }
        let mut fit = Self {
            local,
            known,
            along: along / spread,
            across: across / spread,
            residual: 0.0,
            worst: 0.0,
        };
        let left = pairs.iter().map(|pair| {
            let [e, n] = less(fit.known_from_local(pair.local), pair.known);
            e * e + n * n
        });
        let left: Vec<f64> = left.collect();
        fit.residual = (left.iter().sum::<f64>() / left.len() as f64).sqrt();
        fit.worst = left.iter().copied().fold(0.0, f64::max).sqrt();
        Ok(fit)
    }
    /// Where a point of the local grid lies.
    pub fn known_from_local(&self, point: [f64; 2]) -> [f64; 2] {
        let [x, y] = less(point, self.local);
        [
            self.known[0] + self.along * x - self.across * y,
            self.known[1] + self.across * x + self.along * y,
        ]
    }
    /// Where a point of the other grid lies in the local one.
    pub fn local_from_known(&self, point: [f64; 2]) -> [f64; 2] {
        let [e, n] = less(point, self.known);
        // A fit of points that lie on one place is none, so that the square is not 0.
        let square = self.along * self.along + self.across * self.across;
        [
            self.local[0] + (self.along * e + self.across * n) / square,
            self.local[1] + (self.along * n - self.across * e) / square,
        ]
    }
    /// Its six numbers: a point of the local grid, where it lies, scale times cosine and sine of the turn.
    pub fn numbers(&self) -> [f64; 6] {
        let ([x, y], [e, n]) = (self.local, self.known);
        [x, y, e, n, self.along, self.across]
    }
    /// The fit of its six numbers; what was left at its points is not among them. None where they are no fit.
    pub fn of_numbers([x, y, e, n, along, across]: [f64; 6]) -> Option<Self> {
        let scale = libm::hypot(along, across);
        (1e-4..1e4).contains(&scale).then_some(Self {
            local: [x, y],
            known: [e, n],
            along,
            across,
            residual: 0.0,
            worst: 0.0,
        })
    }
    /// How much longer a metre of the local grid is than one of the other.
    pub fn scale(&self) -> f64 {
        libm::hypot(self.along, self.across)
    }
    /// How far the local grid is turned, degrees anticlockwise.
    pub fn turn(&self) -> f64 {
        libm::atan2(self.across, self.along).to_degrees()
    }
}

fn less([x, y]: [f64; 2], [a, b]: [f64; 2]) -> [f64; 2] {
    [x - a, y - b]
}

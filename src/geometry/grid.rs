//! Round lengths that suit a zoom: the grid's spacing.

/// The spacing of the grid in metres at a scale in pixels a metre: the smallest of 0.1, 0.2, 0.5,
/// 1, 2, 5 … m whose lines lie ten pixels apart or more.
pub fn grid_metres(scale: f64) -> f64 {
    const ROUND: [f64; 10] = [0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0];
    ROUND
        .into_iter()
        .find(|metres| metres * scale >= 10.0)
        .unwrap_or(200.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grid_suits_the_zoom() {
        assert_eq!(grid_metres(200.0), 0.1);
        assert_eq!(grid_metres(20.0), 0.5);
        assert_eq!(grid_metres(4.0), 5.0);
        assert_eq!(grid_metres(0.05), 200.0);
    }
}

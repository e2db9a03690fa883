//! A picture made smaller line by line: each pixel that is kept is the mean of what it covers, and no more than two
//! lines of sums are held beside what is kept.

/// A picture that is being made smaller.
pub struct Shrunk {
    from: [u32; 2],
    to: [u32; 2],
    /// Of each column of the lines: where it goes, and how much of it goes there and to the column after.
    columns: Vec<Shares>,
    /// The line that comes, summed across.
    across: Vec<f32>,
    /// The row that is being filled, and the next one.
    rows: [Vec<f32>; 2],
    filling: usize,
    lines: u32,
    kept: Vec<u8>,
}

/// Where a line or column of the picture goes, and how much of a kept one it covers there and in the one after.
#[derive(Clone, Copy)]
struct Shares {
    first: usize,
    here: f32,
    after: f32,
}

impl Shares {
    fn of(at: u32, from: u32, to: u32) -> Self {
        let place = |at: u32| f64::from(at) * f64::from(to) / f64::from(from);
        let (start, end) = (place(at), place(at + 1));
        let first = start.floor().min(f64::from(to - 1));
        let cut = end.min(first + 1.0);
        Self {
            first: first as usize,
            here: (cut - start) as f32,
            after: (end - cut) as f32,
        }
    }
}

impl Shrunk {
    /// One of so many pixels across and down, made so many; neither is 0 or more than before.
    pub fn new(from: [u32; 2], to: [u32; 2]) -> Self {
        let sums = || vec![0.0; to[0] as usize * 3];
        Self {
            from,
            to,
            columns: (0..from[0]).map(|at| Shares::of(at, from[0], to[0])).collect(),
            across: sums(),
            rows: [sums(), sums()],
            filling: 0,
            lines: 0,
            kept: Vec::with_capacity(to[0] as usize * to[1] as usize * 3),
        }
    }
    /// Takes the next line: red, green and blue of each pixel. Lines beyond the last are nothing.
    pub fn line(&mut self, pixels: impl Iterator<Item = [u8; 3]>) {
        if self.lines == self.from[1] {
            return;
        }
        let shares = Shares::of(self.lines, self.from[1], self.to[1]);
        self.lines += 1;
        if shares.first > self.filling {
            self.keep();
        }
        self.across.fill(0.0);
        for (pixel, column) in pixels.zip(&self.columns) {
            for (colour, value) in pixel.into_iter().enumerate() {
                let at = column.first * 3 + colour;
                self.across[at] += f32::from(value) * column.here;
                if let Some(after) = self.across.get_mut(at + 3) {
                    *after += f32::from(value) * column.after;
                }
            }
        }
        for (row, share) in self.rows.iter_mut().zip([shares.here, shares.after]) {
            for (sum, value) in row.iter_mut().zip(&self.across) {
                *sum += value * share;
            }
        }
    }
    /// What is kept, three bytes a pixel. Lines that did not come are black.
    pub fn done(mut self) -> Vec<u8> {
        while self.filling < self.to[1] as usize {
            self.keep();
        }
        self.kept
    }
    /// The row is full, and the next one is filled.
    fn keep(&mut self) {
        self.kept.extend(self.rows[0].iter().map(|sum| sum.round() as u8));
        self.filling += 1;
        self.rows.swap(0, 1);
        self.rows[1].fill(0.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_pixel_that_is_kept_is_the_mean_of_what_it_covers() {
        let mut picture = Shrunk::new([3, 3], [2, 2]);
        for line in [[0_u8, 90, 30], [30, 60, 0], [240, 240, 240]] {
            picture.line(line.into_iter().map(|grey| [grey, 255, 0]));
        }
        let kept = picture.done();
        // Each covers one and a half pixels both ways.
        let mean = |[a, b, c, d]: [f64; 4]| ((a + b / 2.0 + c / 2.0 + d / 4.0) / 2.25).round() as u8;
        let red: Vec<u8> = kept.chunks(3).map(|pixel| pixel[0]).collect();
        let expected = [
            [0.0, 90.0, 30.0, 60.0],
            [30.0, 90.0, 0.0, 60.0],
            [240.0, 240.0, 30.0, 60.0],
            [240.0, 240.0, 0.0, 60.0],
        ];
        assert_eq!(red, expected.map(mean));
        assert!(kept.chunks(3).all(|pixel| pixel[1..] == [255, 0]));
    }

    #[test]
    fn a_picture_whose_lines_break_off_or_are_too_many_is_as_large_as_was_said() {
        let mut short = Shrunk::new([5, 7], [4, 3]);
        short.line([[9; 3]; 2].into_iter());
        assert_eq!(short.done().len(), 4 * 3 * 3);
        let mut long = Shrunk::new([5, 7], [4, 3]);
        (0..20).for_each(|_| long.line([[9; 3]; 50].into_iter()));
        assert_eq!(long.done(), [9; 4 * 3 * 3]);
    }
}

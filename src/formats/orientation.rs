//! Which way a photo was held (EXIF): browsers turn it by themselves, and whoever paints it here turns it the same.

use std::io::Cursor;

/// How a picture's own pixels lie in what is seen of it: the eight ways of EXIF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Orientation(u32);

impl Orientation {
    /// As it is.
    pub const UPRIGHT: Self = Self(1);

    /// What a JPEG says of itself; upright where it says nothing, or nothing that makes sense.
    pub fn of_jpeg(jpeg: &[u8]) -> Self {
        let read = exif::Reader::new().read_from_container(&mut Cursor::new(jpeg));
        let said = read.ok().and_then(|read| {
            read.get_field(exif::Tag::Orientation, exif::In::PRIMARY)?
                .value
                .get_uint(0)
        });
        match said {
            Some(way @ 1..=8) => Self(way),
            _ => Self::UPRIGHT,
        }
    }

    /// Whether it lies on its side, so that what is seen is as high as its pixels are wide.
    pub fn is_aside(self) -> bool {
        self.0 >= 5
    }

    /// Where a place of its own pixels is seen, both from 0 to 1 across and down.
    pub fn seen(self, [x, y]: [f64; 2]) -> [f64; 2] {
        match self.0 {
            2 => [1.0 - x, y],
            3 => [1.0 - x, 1.0 - y],
            4 => [x, 1.0 - y],
            5 => [y, x],
            6 => [1.0 - y, x],
            7 => [1.0 - y, 1.0 - x],
            8 => [y, 1.0 - x],
            _ => [x, y],
        }
    }
}

/// A JPEG without what it says of how it was held, so that nobody turns it a second time. Its pixels are as they were.
pub(super) fn without_exif(jpeg: &[u8]) -> Vec<u8> {
    let mut kept = Vec::with_capacity(jpeg.len());
    let (start, mut rest) = jpeg.split_at(jpeg.len().min(2));
    kept.extend_from_slice(start);
    while let [0xff, marker, high, low, ..] = *rest {
        // The first scan begins the pixels; what the head says stands before it.
        if marker == 0xda {
            break;
        }
        let length = 2 + usize::from(u16::from_be_bytes([high, low]));
        let Some((segment, after)) = rest.split_at_checked(length) else {
            break;
        };
        if !(marker == 0xe1 && segment[4..].starts_with(b"Exif\0")) {
            kept.extend_from_slice(segment);
        }
        rest = after;
    }
    kept.extend_from_slice(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_takes_corners_to_corners_and_none_is_another() {
        let corners = [[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]];
        let mut ways: Vec<Vec<[u8; 2]>> = (1..=8)
            .map(|way| {
                let seen = corners.map(|corner| Orientation(way).seen(corner).map(|n| n as u8));
                seen.to_vec()
            })
            .collect();
        for way in &ways {
            let mut sorted = way.clone();
            sorted.sort_unstable();
            assert_eq!(sorted, [[0, 0], [0, 1], [1, 0], [1, 1]]);
        }
        ways.sort();
        ways.dedup();
        assert_eq!(ways.len(), 8);
    }

    #[test]
    fn a_file_that_breaks_off_anywhere_is_upright_and_stays_what_it_is() {
        let jpeg = b"\xff\xd8\xff\xe1\x00\x0aExif\0\0MM\xff\xda\x00\x02rest";
        for end in 0..jpeg.len() {
            assert_eq!(Orientation::of_jpeg(&jpeg[..end]), Orientation::UPRIGHT);
            assert!(without_exif(&jpeg[..end]).len() <= end);
        }
        assert_eq!(without_exif(jpeg), b"\xff\xd8\xff\xda\x00\x02rest");
    }
}

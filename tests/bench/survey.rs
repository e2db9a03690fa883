//! A large drawing read as an estate, against the bare parser crate on the same bytes.
//!
//! `cargo run --release --features exchange --example bench_survey`; with `ours` or `bare` only one of the two is done, so
//! that its memory can be seen from outside (`/usr/bin/time -v`).

use std::fmt::Write as _;
use std::time::Instant;

use mulin::exchange::{ReadWish, read};

/// Houses with texts and much that nobody here asks for, until the file has so many bytes.
#[allow(clippy::unwrap_used)] // Writing to a text cannot fail.
fn drawing(bytes: usize) -> Vec<u8> {
    let mut text = String::from(
        "0\nSECTION\n2\nBLOCKS\n0\nBLOCK\n2\n树\n10\n0\n20\n0\n0\nCIRCLE\n8\n0\n10\n0\n20\n0\n40\n1\n0\nENDBLK\n",
    );
    text.push_str("0\nENDSEC\n0\nSECTION\n2\nENTITIES\n");
    let mut at = 0_u32;
    while text.len() < bytes {
        let (x, y) = (f64::from(at % 200) * 20.0, f64::from(at / 200) * 20.0);
        write!(
            text,
            "0\nLWPOLYLINE\n5\n{at:X}\n100\nAcDbEntity\n8\nJMD\n100\nAcDbPolyline\n90\n4\n70\n1\n"
        )
        .unwrap();
        for (dx, dy) in [(0.0, 0.0), (12.0, 0.0), (12.0, 9.0), (0.0, 9.0)] {
            write!(text, "10\n{:.4}\n20\n{:.4}\n", x + dx, y + dy).unwrap();
        }
        write!(
            text,
            "0\nTEXT\n8\nJMD\n10\n{:.4}\n20\n{:.4}\n40\n2.5\n1\n混6\n",
            x + 5.0,
            y + 5.0
        )
        .unwrap();
        // Most of a survey is what nobody here asks for: heights and contours.
        for step in 0..6 {
            write!(text, "0\nPOINT\n5\n{at:X}\n100\nAcDbEntity\n8\nGCD\n100\nAcDbPoint\n10\n{:.4}\n20\n{y:.4}\n30\n37.6\n", x + f64::from(step)).unwrap();
            write!(text, "0\nLINE\n5\n{at:X}\n100\nAcDbEntity\n8\nDGX\n100\nAcDbLine\n10\n{x:.4}\n20\n{y:.4}\n30\n0.0\n11\n{:.4}\n21\n{y:.4}\n31\n0.0\n", x + 3.0).unwrap();
        }
        at += 1;
    }
    text.push_str("0\nENDSEC\n0\nEOF\n");
    text.into_bytes()
}

fn main() {
    let only = std::env::args().nth(1).unwrap_or_default();
    let file = drawing(19 * 1024 * 1024);
    let megabytes = file.len() as f64 / 1_048_576.0;
    let mut seconds = [0.0, 0.0];
    if only != "bare" {
        let started = Instant::now();
        let map = read("large.dxf", &file, &ReadWish::default());
        seconds[0] = started.elapsed().as_secs_f64();
        match map {
            Ok(map) => println!("{megabytes:.1} MB: {} things", map.estate.features().len()),
            Err(why) => println!("refused: {}", mulin::text::say(mulin::text::Lang::En, &why)),
        }
    }
    if only != "ours" {
        let started = Instant::now();
        let drawing = dxf::Drawing::load_with_encoding(&mut file.as_slice(), encoding_rs::UTF_8);
        seconds[1] = started.elapsed().as_secs_f64();
        println!(
            "bare parser: {} entities",
            drawing.map_or(0, |drawing| drawing.entities().count())
        );
    }
    println!(
        "ours {:.2} s, bare {:.2} s, ratio {:.2}",
        seconds[0],
        seconds[1],
        seconds[0] / seconds[1]
    );
}

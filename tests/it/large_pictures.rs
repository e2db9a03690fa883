//! A picture of 60 million pixels is made small enough for phones by `mulin import`, within 256 MB, or refused by what
//! its head says.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, RgbImage};
use mulin::formats::{project_folder, project_picture};
use mulin::project::Underlay;

/// Across and down; eight of the lines are a strip of a JPEG.
const ACROSS: u32 = 9_000;
const DOWN: u32 = 838 * 8;
const RED: [u8; 3] = [200, 20, 30];
const BLUE: [u8; 3] = [10, 40, 180];
/// The most memory that it may take, in bytes.
const MOST: u64 = 256 * 1024 * 1024;

/// A line that is red on its left half and blue on its right.
fn line() -> Vec<u8> {
    let colour = |at| if at < ACROSS / 2 { RED } else { BLUE };
    (0..ACROSS).flat_map(colour).collect()
}

fn png_file() -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, ACROSS, DOWN);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    let mut stream = writer.stream_writer().unwrap();
    let line = line();
    for _ in 0..DOWN {
        std::io::Write::write_all(&mut stream, &line).unwrap();
    }
    stream.finish().unwrap();
    drop(writer);
    file
}

/// What says that it was held aside: seen, its left is above.
const HELD_ASIDE: &[u8] =
    b"\xff\xe1\x00\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";

/// A JPEG of one strip that is there again and again, each beginning anew, so that nothing large has to be packed.
fn jpeg_file(down: u32) -> Vec<u8> {
    let mut strip = Vec::new();
    JpegEncoder::new_with_quality(&mut strip, 90)
        .encode(&line().repeat(8), ACROSS, 8, ExtendedColorType::Rgb8)
        .unwrap();
    let find = |marker: u8| strip.windows(2).position(|pair| pair == [0xff, marker]).unwrap();
    let (frame, scan) = (find(0xc0), find(0xda));
    strip[frame + 5..frame + 7].copy_from_slice(&(down as u16).to_be_bytes());
    let begin = scan + 2 + usize::from(u16::from_be_bytes([strip[scan + 2], strip[scan + 3]]));
    let packed = &strip[begin..strip.len() - 2];
    let [high, low] = (ACROSS.div_ceil(8) as u16).to_be_bytes();
    let mut file = [
        &strip[..2],
        HELD_ASIDE,
        &strip[2..scan],
        &[0xff, 0xdd, 0, 4, high, low],
        &strip[scan..begin],
    ]
    .concat();
    for at in 0..down / 8 {
        if at > 0 {
            file.extend([0xff, 0xd0 + ((at - 1) % 8) as u8]);
        }
        file.extend_from_slice(packed);
    }
    file.extend([0xff, 0xd9]);
    file
}

/// Imports a picture, and says the most memory that this took as far as it was seen (0 where nobody tells).
fn import(file: &Path, places: [&str; 2], project: &Path) -> (Output, u64) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_mulin"))
        .args(["import", "--picture"])
        .arg(file)
        .args(["--picture-point", places[0], "--picture-point", places[1], "-o"])
        .arg(format!("{}/", project.display()))
        .env("LC_ALL", "C.UTF-8")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut most = 0;
    while child.try_wait().unwrap().is_none() {
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let held = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let held = held.and_then(|kb| kb.trim().trim_end_matches(" kB").parse::<u64>().ok());
        most = held.map_or(most, |kb| most.max(kb * 1024));
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    (child.wait_with_output().unwrap(), most)
}

/// Where the picture of a project lies, and its pixels.
fn laid(project: &Path) -> (Underlay, RgbImage) {
    let file = |name: &str| std::fs::read(project.join(name)).unwrap();
    let (opened, _) = project_folder::read(&file("project.json"), &file("estate.geojson")).unwrap();
    let underlay = opened.underlay().unwrap();
    let bytes = file(&underlay.file);
    assert!(bytes.len() < 2_000_000, "{} bytes go to phones", bytes.len());
    assert_eq!(project_picture::head(&bytes).unwrap().pixels, underlay.pixels);
    let picture = image::load_from_memory(&bytes).unwrap().into_rgb8();
    (underlay, picture)
}

fn is_like(picture: &RgbImage, [across, down]: [u32; 2], colour: [u8; 3]) -> bool {
    let own = picture.get_pixel(across, down).0;
    own.iter().zip(colour).all(|(a, b)| a.abs_diff(b) < 12)
}

#[test]
fn a_png_of_60_million_pixels_is_made_smaller_and_lies_where_its_own_pixels_said() {
    let folder = tempfile::tempdir().unwrap();
    let (file, project) = (folder.path().join("scan.png"), folder.path().join("traced"));
    std::fs::write(&file, png_file()).unwrap();
    let right = format!("{ACROSS},{DOWN}=100,5");
    let (output, most) = import(&file, ["0,0=10,70", &right], &project);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("9000 × 6704 pixels was made 4096 × 3051"), "{said}");
    assert!(most < MOST, "{} MB", most / 1_048_576);
    let (underlay, picture) = laid(&project);
    assert_eq!(underlay.pixels, [4_096, 3_051]);
    let off = |across: f64, down: f64, x: f64, y: f64| {
        let at = underlay.place_of(across, down);
        (at.x - x).hypot(at.y - y)
    };
    assert!(off(0.0, 0.0, 10.0, 70.0) < 1e-6 && off(4_096.0, 3_051.0, 100.0, 5.0) < 1e-6);
    assert!(is_like(&picture, [1_000, 3_000], RED) && is_like(&picture, [3_000, 20], BLUE));
}

#[test]
fn a_photo_of_60_million_pixels_that_was_held_aside_is_made_smaller_and_stands_upright() {
    let folder = tempfile::tempdir().unwrap();
    let (file, project) = (folder.path().join("photo.jpg"), folder.path().join("traced"));
    std::fs::write(&file, jpeg_file(DOWN)).unwrap();
    let below = format!("0,{ACROSS}=0,5");
    let (output, most) = import(&file, ["0,0=0,100", &below], &project);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(most < MOST, "{} MB", most / 1_048_576);
    let (underlay, picture) = laid(&project);
    assert_eq!(underlay.pixels, [3_051, 4_096]);
    assert!((underlay.place_of(0.0, 4_096.0).y - 5.0).abs() < 1e-6);
    assert!(is_like(&picture, [3_000, 1_000], RED) && is_like(&picture, [20, 3_000], BLUE));
}

#[test]
fn a_picture_that_256_mb_are_too_little_for_is_refused_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let (file, project) = (folder.path().join("photo.jpg"), folder.path().join("traced"));
    // One of several passes is held as a whole, and one of 108 million pixels is too large in any way.
    let mut in_passes = jpeg_file(DOWN);
    let frame = in_passes
        .windows(2)
        .position(|pair| pair == [0xff, 0xc0])
        .unwrap();
    in_passes[frame + 1] = 0xc2;
    for (bytes, millions) in [(in_passes, "60 million"), (jpeg_file(12_000), "108 million")] {
        std::fs::write(&file, bytes).unwrap();
        let (output, most) = import(&file, ["0,0=0,9", "9,9=9,0"], &project);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(
            said.contains(millions) && said.contains("half as large"),
            "{said}"
        );
        assert!(most < MOST / 2, "nothing of it is decoded");
    }
    assert!(!project.exists());
}

//! `mulin compress`: the app's files compressed once, at build, as small as they get.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};

use clap::Args as ClapArgs;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::text::Message;

use super::{Stop, tell};

/// Endings of files that get smaller.
const ENDINGS: [&str; 11] = [
    "html",
    "js",
    "mjs",
    "css",
    "wasm",
    "json",
    "geojson",
    "svg",
    "webmanifest",
    "ftl",
    "otf",
];

/// What `mulin compress` is told.
#[derive(Debug, ClapArgs)]
pub struct Args {
    /// The folder of the built app
    folder: PathBuf,
}

/// Writes `.br` and `.gz` beside each compressible file, unless they are there and newer.
pub fn run(args: &Args) -> Result<ExitCode, Stop> {
    let mut files = Vec::new();
    collect(&args.folder, &mut files).map_err(|why| Stop::at("cli-compress-failed", &args.folder, &why))?;
    let due: Vec<_> = files.iter().filter(|file| !is_done(file)).collect();
    let next = AtomicUsize::new(0);
    let work = || -> Result<(), Stop> {
        while let Some(file) = due.get(next.fetch_add(1, Ordering::Relaxed)) {
            compress(file).map_err(|why| Stop::at("cli-compress-failed", file, &why))?;
        }
        Ok(())
    };
    std::thread::scope(|threads| {
        let other = threads.spawn(work);
        let own = work();
        // The other thread's fault is told when this one had none; a panic there is a fault of ours.
        own.and(
            other
                .join()
                .unwrap_or_else(|_| Err(Stop(Message::new("refusal-own-fault")))),
        )
    })?;
    let message = Message::new("cli-compressed").with("count", due.len());
    tell(&message.with("of", files.len()));
    Ok(ExitCode::SUCCESS)
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let ending = path
            .extension()
            .and_then(|ending| ending.to_str())
            .unwrap_or_default();
        if path.is_dir() {
            collect(&path, into)?;
        } else if ENDINGS.contains(&ending) {
            into.push(path);
        }
    }
    Ok(())
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

fn is_done(file: &Path) -> bool {
    let time = |path: &Path| std::fs::metadata(path).and_then(|meta| meta.modified()).ok();
    let own = time(file);
    [".br", ".gz"]
        .iter()
        .all(|ending| time(&beside(file, ending)) >= own)
}

fn compress(file: &Path) -> std::io::Result<()> {
    let plain = std::fs::read(file)?;
    let mut brotli = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    brotli.write_all(&plain)?;
    std::fs::write(beside(file, ".br"), brotli.into_inner())?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&plain)?;
    std::fs::write(beside(file, ".gz"), gzip.finish()?)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn what_is_written_beside_a_file_opens_to_the_same_bytes_and_is_written_once() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("beimen");
        std::fs::create_dir(&deep).unwrap();
        let text = "{\"type\":\"FeatureCollection\"}".repeat(200);
        let file = deep.join("estate.geojson");
        std::fs::write(&file, &text).unwrap();
        std::fs::write(deep.join("photo.jpg"), "not compressible").unwrap();
        let args = Args {
            folder: folder.path().to_owned(),
        };

        run(&args).unwrap();

        let mut opened = String::new();
        let packed = std::fs::read(beside(&file, ".br")).unwrap();
        brotli::Decompressor::new(&packed[..], 4096)
            .read_to_string(&mut opened)
            .unwrap();
        assert_eq!(opened, text);
        let packed = std::fs::read(beside(&file, ".gz")).unwrap();
        let mut opened = String::new();
        flate2::read::GzDecoder::new(&packed[..])
            .read_to_string(&mut opened)
            .unwrap();
        assert_eq!(opened, text);
        assert!(!deep.join("photo.jpg.br").exists());

        std::fs::write(beside(&file, ".br"), "left alone").unwrap();
        run(&args).unwrap();
        assert_eq!(
            std::fs::read_to_string(beside(&file, ".br")).unwrap(),
            "left alone"
        );
    }
}

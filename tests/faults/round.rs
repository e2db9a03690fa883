//! A round that lies in a bucket: counted and composed by the numbers of the folder with the same files.

use std::path::{Path, PathBuf};
use std::process::Output;

use super::hosts::program;
use super::s3::{ROUND, S3};

const BEIMEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/beimen");

/// A store in a folder, the same files in a bucket, and the program that knows the bucket's address.
struct Round {
    folder: tempfile::TempDir,
    s3: S3,
}

impl Round {
    /// So many invented designs, and a poisoned one that is named by the hash of its bytes and is none.
    fn of(designs: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let round = Self {
            s3: S3::start(&folder.path().join("s3")),
            folder,
        };
        let count = designs.to_string();
        let made = round.run(&["demo", "--designs", &count, "--seed", "7", "-o", &round.store()]);
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let poison = br#"{"schema":"mulin.design/1","project":7}"#;
        let name = format!("{}.json", mulin::design::stored::DesignName::of(poison));
        std::fs::write(round.at("store/designs").join(name), poison).unwrap();
        // One object a file, under keys as the endpoint gives them.
        let objects = round.at("s3/bucket/round-1/designs");
        std::fs::create_dir_all(&objects).unwrap();
        for file in std::fs::read_dir(round.at("store/designs")).unwrap() {
            let file = file.unwrap();
            std::fs::copy(file.path(), objects.join(file.file_name())).unwrap();
        }
        round
    }
    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
    fn store(&self) -> String {
        self.at("store").display().to_string()
    }
    fn run(&self, args: &[&str]) -> Output {
        let mut program = program();
        program.args(args).args(["--project", BEIMEN]);
        program.envs(self.s3.variables()).output().unwrap()
    }
    /// What a command writes about a store into files of these names: the bytes of each.
    fn written(&self, command: &[&str], store: &str, files: &[(&str, &str)]) -> Vec<Vec<u8>> {
        let paths: Vec<String> = files
            .iter()
            .map(|(_, name)| self.at(name).display().to_string())
            .collect();
        let mut args = [command, &[store]].concat();
        for ((option, _), path) in files.iter().zip(&paths) {
            args.extend([option, path.as_str()]);
        }
        let run = self.run(&args);
        assert!(
            run.status.success(),
            "{store}: {}",
            String::from_utf8_lossy(&run.stderr)
        );
        paths
            .iter()
            .map(|path| {
                let bytes = std::fs::read(path).unwrap();
                std::fs::remove_file(path).unwrap();
                bytes
            })
            .collect()
    }
}

fn is_same(bucket: &[Vec<u8>], folder: &[Vec<u8>]) -> bool {
    // The bytes themselves would fill the screen.
    bucket == folder && bucket.iter().all(|bytes| !bytes.is_empty())
}

/// More designs than one answer of a bucket's list names.
#[test]
fn p31_a_bucket_is_counted_as_the_folder_with_the_same_files_and_its_poison_is_set_aside() {
    let round = Round::of(1_100);
    let files = [
        ("-o", "tally.json"),
        ("--csv", "things.csv"),
        ("--geoparquet", "things.parquet"),
    ];
    let bucket = round.written(&["tally"], ROUND, &files);
    assert!(is_same(
        &bucket,
        &round.written(&["tally"], &round.store(), &files)
    ));
    let tally: serde_json::Value = serde_json::from_slice(&bucket[0]).unwrap();
    assert_eq!(tally["received"], 1_101);
    assert_eq!(tally["set_aside"], 1, "{}", tally["aside"]);
    assert_eq!(tally["aside"][0]["reason"], "unreadable");
    let sum = ["accepted", "superseded", "set_aside"].map(|part| tally[part].as_u64().unwrap());
    assert_eq!(sum.iter().sum::<u64>(), 1_101);
}

#[test]
fn p31_a_bucket_and_a_folder_with_the_other_half_are_one_round_whichever_is_named_first() {
    let round = Round::of(60);
    let files = [("-o", "tally.json"), ("--csv", "things.csv")];
    let whole = round.written(&["tally"], ROUND, &files);
    let half = round.at("half");
    let objects = round.at("s3/bucket/round-1/designs");
    std::fs::create_dir_all(half.join("designs")).unwrap();
    let mut names: Vec<_> = std::fs::read_dir(&objects)
        .unwrap()
        .map(|file| file.unwrap().file_name())
        .collect();
    names.sort();
    for name in names.iter().step_by(2) {
        std::fs::rename(objects.join(name), half.join("designs").join(name)).unwrap();
    }
    let half = half.display().to_string();
    for stores in [[ROUND, &half], [&half, ROUND]] {
        let parts = round.written(&["tally", stores[0]], stores[1], &files);
        assert!(is_same(&parts, &whole), "{stores:?}");
    }
}

#[test]
fn p31_a_plan_composed_of_a_bucket_is_that_of_the_folder_with_the_same_files() {
    let round = Round::of(60);
    let files = [("-o", "plan.json"), ("--report", "report.json")];
    let bucket = round.written(&["compose", "--proposals", "1"], ROUND, &files);
    let folder = round.written(&["compose", "--proposals", "1"], &round.store(), &files);
    assert!(is_same(&bucket, &folder));
    let plan: serde_json::Value = serde_json::from_slice(&bucket[0]).unwrap();
    assert!(plan["sheets"]["estate"].as_array().unwrap().len() > 1, "{plan}");
}

#[test]
fn a_bucket_that_is_not_there_is_said_in_one_sentence_by_both() {
    let round = Round::of(1);
    let output = round.at("plan.json").display().to_string();
    for command in ["tally", "compose"] {
        let run = round.run(&[command, "s3://nowhere/round-1", "-o", &output]);
        let said = String::from_utf8_lossy(&run.stderr);
        assert_eq!(run.status.code(), Some(2), "{said}");
        assert_eq!(said.trim_end().lines().count(), 1, "{said}");
        assert!(said.contains("s3://nowhere/round-1"), "{said}");
        assert!(!Path::new(&output).exists());
    }
}

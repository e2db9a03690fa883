//! The invented designs that wall and desk are tried with: sound, different, and the same again.

use std::collections::BTreeSet;
use std::path::Path;

use mulin::cli::demo_designs::designs;
use mulin::formats::project_folder;
use mulin::project::Project;
use mulin::tally::{Collection, kind_counts};

fn beimen() -> Project {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/beimen");
    let read = |name: &str| std::fs::read(folder.join(name)).unwrap();
    project_folder::read(&read("project.json"), &read("estate.geojson"))
        .unwrap()
        .0
}

#[test]
fn the_same_seed_gives_the_same_designs_and_another_seed_others() {
    let project = beimen();
    let names = |seed| {
        designs(&project, 12, seed)
            .into_iter()
            .map(|(name, _)| name)
            .collect::<Vec<_>>()
    };
    assert_eq!(names(1), names(1));
    assert_ne!(names(1), names(2));
}

#[test]
fn invented_designs_are_sound_and_as_different_as_people_are() {
    let made = designs(&beimen(), 42, 1);
    let mut collection = Collection::new(Some("beimen"));
    for (name, bytes) in &made {
        collection.add_stored(&format!("{name}.json"), bytes);
    }
    let standing = collection.standing();
    assert_eq!(
        (standing.received, standing.set_aside, standing.doubles),
        (42, 0, 0)
    );
    assert_eq!(standing.superseded, 7, "one in six is a revision");
    let drawings = collection.drawings();
    assert!(
        drawings
            .iter()
            .all(|one| one.latest.repairs.is_empty() && one.latest.sent.is_some())
    );
    let filled = drawings
        .iter()
        .filter(|one| !one.latest.design.placements().is_empty())
        .count();
    assert!(
        filled * 10 >= drawings.len() * 9,
        "{filled} of {} have things",
        drawings.len()
    );
    assert!(kind_counts(&drawings).len() >= 18, "{:?}", kind_counts(&drawings));
    let buildings: BTreeSet<_> = drawings
        .iter()
        .map(|one| one.latest.design.by.building.clone())
        .collect();
    assert!(buildings.len() >= 10);
    assert!(
        drawings
            .iter()
            .any(|one| one.latest.design.title.contains("<script>"))
    );
}

#[test]
fn the_designs_kept_as_fixtures_are_named_by_their_bytes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/designs");
    let mut collection = Collection::new(Some("beimen"));
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        collection.add_stored(
            path.file_name().unwrap().to_str().unwrap(),
            &std::fs::read(&path).unwrap(),
        );
    }
    let standing = collection.standing();
    assert_eq!(
        (standing.received, standing.accepted, standing.set_aside),
        (36, 30, 0)
    );
}

//! The demo estate, as facts/domain.md E1–E3 have it.

use mulin::cli::demo_estate as demo;

#[test]
fn the_files_of_the_demo_project_are_what_the_generator_makes() {
    let files = demo::files();
    let hint = "run `mulin demo-estate` and commit public/beimen";
    assert!(
        include_str!("../../public/beimen/project.json") == files.project,
        "{hint}"
    );
    assert!(
        include_str!("../../public/beimen/estate.geojson") == files.estate,
        "{hint}"
    );
}

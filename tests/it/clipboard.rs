//! Copying and pasting as text, between tabs and designs.

use mulin::design::stored::{self, clip};
use mulin::design::{Design, Placement};
use mulin::editor::{Action, Event};
use mulin::geometry::{ScreenPt, WorldPt};
use proptest::prelude::*;

use crate::plan::{area, path, seeded, thing, with};
use crate::test_editor::TestEditor;

fn things() -> Vec<Placement> {
    vec![
        with(thing("p1", "pavilion", (10.0, 10.0)), "style", "hexagon"),
        area("p2", "lawn", (14.0, 8.0), (20.0, 12.0)),
        path("p3", "fitness-path", &[(9.0, 14.0), (19.0, 15.0)], 2.0),
    ]
}

fn paste(driver: TestEditor, text: &str) -> TestEditor {
    driver.event(Event::Paste(text.to_owned()))
}

fn copied() -> String {
    let driver = TestEditor::with(&things()).act(Action::SelectAll);
    driver.editor.clip().expect("a text")
}

#[test]
fn the_text_is_json_that_can_be_read_one_thing_a_line() {
    let text = copied();
    assert!(text.contains("\"schema\": \"mulin.clip/1\""), "{text}");
    assert_eq!(
        text.lines().filter(|line| line.contains("\"kind\"")).count(),
        3,
        "{text}"
    );
    let clip = clip::read(&text).unwrap();
    assert_eq!(
        clip.things
            .iter()
            .map(|thing| (**thing).clone())
            .collect::<Vec<_>>(),
        things()
    );
    assert_eq!(TestEditor::with(&things()).editor.clip(), None);
}

#[test]
fn pasted_in_another_drawing_things_keep_their_places_to_each_other() {
    let driver = paste(TestEditor::with(&[thing("p1", "lamp", (5.0, 5.0))]), &copied());
    let driver = driver
        .things(4)
        .selected(&["p2", "p3", "p4"])
        .says("say-pasted")
        .steps(1);
    // The box from (8, 8) to (20, 16) has its middle (14, 12); no mouse is there, so it comes to
    // the middle of the view at (20, 15).
    let driver = driver
        .at("p2", 16.0, 13.0)
        .corners("p4", &[(15.0, 17.0), (25.0, 18.0)]);
    let pavilion = driver
        .editor
        .thing(&mulin::design::PlacementId::new("p2"))
        .unwrap();
    assert_eq!(pavilion.params.len(), 1, "the chosen style comes along");
    driver.undo().things(1).redo().things(4);
}

#[test]
fn with_a_mouse_over_the_plan_it_is_pasted_there() {
    let driver = TestEditor::with(&things()).to(12.0, 20.0);
    paste(driver, &clip::write(&[thing("x", "lamp", (90.0, 90.0)).into()])).at("p4", 12.0, 20.0);
    let driver = TestEditor::with(&things());
    let outside = driver.pointer(1, ScreenPt::new(-40.0, 900.0));
    let driver = driver.event(Event::Move(outside));
    paste(driver, &clip::write(&[thing("x", "lamp", (90.0, 90.0)).into()])).at("p4", 20.0, 15.0);
}

#[test]
fn a_whole_design_as_text_gives_its_things() {
    let design = TestEditor::with(&things()).editor.design().clone();
    let text = String::from_utf8(stored::write(&design)).unwrap();
    paste(TestEditor::with(&[]), &text).things(3).says("say-pasted");
}

#[test]
fn groups_come_as_new_groups_and_locks_do_not_come() {
    let driver = TestEditor::with(&things())
        .select(&["p1", "p2"])
        .act(Action::Group)
        .act(Action::Lock);
    let text = driver.editor.clip().unwrap();
    let driver = paste(driver, &text).things(5).selected(&["p4", "p5"]);
    let thing = |id: &str| {
        driver
            .editor
            .thing(&mulin::design::PlacementId::new(id))
            .unwrap()
            .clone()
    };
    assert!(thing("p4").group.is_some() && thing("p4").group == thing("p5").group);
    assert!(thing("p4").group != thing("p1").group && !thing("p4").locked);
    driver.tap(2.0, 2.0).act(Action::SelectNone);
}

#[test]
fn what_is_no_design_is_refused_with_a_sentence() {
    let long = format!(
        "{{\"schema\":\"mulin.clip/1\",\"things\":[\"{}\"]}}",
        "x".repeat(stored::MAX_BYTES)
    );
    let many = clip::write(&vec![thing("p", "lamp", (1.0, 1.0)).into(); clip::MOST + 1]);
    let deep = format!("{{\"schema\":\"mulin.clip/1\",\"things\":{}", "[".repeat(100_000));
    for (text, key) in [
        ("", "why-clip-not-things"),
        ("3号楼门口的灯坏了", "why-clip-not-things"),
        ("{}", "why-clip-not-things"),
        ("[1,2,3]", "why-clip-not-things"),
        ("{\"schema\":\"mulin.clip/1\"}", "why-clip-not-things"),
        (
            "{\"schema\":\"mulin.clip/1\",\"things\":[]}",
            "why-clip-not-things",
        ),
        (
            "{\"schema\":\"mulin.clip/1\",\"things\":[{\"id\":\"p1\"}]}",
            "why-clip-not-things",
        ),
        ("{\"schema\":\"mulin.clip/9\",\"things\":[]}", "why-clip-newer"),
        (&long, "why-clip-too-large"),
        (&many, "why-clip-too-many"),
        (&deep, "why-clip-not-things"),
    ] {
        let driver = paste(TestEditor::with(&things()), text);
        driver.says(key).things(3).steps(0);
    }
}

#[test]
fn what_cannot_be_read_is_left_out_and_said() {
    let text = copied().replace("\"at\":[10.0,10.0]", "\"at\":[1e300,10.0]");
    paste(TestEditor::with(&[]), &text)
        .things(2)
        .says("say-pasted-some");
    let twisted = r#"{"schema":"mulin.clip/1","things":[
        {"id":"a","kind":"lawn","outline":[[0,0],[9,9],[9,0],[0,9]]},
        {"id":"b","kind":"lamp","at":[0,0],"size":[-1,0]},
        {"id":"c","kind":"lamp","at":[3,3],"size":[0.6,0.6]}]}"#;
    paste(TestEditor::with(&[]), twisted)
        .things(1)
        .says("say-pasted-some");
}

#[test]
fn a_pasted_outline_that_crosses_comes_into_the_hand() {
    let bow = |id: &str, x: f64| {
        format!(
            r#"{{"id":"{id}","kind":"lawn","outline":[[{x},0],[{0},6],[{0},0],[{x},6]]}}"#,
            x + 8.0
        )
    };
    let text = |rows: &[String]| format!(r#"{{"schema":"mulin.clip/1","things":[{}]}}"#, rows.join(","));
    // Alone it comes to the middle of the view, at (20, 15), and is no step before it is mended.
    let driver = paste(TestEditor::with(&[]), &text(&[bow("a", 50.0)]));
    let driver = driver
        .is_in("outline.polygon.crossed")
        .says("why-crossed-draft")
        .steps(0)
        .things(0);
    let crossing = driver.editor.overlay().crossings;
    assert!(
        crossing.len() == 1 && crossing[0].distance(WorldPt::new(20.0, 15.0)) < 0.002,
        "{crossing:?}"
    );
    assert_eq!(
        driver.editor.picked_kind().map(|kind| kind.id.to_string()),
        Some("lawn".into())
    );
    // A corner is pulled to where nothing crosses any more, and it can be done.
    let driver = driver
        .drag((24.0, 18.0), (18.0, 8.0))
        .is_in("outline.polygon.next");
    driver.act(Action::Done).things(1).steps(1).undo().things(0);

    // With others it keeps its place to them; more that cross are counted and left out.
    let lamp = r#"{"id":"l","kind":"lamp","at":[0,3],"size":[0.6,0.6]}"#.to_owned();
    let driver = paste(
        TestEditor::with(&[]),
        &text(&[lamp, bow("a", 4.0), bow("b", 40.0), bow("c", 60.0)]),
    );
    let driver = driver
        .things(1)
        .steps(1)
        .says("say-pasted-crossed")
        .is_in("outline.polygon.crossed");
    let (lamp, crossing) = (driver.shape("p1").centre(), driver.editor.overlay().crossings);
    assert!(
        crossing[0].distance(WorldPt::new(lamp.x + 8.0, lamp.y)) < 0.002,
        "{crossing:?}"
    );
    assert!(driver.editor.is_sound());
}

#[test]
fn an_outline_that_is_not_done_is_kept_when_something_is_pasted() {
    let driver = TestEditor::with(&[])
        .act(Action::ToolOutline)
        .tap(5.0, 5.0)
        .tap(9.0, 5.0);
    let driver = paste(driver, &copied()).things(3);
    assert!(
        driver.editor.unfinished().is_some(),
        "the corners that were set are a draft"
    );
    assert_eq!(driver.act(Action::ToolOutline).editor.points_set(), 2);
}

#[test]
fn a_full_drawing_takes_no_more() {
    let lamp = |n: usize| thing(&format!("p{n}"), "lamp", (n as f64 % 100.0, n as f64 / 200.0));
    let full: Vec<Placement> = (1..=Design::MAX_PLACEMENTS).map(lamp).collect();
    let mut editor = TestEditor::with(&full).editor;
    let effects = editor.handle(Event::Paste(copied()));
    assert!(format!("{effects:?}").contains("why-too-many"));
    assert_eq!(editor.design().placements().len(), Design::MAX_PLACEMENTS);
}

proptest! {
    #![proptest_config(seeded(200))]

    #[test]
    fn no_text_breaks_the_drawing(text in "\\PC{0,200}", cut in 0_usize..400, swap in 0_usize..400) {
        let mut broken: Vec<char> = copied().chars().collect();
        broken.truncate(broken.len().saturating_sub(cut));
        let len = broken.len().max(1);
        if let Some(letter) = broken.get_mut(swap % len) {
            *letter = text.chars().next().unwrap_or('0');
        }
        let driver = paste(TestEditor::with(&things()), &text);
        let driver = paste(driver, &broken.into_iter().collect::<String>());
        prop_assert!(driver.editor.is_sound());
    }
}

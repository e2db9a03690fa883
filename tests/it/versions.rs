//! Versions: what differs between two, in words and on the plan; going back as a step.

use mulin::design::{Became, Command, Design, Wish, WishId, difference};
use mulin::editor::{Event, Marks};
use mulin::geometry::{Turn, WorldPt, WorldVec};
use mulin::text::{Lang, say};

use crate::plan::{area, thing};
use crate::test_editor::TestEditor;

fn base() -> Design {
    let things = vec![
        thing("p1", "bench", (10.0, 10.0)),
        thing("p2", "pavilion", (20.0, 10.0)),
        area("p3", "lawn", (25.0, 12.0), (35.0, 22.0)),
    ];
    Design::new("small", "0123456789abcdef0123456789abcdef")
        .apply(&Command::Put(things))
        .expect("a design")
}

fn said(older: &Design, newer: &Design, lang: Lang) -> Vec<String> {
    difference(older, newer)
        .iter()
        .map(|row| say(lang, &row.said))
        .collect()
}

#[test]
fn the_same_design_does_not_differ() {
    assert!(difference(&base(), &base()).is_empty());
}

#[test]
fn moves_turns_sizes_and_notes_are_told_with_their_figures() {
    let mut bench = thing("p1", "bench", (10.0, 13.2));
    bench.note = "靠背".to_owned().into();
    let mut pavilion = thing("p2", "pavilion", (20.0, 10.0));
    pavilion.shape = mulin::design::PlacementShape::Rectangle {
        at: WorldPt::new(20.0, 10.0),
        size: WorldVec::new(4.0, 3.6),
        turn: Turn::new(15.0),
    };
    let lawn = area("p3", "lawn", (25.0, 12.0), (35.0, 32.0));
    let newer = base()
        .apply(&Command::Put(vec![bench, pavilion, lawn]))
        .expect("it applies");
    assert_eq!(
        said(&base(), &newer, Lang::ZhCn),
        [
            "长椅：往北挪了 3.2 米；说明不同",
            "亭子：方向从 0° 到 15°；大小从 3.6×3.6 米到 4×3.6 米",
            "草坪：往北挪了 5 米；面积从 100 平方米到 200 平方米",
        ]
    );
    assert_eq!(
        said(&base(), &newer, Lang::En)[0],
        "Bench: moved 3.2 m to the north; another note"
    );
}

#[test]
fn what_was_added_and_removed_is_listed_with_wishes_and_title() {
    let wish = Wish {
        id: WishId::new("w1"),
        text: "多种树".to_owned(),
        topic: String::new(),
        at: Some(WorldPt::new(5.0, 5.0)),
        extra: Default::default(),
    };
    let change = Command::All(vec![
        Command::Remove(vec!["p2".into_id()]),
        Command::Put(vec![thing("p4", "tree", (40.0, 10.0))]),
        Command::PutWish(wish),
        Command::SetTitle("树荫".to_owned()),
    ]);
    let newer = base().apply(&change).expect("it applies");
    assert_eq!(
        said(&base(), &newer, Lang::En),
        [
            "Added: Tree",
            "Removed: Pavilion",
            "The title “” became “树荫”",
            "New wish: 多种树"
        ]
    );
    let rows = difference(&base(), &newer);
    let became: Vec<_> = rows.iter().map(|row| row.became).collect();
    assert_eq!(
        became,
        [Became::Added, Became::Removed, Became::Changed, Became::Added]
    );
    assert_eq!(rows[3].at, Some(WorldPt::new(5.0, 5.0)));
}

#[test]
fn a_name_given_anew_is_another_thing() {
    let newer = base()
        .apply(&Command::All(vec![
            Command::Remove(vec!["p2".into_id()]),
            Command::Put(vec![thing("p2", "tree", (40.0, 40.0))]),
        ]))
        .expect("it applies");
    assert_eq!(
        said(&base(), &newer, Lang::En),
        ["Added: Tree", "Removed: Pavilion"]
    );
}

#[test]
fn designs_of_two_drawings_are_compared_by_place_and_not_by_name() {
    let mut other = Design::new("small", "ffff6789abcdef0123456789abcdefff");
    let things = vec![
        thing("p9", "bench", (10.0, 10.2)),
        thing("p1", "bench", (60.0, 60.0)),
    ];
    other = other.apply(&Command::Put(things)).expect("a design");
    let rows = said(&base(), &other, Lang::En);
    assert_eq!(
        rows,
        [
            "Bench: moved 0.2 m to the north",
            "Added: Bench",
            "Removed: Pavilion",
            "Removed: Lawn"
        ]
    );
}

#[test]
fn a_version_is_restored_as_one_step_that_can_be_undone() {
    let driver = TestEditor::with(&[
        thing("p1", "bench", (10.0, 10.0)),
        thing("p9", "tree", (5.0, 5.0)),
    ]);
    let now = driver.editor.design().clone();
    let back = now.toward(&base());
    let driver = driver
        .event(Event::Apply(back, "step-restored"))
        .steps(1)
        .things(3);
    assert!(difference(driver.editor.design(), &base()).is_empty());
    let order: Vec<_> = driver
        .editor
        .design()
        .placements()
        .iter()
        .map(|t| t.id.to_string())
        .collect();
    assert_eq!(order, ["p1", "p2", "p3"]);
    assert_eq!(
        driver.editor.design().draft,
        now.draft,
        "it stays the same drawing"
    );
    let driver = driver.undo();
    assert_eq!(**driver.editor.design(), *now);
}

#[test]
fn a_comparison_is_drawn_with_what_is_gone_pale_and_what_is_new_marked() {
    let newer = base()
        .apply(&Command::All(vec![
            Command::Remove(vec!["p2".into_id()]),
            Command::Put(vec![
                thing("p4", "tree", (40.0, 10.0)),
                thing("p1", "bench", (10.0, 20.0)),
            ]),
        ]))
        .expect("it applies");
    let rows = difference(&base(), &newer);
    let marks = Marks::of(&rows, Some(0));
    let driver = TestEditor::with(&[]).event(Event::Mark(Box::new(marks)));
    let overlay = driver.editor.overlay();
    assert_eq!(
        (overlay.added.len(), overlay.removed.len(), overlay.found.len()),
        (2, 2, 1)
    );
    assert!(
        driver.editor.view().bounds().contains(WorldPt::new(10.0, 20.0)),
        "the chosen row is seen"
    );
    let driver = driver.down(1.0, 1.0).up();
    assert_eq!(
        driver.editor.overlay().added.len(),
        2,
        "a press does not end a comparison"
    );
    let driver = driver.event(Event::Mark(Box::default()));
    assert!(driver.editor.overlay().added.is_empty());
}

trait IntoId {
    fn into_id(self) -> mulin::design::PlacementId;
}
impl IntoId for &str {
    fn into_id(self) -> mulin::design::PlacementId {
        mulin::design::PlacementId::new(self)
    }
}

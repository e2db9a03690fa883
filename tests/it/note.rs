//! Notes: wishes with a place, pinned on the plan.

use mulin::design::{Command, Wish};
use mulin::editor::{Action, Event, Key};
use mulin::geometry::WorldPt;

use crate::plan::{slab, thing};
use crate::test_editor::TestEditor;

fn wishes(driver: &TestEditor) -> Vec<(String, Option<WorldPt>)> {
    let wishes = driver.editor.design().wishes().iter();
    wishes.map(|wish| (wish.text.clone(), wish.at)).collect()
}

fn noted() -> TestEditor {
    let things = [thing("p1", "pavilion", (30.0, 10.0))];
    let driver = TestEditor::with(&things)
        .act(Action::ToolNote)
        .is_in("note.placing");
    let driver = driver.tap(10.0, 8.0).is_in("note.writing").says("say-note-place");
    driver
        .event(Event::WriteNote("  Too dark here ".into()))
        .is_in("note.placing")
        .says("say-note-written")
}

const HERE: Option<WorldPt> = Some(WorldPt::new(10.0, 8.0));
/// The head of a pin is seen 18 px above its point: 0.9 m at 20 px a metre.
const HEAD: (f64, f64) = (10.0, 8.9);

#[test]
fn a_tap_gives_the_place_and_the_words_are_one_step() {
    let driver = noted().steps(1);
    assert_eq!(wishes(&driver), [("Too dark here".to_owned(), HERE)]);
    assert_eq!(wishes(&driver.undo()), []);
}

#[test]
fn no_words_make_no_note_and_escape_leaves_things_as_they_were() {
    let driver = TestEditor::with(&[]).act(Action::ToolNote).tap(10.0, 8.0);
    let driver = driver
        .event(Event::WriteNote("  ".into()))
        .says("wish-empty")
        .is_in("note.writing");
    let driver = driver
        .key(Key::Escape)
        .is_in("note.placing")
        .key(Key::Escape)
        .is_in("select.idle")
        .steps(0);
    assert_eq!(wishes(&driver), []);
}

#[test]
fn another_tap_while_writing_gives_another_place() {
    let driver = TestEditor::with(&[])
        .act(Action::ToolNote)
        .tap(10.0, 8.0)
        .tap(14.0, 12.0)
        .is_in("note.writing");
    let driver = driver.event(Event::WriteNote("A bench".into()));
    assert_eq!(
        wishes(&driver),
        [("A bench".to_owned(), Some(WorldPt::new(14.0, 12.0)))]
    );
}

#[test]
fn a_tap_on_a_pin_opens_it_to_be_written_anew_or_deleted() {
    let driver = noted().tap(HEAD.0, HEAD.1).is_in("note.writing");
    assert!(driver.editor.note().is_some_and(|note| note.wish.is_some()));
    assert_eq!(
        driver.editor.resting_pins().count(),
        0,
        "the pin in the hand is not seen twice"
    );
    let driver = driver.event(Event::WriteNote("Much too dark".into())).steps(2);
    assert_eq!(wishes(&driver), [("Much too dark".to_owned(), HERE)]);
    let driver = driver
        .tap(HEAD.0, HEAD.1)
        .event(Event::RemoveNote)
        .says("say-note-deleted")
        .steps(3);
    assert_eq!(wishes(&driver), []);
    assert_eq!(wishes(&driver.undo()), [("Much too dark".to_owned(), HERE)]);
}

#[test]
fn a_pin_is_dragged_to_another_place_as_one_step_and_escape_puts_it_back() {
    let driver = noted().down(HEAD.0, HEAD.1).to(15.0, 10.0).is_in("note.moving");
    let driver = driver.key(Key::Escape).up().is_in("note.placing").steps(1);
    assert_eq!(wishes(&driver)[0].1, HERE);
    let driver = driver
        .drag(HEAD, (HEAD.0 + 6.0, HEAD.1 + 2.0))
        .says("say-note-moved")
        .steps(2);
    assert_eq!(wishes(&driver)[0].1, Some(WorldPt::new(16.0, 10.0)));
    assert_eq!(wishes(&driver.undo())[0].1, HERE);
}

#[test]
fn with_nothing_in_the_hand_a_pin_is_moved_and_opened_too_and_the_hand_is_empty_after() {
    let driver = noted()
        .act(Action::ToolSelect)
        .drag(HEAD, (HEAD.0 + 6.0, HEAD.1))
        .is_in("select.idle");
    assert_eq!(wishes(&driver)[0].1, Some(WorldPt::new(16.0, 8.0)));
    let driver = driver
        .tap(16.0, 8.9)
        .is_in("note.writing")
        .key(Key::Escape)
        .is_in("select.idle");
    // A thing elsewhere is chosen as ever.
    driver.tap(30.0, 10.0).selected(&["p1"]);
}

#[test]
fn by_keys_alone_a_note_gets_its_place_and_is_moved_while_it_is_written() {
    let driver = TestEditor::with(&[])
        .typed('t')
        .key(Key::Right)
        .says("say-cross")
        .key(Key::Enter);
    let driver = driver
        .is_in("note.writing")
        .shift()
        .key(Key::Up)
        .says("say-note-place")
        .bare();
    let driver = driver.event(Event::WriteNote("A tree".into()));
    assert_eq!(
        wishes(&driver),
        [("A tree".to_owned(), Some(WorldPt::new(20.5, 20.0)))]
    );
}

#[test]
fn a_wish_without_a_place_is_opened_from_the_list_and_may_get_one() {
    let driver = TestEditor::with(&[]);
    let id = driver.editor.design().fresh_wish_id();
    let wish = Wish {
        id: id.clone(),
        text: "Quiet".into(),
        topic: "other".into(),
        at: None,
        extra: Default::default(),
    };
    let driver = driver.event(Event::Apply(Command::PutWish(wish), "step-wish"));
    let driver = driver
        .event(Event::OpenNote(id))
        .is_in("note.writing")
        .tap(12.0, 9.0);
    let driver = driver
        .event(Event::WriteNote("Quiet at night".into()))
        .is_in("select.idle");
    assert_eq!(
        wishes(&driver),
        [("Quiet at night".to_owned(), Some(WorldPt::new(12.0, 9.0)))]
    );
    assert_eq!(driver.editor.design().wishes()[0].topic, "other");
}

#[test]
fn pins_are_found_by_a_finger_zoomed_and_turned() {
    for (scale, turn) in [(2.0, 0.0), (60.0, 0.0), (20.0, 70.0), (20.0, -160.0)] {
        let driver = noted()
            .act(Action::ToolSelect)
            .view(10.0, 8.0, scale)
            .event(Event::TurnView(turn))
            .by_finger();
        let view = driver.editor.view();
        let tip = view.screen_from_world(WorldPt::new(10.0, 8.0));
        let driver = driver.finger_down(1, tip.x + 3.0, tip.y - 20.0);
        let driver = driver
            .is_in("note.pointing")
            .finger_to(1, tip.x + 43.0, tip.y - 50.0)
            .is_in("note.moving");
        let driver = driver.finger_up(1).is_in("select.idle");
        let at = wishes(&driver)[0].1.expect("a place");
        let seen = view.screen_from_world(at);
        assert!(
            (seen.x - tip.x - 40.0).abs() < 0.5 && (seen.y - tip.y + 30.0).abs() < 0.5,
            "{seen:?} {tip:?}"
        );
    }
}

#[test]
fn a_note_whose_wish_is_gone_is_written_as_a_new_one() {
    let driver = noted().tap(HEAD.0, HEAD.1).event(Event::Act(Action::Undo));
    let driver = driver.event(Event::WriteNote("Still dark".into()));
    assert_eq!(wishes(&driver).len(), 1);
}

#[test]
fn a_note_lies_where_it_is_put_and_snaps_to_nothing() {
    let house = vec![slab("b1", "1", (0.0, 22.0), (40.0, 32.0))];
    let driver = TestEditor::beside(house, &[])
        .act(Action::ToolNote)
        .tap(10.0, 21.8);
    let driver = driver.event(Event::WriteNote("By the wall".into()));
    assert_eq!(wishes(&driver)[0].1, Some(WorldPt::new(10.0, 21.8)));
}

//! Whatever hands do, no invariant breaks, and undoing all restores the start.

use proptest::prelude::*;

use mulin::design::stored::clip;
use mulin::design::{Command, PlacementId};
use mulin::editor::{
    ACTIONS, Action, Beside, Button, Event, Key, Mods, Pointer, PointerKind, Property, Spot, Toward,
};
use mulin::geometry::{ScreenPt, ScreenVec, WorldPt};
use mulin::layout::Heading;

use crate::plan::{area, path, slab, thing};
use crate::test_editor::TestEditor;

/// A step of a hand, made from numbers so that a failing string shrinks well.
#[derive(Clone, Debug)]
enum Hand {
    Down(u8, u8, f64, f64),
    Move(u8, u8, f64, f64),
    Up(u8, f64, f64),
    Double(f64, f64),
    Lost(u8),
    Act(usize),
    Press(u8, bool, bool),
    Pick(u8),
    Carry(u8, f64, f64),
    Choose(u8),
    Set(u8, f64),
    Wheel(f64, f64, f64),
    Title(u8),
    /// A tool that draws, measures or notes is taken up, and points are set with it.
    Draws(u8, f64, f64),
    Note(u8),
    Turn(f64),
    Paste(u8),
    Row(usize, f64, u8),
    Replace(u8),
    /// The second button, a long press.
    Menu(u8, f64, f64),
    /// Another window, another tab.
    Interrupted,
    /// The screen is turned, a bar comes or goes.
    Resized(f64, f64),
    /// A press in the list of steps.
    GoTo(u8),
    /// The form that places beside.
    Beside(u8, u8, f64),
}

fn hand() -> impl Strategy<Value = Hand> {
    let x = || -60.0..860.0_f64;
    let y = || -60.0..660.0_f64;
    prop_oneof![
        4 => (1_u8..3, 0_u8..8, x(), y()).prop_map(|(id, how, x, y)| Hand::Down(id, how, x, y)),
        6 => (1_u8..3, 0_u8..8, x(), y()).prop_map(|(id, how, x, y)| Hand::Move(id, how, x, y)),
        4 => (1_u8..3, x(), y()).prop_map(|(id, x, y)| Hand::Up(id, x, y)),
        1 => (x(), y()).prop_map(|(x, y)| Hand::Double(x, y)),
        1 => (1_u8..3).prop_map(Hand::Lost),
        4 => (0..ACTIONS.len()).prop_map(Hand::Act),
        3 => (any::<u8>(), any::<bool>(), any::<bool>()).prop_map(|(k, s, c)| Hand::Press(k, s, c)),
        2 => (0_u8..6).prop_map(Hand::Pick),
        1 => (0_u8..6, x(), y()).prop_map(|(kind, x, y)| Hand::Carry(kind, x, y)),
        2 => any::<u8>().prop_map(Hand::Choose),
        2 => (0_u8..6, -50.0..400.0_f64).prop_map(|(what, value)| Hand::Set(what, value)),
        1 => (x(), y(), -500.0..500.0_f64).prop_map(|(x, y, by)| Hand::Wheel(x, y, by)),
        1 => any::<u8>().prop_map(Hand::Title),
        3 => (any::<u8>(), x(), y()).prop_map(|(how, x, y)| Hand::Draws(how, x, y)),
        1 => any::<u8>().prop_map(Hand::Note),
        1 => (-400.0..400.0_f64).prop_map(Hand::Turn),
        1 => any::<u8>().prop_map(Hand::Paste),
        1 => (0_usize..9, -2.0..300.0_f64, any::<u8>()).prop_map(|(n, gap, way)| Hand::Row(n, gap, way)),
        1 => (0_u8..6).prop_map(Hand::Replace),
        1 => (1_u8..3, x(), y()).prop_map(|(id, x, y)| Hand::Menu(id, x, y)),
        1 => Just(Hand::Interrupted),
        1 => (200.0..1_400.0_f64, 200.0..900.0_f64).prop_map(|(x, y)| Hand::Resized(x, y)),
        1 => any::<u8>().prop_map(Hand::GoTo),
        1 => (any::<u8>(), 0_u8..8, -1.0..40.0_f64).prop_map(|(what, way, gap)| Hand::Beside(what, way, gap)),
    ]
}

const KINDS: [&str; 6] = [
    "car-park",
    "charging-shed",
    "tree",
    "fitness-path",
    "bench",
    "no-such-kind",
];

fn pointer(id: u8, how: u8, x: f64, y: f64) -> Pointer {
    Pointer {
        id: i32::from(id),
        kind: if how & 1 == 0 {
            PointerKind::Mouse
        } else {
            PointerKind::Touch
        },
        at: ScreenPt::new(x, y),
        button: if how == 6 { Button::Middle } else { Button::Primary },
        mods: Mods {
            shift: how & 2 != 0,
            command: false,
            alt: how & 4 != 0,
        },
    }
}

fn event(hand: &Hand) -> Event {
    match *hand {
        Hand::Down(id, how, x, y) => Event::Down(pointer(id, how, x, y)),
        Hand::Move(id, how, x, y) => Event::Move(pointer(id, how, x, y)),
        Hand::Up(id, x, y) => Event::Up(pointer(id, 0, x, y)),
        Hand::Double(x, y) => Event::Double(pointer(1, 0, x, y)),
        Hand::Lost(id) => Event::PointerLost(i32::from(id)),
        Hand::Act(at) => Event::Act(ACTIONS[at].action),
        Hand::Press(key, shift, command) => {
            const KEYS: [Key; 8] = [
                Key::Enter,
                Key::Escape,
                Key::Delete,
                Key::Left,
                Key::Up,
                Key::Space,
                Key::Char('d'),
                Key::Char('z'),
            ];
            let mods = Mods {
                shift,
                command,
                alt: false,
            };
            if key > 200 {
                Event::KeyUp(Key::Space)
            } else if key > 180 {
                Event::Tick(f64::from(key))
            } else {
                Event::Key(KEYS[usize::from(key) % KEYS.len()], mods)
            }
        }
        Hand::Pick(kind) => Event::Pick(mulin::catalogue::KindId::new(KINDS[usize::from(kind)])),
        Hand::Carry(kind, x, y) => Event::DragFromPalette(
            mulin::catalogue::KindId::new(KINDS[usize::from(kind)]),
            pointer(1, 0, x, y),
        ),
        Hand::Choose(n) => Event::Select {
            ids: (0..n % 4)
                .map(|i| PlacementId::new(&format!("p{}", n / 4 % 7 + i)))
                .collect(),
            reveal: n > 128,
        },
        Hand::Set(what, value) => Event::Set(match what {
            0 => Property::Width(value),
            1 => Property::Depth(value),
            2 => Property::Turn(value),
            3 => Property::At(WorldPt::new(value, value * 20.0)),
            4 => Property::Slots(value.abs() as u32),
            _ => Property::Note(format!("{value}")),
        }),
        Hand::Wheel(x, y, by) => Event::Wheel {
            at: ScreenPt::new(x, y),
            by: ScreenVec::new(by / 3.0, by),
            zoom: by > 0.0,
        },
        Hand::Menu(id, x, y) => Event::Menu(pointer(id, 1, x, y)),
        Hand::Interrupted => Event::Interrupted,
        Hand::Resized(x, y) => Event::Resized(ScreenVec::new(x, y)),
        Hand::GoTo(place) => Event::GoTo(usize::from(place % 16)),
        Hand::Beside(what, way, gap) => Event::Beside(Beside {
            kind: (what % 2 == 0)
                .then(|| mulin::catalogue::KindId::new(KINDS[usize::from(what) / 2 % KINDS.len()])),
            spot: Spot::Thing(PlacementId::new(&format!("p{}", what % 5))),
            heading: Heading::ALL[usize::from(way)],
            gap,
        }),
        Hand::Paste(n) => Event::Paste(clip(n)),
        Hand::Row(count, gap, way) => Event::Row {
            count,
            gap,
            toward: match way % 3 {
                0 => Toward::Width,
                1 => Toward::Depth,
                _ => Toward::Place(WorldPt::new(f64::from(way), gap)),
            },
        },
        Hand::Replace(kind) => Event::Replace(mulin::catalogue::KindId::new(KINDS[usize::from(kind)])),
        Hand::Draws(how, x, y) => {
            const TOOLS: [Action; 8] = [
                Action::ToolOutline,
                Action::ToolRectangle,
                Action::ToolTurned,
                Action::ToolPath,
                Action::MeasureDistance,
                Action::MeasurePath,
                Action::MeasureArea,
                Action::ToolNote,
            ];
            match how {
                // Points far more often than another tool, so that drawings come about.
                0..64 => Event::Act(TOOLS[usize::from(how) % TOOLS.len()]),
                64..80 => Event::Draw(mulin::catalogue::KindId::new(
                    KINDS[usize::from(how) % KINDS.len()],
                )),
                80..160 => Event::Down(pointer(1, how & 1, x, y)),
                _ => Event::Up(pointer(1, 0, x, y)),
            }
        }
        Hand::Note(n) => match n % 4 {
            0 => Event::WriteNote(String::new()),
            1 => Event::WriteNote(format!("note {n}")),
            2 => Event::RemoveNote,
            _ => Event::OpenNote(mulin::design::WishId::new(&format!("w{}", n / 4 % 4))),
        },
        Hand::Turn(degrees) => Event::TurnView(degrees),
        Hand::Title(n) => Event::Apply(Command::SetTitle(format!("{n}")), "step-title"),
    }
}

/// A text as it may lie on a clipboard: things of a drawing, or what people copy by mistake.
fn clip(n: u8) -> String {
    let things = [
        thing("p1", "bench", (4.0, 4.0)),
        area("p2", "lawn", (5.0, 5.0), (9.0, 9.0)),
    ];
    let text = clip::write(&things.map(Into::into));
    match n % 4 {
        0 => text[..text.len() / 2].to_owned(),
        1 => text.replace("5.0", "-1e300"),
        _ => text,
    }
}

fn start() -> TestEditor {
    let features = vec![slab("b1", "1", (0.0, 22.0), (40.0, 32.0))];
    TestEditor::beside(
        features,
        &[
            thing("p1", "pavilion", (10.0, 10.0)),
            thing("p2", "charging-shed", (20.0, 5.0)),
            area("p3", "car-park", (12.0, 12.0), (34.0, 21.0)),
            path("p4", "fitness-path", &[(3.0, 3.0), (9.0, 4.0), (9.0, 18.0)], 2.0),
            thing("p5", "tree", (30.0, 8.0)),
        ],
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn random_hands_break_nothing_and_undoing_all_restores_the_start(hands in prop::collection::vec(hand(), 1..60)) {
        let mut driver = start();
        let before = (**driver.editor.design()).clone();
        for hand in &hands {
            driver = driver.event(event(hand));
        }
        // Whatever is in the hand is put back, and every step is taken back.
        driver = driver.event(Event::PointerLost(1)).event(Event::PointerLost(2)).act(Action::ToolSelect).act(Action::ShowAll);
        let after = (**driver.editor.design()).clone();
        let steps = driver.editor.history().position();
        for _ in 0..steps {
            driver = driver.undo();
        }
        prop_assert_eq!(&**driver.editor.design(), &before);
        for _ in 0..steps {
            driver = driver.redo();
        }
        prop_assert_eq!(&**driver.editor.design(), &after);
        prop_assert_eq!(driver.editor.resting().count(), after.placements().len());
    }

    #[test]
    fn a_history_of_random_hands_is_read_back_the_same(hands in prop::collection::vec(hand(), 1..40)) {
        let mut driver = start();
        for hand in &hands {
            driver = driver.event(event(hand));
        }
        let now = driver.editor.design();
        let text = driver.editor.history().to_json(now);
        prop_assert_eq!(&mulin::editor::History::from_json(&text, now), driver.editor.history());
    }
}

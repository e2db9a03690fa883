//! What hands, keys and panels do by chance: every event that the editor takes, sound and broken.

use mulin::catalogue::{Group, KindId};
use mulin::cli::chance::Chance as Numbers;
use mulin::design::stored::clip;
use mulin::design::{Command, Design, PlacementId, WishId};
use mulin::editor::{
    ACTIONS, Action, Beside, Button, Editor, Event, Key, Marks, Mods, Pointer, PointerKind, Property,
    SnapMode, Spot, Toward, Unfinished,
};
use mulin::estate::FeatureId;
use mulin::geometry::{ScreenPt, ScreenVec, WorldPt};
use mulin::layout::Heading;

use crate::plan::{area, path, thing};

/// What hands do by chance.
pub struct Chance(pub Numbers);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0.below(n)
    }
    fn of<T: Copy>(&mut self, these: &[T]) -> T {
        these[self.below(these.len())]
    }
    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
    fn between(&mut self, low: f64, high: f64) -> f64 {
        self.0.between(low, high)
    }
    /// A number as hands and broken programs send it: mostly sound, now and then anything.
    fn number(&mut self) -> f64 {
        match self.below(40) {
            0 => self.of(&[
                f64::NAN,
                f64::INFINITY,
                f64::NEG_INFINITY,
                0.0,
                -0.0,
                1e300,
                -1e300,
                f64::MIN_POSITIVE,
            ]),
            1 => self.between(-1e6, 1e6),
            _ => self.between(-50.0, 400.0),
        }
    }
    fn place(&mut self) -> ScreenPt {
        if self.one_in(60) {
            return ScreenPt::new(self.number(), self.number());
        }
        ScreenPt::new(self.between(-60.0, 860.0), self.between(-60.0, 660.0))
    }
    fn mods(&mut self) -> Mods {
        Mods {
            shift: self.one_in(4),
            command: self.one_in(6),
            alt: self.one_in(6),
        }
    }
    fn pointer(&mut self) -> Pointer {
        let id = 1 + self.below(2) as i32;
        Pointer {
            id,
            kind: self.of(&[
                PointerKind::Mouse,
                PointerKind::Mouse,
                PointerKind::Touch,
                PointerKind::Pen,
            ]),
            at: self.place(),
            button: self.of(&[
                Button::Primary,
                Button::Primary,
                Button::Primary,
                Button::Primary,
                Button::Middle,
                Button::Secondary,
            ]),
            mods: self.mods(),
        }
    }
    fn kind(&mut self) -> KindId {
        KindId::new(self.of(&[
            "car-park",
            "charging-shed",
            "tree",
            "fitness-path",
            "bench",
            "pavilion",
            "no-such-kind",
        ]))
    }
    fn key(&mut self) -> Key {
        self.of(&[
            Key::Enter,
            Key::Escape,
            Key::Delete,
            Key::Backspace,
            Key::Insert,
            Key::Left,
            Key::Right,
            Key::Up,
            Key::Down,
            Key::Space,
            Key::Menu,
            Key::Digit(1),
            Key::Char('a'),
            Key::Char('c'),
            Key::Char('d'),
            Key::Char('g'),
            Key::Char('r'),
            Key::Char('v'),
            Key::Char('z'),
            Key::Char('['),
        ])
    }
    fn names(&mut self, design: &Design) -> Vec<PlacementId> {
        let things = design.placements();
        (0..self.below(4))
            .map(|_| match (things.is_empty(), self.one_in(10)) {
                (false, false) => things[self.below(things.len())].id.clone(),
                _ => PlacementId::new("p999"),
            })
            .collect()
    }
    fn property(&mut self) -> Property {
        let value = self.number();
        match self.below(6) {
            0 => Property::Width(value),
            1 => Property::Depth(value),
            2 => Property::Turn(value),
            3 => Property::At(WorldPt::new(value, self.number())),
            4 => Property::Slots(self.below(80) as u32),
            _ => Property::Note(format!("{value}")),
        }
    }
    /// An event; every row of the table of actions is among them, so that new tools are tried too.
    pub fn event(&mut self, editor: &Editor) -> Event {
        match self.below(40) {
            0..=4 => Event::Down(self.pointer()),
            5..=11 => Event::Move(self.pointer()),
            12..=15 => Event::Up(self.pointer()),
            16 => Event::Double(self.pointer()),
            17 => Event::PointerLost(1 + self.below(2) as i32),
            18..=23 => Event::Act(ACTIONS[self.below(ACTIONS.len())].action),
            24..=25 => Event::Key(self.key(), self.mods()),
            26 => Event::KeyUp(Key::Space),
            27 => Event::Pick(self.kind()),
            28 => Event::DragFromPalette(self.kind(), self.pointer()),
            29 => Event::Select {
                ids: self.names(editor.design()),
                reveal: self.one_in(2),
            },
            30..=31 => Event::Set(self.property()),
            32 => Event::Wheel {
                at: self.place(),
                by: ScreenVec::new(self.number(), self.number()),
                zoom: self.one_in(2),
            },
            33..=34 => self.view_event(editor),
            35..=37 => self.panel_event(editor),
            38 => self.words_event(editor),
            _ => Event::Menu(self.pointer()),
        }
    }
    fn spot(&mut self, editor: &Editor) -> Spot {
        match (self.one_in(3), self.names(editor.design()).pop()) {
            (false, Some(name)) => Spot::Thing(name),
            _ => Spot::Feature(FeatureId::new(self.of(&["b1", "b9"]))),
        }
    }
    fn view_event(&mut self, editor: &Editor) -> Event {
        match self.below(10) {
            0 => Event::Resized(ScreenVec::new(
                self.between(200.0, 1400.0),
                self.between(200.0, 900.0),
            )),
            1 => Event::Look(WorldPt::new(self.number(), self.number()), Some(self.number())),
            2 => Event::TurnView(self.number()),
            3 => Event::HideGroups(match self.below(3) {
                0 => vec![Group::ALL[self.below(Group::ALL.len())]],
                _ => Vec::new(),
            }),
            4 => Event::Interrupted,
            5 => Event::Tick(self.number()),
            6 => Event::PinchTurns(self.one_in(2)),
            7 => Event::Visit(self.spot(editor)),
            8 => {
                let things = editor.design().placements().iter();
                Event::Mark(Box::new(Marks {
                    found: things.clone().take(2).map(|thing| thing.shape.clone()).collect(),
                    removed: things.take(1).cloned().collect(),
                    stay: self.one_in(2),
                    ..Marks::default()
                }))
            }
            _ => Event::Look(WorldPt::new(20.0, 15.0), Some(20.0)),
        }
    }
    fn panel_event(&mut self, editor: &Editor) -> Event {
        match self.below(14) {
            0 => Event::Apply(Command::SetTitle("Garden".to_owned()), "step-title"),
            1 => Event::Apply(Command::Remove(self.names(editor.design())), "step-deleted"),
            2 => Event::GoTo(self.below(30)),
            3 => Event::Draw(self.kind()),
            4 => Event::Snap(self.of(&[
                SnapMode::Grid,
                SnapMode::Edges,
                SnapMode::Alignment,
                SnapMode::RightAngles,
                SnapMode::Off,
            ])),
            5 => Event::Paste(
                self.of(&[
                    "",
                    "a sentence",
                    "{\"schema\":\"mulin.design/1\"}",
                    "[[[[[[",
                    "{\"type\":\"FeatureCollection\"}",
                ])
                .to_owned(),
            ),
            6..=7 => Event::Paste(self.clip()),
            8 => Event::Row {
                count: self.below(7),
                gap: self.number(),
                toward: match self.below(3) {
                    0 => Toward::Width,
                    1 => Toward::Depth,
                    _ => Toward::Place(WorldPt::new(self.number(), self.number())),
                },
            },
            9 => Event::AimRow {
                count: self.below(7),
                gap: self.between(0.0, 9.0),
            },
            10 => Event::AimWish,
            11 => Event::Beside(Beside {
                kind: self.one_in(2).then(|| self.kind()),
                spot: self.spot(editor),
                heading: self.of(&Heading::ALL),
                gap: self.number(),
            }),
            12 => Event::Load(Box::new(start_design()), Box::default()),
            _ => Event::Replace(self.kind()),
        }
    }
    /// Notes, and outlines that come into the hand.
    fn words_event(&mut self, editor: &Editor) -> Event {
        let wishes = editor.design().wishes();
        match self.below(6) {
            0 => Event::WriteNote(self.of(&["", "dark here", "\u{0}🌳 \r\n"]).to_owned()),
            1 => Event::RemoveNote,
            2 if !wishes.is_empty() => Event::OpenNote(wishes[self.below(wishes.len())].id.clone()),
            2 => Event::OpenNote(WishId::new("w9")),
            3 => Event::Act(Action::ToolNote),
            4 => {
                let corners = 0..self.below(9);
                let corners = corners.map(|_| WorldPt::new(self.number(), self.number()));
                let corners: Vec<_> = corners.collect();
                Event::Mend(self.kind(), corners)
            }
            _ => {
                let kind = self.kind();
                let mode = self.of(&["polygon", "rectangle", "turned", "path"]);
                let text = format!(
                    r#"{{"schema":"mulin.outline/1","kind":"{kind}","mode":"{mode}","corners":[[{},{}]]}}"#,
                    self.between(0.0, 40.0),
                    self.between(0.0, 30.0)
                );
                Event::Resume(Unfinished::from_json(&text).expect("an outline of one corner"))
            }
        }
    }
    /// A text as another drawing gives it, with an outline that crosses itself now and then.
    fn clip(&mut self) -> String {
        let things = [
            thing("p1", "bench", (4.0, 4.0)),
            area("p2", "lawn", (5.0, 5.0), (9.0, 9.0)),
            path("p3", "fitness-path", &[(1.0, 1.0), (9.0, 2.0)], 2.0),
        ];
        let text = clip::write(&things.map(Into::into));
        match self.below(3) {
            // The lawn's second corner goes to the other side of the first.
            0 => text.replace("[9.0,5.0]", "[5.0,8.0]"),
            _ => text,
        }
    }
}

/// The design that a string begins with.
pub fn start_design() -> Design {
    let things = [
        thing("p1", "pavilion", (10.0, 10.0)),
        thing("p2", "charging-shed", (20.0, 5.0)),
        area("p3", "car-park", (12.0, 12.0), (34.0, 21.0)),
        path("p4", "fitness-path", &[(3.0, 3.0), (9.0, 4.0), (9.0, 18.0)], 2.0),
        thing("p5", "tree", (30.0, 8.0)),
    ];
    let design = Design::new("small", "0123456789abcdef0123456789abcdef");
    design.apply(&Command::Put(things.to_vec())).expect("a design")
}

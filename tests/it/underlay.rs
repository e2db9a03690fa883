//! The picture underneath: brought to scale by what is known, refused where it makes no sense, kept in the folder.

use std::sync::Arc;

use mulin::estate::{BuildingUse, Class, RoadUse, Shape};
use mulin::formats::{project_folder, project_zip};
use mulin::geometry::WorldPt;
use mulin::project::{Underlay, UnderlayFault};
use mulin::setup::{Change, Draft, History, PictureChange, PictureFault, Refusal, What, files};
use mulin::text::{Lang, say};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::formats::{feature, local, read};

const JPEG: &[u8] = b"\xff\xd8\xff\xe0 stands for a picture";

fn blank() -> History {
    let nothing = local(json!([]));
    let estate = read(&nothing).map_or_else(|_| mulin::estate::Estate::new(None, Vec::new()), |read| read.0);
    History::new(Draft::of_map("plan", estate))
}

fn lay(history: &mut History, pixels: [u32; 2]) -> Result<(), Refusal> {
    history.apply(&Change::Picture(PictureChange::Lay {
        file: "underlay.jpg".to_owned(),
        pixels,
        bytes: Arc::new(JPEG.to_vec()),
    }))
}

fn laid() -> History {
    let mut history = blank();
    lay(&mut history, [4_000, 2_000]).unwrap();
    history
}

fn change(history: &mut History, change: PictureChange) -> Result<(), Refusal> {
    history.apply(&Change::Picture(change))
}

fn underlay(history: &History) -> Underlay {
    history.now().picture.as_ref().unwrap().underlay.clone()
}

fn near(a: WorldPt, b: WorldPt) -> bool {
    a.distance(b) < 1e-6
}

#[test]
fn a_known_length_brings_it_to_scale_and_its_first_end_stays() {
    let mut history = laid();
    let (from, to) = (
        underlay(&history).place_of(1_000.0, 500.0),
        underlay(&history).place_of(1_800.0, 500.0),
    );
    change(
        &mut history,
        PictureChange::Length {
            from,
            to,
            metres: 60.0,
        },
    )
    .unwrap();
    let now = underlay(&history);
    assert!(near(now.place_of(1_000.0, 500.0), from));
    assert!(
        (now.place_of(1_000.0, 500.0)
            .distance(now.place_of(1_800.0, 500.0))
            - 60.0)
            .abs()
            < 1e-9
    );
    assert!((now.metres_per_pixel - 0.075).abs() < 1e-12);
    assert!(history.undo());
    assert!(
        (underlay(&history).metres_per_pixel - 0.05).abs() < 1e-12,
        "one step, taken back whole"
    );
}

#[test]
fn across_is_east_and_down_is_south() {
    let of = underlay(&laid());
    assert!(near(of.place_of(2_000.0, 1_000.0), WorldPt::new(0.0, 0.0)));
    assert!(near(of.place_of(4_000.0, 1_000.0), WorldPt::new(100.0, 0.0)));
    assert!(near(of.place_of(2_000.0, 2_000.0), WorldPt::new(0.0, -50.0)));
}

proptest! {
    #[test]
    fn two_known_points_lie_where_they_belong(
        ax in 0.0..4_000.0, ay in 0.0..2_000.0, bx in 0.0..4_000.0, by in 0.0..2_000.0,
        x in -200.0..200.0, y in -200.0..200.0, u in -200.0..200.0, v in -200.0..200.0,
    ) {
        let (there, then) = (WorldPt::new(x, y), WorldPt::new(u, v));
        let pixels = f64::hypot(ax - bx, ay - by);
        // A pixel of more than two metres may put the picture's middle out of reach, which is refused.
        prop_assume!(pixels > 50.0 && there.distance(then) > 1.0 && there.distance(then) < 2.0 * pixels);
        let mut history = laid();
        let of = underlay(&history);
        let points = PictureChange::Points {
            first: [of.place_of(ax, ay), there],
            second: [of.place_of(bx, by), then],
        };
        change(&mut history, points).unwrap();
        let now = underlay(&history);
        prop_assert!(near(now.place_of(ax, ay), there));
        prop_assert!(near(now.place_of(bx, by), then));
    }
}

#[test]
fn it_is_moved_and_turned_about_its_middle_and_cut() {
    let mut history = laid();
    change(
        &mut history,
        PictureChange::Move(WorldPt::new(1.0, 2.0), WorldPt::new(11.0, -3.0)),
    )
    .unwrap();
    change(&mut history, PictureChange::Turn(-90.0)).unwrap();
    change(&mut history, PictureChange::Crop([0.25, 0.0, 1.0, 0.5])).unwrap();
    let now = underlay(&history);
    assert!(near(now.centre(), WorldPt::new(10.0, -5.0)));
    assert!((now.turn - 270.0).abs() < 1e-9);
    // Turned a quarter clockwise, what was right is below: the left quarter that is cut was at the top.
    let [top_left, ..] = now.corners();
    assert!(near(top_left, WorldPt::new(60.0, 45.0)), "{top_left:?}");
}

#[test]
fn a_locked_picture_stays_and_says_so() {
    let mut history = laid();
    change(&mut history, PictureChange::Lock(true)).unwrap();
    let before = underlay(&history);
    let held = [
        PictureChange::Turn(1.0),
        PictureChange::Move(WorldPt::new(0.0, 0.0), WorldPt::new(1.0, 0.0)),
        PictureChange::Crop([0.1, 0.0, 1.0, 1.0]),
    ];
    for step in held {
        assert_eq!(
            change(&mut history, step),
            Err(Refusal::Picture(PictureFault::Locked))
        );
    }
    assert_eq!(underlay(&history), before);
    change(&mut history, PictureChange::Strength(0.9)).unwrap();
    change(&mut history, PictureChange::Lock(false)).unwrap();
    change(&mut history, PictureChange::Turn(1.0)).unwrap();
}

#[test]
fn what_makes_no_sense_is_refused_in_a_sentence_and_changes_nothing() {
    let at = WorldPt::new(3.0, 4.0);
    let far = WorldPt::new(103.0, 4.0);
    let wrong = [
        PictureChange::Length {
            from: at,
            to: at,
            metres: 10.0,
        },
        PictureChange::Length {
            from: at,
            to: far,
            metres: f64::NAN,
        },
        PictureChange::Length {
            from: at,
            to: far,
            metres: -1.0,
        },
        PictureChange::Length {
            from: at,
            to: far,
            metres: 1e9,
        },
        PictureChange::Points {
            first: [at, far],
            second: [at, at],
        },
        PictureChange::Points {
            first: [at, far],
            second: [far, far],
        },
        PictureChange::Move(at, WorldPt::new(1e308, 0.0)),
        PictureChange::Move(at, WorldPt::new(f64::NAN, 0.0)),
        PictureChange::Turn(f64::INFINITY),
        PictureChange::Crop([0.6, 0.0, 0.6, 1.0]),
        PictureChange::Crop([-1.0, 0.0, 1.0, 1.0]),
        PictureChange::Crop([f64::NAN; 4]),
    ];
    for step in wrong {
        let mut history = laid();
        let before = underlay(&history);
        let why = change(&mut history, step.clone()).expect_err(&format!("{step:?}"));
        assert_eq!(underlay(&history), before);
        for lang in Lang::ALL {
            assert_ne!(say(lang, &why.message()), why.message().key, "{step:?}");
        }
    }
    let mut history = blank();
    assert_eq!(
        change(&mut history, PictureChange::Turn(1.0)),
        Err(Refusal::Picture(PictureFault::None))
    );
    for pixels in [[0, 10], [10, 0], [100_000, 10]] {
        assert!(lay(&mut history, pixels).is_err(), "{pixels:?}");
    }
}

#[test]
fn the_folder_holds_the_picture_and_the_project_says_where_it_lies() {
    let mut history = laid();
    change(&mut history, PictureChange::Turn(12.5)).unwrap();
    let zip = project_zip::write(&files(history.now())).unwrap();
    let folder = project_zip::read(&zip).unwrap();
    let of = |name: &str| {
        folder
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, bytes)| bytes.as_slice())
    };
    assert_eq!(of("underlay.jpg"), Some(JPEG));
    let (project, problems) =
        project_folder::read(of("project.json").unwrap(), of("estate.geojson").unwrap()).unwrap();
    assert!(problems.is_empty());
    assert_eq!(project.underlay(), Some(underlay(&history)));

    change(&mut history, PictureChange::Remove).unwrap();
    let bare = files(history.now());
    assert_eq!(bare.len(), 2);
    assert!(!String::from_utf8_lossy(&bare[0].1).contains("underlay"));
}

#[test]
fn a_project_whose_picture_cannot_be_used_opens_without_it_and_says_so() {
    let good = json!({ "file": "plan.jpg", "pixels": [10, 10], "at": [0, 0], "metresPerPixel": 0.1 });
    let with = |member: &str, value: Value| {
        let mut wrong = good.clone();
        wrong[member] = value;
        wrong
    };
    let wrong = [
        (json!(7), UnderlayFault::Form),
        (with("file", json!("../secret.jpg")), UnderlayFault::File),
        (
            with("file", json!("https://elsewhere/p.jpg")),
            UnderlayFault::File,
        ),
        (with("file", json!("plan.svg")), UnderlayFault::File),
        (with("pixels", json!([0, 4])), UnderlayFault::Pixels),
        (with("metresPerPixel", json!(0)), UnderlayFault::Scale),
        (with("metresPerPixel", json!(-0.1)), UnderlayFault::Scale),
        (with("at", json!([1e300, 0])), UnderlayFault::Place),
        (with("crop", json!([1, 1, 0, 0])), UnderlayFault::Crop),
    ];
    for (member, fault) in wrong {
        let mut members = Map::new();
        members.insert("underlay".to_owned(), member.clone());
        assert_eq!(Underlay::of(&members), Some(Err(fault)), "{member}");
        let project = json!({ "schema": "mulin.project/1", "id": "p", "title": {}, "underlay": member });
        let estate = local(json!([feature(
            "tree",
            json!({ "type": "Point", "coordinates": [1.0, 2.0] })
        )]));
        let (project, problems) =
            project_folder::read(project.to_string().as_bytes(), estate.to_string().as_bytes()).unwrap();
        assert_eq!(project.underlay(), None);
        let told = problems
            .iter()
            .filter(|problem| say(Lang::En, &problem.sentence()).contains("underneath"));
        assert_eq!(told.count(), 1);
    }
}

#[test]
fn what_is_traced_is_what_it_is_called() {
    let mut history = blank();
    let p = WorldPt::new;
    let house = What::Building(BuildingUse::Dwelling);
    let mut trace = |what, points: &[WorldPt]| history.apply(&Change::Trace(what, points.to_vec()));
    trace(house, &[p(0.0, 0.0), p(30.0, 0.0), p(30.0, 12.0), p(0.0, 12.0)]).unwrap();
    trace(
        What::Road(RoadUse::Main),
        &[p(-20.0, -8.0), p(60.0, -8.0), p(60.0, 40.0)],
    )
    .unwrap();
    trace(What::Tree, &[p(5.0, -3.0)]).unwrap();
    trace(What::Door, &[p(15.0, -0.5)]).unwrap();
    trace(
        What::Boundary,
        &[p(-30.0, -20.0), p(80.0, -20.0), p(80.0, 60.0), p(-30.0, 60.0)],
    )
    .unwrap();
    assert!(
        trace(house, &[p(0.0, 0.0), p(1.0, 0.0)]).is_err(),
        "a house of two corners"
    );
    assert_eq!(
        trace(What::Fence, &[p(0.0, 0.0), p(0.0, 0.0)]),
        Err(Refusal::Line)
    );
    assert_eq!(trace(house, &[p(0.0, 0.0)]), Err(Refusal::Shape(house)));
    let bow = [p(0.0, 0.0), p(9.0, 9.0), p(9.0, 0.0), p(0.0, 9.0)];
    assert!(
        matches!(trace(What::Green, &bow), Err(Refusal::Outline(_))),
        "a bow crosses itself"
    );
    let estate = &history.now().estate;
    assert_eq!(estate.features().len(), 5);
    assert!(estate.boundary().is_some());
    let has = |is: fn(&Class, &Shape) -> bool| estate.features().iter().any(|f| is(&f.class, &f.shape));
    assert!(has(|class, shape| matches!(
        (class, shape),
        (Class::Road { .. }, Shape::Line(_))
    )));
    assert!(
        has(|class, _| matches!(
            class,
            Class::Door {
                building: Some(_),
                ..
            }
        )),
        "a door finds its wall"
    );
}

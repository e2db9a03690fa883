//! What is drawn: every kind has its own drawing, labels and documents cannot break out of the
//! SVG, one picture is light, and the small ones are held as text.

use std::sync::Arc;

use mulin::catalogue::{Catalogue, Kind, KindId};
use mulin::design::{Command, Design, ParamValue, Params, Placement, PlacementId};
use mulin::estate::{BuildingUse, Class, Estate, Feature, FeatureId, RoadUse, Shape};
use mulin::formats::project_folder;
use mulin::geometry::{Bounds, Line, Outline, ScreenVec, Turn, View, WorldPt, WorldVec};
use mulin::rules::Severity;
use mulin::scene::{
    Detail, EstatePlan, FindingMark, Held, Ink, Mark, Objects, Overlay, Part, Rgb, Scene, Shown, SvgOptions,
    Theme, kind_icon_svg, overlay, placement_scene, scale_bar_metres, svg, thumbnail,
};

const PLAIN: SvgOptions = SvgOptions {
    theme: Theme::LIGHT,
    digits: 1,
    paper: false,
    title: "",
    ids: "",
    under: "",
    own_sizes: false,
};

fn kind(id: &str) -> Arc<Kind> {
    Catalogue::built_in()
        .kind(&KindId::new(id))
        .expect("a kind of the catalogue")
        .clone()
}

fn placed(kind: &Kind, params: Params) -> Placement {
    let mut thing = Placement::new(PlacementId::new("p1"), kind, WorldPt::default(), Turn::default());
    thing.params = params.into();
    thing
}

fn variants(kind: &Kind) -> Vec<Params> {
    let mut all = vec![Params::new()];
    for param in &kind.params {
        for option in param.options.iter().skip(1) {
            all.push(
                [(param.id.clone(), ParamValue::Text(option.clone()))]
                    .into_iter()
                    .collect(),
            );
        }
    }
    all
}

#[test]
fn every_kind_has_a_drawing_of_its_own_at_every_detail() {
    for scale in [0.4, 2.0, 6.0, 12.0, 40.0] {
        let detail = Detail::of(scale);
        let mut seen: Vec<(String, Scene)> = Vec::new();
        for kind in Catalogue::built_in().kinds() {
            let drawn = placement_scene(&placed(kind, Params::new()), Some(kind), detail);
            assert!(
                !drawn.marks.is_empty(),
                "{} draws nothing at {scale} px/m",
                kind.id
            );
            let room = placed(kind, Params::new())
                .shape
                .bounds()
                .grown(2.0 + kind.height * 0.3);
            let bounds = drawn.bounds().expect("a box around the drawing");
            assert!(
                room.contains(bounds.min) && room.contains(bounds.max),
                "{} draws far outside itself: {bounds:?}",
                kind.id
            );
            if scale >= 12.0 {
                let twin = seen.iter().find(|(_, other)| *other == drawn);
                assert!(
                    twin.is_none(),
                    "{} looks like {}",
                    kind.id,
                    twin.map_or("", |t| &t.0)
                );
            }
            seen.push((kind.id.to_string(), drawn));
        }
    }
}

#[test]
fn every_style_and_surface_shows() {
    let detail = Detail::of(20.0);
    for kind in Catalogue::built_in().kinds() {
        let drawn: Vec<Scene> = variants(kind)
            .into_iter()
            .map(|params| placement_scene(&placed(kind, params), Some(kind), detail))
            .collect();
        for (i, one) in drawn.iter().enumerate() {
            assert!(
                !drawn[..i].contains(one),
                "variant {i} of {} looks like another",
                kind.id
            );
        }
    }
}

#[test]
fn the_drawing_turns_and_scales_with_the_thing() {
    let kind = kind("pavilion");
    let detail = Detail::of(20.0);
    let at = WorldPt::new(40.0, 30.0);
    let turned = Placement::new(PlacementId::new("p1"), &kind, at, Turn::new(45.0));
    let bounds = placement_scene(&turned, Some(&kind), detail)
        .bounds()
        .expect("bounds");
    assert!((bounds.width() - 3.6 * 2_f64.sqrt()).abs() < 1.0, "{bounds:?}");
    assert!(bounds.centre().distance(at) < 0.8, "{bounds:?}");
}

#[test]
fn a_kind_from_a_newer_catalogue_is_a_dashed_box_with_its_name() {
    let mut thing = placed(&kind("pavilion"), Params::new());
    thing.kind = KindId::new("sky<garden>");
    let view = View::new(WorldPt::default(), 20.0, ScreenVec::new(120.0, 120.0));
    let text = svg(&placement_scene(&thing, None, Detail::of(20.0)), &view, PLAIN);
    assert!(
        text.contains("stroke-dasharray") && text.contains("sky&lt;garden&gt;"),
        "{text}"
    );
}

fn rectangle(x: f64, y: f64, w: f64, h: f64) -> Shape {
    Shape::Area(
        Outline::rectangle(WorldPt::new(x, y), WorldVec::new(w, h), 0.0),
        Vec::new(),
    )
}

fn feature(id: &str, name: &str, class: Class, shape: Shape) -> Feature {
    Feature {
        id: FeatureId::new(id),
        class,
        name: name.to_owned(),
        shape,
    }
}

fn corner(road: &str) -> Arc<Estate> {
    let line = Line::new([WorldPt::new(-30.0, 14.0), WorldPt::new(30.0, 14.0)]).expect("a line");
    let slab = Class::Building {
        usage: BuildingUse::Dwelling,
        storeys: Some(6.0),
        height: Some(18.0),
        households: 12,
        remove: false,
    };
    let door = Class::Door {
        building: None,
        stair: None,
        households: 12,
    };
    Arc::new(Estate::new(
        None,
        vec![
            feature("edge", "", Class::Boundary, rectangle(0.0, 0.0, 60.0, 40.0)),
            feature(
                "r1",
                road,
                Class::Road {
                    usage: RoadUse::Main,
                    fire: true,
                    width: Some(4.0),
                },
                Shape::Line(line),
            ),
            feature("b7", "7号楼", slab, rectangle(0.0, 2.0, 30.0, 11.0)),
            feature("d1", "", door, Shape::Point(WorldPt::new(0.0, 7.5))),
            feature(
                "t1",
                "",
                Class::Tree {
                    crown: 5.0,
                    trunk: 0.3,
                    kept: true,
                },
                Shape::Point(WorldPt::new(-20.0, -10.0)),
            ),
        ],
    ))
}

fn corner_svg(road: &str) -> String {
    let plan = EstatePlan::new(corner(road));
    let view = View::new(WorldPt::default(), 6.0, ScreenVec::new(360.0, 240.0));
    svg(
        &plan.scene(Detail::of(6.0), Shown::default(), view.turn),
        &view,
        PLAIN,
    )
}

#[test]
fn names_from_a_map_are_plain_text_in_the_picture() {
    let text = corner_svg("</text><script>alert('&')</script>");
    assert!(!text.contains("<script"), "{text}");
    assert!(text.contains("&lt;script&gt;alert(&#39;&amp;&#39;)"), "{text}");
}

#[test]
fn pictures_in_one_page_share_no_names() {
    let names = |text: &str| -> Vec<String> {
        text.split("id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next().map(str::to_owned))
            .collect()
    };
    let mut seen = std::collections::HashSet::new();
    for kind in Catalogue::built_in().kinds() {
        for params in variants(kind) {
            for name in names(&kind_icon_svg(kind, &params, 64.0, Theme::LIGHT)) {
                assert!(
                    seen.insert(name.clone()),
                    "two pictures have something named {name}"
                );
            }
        }
    }
}

#[test]
fn an_estate_corner_is_drawn_as_before() {
    insta::assert_snapshot!(corner_svg("东门路"));
}

#[test]
fn an_estate_corner_turned_without_its_green_and_names_is_drawn_as_before() {
    let plan = EstatePlan::new(corner("东门路"));
    let view = View::new(WorldPt::default(), 6.0, ScreenVec::new(360.0, 240.0)).turned_to(30.0);
    let shown = Shown::default().with(Part::Green, false).with(Part::Names, false);
    insta::assert_snapshot!(svg(&plan.scene(Detail::of(6.0), shown, view.turn), &view, PLAIN));
}

#[test]
fn some_kinds_are_drawn_as_before() {
    for id in ["pavilion", "chess-table", "accessible-bay", "bench"] {
        insta::assert_snapshot!(id, kind_icon_svg(&kind(id), &Params::new(), 96.0, Theme::LIGHT));
    }
}

fn full_design() -> Design {
    let mut design = Design::new("beimen", "0");
    for (i, kind) in Catalogue::built_in().kinds().iter().enumerate() {
        let at = WorldPt::new(20.0 + 30.0 * (i % 6) as f64, 20.0 + 35.0 * (i / 6) as f64);
        let thing = Placement::new(
            PlacementId::new(&format!("p{}", i + 1)),
            kind,
            at,
            Turn::default(),
        );
        design = design
            .apply(&Command::Put(vec![thing]))
            .expect("a design with one more thing");
    }
    design
}

#[test]
fn a_thumbnail_of_a_full_design_on_the_demo_estate_stays_light() {
    let read = |name: &str| {
        std::fs::read(format!("{}/public/beimen/{name}", env!("CARGO_MANIFEST_DIR"))).expect(name)
    };
    let (project, _) =
        project_folder::read(&read("project.json"), &read("estate.geojson")).expect("the demo");
    let plan = EstatePlan::new(project.estate.clone());
    let picture = thumbnail(
        &plan,
        &full_design(),
        &project.catalogue,
        ScreenVec::new(240.0, 240.0),
        Theme::LIGHT,
    );
    assert!(picture.len() < 60_000, "{} bytes", picture.len());
}

#[test]
fn resting_things_are_drawn_once_and_those_out_of_sight_not_at_all() {
    let (design, catalogue) = (full_design(), Catalogue::built_in());
    let mut objects = Objects::new();
    let seen = Bounds {
        min: WorldPt::new(0.0, 0.0),
        max: WorldPt::new(60.0, 60.0),
    };
    let first = objects.visible(&design, catalogue, Detail::of(8.0), seen, |_| false);
    let again = objects.visible(&design, catalogue, Detail::of(8.0), seen, |_| false);
    assert!(first.len() < design.placements().len());
    assert!(
        first.iter().zip(&again).all(|(a, b)| Arc::ptr_eq(a, b)),
        "drawn anew though nothing changed"
    );
    let hidden = [design.placements()[0].id.clone()];
    assert_eq!(
        objects
            .visible(&design, catalogue, Detail::of(8.0), seen, |thing| hidden
                .contains(&thing.id))
            .len(),
        first.len() - 1
    );
}

#[test]
fn a_ghost_is_shown_lighter_with_its_size_and_findings_by_shape() {
    let thing = Arc::new(placed(&kind("pavilion"), Params::new()));
    let mark = |severity, x| FindingMark {
        severity,
        at: WorldPt::new(x, 0.0),
        ground: None,
        gap: None,
        chosen: false,
    };
    let input = Overlay {
        held: vec![Held {
            thing,
            ghost: true,
            refused: false,
        }],
        findings: vec![mark(Severity::Must, 0.0), mark(Severity::Should, 5.0)],
        ..Overlay::default()
    };
    let view = View::new(WorldPt::default(), 20.0, ScreenVec::new(300.0, 200.0));
    let scene = overlay(&input, Catalogue::built_in(), &view);
    assert!(matches!(scene.marks.first(), Some(Mark::Faded { alpha, .. }) if (*alpha - 0.6).abs() < 1e-9));
    // A unit is a word of the reader's language, on the plan as beside it.
    let text = svg(&scene, &view, PLAIN);
    assert_eq!(text.matches(">3.6 米<").count(), 2, "{text}");
}

#[test]
fn a_scale_bar_has_a_round_length_that_fits() {
    for (scale, metres) in [
        (0.2, 500.0),
        (1.8, 50.0),
        (4.0, 20.0),
        (11.0, 10.0),
        (30.0, 2.0),
        (200.0, 0.5),
    ] {
        assert_eq!(scale_bar_metres(scale, 120.0), metres, "{scale} px/m");
    }
}

/// Relative luminance and contrast as WCAG 2 defines them.
fn contrast(a: Rgb, b: Rgb) -> f64 {
    let channel = |c: u8| {
        let c = f64::from(c) / 255.0;
        if c <= 0.03928 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    };
    let light = |Rgb(r, g, b): Rgb| 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
    let (a, b) = (light(a), light(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn text_and_signs_can_be_read_by_day_and_by_night() {
    let text = [
        (Ink::Ink, Ink::Paper),
        (Ink::InkSoft, Ink::Paper),
        (Ink::BuildingText, Ink::Building),
        (Ink::RoadName, Ink::Road),
        (Ink::RoadName, Ink::Street),
        (Ink::Seal, Ink::Raised),
        (Ink::Amber, Ink::AmberWash),
        (Ink::Must, Ink::MustWash),
    ];
    let signs = [
        (Ink::Seal, Ink::Paper),
        (Ink::Hydrant, Ink::Road),
        (Ink::Jade, Ink::Raised),
        (Ink::BuildingSouth, Ink::Building),
    ];
    for theme in [Theme::LIGHT, Theme::DARK, Theme::PRINT] {
        for (pairs, least) in [(&text[..], 4.5), (&signs[..], 3.0)] {
            for (over, under) in pairs {
                let found = contrast(theme.colour(*over), theme.colour(*under));
                assert!(
                    found >= least,
                    "{over:?} on {under:?} in {:?}: {found:.2}",
                    theme.scheme
                );
            }
        }
    }
}

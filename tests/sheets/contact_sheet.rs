//! Prints pictures to look at: every kind with its variants, and an estate, by day and by night.
//!
//! `cargo run --example contact_sheet -- kinds light 96 > kinds.svg` (96 px squares),
//! `… -- kinds light 10/m` (10 px a metre), `… -- estate public/beimen light 390 844 [x y scale]`.

use std::sync::Arc;

use mulin::catalogue::{Catalogue, Kind};
use mulin::design::{Command, Design, ParamValue, Params, Placement, PlacementId};
use mulin::formats::project_folder;
use mulin::geometry::{ScreenPt, ScreenVec, Turn, View, WorldPt};
use mulin::scene::{
    Detail, EstatePlan, Ink, Label, Length, Scene, Shown, SvgOptions, Theme, furniture, kind_icon_svg,
    placement_scene, svg, thumbnail,
};

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let word = |i: usize| args.get(i).map_or("", String::as_str);
    let theme = |name: &str| match name {
        "dark" => Theme::DARK,
        "wall" => Theme::WALL,
        "print" => Theme::PRINT,
        _ => Theme::LIGHT,
    };
    let picture = match word(0) {
        "kinds" if word(2).ends_with("/m") => {
            at_scale(theme(word(1)), number(word(2).trim_end_matches("/m"), 10.0))
        }
        "kinds" => icons(theme(word(1)), number(word(2), 96.0)),
        "estate" => estate(&args, theme(word(2))),
        _ => "say kinds or estate".to_owned(),
    };
    println!("{picture}");
}

fn number(text: &str, otherwise: f64) -> f64 {
    text.parse().unwrap_or(otherwise)
}

/// Each kind with each option of each of its params.
fn variants(kind: &Kind) -> Vec<(String, Params)> {
    let mut all = vec![(String::new(), Params::new())];
    for param in &kind.params {
        for option in param.options.iter().skip(1) {
            let chosen = [(param.id.clone(), ParamValue::Text(option.clone()))];
            all.push((option.clone(), chosen.into_iter().collect()));
        }
    }
    all
}

fn icons(theme: Theme, side: f64) -> String {
    let (columns, cell) = (12, side + 24.0);
    let mut body = String::new();
    let mut at = 0;
    for kind in Catalogue::built_in().kinds() {
        for (name, params) in variants(kind) {
            let (x, y) = (
                f64::from(at % columns) * cell + 12.0,
                f64::from(at / columns) * cell + 6.0,
            );
            let picture = kind_icon_svg(kind, &params, side, theme);
            let picture = picture.replacen("<svg ", &format!("<svg x=\"{x}\" y=\"{y}\" "), 1);
            let colour = theme.colour(Ink::InkSoft).hex();
            body.push_str(&picture);
            body.push_str(&format!(
                "<text x=\"{}\" y=\"{}\" font-size=\"10\" text-anchor=\"middle\" fill=\"{colour}\" font-family=\"sans-serif\">{} {name}</text>",
                x + side / 2.0, y + side + 12.0, kind.id
            ));
            at += 1;
        }
    }
    let (w, h) = (f64::from(columns) * cell, f64::from(at / columns + 1) * cell);
    let paper = theme.colour(Ink::Paper).hex();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\"><rect width=\"{w}\" height=\"{h}\" fill=\"{paper}\"/>{body}</svg>"
    )
}

fn at_scale(theme: Theme, scale: f64) -> String {
    let mut scene = Scene::default();
    let detail = Detail::of(scale);
    let (mut x, mut y, mut tallest) = (0.0, 0.0, 0.0_f64);
    let across = 1500.0 / scale;
    let gap = 40.0 / scale;
    for kind in Catalogue::built_in().kinds() {
        for (name, params) in variants(kind) {
            let (width, depth) = (kind.size.0, kind.size.1);
            let cell = width.max(70.0 / scale);
            if x + cell > across {
                (x, y, tallest) = (0.0, y - tallest - gap, 0.0);
            }
            let at = WorldPt::new(x + cell / 2.0, y - depth / 2.0);
            let mut thing = Placement::new(PlacementId::new("p1"), kind, at, Turn::default());
            thing.params = params.into();
            scene.over(placement_scene(&thing, Some(kind), detail));
            let below = WorldPt::new(x + cell / 2.0, y - depth - 12.0 / scale);
            scene.marks.push(mulin::scene::Mark::Label(Label::new(
                below,
                format!("{} {name}", kind.id),
                Length::Px(10.0),
                Ink::InkSoft,
            )));
            x += cell + gap;
            tallest = tallest.max(depth);
        }
    }
    let height = (tallest - y) * scale + 120.0;
    let size = ScreenVec::new(1560.0, height);
    let view = View::new(
        WorldPt::new(750.0 / scale, -(height / 2.0 - 50.0) / scale),
        scale,
        size,
    );
    svg(
        &scene,
        &view,
        SvgOptions {
            theme,
            digits: 2,
            paper: true,
            title: "kinds",
            ids: "",
            ..SvgOptions::default()
        },
    )
}

/// A drawing such as a resident makes, on Beimen's old square and about.
fn sample(detail: Detail) -> Scene {
    let things = [
        ("plaza", 88.0, 78.0, 0.0),
        ("pavilion-corridor", 88.0, 90.0, 0.0),
        ("pavilion", 79.0, 73.0, 0.0),
        ("chess-table", 82.0, 80.0, 20.0),
        ("chess-table", 86.0, 80.0, 0.0),
        ("bench", 92.0, 84.0, 0.0),
        ("bench", 95.0, 84.0, 0.0),
        ("bench", 98.5, 78.0, 90.0),
        ("tree", 78.0, 86.0, 0.0),
        ("tree", 98.0, 70.0, 0.0),
        ("lamp", 98.0, 86.0, 0.0),
        ("flower-bed", 94.0, 72.0, 0.0),
        ("charging-shed", 130.0, 100.0, 0.0),
        ("car-park", 150.0, 110.0, 0.0),
        ("playground", 170.0, 55.0, 10.0),
        ("parlour", 60.0, 85.0, 0.0),
        ("fitness-station", 175.0, 140.0, 0.0),
        ("bin-station", 50.0, 60.0, 0.0),
        ("bike-rack", 40.0, 140.0, 0.0),
        ("lawn", 30.0, 30.0, 0.0),
    ];
    let catalogue = Catalogue::built_in();
    let mut scene = Scene::default();
    for (i, (id, x, y, turn)) in things.into_iter().enumerate() {
        let Some(kind) = catalogue.kinds().iter().find(|k| k.id.as_str() == id) else {
            continue;
        };
        let name = PlacementId::new(&format!("p{i}"));
        let thing = Placement::new(name, kind, WorldPt::new(x, y), Turn::new(turn));
        scene.over(placement_scene(&thing, Some(kind), detail));
    }
    scene
}

fn estate(args: &[String], theme: Theme) -> String {
    let word = |i: usize| args.get(i).map_or("", String::as_str);
    let folder = word(1);
    let read = |name: &str| std::fs::read(format!("{folder}/{name}")).unwrap_or_default();
    let Ok((project, _)) = project_folder::read(&read("project.json"), &read("estate.geojson")) else {
        return format!("{folder} is not a project");
    };
    let size = ScreenVec::new(number(word(3), 1280.0), number(word(4), 800.0));
    let whole = View::new(WorldPt::default(), 1.0, size).fitted(project.estate.bounds(), 24.0);
    let view = match word(5) {
        "" | "pipes" | "placed" | "thumbnail" => whole,
        x => View::new(
            WorldPt::new(number(x, 0.0), number(word(6), 0.0)),
            number(word(7), 4.0),
            size,
        ),
    };
    let shown = Shown::default().with_pipes(args.iter().any(|a| a == "pipes"));
    let plan = EstatePlan::new(Arc::clone(&project.estate));
    let mut scene = plan.scene(Detail::of(view.scale), shown, view.turn);
    if args.iter().any(|a| a == "placed") {
        scene.over(sample(Detail::of(view.scale)));
    }
    if args.iter().any(|a| a == "thumbnail") {
        let mut design = Design::new("beimen", "0");
        let things = Catalogue::built_in().kinds().iter().enumerate().map(|(i, kind)| {
            let at = WorldPt::new(20.0 + 30.0 * (i % 6) as f64, 20.0 + 35.0 * (i / 6) as f64);
            Placement::new(PlacementId::new(&format!("p{i}")), kind, at, Turn::default())
        });
        let things: Vec<Placement> = if args.iter().any(|a| a == "empty") {
            Vec::new()
        } else {
            things.collect()
        };
        design = design.apply(&Command::Put(things)).unwrap_or(design);
        return thumbnail(&plan, &design, Catalogue::built_in(), size, theme);
    }
    scene.over(furniture(&view, ScreenPt::new(24.0, size.y - 24.0), 140.0));
    svg(
        &scene,
        &view,
        SvgOptions {
            theme,
            digits: 1,
            paper: true,
            title: "estate",
            ids: "",
            ..SvgOptions::default()
        },
    )
}

//! Ways on foot as a picture: ground by the minutes it is away, told by colour and pattern both.

use crate::catalogue::Catalogue;
use crate::design::Design;
use crate::geometry::{Bounds, ScreenPt, ScreenVec, View, WorldPt};
use crate::rules::WalkMap;

use super::path::pt;
use super::{
    Detail, EstatePlan, Ink, Length, Mark, Paint, Part, Path, Scene, Shown, Style, SvgOptions, Theme, Tile,
    Wash, design_scene, fill, furniture, line, svg, wash,
};

/// The look of a band: how strong its colour is, and the pattern over it with its size in pixels.
struct Look {
    ink: Ink,
    alpha: f64,
    pattern: Option<(Tile, f64)>,
}

/// From near to far one colour grows thinner and its pattern denser; ground without a way is crossed out.
const LOOKS: [Look; 6] = [
    look(Ink::Jade, 0.55, None),
    look(Ink::Jade, 0.36, Some((Tile::Stipple, 18.0))),
    look(Ink::Jade, 0.18, Some((Tile::Lines, 9.0))),
    look(Ink::Amber, 0.26, Some((Tile::Hatch, 12.0))),
    look(Ink::Amber, 0.45, Some((Tile::Squares, 9.0))),
    look(Ink::Must, 0.16, Some((Tile::CrossHatch, 9.0))),
];

const fn look(ink: Ink, alpha: f64, pattern: Option<(Tile, f64)>) -> Look {
    Look { ink, alpha, pattern }
}

impl Look {
    fn styles(&self) -> Vec<Style> {
        let mut styles = vec![wash(self.ink, self.alpha)];
        if let Some((tile, px)) = self.pattern {
            styles.push(Style {
                fill: Some(Paint::Tiled {
                    tile,
                    wash: Wash {
                        ink: self.ink,
                        alpha: 0.8,
                    },
                    side: Length::Px(px),
                    turn: 0.0,
                    origin: WorldPt::new(0.0, 0.0),
                }),
                line: None,
            });
        }
        styles
    }
}

/// The bands of a map.
pub fn walk_scene(map: &WalkMap) -> Scene {
    let mut scene = Scene::default();
    for (band, look) in map.bands.iter().zip(&LOOKS) {
        let rings = band.rings.iter();
        let path = Path::all(rings.map(|ring| {
            Path::ring(
                ring.iter()
                    .map(|(x, y)| WorldPt::new(f64::from(*x), f64::from(*y))),
            )
        }));
        for style in look.styles() {
            scene.draw(path.clone(), style);
        }
    }
    scene
}

/// A patch of a band for the legend, as SVG text; `band` counts from 0.
pub fn walk_patch(band: usize, size: ScreenVec, theme: Theme, ids: &str) -> String {
    let view = View::new(WorldPt::default(), 1.0, size);
    let mut scene = Scene::default();
    let patch = Path::rectangle(pt(0.0, 0.0), size.x - 1.0, size.y - 1.0);
    scene.draw(patch.clone(), fill(Ink::Paving));
    for style in LOOKS.get(band).map(Look::styles).unwrap_or_default() {
        scene.draw(patch.clone(), style);
    }
    scene.draw(patch, line(Ink::InkSoft, 1.0));
    let options = SvgOptions {
        theme,
        ids,
        ..SvgOptions::default()
    };
    svg(&scene, &view, options)
}

/// What a picture shows, and how.
pub struct Shot<'a> {
    /// The estate.
    pub plan: &'a EstatePlan,
    /// What is placed; none for the estate as it is.
    pub design: Option<&'a Design>,
    /// What may be placed.
    pub catalogue: &'a Catalogue,
    /// Width and height in pixels.
    pub size: ScreenVec,
    /// Its colours.
    pub theme: Theme,
    /// What it shows, for those who do not see it.
    pub title: &'a str,
    /// What its names begin with, where several stand in one page.
    pub ids: &'a str,
}

impl Shot<'_> {
    /// The whole estate with the bands of a map.
    pub fn walking(&self, map: &WalkMap) -> String {
        let bounds = self.plan.bounds();
        self.picture(bounds, 4.0, |scene, _| scene.over(walk_scene(map)))
    }
    /// The plan about a door, so many metres to each side, with the door marked.
    pub fn about_door(&self, door: WorldPt, metres: f64) -> String {
        let bounds = Bounds { min: door, max: door }.grown(metres);
        self.picture(bounds, 0.0, |scene, _| scene.over(door_mark(door)))
    }
    /// The plan with something over it, as SVG text.
    pub(super) fn picture(
        &self,
        bounds: Bounds,
        margin: f64,
        over: impl FnOnce(&mut Scene, &View),
    ) -> String {
        let view = View::new(WorldPt::default(), 1.0, self.size).fitted(bounds, margin);
        let detail = Detail::of(view.scale);
        let shown = Shown::default().with(Part::Names, true);
        let mut scene = self.plan.scene(detail, shown, view.turn);
        if let Some(design) = self.design {
            scene.over(design_scene(design, self.catalogue, detail));
        }
        over(&mut scene, &view);
        let corner = ScreenPt::new(16.0, self.size.y - 16.0);
        scene.over(furniture(&view, corner, self.size.x / 4.0));
        let options = SvgOptions {
            theme: self.theme,
            paper: true,
            title: self.title,
            ids: self.ids,
            ..SvgOptions::default()
        };
        svg(&scene, &view, options)
    }
}

/// A pin that stands on a door.
fn door_mark(at: WorldPt) -> Scene {
    let mut own = Scene::default();
    let drop = Path::ring([pt(0.0, 0.0), pt(-9.0, 17.0), pt(9.0, 17.0)]);
    own.draw(drop, fill(Ink::Seal).lined(Ink::Raised, 1.5));
    own.draw(
        Path::circle(pt(0.0, 22.0), 11.0),
        fill(Ink::Seal).lined(Ink::Raised, 1.5),
    );
    own.draw(Path::circle(pt(0.0, 22.0), 4.0), fill(Ink::Raised));
    Scene {
        marks: vec![Mark::Pinned {
            at,
            turn: 0.0,
            marks: own.marks,
        }],
    }
}

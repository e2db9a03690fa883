//! What a resting picture is of, and where two pictures of one view differ.

use std::collections::HashSet;
use std::sync::Arc;

use super::canvas::Painter;
use super::screen::Window;
use crate::catalogue::Group;
use crate::design::{Change, Design, Placement, PlacementId, changes};
use crate::editor::Editor;
use crate::geometry::{Bounds, ScreenPt, View};
use crate::rules::Checker;
use crate::scene::{
    Detail, EstatePlan, Extent, FindingMark, Layers, Objects, Overlay, Scene, Shown, Theme, extent, overlay,
};
use crate::text::Lang;

/// More changed things than this are not painted one by one.
pub(super) const MOST_PATCHED: usize = 400;
/// No drawing reaches further beyond its thing than this: the longest shadow, in metres.
pub(super) const SHADOW_M: f64 = 8.0;
/// No letters or signs reach further beyond their place than this, in pixels.
pub(super) const LETTERS_PX: f64 = 160.0;

/// What it takes to paint.
pub(super) struct Means<'a> {
    pub painter: &'a mut Painter,
    pub objects: &'a mut Objects,
    pub ground: &'a mut Ground,
    pub editor: &'a Editor,
    /// None before the estate was surveyed.
    pub checker: Option<&'a Checker>,
    pub theme: Theme,
    pub lang: Lang,
    /// Device pixels a CSS pixel.
    pub ratio: f64,
    pub layers: Layers,
}

/// The estate, drawn for how it was last seen.
#[derive(Default)]
pub(super) struct Ground {
    estate: Option<EstatePlan>,
    drawn: Option<((Detail, f64, Shown), Arc<Scene>)>,
}

impl Ground {
    pub fn scene(&mut self, editor: &Editor, view: &View, shown: Shown) -> Arc<Scene> {
        let sight = (Detail::of(view.scale), view.turn, shown);
        if let Some((drawn, scene)) = &self.drawn
            && *drawn == sight
        {
            return scene.clone();
        }
        let estate = self.estate.get_or_insert_with(|| {
            let project = editor.project();
            EstatePlan::over(project.estate.clone(), project.underlay().is_some())
        });
        let scene = Arc::new(estate.scene(sight.0, shown, sight.1));
        self.drawn = Some((sight, scene.clone()));
        scene
    }
}

/// What a picture is of.
#[derive(Clone)]
pub(super) struct Subject {
    pub view: View,
    pub ratio: f64,
    pub design: Arc<Design>,
    pub lifted: HashSet<PlacementId>,
    pub hidden: Vec<Group>,
    /// Things that the hand does not want to see now.
    pub away: Arc<HashSet<PlacementId>>,
    pub signs: Overlay,
}

/// What the picture of a view would be of now.
pub(super) fn subject(means: &Means, view: View) -> Subject {
    Subject {
        view,
        ratio: means.ratio,
        design: means.editor.design().clone(),
        lifted: means.editor.lifted().clone(),
        hidden: means.editor.hidden_groups().to_vec(),
        away: means.editor.hidden().clone(),
        signs: signs(means, view),
    }
}

/// Where two pictures of one view differ, on the screen; none when they differ in too much.
pub(super) fn differing(means: &mut Means, before: &Subject, now: &Subject) -> Option<Vec<Extent>> {
    if before.hidden != now.hidden {
        return None;
    }
    let mut things: Vec<Arc<Placement>> = Vec::new();
    if !Arc::ptr_eq(&before.design, &now.design) {
        for change in changes(&before.design, &now.design) {
            match change {
                Change::Added(thing) | Change::Removed(thing) => things.push(thing),
                Change::Altered(old, new) => things.extend([old, new]),
            }
        }
    }
    let lifted = before.lifted.symmetric_difference(&now.lifted);
    let away = before.away.symmetric_difference(&now.away);
    things.extend(
        lifted
            .chain(away)
            .filter_map(|id| means.editor.thing(id))
            .cloned(),
    );
    if things.len() > MOST_PATCHED {
        return None;
    }
    let catalogue = &means.editor.project().catalogue;
    let detail = Detail::of(now.view.scale);
    let mut boxes: Vec<Extent> = things
        .iter()
        .filter_map(|thing| {
            let drawn = means.objects.drawn(thing, catalogue, detail);
            extent(&drawn.scene.marks, &now.view, &means.theme)
        })
        .collect();
    if before.signs != now.signs {
        boxes.extend(differing_signs(before, now, |signs| {
            extent(
                &overlay(signs, catalogue, &now.view).marks,
                &now.view,
                &means.theme,
            )
        })?);
    }
    Some(boxes)
}

/// Where signs came or went; none when there are too many to compare.
fn differing_signs(
    before: &Subject,
    now: &Subject,
    reach: impl Fn(&Overlay) -> Option<Extent>,
) -> Option<Vec<Extent>> {
    let (old, new) = (&before.signs, &now.signs);
    if old.findings.len().max(new.findings.len()) > MOST_PATCHED {
        return None;
    }
    let only = |these: &Overlay, others: &Overlay| Overlay {
        findings: these
            .findings
            .iter()
            .filter(|mark| !others.findings.contains(mark))
            .cloned()
            .collect(),
        wishes: these
            .wishes
            .iter()
            .filter(|mark| !others.wishes.contains(mark))
            .copied()
            .collect(),
        lang: these.lang,
        ..Overlay::default()
    };
    Some(
        [only(old, new), only(new, old)]
            .iter()
            .filter_map(reach)
            .collect(),
    )
}

/// The things that touch any of the windows, in the order in which they are painted.
pub(super) fn touched(
    means: &mut Means,
    now: &Subject,
    windows: &[Window],
    around: Window,
) -> Vec<Arc<Placement>> {
    let view = now.view;
    let corner = |x: i32, y: i32| {
        view.world_from_screen(ScreenPt::new(f64::from(x) / now.ratio, f64::from(y) / now.ratio))
    };
    let corners = [
        corner(around.x, around.y),
        corner(around.right(), around.y),
        corner(around.right(), around.bottom()),
        corner(around.x, around.bottom()),
    ];
    let reach = SHADOW_M + view.metres_from_pixels(LETTERS_PX);
    let near = Bounds::of(corners).unwrap_or_default().grown(reach);
    let catalogue = &means.editor.project().catalogue;
    let detail = Detail::of(view.scale);
    let whole = Window::whole(&view, now.ratio);
    let mut things: Vec<Arc<Placement>> = means
        .editor
        .things_in(near)
        .filter(|thing| !now.lifted.contains(&thing.id) && !means.editor.hides(thing))
        .cloned()
        .collect();
    things.retain(|thing| {
        let drawn = means.objects.drawn(thing, catalogue, detail);
        let reach = extent(&drawn.scene.marks, &view, &means.theme);
        let own = reach.and_then(|reach| Window::of(&reach, now.ratio, whole));
        own.is_some_and(|own| windows.iter().any(|window| window.meets(&own)))
    });
    means.objects.sort(&mut things, &now.design, catalogue);
    things
}

/// What the checks and the wishes say at their places, as far as it is seen. What is said of the
/// things in the hand is painted with them.
fn signs(means: &Means, view: View) -> Overlay {
    if !means.layers.notes {
        return Overlay::default();
    }
    let (seen, lifted) = (view.bounds(), means.editor.lifted());
    let findings = means
        .checker
        .map(Checker::findings)
        .unwrap_or_default()
        .into_iter()
        .filter(|finding| seen.contains(finding.at))
        .filter(|finding| !finding.placements.iter().any(|id| lifted.contains(id)));
    Overlay {
        findings: findings.map(FindingMark::of).collect(),
        wishes: means.editor.resting_pins().map(|at| (at, false)).collect(),
        lang: means.lang,
        ..Overlay::default()
    }
}

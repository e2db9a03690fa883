//! A plan that is looked at and not drawn on: it is moved and scaled by hand, wheel and keys, and
//! several can be tied so that they show the same ground.

use std::rc::Rc;
use std::time::Duration;

use leptos::ev::{KeyboardEvent, PointerEvent, WheelEvent};
use leptos::html::{Canvas, Div};
use leptos::prelude::*;

use crate::app::browser::frames::{Frames, now_ms};
use crate::app::browser::layers::Layer;
use crate::app::browser::look::{Laid, Look};
use crate::app::browser::{elements, pointer};
use crate::app::hands::Hands;
use crate::geometry::{ScreenPt, ScreenVec, View, WorldPt};
use crate::scene::Theme;

/// A plan rests this long before it is painted sharp.
const REST_MS: f64 = 110.0;
/// One press of a key or a button scales by this.
pub const STEP: f64 = 1.5;

/// The part of the ground that is seen: tied plans share one. None shows the whole estate.
pub type Pose = Option<(WorldPt, f64)>;

/// What all plans of a page share.
#[derive(Clone, Copy)]
pub struct SharedLook(StoredValue<Rc<Look>, LocalStorage>);

impl SharedLook {
    /// Shares a look among the components of the page.
    pub fn new(look: Look) -> Self {
        Self(StoredValue::new_local(Rc::new(look)))
    }
    /// The look.
    pub fn get(self) -> Rc<Look> {
        self.0.get_value()
    }
    /// The view of a pose on a plan of a size.
    pub fn view(self, pose: Pose, size: ScreenVec) -> View {
        let whole = || View::new(WorldPt::default(), 1.0, size).fitted(self.get().bounds(), 12.0);
        pose.map_or_else(whole, |(centre, scale)| View::new(centre, scale, size))
    }
}

/// A pose scaled about the middle of a plan.
pub fn zoomed(look: SharedLook, pose: RwSignal<Pose>, size: ScreenVec, factor: f64) {
    let view = look.view(pose.get_untracked(), size);
    set_pose(
        look,
        pose,
        view.zoomed_at(ScreenPt::new(size.x / 2.0, size.y / 2.0), factor),
    );
}

/// A pose moved by shares of a plan's size, east and north.
pub fn panned(look: SharedLook, pose: RwSignal<Pose>, size: ScreenVec, east: f64, north: f64) {
    let view = look.view(pose.get_untracked(), size);
    set_pose(
        look,
        pose,
        view.panned(ScreenVec::new(-east * size.x, north * size.y)),
    );
}

/// Takes a view over, held so that the estate cannot be lost from sight.
fn set_pose(look: SharedLook, pose: RwSignal<Pose>, view: View) {
    let bounds = look.get().bounds();
    let whole = look.view(None, view.size).scale;
    let scale = view.scale.clamp(whole * 0.5, View::SCALES.1);
    let centre = WorldPt::new(
        view.centre.x.clamp(bounds.min.x, bounds.max.x),
        view.centre.y.clamp(bounds.min.y, bounds.max.y),
    );
    pose.set(Some((centre, scale)));
}

struct Inner {
    layers: Option<[Layer; 2]>,
    hands: Hands,
    moved_at: f64,
    /// Whether the estate and what lies on it must be painted anew.
    soil: [bool; 2],
}

/// The plan.
#[component]
pub fn PlanView(
    /// What all plans of the page share.
    look: SharedLook,
    /// What lies on the estate.
    #[prop(into)]
    laid: Signal<Laid>,
    /// The part of the ground that is seen, shared by tied plans.
    pose: RwSignal<Pose>,
    /// Colours, and how strong lines and letters are.
    #[prop(into)]
    theme: Signal<Theme>,
    /// What it shows, for those who do not see it.
    #[prop(into)]
    label: Signal<String>,
    /// The size that it has on the screen, told to whoever wants to scale it by a button.
    #[prop(optional)]
    size: Option<RwSignal<ScreenVec>>,
    /// Whether it can take the focus and be moved by keys.
    #[prop(optional)]
    keys: bool,
    /// A press that does not move the plan.
    #[prop(optional)]
    on_tap: Option<Callback<WorldPt>>,
    /// Any touch.
    #[prop(optional)]
    on_touch: Option<Callback<()>>,
) -> impl IntoView {
    let plan = NodeRef::<Div>::new();
    let canvases = [NodeRef::<Canvas>::new(), NodeRef::new()];
    let size = size.unwrap_or_else(|| RwSignal::new(ScreenVec::default()));
    let inner = StoredValue::new_local(Inner {
        layers: None,
        hands: Hands::default(),
        moved_at: 0.0,
        soil: [true; 2],
    });
    let frames = StoredValue::new_local(painting(look, inner, laid, pose, theme, size));
    // A timer may outlive the plan.
    let ask = move || drop(frames.try_with_value(Frames::ask));
    watch(plan, canvases, inner, size, ask);
    follow(inner, laid, pose, theme, size, ask);
    let view = move || look.view(pose.get_untracked(), size.get_untracked());
    let place = move |event: &PointerEvent| plan.get_untracked().map(|plan| pointer::place_in(&plan, event));
    let down = move |event: PointerEvent| {
        if let (Some(at), Some(plan)) = (place(&event), plan.get_untracked()) {
            pointer::capture(&plan, event.pointer_id());
            inner.update_value(|inner| inner.hands.down(event.pointer_id(), at, view()));
            if let Some(touch) = on_touch {
                touch.run(());
            }
        }
    };
    let moved = move |event: PointerEvent| {
        let Some(at) = place(&event) else { return };
        let after = inner
            .try_update_value(|inner| inner.hands.moved(event.pointer_id(), at))
            .flatten();
        if let Some(after) = after {
            set_pose(look, pose, after);
        }
    };
    let up = move |event: PointerEvent| {
        let tap = inner
            .try_update_value(|inner| inner.hands.up(event.pointer_id(), view()))
            .flatten();
        if let (Some(at), Some(on_tap)) = (tap, on_tap) {
            on_tap.run(view().world_from_screen(at));
        }
        ask();
    };
    let cancel = move |event: PointerEvent| {
        inner.update_value(|inner| {
            inner.hands.up(event.pointer_id(), view());
        });
        ask();
    };
    let wheel = move |event: WheelEvent| {
        let Some(plan) = plan.get_untracked() else { return };
        event.prevent_default();
        let (at, by, _) = pointer::wheel_in(&plan, &event);
        // A notch of a mouse's wheel is about a hundred pixels; a trackpad gives many small ones.
        let factor = (-by.y.clamp(-300.0, 300.0) / 300.0).exp2();
        set_pose(look, pose, view().zoomed_at(at, factor));
        if let Some(touch) = on_touch {
            touch.run(());
        }
    };
    let key = move |event: KeyboardEvent| {
        if keys && keyed(look, pose, size.get_untracked(), &event) {
            event.prevent_default();
        }
    };
    view! {
        <div class="planview" node_ref=plan data-testid="plan" class:moving=move || pose.get().is_some()
            role=if keys { "application" } else { "img" } tabindex=keys.then_some("0")
            aria-label=move || label.get()
            on:pointerdown=down on:pointermove=moved on:pointerup=up
            on:pointercancel=cancel on:wheel=wheel on:keydown=key>
            <canvas node_ref=canvases[0] aria-hidden="true"></canvas>
            <canvas node_ref=canvases[1] aria-hidden="true"></canvas>
        </div>
    }
}

/// What the keys of a plan do; says whether the key was one of them.
fn keyed(look: SharedLook, pose: RwSignal<Pose>, size: ScreenVec, event: &KeyboardEvent) -> bool {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return false;
    }
    match event.key().as_str() {
        "ArrowLeft" => panned(look, pose, size, -0.15, 0.0),
        "ArrowRight" => panned(look, pose, size, 0.15, 0.0),
        "ArrowUp" => panned(look, pose, size, 0.0, 0.15),
        "ArrowDown" => panned(look, pose, size, 0.0, -0.15),
        "+" | "=" => zoomed(look, pose, size, STEP),
        "-" | "_" => zoomed(look, pose, size, 1.0 / STEP),
        "0" => pose.set(None),
        _ => return false,
    }
    true
}

type Kept = StoredValue<Inner, LocalStorage>;

/// The work of a frame: while the plan moves its pictures are moved; at rest they are painted.
fn painting(
    look: SharedLook,
    inner: Kept,
    laid: Signal<Laid>,
    pose: RwSignal<Pose>,
    theme: Signal<Theme>,
    size: RwSignal<ScreenVec>,
) -> Frames {
    Frames::new(move || {
        let Some(size) = size.try_get_untracked() else {
            return;
        };
        if size.x < 1.0 || size.y < 1.0 {
            return;
        }
        let (Some(pose), Some(theme), Some(laid)) = (
            pose.try_get_untracked(),
            theme.try_get_untracked(),
            laid.try_get_untracked(),
        ) else {
            return;
        };
        let view = look.view(pose, size);
        let ratio = elements::pixel_ratio();
        let _ = inner.try_update_value(|inner| {
            let moving = inner.hands.is_moving() || now_ms() - inner.moved_at < REST_MS;
            let Some(layers) = &mut inner.layers else { return };
            for (layer, soiled) in layers.iter_mut().zip(&mut inner.soil) {
                if moving && !*soiled {
                    layer.shifted(view);
                }
            }
            let stale = |layer: &Layer, soiled: bool| soiled || !moving && !layer.is_sharp(view);
            if stale(&layers[0], inner.soil[0]) {
                look.get()
                    .paint_ground(layers[0].wiped(view, ratio), &view, &theme, ratio);
            }
            if stale(&layers[1], inner.soil[1]) {
                look.get()
                    .paint_laid(layers[1].wiped(view, ratio), &laid, &view, &theme, ratio);
            }
            inner.soil = [false; 2];
        });
    })
}

/// Ties the canvases to the state once they are in the page, and follows their size.
fn watch(
    plan: NodeRef<Div>,
    canvases: [NodeRef<Canvas>; 2],
    inner: Kept,
    size: RwSignal<ScreenVec>,
    ask: impl Fn() + Copy + 'static,
) {
    Effect::new(move |done: Option<bool>| {
        let (Some(plan), [Some(base), Some(top)]) = (plan.get(), canvases.map(|canvas| canvas.get())) else {
            return false;
        };
        if done != Some(true) {
            let layers = Layer::new(base)
                .zip(Layer::new(top))
                .map(|(base, top)| [base, top]);
            inner.update_value(|inner| inner.layers = layers);
            elements::on_size(&plan, move |now| {
                if size.try_get_untracked().is_some_and(|before| before != now) {
                    size.set(now);
                }
                ask();
            });
        }
        true
    });
}

/// Paints again when what is seen, what lies there or how it looks changes.
fn follow(
    inner: Kept,
    laid: Signal<Laid>,
    pose: RwSignal<Pose>,
    theme: Signal<Theme>,
    size: RwSignal<ScreenVec>,
    ask: impl Fn() + Copy + 'static,
) {
    Effect::new(move |_| {
        theme.track();
        size.track();
        inner.update_value(|inner| inner.soil = [true; 2]);
        ask();
    });
    Effect::new(move |_| {
        laid.track();
        inner.update_value(|inner| inner.soil[1] = true);
        ask();
    });
    Effect::new(move |_| {
        pose.track();
        inner.update_value(|inner| inner.moved_at = now_ms());
        ask();
        // Sharp once it rests; each move before then puts it off.
        set_timeout(ask, Duration::from_millis(REST_MS as u64 + 20));
    });
}

//! A plan that is looked at and not drawn on: it is moved and scaled by hand, wheel and keys, and
//! several can be tied so that they show the same ground.

use std::rc::Rc;
use std::time::Duration;

use leptos::ev::{KeyboardEvent, PointerEvent, WheelEvent};
use leptos::html::{Canvas, Div};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::browser::frames::{Frames, now_ms};
use crate::app::browser::layers::Layer;
use crate::app::browser::look::{Laid, Look};
use crate::app::browser::underlay::LaidPicture;
use crate::app::browser::{elements, pointer};
use crate::app::hands::Hands;
use crate::app::load::Loaded;
use crate::geometry::{Bounds, ScreenPt, ScreenVec, View, WorldPt};
use crate::scene::Theme;

/// A plan rests this long before it is painted sharp.
const REST_MS: f64 = 110.0;
/// One press of a key or a button scales by this.
pub const STEP: f64 = 1.5;

/// The part of the ground that is seen: tied plans share one. None shows the whole estate.
pub type Pose = Option<(WorldPt, f64)>;

/// What all plans of a page share.
#[derive(Clone, Copy)]
pub struct SharedLook {
    look: StoredValue<Rc<Look>, LocalStorage>,
    /// Rises when all plans must be painted anew.
    renewed: RwSignal<u64>,
}

impl SharedLook {
    /// Shares a look among the components of the page.
    pub fn new(look: Look) -> Self {
        Self {
            look: StoredValue::new_local(Rc::new(look)),
            renewed: RwSignal::new(0),
        }
    }
    /// Shares the look of a project, and lays the picture under it once that is there.
    pub fn of(loaded: &Loaded) -> Self {
        let shared = Self::new(Look::new(loaded.project.clone()));
        if let Some((url, underlay)) = loaded.underlay() {
            spawn_local(async move {
                if let Some(picture) = LaidPicture::fetched(&url, underlay).await {
                    shared.lay_under(Some(picture));
                }
            });
        }
        shared
    }
    /// Shares another look: the estate itself has changed.
    pub fn replace(self, look: Look) {
        self.look.set_value(Rc::new(look));
        self.renewed.update(|n| *n += 1);
    }
    /// Lays a picture under all plans, or takes it away.
    pub fn lay_under(self, picture: Option<Rc<LaidPicture>>) {
        // A page that is gone needs no picture.
        if self.look.try_with_value(|look| look.lay_under(picture)).is_some() {
            self.renewed.update(|n| *n += 1);
        }
    }
    /// The look.
    pub fn get(self) -> Rc<Look> {
        self.look.get_value()
    }
}

/// Plans that show the same ground: one, or several tied together.
#[derive(Clone, Copy)]
pub struct Tie {
    /// What all plans of the page share.
    pub look: SharedLook,
    /// The part of the ground that is seen.
    pub pose: RwSignal<Pose>,
    /// The size of one plan on the screen.
    pub size: RwSignal<ScreenVec>,
    /// What is seen as long as no hand chose anything else; without it the whole estate.
    pub frame: Signal<Option<Bounds>>,
}

impl Tie {
    /// A tie that shows what the frame says.
    pub fn new(look: SharedLook, frame: Signal<Option<Bounds>>) -> Self {
        Self {
            look,
            pose: RwSignal::new(None),
            size: RwSignal::default(),
            frame,
        }
    }
    /// The view now; what reads it is not run again when it changes.
    pub fn view(self) -> View {
        let size = self.size.get_untracked();
        let blank = View::new(WorldPt::default(), 1.0, size);
        match (self.pose.get_untracked(), self.frame.get_untracked()) {
            (Some((centre, scale)), _) => View::new(centre, scale, size),
            (None, Some(frame)) => blank.fitted(frame, 12.0),
            (None, None) => self.whole(),
        }
    }
    fn whole(self) -> View {
        let size = self.size.get_untracked();
        View::new(WorldPt::default(), 1.0, size).fitted(self.look.get().bounds(), 12.0)
    }
    /// Scales about the middle.
    pub fn zoom(self, factor: f64) {
        let size = self.size.get_untracked();
        self.show(
            self.view()
                .zoomed_at(ScreenPt::new(size.x / 2.0, size.y / 2.0), factor),
        );
    }
    /// Moves by shares of the plan's size, east and north.
    pub fn pan(self, east: f64, north: f64) {
        let size = self.size.get_untracked();
        self.show(self.view().panned(ScreenVec::new(-east * size.x, north * size.y)));
    }
    /// What the frame says; when that is seen already, the whole estate.
    pub fn fit(self) {
        if self.pose.get_untracked().is_some() || self.frame.get_untracked().is_none() {
            self.pose.set(None);
        } else {
            self.show(self.whole());
        }
    }
    /// Brings a place into the middle, near enough to be recognised.
    pub fn look_at(self, centre: WorldPt) {
        let mut view = self.view();
        view.scale = view.scale.max(self.whole().scale * 2.0);
        view.centre = centre;
        self.show(view);
    }
    /// Takes a view over, held so that the estate cannot be lost from sight.
    fn show(self, view: View) {
        let bounds = self.look.get().bounds();
        let scale = view.scale.clamp(self.whole().scale * 0.5, View::SCALES.1);
        let centre = WorldPt::new(
            view.centre.x.clamp(bounds.min.x, bounds.max.x),
            view.centre.y.clamp(bounds.min.y, bounds.max.y),
        );
        self.pose.set(Some((centre, scale)));
    }
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
    /// The ground that is seen, shared by tied plans.
    tie: Tie,
    /// What lies on the estate.
    #[prop(into)]
    laid: Signal<Laid>,
    /// Colours, and how strong lines and letters are.
    #[prop(into)]
    theme: Signal<Theme>,
    /// What it shows, for those who do not see it.
    #[prop(into)]
    label: Signal<String>,
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
    let inner = StoredValue::new_local(Inner {
        layers: None,
        hands: Hands::default(),
        moved_at: 0.0,
        soil: [true; 2],
    });
    let frames = StoredValue::new_local(painting(tie, inner, laid, theme));
    // A timer may outlive the plan.
    let ask = move || {
        let _ = frames.try_with_value(Frames::ask);
    };
    watch(plan, canvases, inner, tie.size, ask);
    follow(tie, inner, laid, theme, ask);
    Effect::new(move |_| {
        if tie.look.renewed.get() > 0 {
            inner.update_value(|inner| inner.soil[0] = true);
            ask();
        }
    });
    let place = move |event: &PointerEvent| plan.get_untracked().map(|plan| pointer::place_in(&plan, event));
    let down = move |event: PointerEvent| {
        if let (Some(at), Some(plan)) = (place(&event), plan.get_untracked()) {
            pointer::capture(&plan, event.pointer_id());
            inner.update_value(|inner| inner.hands.down(event.pointer_id(), at, tie.view()));
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
            tie.show(after);
        }
    };
    let up = move |event: PointerEvent| {
        let tap = inner
            .try_update_value(|inner| inner.hands.up(event.pointer_id(), tie.view()))
            .flatten();
        if let (Some(at), Some(on_tap)) = (tap, on_tap) {
            on_tap.run(tie.view().world_from_screen(at));
        }
        ask();
    };
    let cancel = move |event: PointerEvent| {
        inner.update_value(|inner| {
            inner.hands.up(event.pointer_id(), tie.view());
        });
        ask();
    };
    let wheel = move |event: WheelEvent| {
        let Some(plan) = plan.get_untracked() else { return };
        event.prevent_default();
        let (at, by, _) = pointer::wheel_in(&plan, &event);
        // A notch of a mouse's wheel is about a hundred pixels; a trackpad gives many small ones.
        let factor = (-by.y.clamp(-300.0, 300.0) / 300.0).exp2();
        tie.show(tie.view().zoomed_at(at, factor));
        if let Some(touch) = on_touch {
            touch.run(());
        }
    };
    let key = move |event: KeyboardEvent| {
        if keys && keyed(tie, &event) {
            event.prevent_default();
        }
    };
    view! {
        <div class="planview" node_ref=plan data-testid="plan"             role=if keys { "application" } else { "img" } tabindex=keys.then_some("0")
            aria-label=move || label.get()
            on:pointerdown=down on:pointermove=moved on:pointerup=up
            on:pointercancel=cancel on:wheel=wheel on:keydown=key>
            <canvas node_ref=canvases[0] aria-hidden="true"></canvas>
            <canvas node_ref=canvases[1] aria-hidden="true"></canvas>
        </div>
    }
}

/// What the keys of a plan do; says whether the key was one of them.
fn keyed(tie: Tie, event: &KeyboardEvent) -> bool {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return false;
    }
    match event.key().as_str() {
        "ArrowLeft" => tie.pan(-0.15, 0.0),
        "ArrowRight" => tie.pan(0.15, 0.0),
        "ArrowUp" => tie.pan(0.0, 0.15),
        "ArrowDown" => tie.pan(0.0, -0.15),
        "+" | "=" => tie.zoom(STEP),
        "-" | "_" => tie.zoom(1.0 / STEP),
        "0" => tie.fit(),
        _ => return false,
    }
    true
}

type Kept = StoredValue<Inner, LocalStorage>;

/// The work of a frame: while the plan moves its pictures are moved; at rest they are painted.
fn painting(tie: Tie, inner: Kept, laid: Signal<Laid>, theme: Signal<Theme>) -> Frames {
    Frames::new(move || {
        let Some(size) = tie.size.try_get_untracked() else {
            return;
        };
        if size.x < 1.0 || size.y < 1.0 {
            return;
        }
        let (Some(_), Some(theme), Some(laid)) = (
            tie.frame.try_get_untracked(),
            theme.try_get_untracked(),
            laid.try_get_untracked(),
        ) else {
            return;
        };
        let (look, view) = (tie.look, tie.view());
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
            let anew = move || {
                let _ = inner.try_update_value(|inner| inner.soil = [true; 2]);
                ask();
            };
            elements::on_pixel_ratio(std::rc::Rc::new(anew));
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
fn follow(tie: Tie, inner: Kept, laid: Signal<Laid>, theme: Signal<Theme>, ask: impl Fn() + Copy + 'static) {
    Effect::new(move |_| {
        theme.track();
        tie.size.track();
        inner.update_value(|inner| inner.soil = [true; 2]);
        ask();
    });
    Effect::new(move |_| {
        laid.track();
        inner.update_value(|inner| inner.soil[1] = true);
        ask();
    });
    Effect::new(move |_| {
        tie.pose.track();
        tie.frame.track();
        inner.update_value(|inner| inner.moved_at = now_ms());
        ask();
        // Sharp once it rests; each move before then puts it off.
        set_timeout(ask, Duration::from_millis(REST_MS as u64 + 20));
    });
}

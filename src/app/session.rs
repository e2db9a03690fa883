//! The shell around the editor: it alone sends events and performs effects.
//!
//! What panels show comes out as signals that are set only when something changed. Painting stays
//! outside the reactive graph, so that a pointer move runs no panel.

mod checking;
mod checks;
mod frame;
mod late_checker;
mod rehearsal;
mod slow;

use std::collections::{HashSet, VecDeque};
use std::sync::Arc;

use leptos::prelude::*;

use super::address::Place;
use super::browser::frames::Frames;
use super::browser::painting::Painting;
use super::live::Live;
use super::parts::Teller;
use super::sights::Sights;
pub use super::tool_state::ToolState;
use crate::design::{Change, Command, Design, Placement, PlacementId};
use crate::editor::{Action, Availability, Editor, Effect, Event, History, Length};
use crate::geometry::{Bounds, ScreenVec, View, WorldPt};
use crate::project::Project;
use crate::rules::{Finding, FindingId, Fix, Mended, Preview, Standing, Totals};
use crate::text::Message;
use late_checker::LateChecker;
use slow::Slow;

/// What the checks and the sums say of the design as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// What it wins, loses and costs.
    pub totals: Totals,
    /// What the rules found, gravest first.
    pub findings: Vec<Finding>,
}

/// The session, to be copied into every component of the page.
#[derive(Clone, Copy)]
pub struct Session {
    inner: StoredValue<Inner, LocalStorage>,
    /// The project that is drawn on.
    pub project: StoredValue<Arc<Project>>,
    /// The design as it is.
    pub design: RwSignal<Arc<Design>>,
    /// What is selected.
    pub selection: RwSignal<Vec<PlacementId>>,
    /// The tool in the hand.
    pub tool: RwSignal<ToolState>,
    /// What the thing in the hand has snapped to.
    pub snapped: RwSignal<Option<Message>>,
    /// The lengths that can be typed at the thing selected.
    pub lengths: RwSignal<Vec<Length>>,
    /// What this hand does not want to see now.
    pub hidden: RwSignal<Arc<HashSet<PlacementId>>>,
    /// Pixels a metre.
    pub scale: RwSignal<f64>,
    /// What the checks and the sums say.
    pub facts: RwSignal<Facts>,
    /// What they would say if the hand let go now, with the findings about what is in it alone;
    /// none while the hand rests.
    pub live: RwSignal<Option<Preview>>,
    /// The one sentence on what the last change won and lost, with its number; none where it did neither.
    pub told: RwSignal<Option<(u64, Message)>>,
    /// Whether the slow rules are still being asked of the design as it is.
    pub checking: RwSignal<bool>,
    /// Whether the plan was drawn and takes input: what can wait begins then.
    pub ready: RwSignal<bool>,
    /// Whether the estate was surveyed for the rules: before, nothing is known of them.
    pub surveyed: RwSignal<bool>,
    /// Where the things of slow rules' findings would be right, as far as it was looked for.
    pub mended: RwSignal<Vec<(FindingId, Mended)>>,
    /// The place pointed to for the wish that is being written.
    pub wish_place: RwSignal<Option<WorldPt>>,
    /// What of the plan is seen.
    pub sights: Sights,
    /// The view that the address names.
    shown: StoredValue<Option<View>>,
    /// Counts whatever may make an action possible or impossible.
    pulse: RwSignal<u64>,
    /// What the shell was last asked to do, with its number.
    pub asked: RwSignal<Option<(u64, Action)>>,
    /// Where messages are told.
    pub teller: Teller,
    /// How much is awaited before the page is ready: the plan's size, the design of the address.
    /// None once that was said.
    awaited: StoredValue<Option<u8>>,
}

struct Inner {
    editor: Editor,
    checker: LateChecker,
    /// The design that the checker will know once it has seen what is unchecked.
    checked: Arc<Design>,
    unchecked: VecDeque<Change>,
    /// What is snapped to will be shown soon.
    snapped_asked: bool,
    /// The panels will say what is in the hand once the picture of it stands.
    hand_asked: bool,
    live: Live,
    /// What was there before the last change, for the sentence that tells it.
    before: Option<Standing>,
    slow: Slow,
    /// Where a fix would put a thing, while that is looked at.
    proposed: Option<Arc<Placement>>,
    /// The finding whose ground is shown.
    pointed: Option<Finding>,
    painting: Painting,
    frames: Option<Frames>,
    /// When the last frame was painted, in milliseconds.
    frame_at: f64,
}

impl Session {
    /// A session that draws a design on a project; provides itself to the components below.
    pub fn begin(project: Arc<Project>, design: Design, teller: Teller) -> Self {
        let editor = Editor::new(project.clone(), design, ScreenVec::new(800.0, 600.0));
        let sights = Sights::of(&project.file.id);
        let session = Self {
            facts: RwSignal::new(Facts::default()),
            live: RwSignal::new(None),
            told: RwSignal::new(None),
            checking: RwSignal::new(false),
            ready: RwSignal::new(false),
            surveyed: RwSignal::new(false),
            mended: RwSignal::new(Vec::new()),
            wish_place: RwSignal::new(None),
            project: StoredValue::new(project.clone()),
            design: RwSignal::new(editor.design().clone()),
            selection: RwSignal::new(Vec::new()),
            tool: RwSignal::new(ToolState::of(&editor)),
            snapped: RwSignal::new(None),
            lengths: RwSignal::new(Vec::new()),
            hidden: RwSignal::new(editor.hidden().clone()),
            scale: RwSignal::new(editor.view().scale),
            pulse: RwSignal::new(0),
            sights,
            shown: StoredValue::new(None),
            asked: RwSignal::new(None),
            teller,
            awaited: StoredValue::new(Some(1)),
            inner: StoredValue::new_local(Inner {
                checker: LateChecker::of(project, editor.design().clone()),
                checked: editor.design().clone(),
                unchecked: VecDeque::new(),
                snapped_asked: false,
                hand_asked: false,
                editor,
                live: Live::default(),
                before: None,
                slow: Slow::default(),
                proposed: None,
                pointed: None,
                painting: Painting::default(),
                frames: None,
                frame_at: 0.0,
            }),
        };
        let frames = Frames::new(move || session.paint());
        session.inner.update_value(|inner| inner.frames = Some(frames));
        session.sights.follow(session);
        session
    }

    /// Sends what a hand, a key or a panel said, and performs what the editor asks.
    pub fn send(self, event: Event) {
        let Some(effects) = self.inner.try_update_value(|inner| inner.editor.handle(event)) else {
            return;
        };
        for effect in effects {
            self.perform(effect);
        }
    }
    /// Asks for an action of the table.
    pub fn act(self, action: Action) {
        self.send(Event::Act(action));
    }
    /// Makes a change from a panel, under a name in the history.
    pub fn apply(self, command: Command, step: &'static str) {
        self.send(Event::Apply(command, step));
    }
    /// Asks the editor something without changing it; none only while the page goes away.
    pub fn ask<T>(self, question: impl FnOnce(&Editor) -> T) -> Option<T> {
        self.inner.try_with_value(|inner| question(&inner.editor))
    }
    /// Whether an action can be done now; runs again when that may have changed.
    pub fn can(self, action: Action) -> Availability {
        self.pulse.track();
        self.ask(|editor| editor.can(action)).unwrap_or(Availability::Yes)
    }
    /// The one thing selected; runs again when it changed.
    pub fn only_selected(self) -> Option<Arc<Placement>> {
        let design = self.design.get();
        match self.selection.get().as_slice() {
            [id] => design.placement(id).cloned(),
            _ => None,
        }
    }
    /// The one thing selected now, for handlers.
    pub fn only_selected_untracked(self) -> Option<Arc<Placement>> {
        let design = self.design.get_untracked();
        match self.selection.get_untracked().as_slice() {
            [id] => design.placement(id).cloned(),
            _ => None,
        }
    }
    /// Shows where a fix would put its thing, as a ghost; nothing for none.
    pub fn propose(self, fix: Option<&Fix>) {
        let _ = self.inner.try_update_value(|inner| {
            inner.proposed = fix.and_then(|fix| fixed(&inner.checked, fix));
            inner.painting.soil_overlay();
        });
        self.ask_frame();
    }
    /// Shows on the plan what a finding is about; nothing for none.
    pub fn point_out(self, finding: Option<Finding>) {
        let _ = self.inner.try_update_value(|inner| {
            inner.pointed = finding;
            inner.painting.soil_overlay();
        });
        self.ask_frame();
    }
    /// Does what a fix says, as one step.
    pub fn mend(self, fix: &Fix) {
        if let Some(thing) = fixed(&self.design.get_untracked(), fix) {
            self.apply(Command::Put(vec![(*thing).clone()]), "step-fixed");
        }
    }
    /// The totals as they would be if the hand let go now; runs again when they change.
    pub fn totals(self) -> Totals {
        let live = self.live.with(|live| live.as_ref().map(|live| live.totals));
        live.unwrap_or_else(|| self.facts.with(|facts| facts.totals))
    }
    /// One thing more has to be there before the page is ready.
    pub fn awaits(self) {
        self.awaited
            .update_value(|awaited| *awaited = awaited.map(|left| left + 1));
    }
    /// One thing less is awaited: the page is ready when a frame has painted what is there.
    pub fn arrived(self) {
        let _ = self
            .awaited
            .try_update_value(|awaited| *awaited = awaited.map(|left| left.saturating_sub(1)));
        self.ask_frame();
    }
    /// Nothing is awaited any longer.
    pub fn arrived_late(self) {
        let _ = self
            .awaited
            .try_update_value(|awaited| *awaited = awaited.map(|_| 0));
        self.ask_frame();
    }
    /// Puts another design with its history in place of this one.
    pub fn load(self, design: Design, history: History) {
        self.forget_told(design.placements().is_empty());
        self.send(Event::Load(Box::new(design), Box::new(history)));
    }

    /// Gives the canvases to paint on, once they are in the page.
    pub fn attach(self, painting: Painting) {
        self.inner
            .update_value(|inner| inner.painting = painting.coloured_as(&inner.painting));
        self.repaint();
    }
    /// Shows the place that the address asked for, or what was seen last, or the whole estate.
    pub fn show_first(self, at: Option<Place>) {
        match at.or_else(|| self.sights.remembered()) {
            Some(place) => {
                self.send(Event::Look(place.centre, Some(place.scale)));
                self.send(Event::TurnView(place.turn));
            }
            None => self.act(Action::Fit),
        }
    }
    /// Moves the view so that what is pointed out, or else selected, shows above so many pixels that something covers.
    pub fn reveal_above(self, covered: f64) {
        let look = self.ask(|editor| {
            let selected = editor.selection().iter().filter_map(|id| editor.thing(id));
            let boxes = selected.map(|thing| thing.shape.bounds());
            let bounds = editor.marks().bounds().or_else(|| boxes.reduce(Bounds::joined))?;
            let view = editor.view();
            let corners = bounds.corners().map(|corner| view.screen_from_world(corner));
            let lowest = corners.iter().fold(f64::MIN, |lowest, at| lowest.max(at.y));
            let at = view.screen_from_world(bounds.centre());
            let free = view.size.y - covered;
            let seen = at.y >= 0.0 && lowest <= free * 0.95 && (0.0..view.size.x).contains(&at.x);
            let by = ScreenVec::new(0.0, free / 2.0 - at.y);
            // Many that are scattered far and wide are no reason to go to the middle of them.
            let whole = bounds.width().max(bounds.height()) * view.scale <= free.min(view.size.x);
            let meant = whole || editor.selection().len() <= 1;
            (!seen && meant && free > 60.0).then(|| view.panned(by).centre)
        });
        if let Some(centre) = look.flatten() {
            self.send(Event::Look(centre, None));
        }
    }
    /// Paints everything anew, as after a change of theme.
    pub fn repaint(self) {
        self.inner.update_value(|inner| inner.painting.soil_all());
        self.ask_frame();
    }

    fn perform(self, effect: Effect) {
        match effect {
            Effect::PaintOverlay => self.soil(Painting::soil_overlay),
            Effect::PaintObjects => self.soil(Painting::soil_objects),
            Effect::PaintAll => self.soil(Painting::soil_view),
            Effect::DesignChanged => self.show_design(),
            Effect::SelectionChanged | Effect::ToolChanged if self.ask(Editor::holds) == Some(true) => {
                self.show_hand_soon();
            }
            Effect::SelectionChanged => self.show_selection(),
            Effect::ToolChanged => self.show_tool(),
            Effect::Snapped => self.show_snapped_soon(),
            Effect::Announce(message) => self.teller.say(message),
            Effect::Pointed(place) => self.wish_place.set(Some(place)),
            Effect::Looked => self.sights.say_at_rest(self),
            Effect::Tell(message) => self.teller.tell(message),
            Effect::Shell(action) => {
                let number = self.asked.get_untracked().map_or(0, |(number, _)| number + 1);
                self.asked.set(Some((number, action)));
            }
        }
    }

    /// Shows and says what the hand snapped to, a few times a second: in a crowd it is something else
    /// at every move, which nobody reads, and each change has the page laid out anew.
    fn show_snapped_soon(self) {
        let ask = |inner: &mut Inner| std::mem::replace(&mut inner.snapped_asked, true);
        if self.inner.try_update_value(ask) != Some(false) {
            return;
        }
        let show = move || {
            let snapped = self.inner.try_update_value(|inner| {
                inner.snapped_asked = false;
                inner.editor.snapped().cloned()
            });
            if let Some(snapped) = snapped
                && self.snapped.with_untracked(|known| *known != snapped)
            {
                snapped
                    .iter()
                    .for_each(|message| self.teller.say(message.clone()));
                self.snapped.set(snapped);
            }
        };
        set_timeout(show, std::time::Duration::from_millis(160));
    }
    fn beat(self) {
        self.pulse.update(|pulse| *pulse += 1);
    }
    fn soil(self, layer: fn(&mut Painting)) {
        self.inner.update_value(|inner| layer(&mut inner.painting));
        self.ask_frame();
    }
    fn ask_frame(self) {
        let frames = self.inner.try_with_value(|inner| inner.frames.clone()).flatten();
        if let Some(frames) = frames {
            frames.ask();
        }
    }
}

/// The thing of a fix as it would be.
fn fixed(design: &Design, fix: &Fix) -> Option<Arc<Placement>> {
    let thing = design.placement(&fix.placement)?;
    Some(Arc::new(fix.of(thing)))
}

/// The session of the page, from inside a component of it.
pub fn session() -> Option<Session> {
    use_context()
}

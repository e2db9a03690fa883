//! What every tool works on: the board, the view, the selection, and what to ask of the shell.

use std::collections::HashSet;
use std::sync::Arc;

use crate::catalogue::{Form, Group, Kind, KindId};
use crate::design::{Command, GroupId, Placement, PlacementId};
use crate::geometry::{Bounds, ScreenPt, View, WorldPt};
use crate::project::Project;
use crate::text::Message;

use super::board::{Board, Run};
use super::several::Round;
use super::{Effect, Mods, SnapMode, StepLabel};

/// What the shell will be asked for at the end of an event; each at most once.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    pub overlay: bool,
    pub objects: bool,
    pub all: bool,
    pub design: bool,
    pub selection: bool,
    pub snapped: bool,
    pub said: Vec<Effect>,
}

impl Asked {
    /// Whether this event has said anything yet.
    pub fn has_said(&self) -> bool {
        let spoken = |effect: &Effect| matches!(effect, Effect::Announce(_) | Effect::Tell(_));
        self.said.iter().any(spoken)
    }
    pub fn into_effects(self, tool_changed: bool) -> Vec<Effect> {
        let flags = [
            (self.all, Effect::PaintAll),
            (self.objects && !self.all, Effect::PaintObjects),
            (self.overlay && !self.all, Effect::PaintOverlay),
            (self.design, Effect::DesignChanged),
            (self.selection, Effect::SelectionChanged),
            (self.snapped, Effect::Snapped),
            (tool_changed, Effect::ToolChanged),
        ];
        let wanted = flags
            .into_iter()
            .filter_map(|(wanted, effect)| wanted.then_some(effect));
        wanted.chain(self.said).collect()
    }
}

/// What a key that may be held does, and to what.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Repeated {
    /// The name of its step: moved, turned, resized, reshaped.
    step: &'static str,
    things: Vec<PlacementId>,
    /// The corner that is meant, of one thing.
    corner: Option<usize>,
}

/// Everything but the tool and the fingers.
#[derive(Clone, Debug)]
pub(super) struct Stage {
    pub project: Arc<Project>,
    pub board: Board,
    pub view: View,
    pub selection: Vec<PlacementId>,
    /// The chosen corner of the one thing selected.
    pub corner: Option<usize>,
    pub lifted: HashSet<PlacementId>,
    /// What is pointed out beside what is selected.
    pub marks: super::Marks,
    /// Groups of the catalogue whose things are hidden.
    pub hidden_groups: Vec<Group>,
    /// What was measured last, until it is cleared.
    pub measured: Option<super::tool::Measure>,
    /// An outline that was laid down before it was done; it is taken up again with its tool.
    pub draft: Option<Box<super::tool::Drawing>>,
    /// The kinds that were drawn last, by their form.
    pub drawn: Vec<Arc<Kind>>,
    /// What things snap to.
    pub snap: SnapMode,
    /// A second finger rests on the plan: nothing snaps.
    pub suspended: bool,
    /// The group whose things are chosen one by one.
    pub entered: Option<GroupId>,
    /// While several are being chosen by taps and by what is drawn round them: what was selected before.
    pub choosing: Option<Vec<PlacementId>>,
    /// What a drag draws round them, as it was chosen last.
    pub round: Round,
    /// What this hand does not want to see now. Never part of the design.
    pub hidden: Arc<HashSet<PlacementId>>,
    /// Where the mouse was last.
    pub pointed: Option<ScreenPt>,
    /// What the last event but those that only look about did by a key that may be held: the same
    /// done to the same things goes into the same step. A held key, and a row of taps on it, are so
    /// one step of the history; no clock is asked.
    pub run: Option<Repeated>,
    /// The run before this event.
    pub run_before: Option<Repeated>,
    pub asked: Asked,
}

impl Stage {
    /// Whether a thing is not seen, so that no hand takes it by chance.
    pub fn hides(&self, thing: &Placement) -> bool {
        self.hidden.contains(&thing.id)
            || !self.hidden_groups.is_empty()
                && self
                    .kind(thing)
                    .is_some_and(|kind| self.hidden_groups.contains(&kind.group))
    }
    /// Hides the things of these groups and shows all others; what is hidden is not selected.
    pub fn hide_groups(&mut self, groups: Vec<Group>) {
        if self.hidden_groups == groups {
            return;
        }
        self.hidden_groups = groups;
        self.asked.objects = true;
        self.asked.overlay = true;
        let seen = |id: &PlacementId| self.board.thing(id).is_some_and(|thing| !self.hides(thing));
        let left = self.selection.iter().filter(|id| seen(id)).cloned().collect();
        self.select(left);
    }
    pub fn world(&self, at: ScreenPt) -> WorldPt {
        self.view.world_from_screen(at)
    }
    pub fn kind(&self, thing: &Placement) -> Option<&Arc<Kind>> {
        self.project.catalogue.kind(&thing.kind)
    }
    /// The kind that an outline of a form makes where none is picked: the last drawn, else a plaza,
    /// else the first of the catalogue.
    pub fn kind_to_draw(&self, form: Form) -> Option<&Arc<Kind>> {
        let last = self.drawn.iter().find(|kind| kind.form == form);
        let plaza = || {
            self.project
                .catalogue
                .kind(&KindId::new("plaza"))
                .filter(|kind| kind.form == form)
        };
        let first = || {
            self.project
                .catalogue
                .kinds()
                .iter()
                .find(|kind| kind.form == form)
        };
        last.or_else(plaza).or_else(first)
    }
    /// Whether things snap now, with these keys held.
    pub fn snaps(&self, mods: Mods) -> bool {
        self.snap != SnapMode::Off && !self.suspended && !mods.alt && !mods.command
    }
    /// Snaps to this from now on, and says so.
    pub fn snap_to(&mut self, mode: SnapMode) {
        self.snap = mode;
        self.asked.overlay = true;
        self.announce(Message::new(mode.said_key()));
    }
    pub fn is_selected(&self, id: &PlacementId) -> bool {
        self.selection.contains(id)
    }
    /// What is selected, one after the other, for whom the first few are enough.
    pub fn chosen(&self) -> impl Iterator<Item = &Arc<Placement>> {
        self.selection.iter().filter_map(|id| self.board.thing(id))
    }
    pub fn selected_things(&self) -> Vec<&Arc<Placement>> {
        self.chosen().collect()
    }
    /// What is selected and may be moved.
    pub fn free_things(&self) -> Vec<Arc<Placement>> {
        let things = self.selected_things().into_iter();
        things.filter(|thing| !thing.locked).cloned().collect()
    }
    /// The one thing selected; none when there are more.
    pub fn only_selected(&self) -> Option<&Arc<Placement>> {
        match self.selection.as_slice() {
            [id] => self.board.thing(id),
            _ => None,
        }
    }
    /// Points something out in place of what was pointed out before.
    pub fn mark(&mut self, marks: super::Marks) {
        if self.marks != marks {
            self.marks = marks;
            self.asked.overlay = true;
        }
    }
    pub fn announce(&mut self, message: Message) {
        self.asked.said.push(Effect::Announce(message));
    }
    pub fn tell(&mut self, message: Message) {
        self.asked.said.push(Effect::Tell(message));
    }
    /// Selects these and nothing else.
    pub fn select(&mut self, ids: Vec<PlacementId>) {
        if self.selection != ids {
            self.selection = ids;
            self.corner = None;
            self.leave_group();
            self.asked.selection = true;
            self.asked.overlay = true;
        }
    }
    /// A group is left as soon as something outside it is chosen.
    fn leave_group(&mut self) {
        let inside = |id: &PlacementId| {
            self.board
                .thing(id)
                .is_some_and(|thing| thing.group == self.entered)
        };
        if self.entered.is_some() && (self.selection.is_empty() || !self.selection.iter().all(inside)) {
            self.entered = None;
        }
    }
    pub fn choose_corner(&mut self, corner: Option<usize>) {
        if self.corner != corner {
            self.corner = corner;
            self.asked.selection = true;
            self.asked.overlay = true;
        }
    }
    /// Takes things off the resting plan into the hand.
    pub fn lift(&mut self, ids: impl IntoIterator<Item = PlacementId>) {
        self.lifted = ids.into_iter().collect();
        self.asked.objects = true;
        self.asked.overlay = true;
    }
    /// Puts what is in the hand back on the resting plan.
    pub fn set_down(&mut self) {
        if !self.lifted.is_empty() {
            self.lifted.clear();
            self.asked.objects = true;
        }
        self.asked.overlay = true;
    }
    /// Makes a change that goes into the last step when that did the same to the same things in the
    /// same run of keys. True when the design changed.
    pub fn commit_in_run(&mut self, command: &Command, label: StepLabel) -> bool {
        let own = Some(Repeated {
            step: label.key,
            things: self.selection.clone(),
            corner: self.corner,
        });
        if self.run_before != own {
            let changed = self.commit(command, label);
            self.run = own.filter(|_| changed);
            return changed;
        }
        if self.touches_locked(command) {
            self.tell(Message::new("why-locked"));
            return false;
        }
        match self.board.commit_into_last(command) {
            Ok((changed, run)) => {
                self.run = own.filter(|_| run == Run::GoesOn);
                if changed {
                    self.design_changed();
                }
                changed
            }
            Err(fault) => {
                self.run = own;
                self.tell(Message::new(super::say::fault_key(&fault)));
                false
            }
        }
    }
    /// Makes a change as one step; says why when it cannot be made. True when the design changed.
    pub fn commit(&mut self, command: &Command, label: StepLabel) -> bool {
        if self.touches_locked(command) {
            self.tell(Message::new("why-locked"));
            return false;
        }
        match self.board.commit(command, label) {
            Ok(changed) => {
                if changed {
                    self.design_changed();
                }
                changed
            }
            Err(fault) => {
                self.tell(Message::new(super::say::fault_key(&fault)));
                false
            }
        }
    }
    /// Whether a change would move, reshape, replace or delete something that is locked.
    fn touches_locked(&self, command: &Command) -> bool {
        let locked = |id: &PlacementId| self.board.thing(id).filter(|thing| thing.locked);
        match command {
            Command::Put(things) => things.iter().any(|next| {
                locked(&next.id).is_some_and(|was| was.shape != next.shape || was.kind != next.kind)
            }),
            Command::Remove(ids) => ids.iter().any(|id| locked(id).is_some()),
            Command::All(commands) => commands.iter().any(|command| self.touches_locked(command)),
            _ => false,
        }
    }
    /// Asks for what follows a change of the design, and drops what is gone from the selection.
    pub fn design_changed(&mut self) {
        self.asked.design = true;
        self.asked.objects = true;
        self.asked.overlay = true;
        let there = |id: &PlacementId| self.board.thing(id).is_some();
        if !self.hidden.iter().all(there) {
            let left = self.hidden.iter().filter(|id| there(id)).cloned().collect();
            self.hidden = Arc::new(left);
        }
        if !self.selection.iter().all(there) {
            let left = self.selection.iter().filter(|id| there(id)).cloned().collect();
            self.select(left);
        }
    }
    /// Shows another view, its middle held near the estate so that nobody gets lost.
    pub fn look(&mut self, view: View) {
        let estate = self.project.estate.bounds();
        let near = estate.grown(estate.width().max(estate.height()));
        let centre = WorldPt::new(
            view.centre.x.clamp(near.min.x, near.max.x),
            view.centre.y.clamp(near.min.y, near.max.y),
        );
        let view = View { centre, ..view };
        let is_sound = centre.x.is_finite() && centre.y.is_finite() && view.scale.is_finite();
        if view != self.view && is_sound {
            self.view = view;
            self.asked.all = true;
        }
    }
    /// Brings a box into view: moved there when it fits, else fitted.
    pub fn reveal(&mut self, bounds: Bounds) {
        let seen = self.view.bounds();
        if seen.contains(bounds.min) && seen.contains(bounds.max) {
            return;
        }
        let fits = bounds.width() <= seen.width() * 0.8 && bounds.height() <= seen.height() * 0.8;
        let view = if fits {
            View {
                centre: bounds.centre(),
                ..self.view
            }
        } else {
            self.view.fitted(bounds, 48.0)
        };
        self.look(view);
    }
}

//! Taking up the tools that draw, measure and note.

use std::sync::Arc;

use crate::catalogue::{Form, Kind, KindId};
use crate::design::WishId;
use crate::geometry::{Bounds, WorldPt};
use crate::text::Message;

use super::stage::Stage;
use super::tool::{Drawing, Measuring, Mode, Note, Of, Tool, pin_at, wish_of};
use super::{Action, Editor, Pointer};

impl Editor {
    /// Takes up the tool that an action names; false where it names none of these.
    pub(super) fn take_up(&mut self, action: Action) -> bool {
        if let Some(mode) = Mode::chosen_by(action) {
            self.draw(mode);
        } else if let Some(of) = Of::chosen_by(action) {
            self.change_tool(Tool::Measure(Measuring::new(of)));
        } else if action == Action::ToolNote {
            self.change_tool(Tool::Note(Note::default()));
        } else {
            return false;
        }
        true
    }

    /// Takes up the outline tool, or changes its mode; what is drawn already stays.
    fn draw(&mut self, mode: Mode) {
        let form = if mode == Mode::Path {
            Form::Path
        } else {
            Form::Area
        };
        let picked = self.picked_kind().filter(|kind| match mode {
            Mode::Polygon => kind.form != Form::Rectangle,
            _ => kind.form == form,
        });
        match picked.or(self.stage.kind_to_draw(form)).cloned() {
            Some(kind) => self.draw_as(kind, mode),
            None => self.stage.tell(Message::new("why-no-such-kind")),
        }
    }
    /// The outline tool draws another kind; what is drawn already stays.
    pub(super) fn draw_kind(&mut self, kind: &KindId) {
        let Some(kind) = self.stage.project.catalogue.kind(kind).cloned() else {
            return self.stage.tell(Message::new("why-no-such-kind"));
        };
        if kind.form == Form::Rectangle {
            return self.stage.tell(Message::new("why-no-corners"));
        }
        let mode = match &self.tool {
            Tool::Outline(drawing) => drawing.mode(),
            _ => Mode::default(),
        };
        self.draw_as(kind, mode);
    }
    fn draw_as(&mut self, kind: Arc<Kind>, mode: Mode) {
        self.put_back();
        self.stage.select(Vec::new());
        self.stage.drawn.retain(|known| known.form != kind.form);
        self.stage.drawn.push(kind.clone());
        let drawing = match (std::mem::take(&mut self.tool), self.stage.draft.take()) {
            (Tool::Outline(drawing), _) => drawing.changed_to(kind, mode),
            // What was laid down before it was done is taken up again as it was.
            (_, Some(draft)) => {
                self.stage
                    .announce(Message::new("say-draft-again").with("n", draft.corners()));
                *draft
            }
            _ => Drawing::new(kind, mode),
        };
        self.change_tool(Tool::Outline(drawing));
    }

    /// With nothing in the hand a pin is opened by a tap and moved by a pull, without its tool.
    pub(super) fn take_pin_in_passing(&mut self, pointer: Pointer) {
        let at_rest = matches!(&self.tool, Tool::Select(select) if !select.is_gesture());
        if at_rest && pin_at(&self.stage, pointer).is_some() {
            self.change_tool(Tool::Note(Note::passing()));
        }
    }
    /// Opens a wish to write it anew.
    pub(super) fn open_note(&mut self, id: &WishId) {
        self.put_back();
        let Some(wish) = wish_of(&self.stage, id).cloned() else {
            return self.stage.tell(Message::new("why-gone"));
        };
        if let Some(at) = wish.at {
            self.stage.reveal(Bounds { min: at, max: at });
        }
        let passing = self.tool.note().is_none();
        self.change_tool(Tool::Note(Note::opened(&wish, passing)));
    }
    /// Does something to the note in the hand, where there is one.
    pub(super) fn with_note(&mut self, change: impl FnOnce(Note, &mut Stage) -> Tool) {
        self.tool = match std::mem::take(&mut self.tool) {
            Tool::Note(note) => change(note, &mut self.stage),
            tool => tool,
        };
        self.stage.asked.overlay = true;
    }

    /// An outline that cannot stand comes into the hand to be mended: from a file, say.
    pub(super) fn mend(&mut self, kind: &KindId, corners: Vec<WorldPt>) {
        let known = self.stage.project.catalogue.kind(kind).cloned();
        let area = known.filter(|kind| kind.form == Form::Area);
        let Some(kind) = area.or_else(|| self.stage.kind_to_draw(Form::Area).cloned()) else {
            return self.stage.tell(Message::new("why-no-such-kind"));
        };
        match Drawing::begun(kind, corners) {
            Err(fault) => self.stage.tell(super::say::outline_fault(fault)),
            Ok(drawing) => {
                self.stage.select(Vec::new());
                if let Some(bounds) = drawing.bounds() {
                    self.stage.reveal(bounds);
                }
                self.change_tool(Tool::Outline(drawing));
                self.stage.announce(Message::new("why-crossed-draft"));
            }
        }
    }

    /// Lays down what draws, measures or places; an outline that is not done is kept as a draft.
    pub(super) fn lay_down(&mut self) {
        self.put_back();
        if !self.tool.is_drawing() {
            return;
        }
        if let Tool::Outline(drawing) = std::mem::take(&mut self.tool)
            && drawing.has_corners()
        {
            self.stage.draft = Some(Box::new(drawing));
        }
        self.stage.asked.overlay = true;
    }

    pub(super) fn change_tool(&mut self, tool: Tool) {
        self.lay_down();
        self.stage.choosing = None;
        self.tool = tool;
        self.stage.asked.overlay = true;
    }
}

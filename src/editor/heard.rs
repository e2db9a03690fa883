//! What is said of a key or a button itself: why it does nothing now, which tool it took up.

use crate::text::Message;

use super::table::ACTIONS;
use super::tool::Tool;
use super::{Action, Editor, Key, Mods};

impl Editor {
    /// A letter that means something, though not now, says why: silence would leave open whether it was heard.
    pub(super) fn say_why_not(&mut self, key: Key, mods: Mods) {
        if mods.command || !matches!(key, Key::Char(_) | Key::Delete) {
            return;
        }
        let mut meant = ACTIONS.iter().filter(|row| row.has_key(key, mods));
        if let Some(reason) = meant.find_map(|row| self.can(row.action).reason()) {
            self.stage.announce(Message::new(reason));
        }
    }
    /// Says which tool a key or a button took up, where nothing else was said.
    pub(super) fn say_tool_taken(&mut self) {
        if self.stage.asked.has_said() {
            return;
        }
        let action = self.mode().or(match &self.tool {
            Tool::Select(_) => Some(Action::ToolSelect),
            Tool::Pan => Some(Action::ToolPan),
            Tool::Note(_) => Some(Action::ToolNote),
            Tool::Place(_) | Tool::Outline(_) | Tool::Measure(_) | Tool::Aiming(_) => None,
        });
        let Some(action) = action else { return };
        let tool = Message::new(action.row().key);
        self.stage.announce(match self.hint() {
            None => tool,
            Some(hint) => Message::new("say-tool-taken")
                .with("tool", tool)
                .with("hint", hint),
        });
    }
}

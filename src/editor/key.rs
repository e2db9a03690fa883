//! Keys of the keyboard, as the action table names them.

use super::Mods;

/// A key, by what it types or does; letters are lower case, Shift is among the [`Mods`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Key {
    Char(char),
    Space,
    Enter,
    Escape,
    Delete,
    Backspace,
    Insert,
    Left,
    Right,
    Up,
    Down,
}

impl Key {
    /// The key that a browser's `KeyboardEvent.key` names; none for keys that mean nothing here.
    pub fn named(name: &str) -> Option<Self> {
        let key = match name {
            " " | "Spacebar" => Self::Space,
            "Enter" => Self::Enter,
            "Escape" | "Esc" => Self::Escape,
            "Delete" | "Del" => Self::Delete,
            "Backspace" => Self::Backspace,
            "Insert" => Self::Insert,
            "ArrowLeft" => Self::Left,
            "ArrowRight" => Self::Right,
            "ArrowUp" => Self::Up,
            "ArrowDown" => Self::Down,
            _ => {
                let mut letters = name.chars();
                let only = letters.next().filter(|_| letters.next().is_none())?;
                Self::Char(only.to_lowercase().next().unwrap_or(only))
            }
        };
        Some(key)
    }

    /// What is engraved on the key.
    fn cap(self) -> String {
        let word = match self {
            Self::Char(letter) => return letter.to_uppercase().collect(),
            Self::Space => "Space",
            Self::Enter => "Enter",
            Self::Escape => "Esc",
            Self::Delete => "Del",
            Self::Backspace => "Backspace",
            Self::Insert => "Ins",
            Self::Left => "←",
            Self::Right => "→",
            Self::Up => "↑",
            Self::Down => "↓",
        };
        word.to_owned()
    }
}

/// A key with the keys held beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// The key.
    pub key: Key,
    /// With Shift.
    pub shift: bool,
    /// With Control, or Command on a Mac.
    pub command: bool,
}

impl Shortcut {
    /// The key alone.
    pub const fn plain(key: Key) -> Self {
        Self {
            key,
            shift: false,
            command: false,
        }
    }
    /// The key with Shift.
    pub const fn shift(key: Key) -> Self {
        Self {
            key,
            shift: true,
            command: false,
        }
    }
    /// The key with Control, or Command on a Mac.
    pub const fn command(key: Key) -> Self {
        Self {
            key,
            shift: false,
            command: true,
        }
    }
    /// The key with Control or Command, and Shift.
    pub const fn command_shift(key: Key) -> Self {
        Self {
            key,
            shift: true,
            command: true,
        }
    }
    /// Whether a press of a key with others held is this shortcut.
    pub fn matches(&self, key: Key, mods: Mods) -> bool {
        // Signs such as + and ? need Shift on some keyboards and not on others.
        let sign = matches!(key, Key::Char(letter) if !letter.is_alphabetic());
        self.key == key && self.command == mods.command && !mods.alt && (sign || self.shift == mods.shift)
    }
    /// How the shortcut is written in menus and help: `Ctrl+Shift+Z`, `⇧⌘Z`.
    pub fn label(&self, mac: bool) -> String {
        let (command, shift) = if mac { ("⌘", "⇧") } else { ("Ctrl+", "Shift+") };
        let mut label = String::new();
        if mac && self.shift {
            label.push_str(shift);
        }
        if self.command {
            label.push_str(command);
        }
        if !mac && self.shift {
            label.push_str(shift);
        }
        label + &self.key.cap()
    }
}

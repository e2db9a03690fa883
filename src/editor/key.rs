//! Keys of the keyboard, as the action table names them.

use crate::text::small;

use super::Mods;

/// A key, by what it types or does; letters are lower case, Shift is among the [`Mods`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Key {
    Char(char),
    /// A digit's key pressed with Shift, whatever sign that types on this keyboard.
    Digit(u8),
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
    /// The key that opens the menu of what is chosen.
    Menu,
    F10,
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
            "ContextMenu" | "Apps" => Self::Menu,
            "F10" => Self::F10,
            _ => {
                let mut letters = name.chars();
                let only = letters.next().filter(|_| letters.next().is_none())?;
                Self::Char(small(only))
            }
        };
        Some(key)
    }

    /// The key of a press that a browser names by what it types and by where it lies on the
    /// keyboard (`KeyboardEvent.code`). A keyboard that types no Latin letters (Cyrillic, Greek,
    /// full-width signs of a Chinese layout) is read by the place; every other, such as AZERTY or
    /// Dvorak, by what it types.
    pub fn pressed(name: &str, code: &str) -> Option<Self> {
        let latin = name.is_ascii();
        match Self::at_place(code) {
            Some(letter) if !latin => Some(Self::Char(letter)),
            _ => Self::named(name),
        }
    }

    /// What a key at a place of an American keyboard types.
    fn at_place(code: &str) -> Option<char> {
        if let Some(letter) = code.strip_prefix("Key").or(code.strip_prefix("Digit")) {
            return letter.chars().next().map(|letter| letter.to_ascii_lowercase());
        }
        let sign = match code {
            "Comma" => ',',
            "Period" => '.',
            "Slash" => '/',
            "BracketLeft" => '[',
            "BracketRight" => ']',
            "Minus" => '-',
            "Equal" => '=',
            _ => return None,
        };
        Some(sign)
    }

    /// The key of a digit pressed with Shift, by its place on the keyboard (the browser's
    /// `KeyboardEvent.code`) and what it types; none for other keys, and where digits are typed
    /// with Shift. Only the digits that mean something here, so that signs keep their meaning.
    pub fn shifted_digit(code: &str, types: &str) -> Option<Self> {
        let digit = code.strip_prefix("Digit")?.parse().ok()?;
        let is_sign = !types.chars().any(|c| c.is_ascii_digit());
        (is_sign && matches!(digit, 0..=2)).then_some(Self::Digit(digit))
    }

    /// What is engraved on the key.
    fn cap(self) -> String {
        let word = match self {
            Self::Char(letter) => return letter.to_ascii_uppercase().to_string(),
            Self::Digit(digit) => return digit.to_string(),
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
            Self::Menu => "Menu",
            Self::F10 => "F10",
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
    /// Whether a Mac's browser means something else by it: back and forward, the ends of the page, its history.
    pub fn is_the_macs(&self) -> bool {
        let key = matches!(
            self.key,
            Key::Left | Key::Right | Key::Up | Key::Down | Key::Char('y')
        );
        self.command && !self.shift && key
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

//! The table of everything that a person can ask for: menus, buttons, keys and help read it.

use super::availability as can;
use super::several::can as many;
use super::{Action, ActionGroup, ActionRow, Availability, Editor, Key, Shortcut};

const fn row(
    action: Action,
    group: ActionGroup,
    key: &'static str,
    icon: &'static str,
    keys: &'static [Shortcut],
    available: fn(&Editor) -> Availability,
) -> ActionRow {
    ActionRow {
        action,
        group,
        key,
        icon,
        keys,
        shell: false,
        available,
    }
}

const fn shell(
    action: Action,
    key: &'static str,
    icon: &'static str,
    keys: &'static [Shortcut],
    available: fn(&Editor) -> Availability,
) -> ActionRow {
    ActionRow {
        action,
        group: ActionGroup::Page,
        key,
        icon,
        keys,
        shell: true,
        available,
    }
}

/// A shell's action under another heading than the page's.
const fn shell_on(
    action: Action,
    group: ActionGroup,
    key: &'static str,
    icon: &'static str,
    keys: &'static [Shortcut],
    available: fn(&Editor) -> Availability,
) -> ActionRow {
    ActionRow {
        group,
        ..shell(action, key, icon, keys, available)
    }
}

/// What is seen of the plan and is the page's to show.
const fn of_view(
    action: Action,
    key: &'static str,
    icon: &'static str,
    keys: &'static [Shortcut],
) -> ActionRow {
    ActionRow {
        group: ActionGroup::View,
        ..shell(action, key, icon, keys, can::always)
    }
}

const fn letter(letter: char) -> Shortcut {
    Shortcut::plain(Key::Char(letter))
}
const fn plain(key: Key) -> Shortcut {
    Shortcut::plain(key)
}
const fn far(key: Key) -> Shortcut {
    Shortcut::shift(key)
}
const fn command(letter: char) -> Shortcut {
    Shortcut::command(Key::Char(letter))
}

use Action as A;
use ActionGroup::{Draw, Edit, Thing, View, Would};

/// The table. The order of rows is the order in menus and help, and where two rows share a key
/// the order in which they are tried: what belongs to the hand's present work stands first.
/// Keys that browsers keep (find and find again, the search bar, print, reload, tabs, page zoom, bookmarks, Tab) are left
/// alone; the slash is what pages use to search, and no browser's but where the page leaves it.
#[rustfmt::skip] // One action a line reads as the table that it is.
pub const ACTIONS: &[ActionRow] = &[
    row(A::Undo, Edit, "action-undo", "undo", &[command('z')], can::undo),
    row(A::Redo, Edit, "action-redo", "redo", &[Shortcut::command_shift(Key::Char('z')), command('y')], can::redo),
    row(A::PointBack, Draw, "action-point-back", "point-back", &[plain(Key::Backspace), plain(Key::Delete)], can::point_back),
    row(A::RemoveCorner, Thing, "action-remove-corner", "corner-remove", &[plain(Key::Delete), plain(Key::Backspace)], can::remove_corner),
    row(A::Delete, Thing, "action-delete", "delete", &[plain(Key::Delete), plain(Key::Backspace)], many::free),
    row(A::Duplicate, Thing, "action-duplicate", "duplicate", &[letter('d')], can::selected),
    row(A::TurnLeft, Thing, "action-turn-left", "turn-left", &[letter('['), far(Key::Char('r'))], can::turned),
    row(A::TurnRight, Thing, "action-turn-right", "turn-right", &[letter('r'), letter(']')], can::turned),
    row(A::TurnLeftABit, Thing, "action-turn-left-a-bit", "turn-left", &[letter('{')], can::turned),
    row(A::TurnRightABit, Thing, "action-turn-right-a-bit", "turn-right", &[letter('}')], can::turned),
    row(A::Grow, Thing, "action-grow", "grow", &[letter('.'), letter('>')], can::resized),
    row(A::Shrink, Thing, "action-shrink", "shrink", &[letter(','), letter('<')], can::resized),
    row(A::AlignLeft, Thing, "action-align-left", "align-left", &[Shortcut::command_shift(Key::Left)], many::align),
    row(A::AlignCentre, Thing, "action-align-centre", "align-centre", &[far(Key::Char('c'))], many::align),
    row(A::AlignRight, Thing, "action-align-right", "align-right", &[Shortcut::command_shift(Key::Right)], many::align),
    row(A::AlignTop, Thing, "action-align-top", "align-top", &[Shortcut::command_shift(Key::Up)], many::align),
    row(A::AlignMiddle, Thing, "action-align-middle", "align-middle", &[far(Key::Char('v'))], many::align),
    row(A::AlignBottom, Thing, "action-align-bottom", "align-bottom", &[Shortcut::command_shift(Key::Down)], many::align),
    row(A::DistributeAcross, Thing, "action-distribute-across", "distribute-across", &[far(Key::Char('x'))], many::distribute),
    row(A::DistributeAlong, Thing, "action-distribute-along", "distribute-along", &[far(Key::Char('y'))], many::distribute),
    row(A::Wider, Thing, "action-wider", "grow", &[Shortcut::command_shift(Key::Right)], can::framed),
    row(A::Narrower, Thing, "action-narrower", "shrink", &[Shortcut::command_shift(Key::Left)], can::framed),
    row(A::Deeper, Thing, "action-deeper", "grow", &[Shortcut::command_shift(Key::Up)], can::framed),
    row(A::Shallower, Thing, "action-shallower", "shrink", &[Shortcut::command_shift(Key::Down)], can::framed),
    row(A::Group, Thing, "action-group", "group", &[letter('g')], many::group),
    row(A::Ungroup, Thing, "action-ungroup", "ungroup", &[far(Key::Char('g'))], many::ungroup),
    row(A::Lock, Thing, "action-lock", "lock", &[Shortcut::command_shift(Key::Char('l'))], many::lock),
    row(A::Unlock, Thing, "action-unlock", "unlock", &[Shortcut::command_shift(Key::Char('l'))], many::unlock),
    row(A::Hide, Thing, "action-hide", "hide", &[far(Key::Char('h'))], can::selected),
    row(A::ShowAll, Thing, "action-show-all", "show", &[], many::show_all),
    shell_on(A::Copy, Thing, "action-copy", "copy", &[command('c')], can::selected),
    shell_on(A::Cut, Thing, "action-cut", "cut", &[command('x')], many::free),
    shell_on(A::Paste, Edit, "action-paste", "paste", &[command('v')], can::always),
    shell_on(A::MakeRow, Thing, "action-make-row", "row", &[far(Key::Char('d'))], can::selected),
    shell_on(A::ReplaceKind, Thing, "action-replace-kind", "replace", &[far(Key::Char('k'))], many::replace),
    row(A::AddCorner, Thing, "action-add-corner", "corner-add", &[letter('c'), plain(Key::Insert)], can::add_corner),
    row(A::NextCorner, Thing, "action-next-corner", "corner-next", &[letter('j')], can::corners),
    row(A::PreviousCorner, Thing, "action-previous-corner", "corner-next", &[far(Key::Char('j'))], can::corners),
    row(A::NudgeLeft, Thing, "action-nudge-left", "arrow-left", &[plain(Key::Left), far(Key::Left), Shortcut::command(Key::Left)], can::nudged),
    row(A::NudgeRight, Thing, "action-nudge-right", "arrow-right", &[plain(Key::Right), far(Key::Right), Shortcut::command(Key::Right)], can::nudged),
    row(A::NudgeUp, Thing, "action-nudge-up", "arrow-up", &[plain(Key::Up), far(Key::Up), Shortcut::command(Key::Up)], can::nudged),
    row(A::NudgeDown, Thing, "action-nudge-down", "arrow-down", &[plain(Key::Down), far(Key::Down), Shortcut::command(Key::Down)], can::nudged),
    row(A::SelectNext, Edit, "action-select-next", "next", &[letter('n')], can::some_thing),
    row(A::SelectPrevious, Edit, "action-select-previous", "previous", &[far(Key::Char('n'))], can::some_thing),
    row(A::SelectAll, Edit, "action-select-all", "select-all", &[command('a')], can::some_thing),
    row(A::SelectKind, Edit, "action-select-kind", "select-kind", &[letter('k')], can::selected),
    row(A::ChooseSeveral, Edit, "action-choose-several", "lasso", &[letter('q')], can::some_thing),
    row(A::ChooseByRing, Edit, "action-choose-by-ring", "lasso", &[], can::some_thing),
    row(A::ChooseByBox, Edit, "action-choose-by-box", "choose-box", &[far(Key::Char('q'))], can::some_thing),
    row(A::PlaceHere, Draw, "action-place-here", "place", &[plain(Key::Enter)], can::place_here),
    row(A::PlaceAgain, Draw, "action-place-again", "duplicate", &[], can::place_again),
    row(A::Done, Draw, "action-done", "done", &[plain(Key::Enter)], can::done),
    row(A::EnterGroup, Edit, "action-enter-group", "enter-group", &[plain(Key::Enter)], many::enter_group),
    row(A::Cancel, Draw, "action-cancel", "cancel", &[plain(Key::Escape)], can::cancel),
    row(A::ClearMeasure, Draw, "action-clear-measure", "cancel", &[plain(Key::Escape)], can::clear_measure),
    row(A::SelectNone, Edit, "action-select-none", "select-none", &[plain(Key::Escape)], can::selected),
    row(A::ToolSelect, Draw, "action-tool-select", "pointer", &[letter('v')], can::always),
    row(A::ToolPan, Draw, "action-tool-pan", "hand", &[letter('h')], can::always),
    row(A::ToolOutline, Draw, "action-tool-outline", "outline", &[letter('p')], can::outline),
    row(A::ToolRectangle, Draw, "action-tool-rectangle", "rectangle", &[letter('u')], can::rectangle),
    row(A::ToolTurned, Draw, "action-tool-turned", "rectangle-turned", &[far(Key::Char('u'))], can::rectangle),
    row(A::ToolPath, Draw, "action-tool-path", "way", &[far(Key::Char('p'))], can::path),
    row(A::MeasureDistance, Draw, "action-measure-distance", "measure", &[letter('m')], can::always),
    row(A::MeasurePath, Draw, "action-measure-path", "measure-path", &[far(Key::Char('m'))], can::always),
    row(A::MeasureArea, Draw, "action-measure-area", "measure-area", &[], can::always),
    row(A::ToolNote, Draw, "action-tool-note", "wish", &[letter('t')], can::always),
    row(A::NextSnap, Draw, "action-next-snap", "snap", &[letter('s')], can::always),
    row(A::ZoomIn, View, "action-zoom-in", "zoom-in", &[letter('+'), letter('=')], can::zoom_in),
    row(A::ZoomOut, View, "action-zoom-out", "zoom-out", &[letter('-'), letter('_')], can::zoom_out),
    row(A::Fit, View, "action-fit", "fit", &[far(Key::Digit(1)), letter('0'), letter('f')], can::always),
    row(A::FitSelection, View, "action-fit-selection", "fit-selection", &[far(Key::Digit(2))], can::selected),
    row(A::TurnViewLeft, View, "action-turn-view-left", "turn-left", &[letter('4')], can::always),
    row(A::TurnViewRight, View, "action-turn-view-right", "turn-right", &[letter('6')], can::always),
    row(A::NorthUp, View, "action-north-up", "north", &[letter('5')], can::north_up),
    row(A::LevelSelected, View, "action-level-selected", "level", &[], can::level_selected),
    of_view(A::ChooseScale, "action-choose-scale", "ruler", &[far(Key::Digit(0))]),
    of_view(A::ShowLayers, "action-show-layers", "layers", &[far(Key::Char('l'))]),
    of_view(A::TogglePipes, "action-toggle-pipes", "pipes", &[letter('i')]),
    of_view(A::ToggleBefore, "action-toggle-before", "before", &[letter('\\'), letter('e')]),
    of_view(A::ToggleSplit, "action-toggle-split", "split", &[letter('|'), far(Key::Char('e'))]),
    of_view(A::ToggleMap, "action-toggle-map", "map", &[letter('o')]),
    row(A::PanLeft, View, "action-pan-left", "arrow-left", &[plain(Key::Left), Shortcut::command(Key::Left)], can::always),
    row(A::PanRight, View, "action-pan-right", "arrow-right", &[plain(Key::Right), Shortcut::command(Key::Right)], can::always),
    row(A::PanUp, View, "action-pan-up", "arrow-up", &[plain(Key::Up), Shortcut::command(Key::Up)], can::always),
    row(A::PanDown, View, "action-pan-down", "arrow-down", &[plain(Key::Down), Shortcut::command(Key::Down)], can::always),
    shell_on(A::ShowFindings, Would, "action-show-findings", "info", &[far(Key::Char('f'))], can::always),
    shell_on(A::ShowWalking, Would, "action-show-walking", "way", &[far(Key::Char('w'))], can::always),
    shell_on(A::ShowVehicles, Would, "action-show-vehicles", "engine", &[far(Key::Char('t'))], can::always),
    shell_on(A::ShowMyDoor, Would, "action-show-my-door", "pin", &[far(Key::Char('i'))], can::always),
    shell_on(A::ShowShadows, Would, "action-show-shadows", "sun", &[far(Key::Char('s'))], can::located),
    shell(A::Find, "action-find", "search", &[letter('/'), far(Key::Char('a'))], can::always),
    shell(A::ShowMenu, "action-show-menu", "menu", &[far(Key::F10), plain(Key::Menu)], can::always),
    shell(A::PlaceBeside, "action-place-beside", "beside", &[letter('b')], can::always),
    shell(A::ShowPalette, "action-show-palette", "palette", &[letter('a')], can::always),
    shell(A::ShowList, "action-show-list", "list", &[letter('l')], can::always),
    shell(A::ShowHistory, "action-show-history", "clock", &[letter('y')], can::always),
    shell(A::NameVersion, "action-name-version", "flag", &[], can::kept),
    shell(A::AddWish, "action-add-wish", "wish", &[letter('w')], can::always),
    shell(A::Submit, "action-submit", "send", &[], can::submit),
    shell(A::SaveFile, "action-save-file", "save", &[command('s')], can::always),
    shell(A::SaveAs, "action-save-as", "save", &[], can::always),
    shell(A::OpenFile, "action-open-file", "open", &[command('o')], can::always),
    shell(A::NewDesign, "action-new-design", "new", &[], can::always),
    shell(A::Help, "action-help", "help", &[letter('?')], can::always),
    shell(A::ToggleTheme, "action-toggle-theme", "theme", &[], can::always),
    shell(A::ToggleLanguage, "action-toggle-language", "language", &[], can::always),
    shell(A::ToggleLargeText, "action-toggle-large-text", "large-text", &[], can::always),
];

/// Whether the browser does an action at its own keys, by its clipboard's events: the key is left
/// to it, and no permission is asked.
pub(super) fn is_of_clipboard(action: Action) -> bool {
    matches!(action, A::Copy | A::Cut | A::Paste)
}

/// Whether an action only changes what is seen, so that it may be done in the middle of a drag.
pub(super) fn is_of_view(action: Action) -> bool {
    action.row().group == ActionGroup::View
}

//! Which panels and dialogs are open: the state of the page that is not the drawing.

use leptos::prelude::*;

use crate::app::browser::elements;
use crate::design::WishId;
use crate::design::stored::DesignName;

/// The panels beside or under the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// What may be placed.
    Palette,
    /// What is placed, and what is selected.
    #[default]
    Things,
    /// What the checks found.
    Findings,
    /// Wishes, questions and the title.
    Wishes,
    /// Steps and versions; reached by the menu, not by a tab.
    History,
    /// Layers, before and after, the view; reached by the button at the plan.
    Layers,
}

/// How high the bottom sheet of the phone stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Height {
    /// The handle alone.
    #[default]
    Low,
    /// Under the lower half of the plan.
    Half,
    /// Over nearly all of it.
    Full,
}

impl Height {
    /// The word in the page.
    pub fn word(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Half => "half",
            Self::Full => "full",
        }
    }
}

/// Something that lies over the page until it is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Keys and commands.
    Help,
    /// How the figures are reckoned.
    Figures,
    /// Of the map: that its shapes are invented.
    About,
    /// What will be sent.
    Submit,
    /// The receipt of what was sent.
    Receipt,
    /// What became of a design that was sent.
    Answered(DesignName),
    /// Whether to begin anew.
    New,
    /// The command palette.
    Find,
    /// The form that places a thing beside another.
    Beside,
    /// The form for a row of the same.
    Row,
    /// The kinds that what is chosen may become.
    Replace,
    /// How far it is on foot.
    Walking,
    /// Where the fire engine and other vehicles get.
    Vehicles,
    /// The card of one's own door.
    MyDoor,
    /// The drawing for paper and other programs.
    SaveAs,
}

/// The panels and dialogs of the page, to be copied into its components.
#[derive(Clone, Copy, Debug)]
pub struct Ui {
    /// Whether there is room for panels beside the plan.
    pub wide: RwSignal<bool>,
    /// The panel shown.
    pub panel: RwSignal<Panel>,
    /// The height of the sheet.
    pub height: RwSignal<Height>,
    /// The dialog that is open.
    pub dialog: RwSignal<Option<Dialog>>,
    /// Whether the menu is open.
    pub menu: RwSignal<bool>,
    /// Where in the window the menu at the hand is open.
    pub context: RwSignal<Option<(f64, f64)>>,
    /// Where in the window the hand last asked for that menu; none for the keyboard.
    pub pointed: StoredValue<Option<(f64, f64)>>,
    /// The words of the note that is being written, not kept yet, and of which wish they are.
    pub note: RwSignal<Option<(Option<WishId>, String)>>,
}

impl Ui {
    /// With panels beside the plan or, on a phone, under it.
    pub fn new(wide: bool) -> Self {
        Self {
            wide: RwSignal::new(wide),
            panel: RwSignal::new(Panel::default()),
            height: RwSignal::new(Height::default()),
            dialog: RwSignal::new(None),
            menu: RwSignal::new(false),
            context: RwSignal::new(None),
            pointed: StoredValue::new(None),
            note: RwSignal::new(None),
        }
    }
    /// Shows a panel; on a phone the sheet rises to it, and sinks when it was there already.
    pub fn toggle(self, panel: Panel) {
        let open = self.panel.get_untracked() == panel && self.height.get_untracked() != Height::Low;
        self.panel.set(panel);
        self.height.set(if open { Height::Low } else { Height::Half });
    }
    /// Shows a panel.
    pub fn show(self, panel: Panel) {
        self.panel.set(panel);
        if self.height.get_untracked() == Height::Low {
            self.height.set(Height::Half);
        }
    }
    /// Shows the palette, and puts the focus on its first card.
    pub fn show_palette(self) {
        if !self.wide.get_untracked() {
            self.show(Panel::Palette);
        }
        let first = || elements::focus_on("[data-testid=palette-item]");
        request_animation_frame(first);
    }
    /// Shows the card of what is selected.
    pub fn show_thing(self) {
        self.show(Panel::Things);
    }
    /// Shows what stood where the layers are.
    pub fn leave_layers(self) {
        if self.wide.get_untracked() {
            self.panel.set(Panel::Things);
        } else {
            self.make_way();
        }
    }
    /// Moves the sheet out of the way of the plan.
    pub fn make_way(self) {
        self.height.set(Height::Low);
    }
    /// Opens a dialog.
    pub fn open(self, dialog: Dialog) {
        self.menu.set(false);
        self.dialog.set(Some(dialog));
    }
}

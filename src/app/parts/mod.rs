//! Small components that pages share.

mod action_button;
mod fault_page;
pub mod gathering;
mod icon;
mod modal;
mod stepper;
mod toast;

pub use action_button::{ActionButton, keys_label};
pub use fault_page::FaultPage;
pub use icon::{Icon, SeverityMark};
pub use modal::Modal;
pub use stepper::Stepper;
pub use toast::{Teller, Toasts};

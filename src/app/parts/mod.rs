//! Small components that pages share.

mod action_button;
pub mod balance;
mod fault_page;
pub mod gathered;
pub mod gathering;
mod icon;
mod looks;
mod modal;
mod open_project;
pub mod plan_view;
pub mod qr;
pub mod save_as;
mod save_choice;
mod stepper;
mod toast;
pub mod token;

pub use action_button::{ActionButton, first_key};
pub use fault_page::FaultPage;
pub use icon::{Icon, SeverityMark};
pub use looks::Looks;
pub use modal::Modal;
pub use open_project::OpenProject;
pub use stepper::Stepper;
pub use toast::{Teller, Toasts};

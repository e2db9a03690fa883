//! Every use of the browser's own interfaces: the page, storage, network, clock, chance.

pub mod canvas;
mod canvas_pass;
pub mod card;
pub mod clipboard;
pub mod clock;
pub mod elements;
pub mod exchanger;
#[cfg(feature = "exchange")]
pub mod exchanging;
pub mod fetch;
pub mod files;
pub mod frames;
pub mod fullscreen;
pub mod gather;
mod hand;
pub mod later;
pub mod layers;
pub mod look;
pub mod online;
pub mod opened;
pub mod page;
pub mod painting;
pub mod pinyin;
pub mod pointer;
pub mod random;
pub mod reckoner;
pub mod reckoning;
mod resting;
mod screen;
pub mod send;
pub mod store;
mod subject;
pub mod within;

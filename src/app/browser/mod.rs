//! Every use of the browser's own interfaces: the page, storage, network, clock, chance.

pub mod canvas;
pub mod clock;
pub mod gather;
pub mod online;
pub mod page;
pub mod random;
pub mod send;
pub mod store;

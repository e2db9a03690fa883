//! Every use of the browser's own interfaces: the page, storage, network, clock, chance.

pub mod canvas;
pub mod gather;
pub mod page;

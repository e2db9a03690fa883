//! Every use of the browser's own interfaces: storage, network, clock, chance.

//! The browser program, built by Trunk.

fn main() {
    mulin::app::shell::start();
}

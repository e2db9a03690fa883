//! The program that reads and writes files of other programs, in a worker: fetched by the page when a file
//! is brought in or taken out. Built by Trunk.

fn main() {
    mulin::app::browser::exchanging::serve(mulin::exchange::perform_telling);
}

//! The program that draws the first page of a PDF, in a worker: fetched by the page when somebody picks a PDF to lie
//! underneath. Its memory is bounded (`build.rs`), since a PDF may ask for any. Built by Trunk.

fn main() {
    mulin::app::browser::exchanging::serve(mulin::exchange::page::draw_page);
}

//! The published vectors as a program of their own, so that they can be run as wasm: a panic is a trap.

fn main() {
    assert!(
        mulin::submission::sealed::published_vector_holds(),
        "the published vector of RFC 9180 does not hold here"
    );
}

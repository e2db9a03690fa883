//! Bounds the memory of the browser program that draws pages of PDFs: a page that asks for more ends its worker, and the
//! set-up says so (`formats/pdf_page.rs`, which has the same number for the native program).

/// In bytes, whole pages of WebAssembly.
const MOST_MEMORY: u32 = 256 * 1024 * 1024;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|now| now == value);
    if is("CARGO_CFG_TARGET_ARCH", "wasm32") && is("CARGO_FEATURE_APP", "1") {
        println!("cargo::rustc-link-arg-bin=pdf_page=--max-memory={MOST_MEMORY}");
    }
}

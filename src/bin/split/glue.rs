//! The JavaScript that wasm-bindgen writes beside a program, and the few words of it that change.

use walrus::Module;

use super::Fault;
use super::cut::{BRING, LATER};

/// Gives the program's imports short names, in the module and in its glue alike: their long names carry
/// hashes, which no compression makes smaller.
pub fn shorten(module: &mut Module, glue: &str) -> String {
    let mut glue = glue.to_owned();
    let mut count = 0;
    for import in module.imports.iter_mut().filter(|import| import.module != LATER) {
        let long = format!(" {}: ", import.name);
        if import.name.starts_with("__wb") && glue.matches(&long).count() == 1 {
            let short = format!("i{count}");
            count += 1;
            glue = glue.replacen(&long, &format!(" {short}: "), 1);
            import.name = short;
        }
    }
    glue
}

/// Hands `bring` to the program: boot.js has it, since it knows where the second part is.
pub fn with_bring(glue: &str) -> Result<String, Fault> {
    let imports = ": import0,";
    if glue.matches(imports).count() != 1 {
        return Err("wasm-bindgen writes its imports in a new way: look at glue.rs".into());
    }
    let bring =
        format!(": import0,\n        \"{LATER}\": {{ {BRING}: () => globalThis.mulin.bring(wasm) }},");
    Ok(glue.replacen(imports, &bring, 1))
}

//! `mulin import --design`: a design that comes back from CAD or GIS.

use std::path::Path;
use std::process::ExitCode;

use crate::design::stored::{self, DesignName};
use crate::exchange::{Back, back};
use crate::text::Message;

use super::documents::{project_in, warn_of_other};
use super::import::{bytes_of, is_folder};
use super::{Stop, tell, warn};

/// Writes the design of a file as a document; into a folder all designs of the file, each under the hash of its bytes. What
/// had to be mended goes to stderr, one sentence a line.
pub fn run(input: &Path, project: &Path, output: &Path) -> Result<ExitCode, Stop> {
    let project = project_in(project)?;
    let name = input.file_name().unwrap_or_default().to_string_lossy();
    let designs = back(&name, &bytes_of(input)?, &project).map_err(Stop)?;
    for Back { design, problems } in &designs {
        warn_of_other(design, &project);
        for problem in problems {
            warn(&problem.sentence());
        }
    }
    let unwritable = |why: std::io::Error| Stop::at("cli-unwritable", output, &why);
    match designs.as_slice() {
        designs if is_folder(output) => {
            std::fs::create_dir_all(output).map_err(unwritable)?;
            for one in designs {
                let bytes = stored::write(&one.design);
                let file = output.join(format!("{}.json", DesignName::of(&bytes)));
                std::fs::write(file, bytes).map_err(unwritable)?;
            }
        }
        [only] => std::fs::write(output, stored::write(&only.design)).map_err(unwritable)?,
        several => return Err(Stop(Message::new("cli-back-several").with("n", several.len()))),
    }
    let done = Message::new("cli-back")
        .with("n", designs.len())
        .with("path", output.display().to_string());
    tell(&done);
    Ok(ExitCode::SUCCESS)
}

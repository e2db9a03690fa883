//! The planner's token: made once, kept in a file, compared without telling how much of it fits.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use axum::http::{HeaderMap, header};
use rand::TryRngCore;
use rand::rngs::OsRng;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::cli::Stop;
use crate::text::Message;

/// Random bytes of a new token: 160 bits.
const BYTES: usize = 20;
/// The fewest characters of a token that somebody chose.
const FEWEST: usize = 16;

/// What a planner's request carries. Only its hash is in memory.
#[derive(Clone)]
pub struct PlannerToken([u8; 32]);

impl PlannerToken {
    /// The token of this text.
    pub fn of(text: &str) -> Self {
        Self(Sha256::digest(text.as_bytes()).into())
    }

    /// The token kept in a file, which is made (readable by its owner alone) when it is not there.
    pub fn kept_at(file: &Path) -> Result<Self, Stop> {
        match std::fs::read_to_string(file) {
            Ok(text) if text.trim().len() >= FEWEST => Ok(Self::of(text.trim())),
            Ok(_) => Err(Stop(
                Message::new("cli-token-too-short")
                    .with("path", file.display().to_string())
                    .with("fewest", FEWEST),
            )),
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => made_at(file),
            Err(why) => Err(Stop::at("cli-token-unreadable", file, &why)),
        }
    }

    /// Whether the request carries this token. Hashes are compared, so that neither the time taken
    /// nor the length tells anything of the token.
    pub fn opens(&self, headers: &HeaderMap) -> bool {
        let shown = headers
            .get(header::AUTHORIZATION)
            .and_then(|value| value.to_str().ok()?.split_once(' '))
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
            .map_or("", |(_, token)| token.trim());
        Self::of(shown).0.ct_eq(&self.0).into()
    }
}

fn made_at(file: &Path) -> Result<PlannerToken, Stop> {
    let mut bytes = [0; BYTES];
    OsRng
        .try_fill_bytes(&mut bytes)
        .map_err(|why| Stop::at("cli-token-unwritable", file, &why))?;
    let text = bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    });
    write_private(file, &text).map_err(|why| Stop::at("cli-token-unwritable", file, &why))?;
    Ok(PlannerToken::of(&text))
}

/// Temporary files are readable by their owner alone (mode 600), and this one keeps that.
fn write_private(file: &Path, text: &str) -> std::io::Result<()> {
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut written = tempfile::NamedTempFile::new_in(folder)?;
    writeln!(written, "{text}")?;
    written.as_file().sync_all()?;
    written.persist_noclobber(file)?;
    Ok(())
}

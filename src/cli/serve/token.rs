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
/// What a file begins with that holds the token's hash in its place.
const HASHED: &str = "sha256:";
/// The fewest characters of a token that somebody chose.
const FEWEST: usize = 16;

/// What a planner's request carries. Only its hash is in memory.
#[derive(Clone, PartialEq, Eq)]
pub struct PlannerToken([u8; 32]);

impl PlannerToken {
    /// The token of this text.
    pub fn of(text: &str) -> Self {
        Self(Sha256::digest(text.as_bytes()).into())
    }

    /// The token kept in a file, which is made (readable by its owner alone) when it is not there.
    pub fn kept_at(file: &Path) -> Result<Self, Stop> {
        match std::fs::read_to_string(file) {
            Ok(text) if text.starts_with(HASHED) => Self::hashed(text.trim()).ok_or_else(|| {
                Stop(Message::new("cli-token-hash-broken").with("path", file.display().to_string()))
            }),
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

    /// The token of `sha256:` and 64 hex digits.
    fn hashed(text: &str) -> Option<Self> {
        let hex = text.strip_prefix(HASHED)?;
        let digits: Vec<u8> = (0..64)
            .step_by(2)
            .map(|at| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok())
            .collect::<Option<_>>()?;
        (hex.len() == 64).then(|| digits.try_into().ok().map(Self))?
    }

    /// Leaves only the token's hash in its file, and gives the token a last time; none when the hash is all
    /// that was left.
    pub fn forget_at(file: &Path) -> Result<Option<String>, Stop> {
        let token = Self::kept_at(file)?;
        let unreadable = |why: std::io::Error| Stop::at("cli-token-unreadable", file, &why);
        let text = std::fs::read_to_string(file).map_err(unreadable)?;
        if text.starts_with(HASHED) {
            return Ok(None);
        }
        let hash = HASHED.to_owned() + &hex(&token.0);
        write_private(file, &hash, true).map_err(|why| Stop::at("cli-token-unwritable", file, &why))?;
        Ok(Some(text.trim().to_owned()))
    }

    /// Whether a request shows any token.
    pub fn shown(headers: &HeaderMap) -> bool {
        headers.contains_key(header::AUTHORIZATION)
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
    let text = hex(&bytes);
    write_private(file, &text, false).map_err(|why| Stop::at("cli-token-unwritable", file, &why))?;
    Ok(PlannerToken::of(&text))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Temporary files are readable by their owner alone (mode 600), and this one keeps that.
fn write_private(file: &Path, text: &str, anew: bool) -> std::io::Result<()> {
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut written = tempfile::NamedTempFile::new_in(folder)?;
    writeln!(written, "{text}")?;
    written.as_file().sync_all()?;
    if anew {
        written.persist(file)?;
    } else {
        written.persist_noclobber(file)?;
    }
    Ok(())
}

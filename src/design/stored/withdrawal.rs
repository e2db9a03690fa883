//! The document by which a resident takes back what was sent: `mulin.withdrawal/1`.
//!
//! A design carries the hash of a secret that its author's device keeps (the member `withdraw`). A
//! withdrawal shows the secret, and so withdraws every design with that hash: all versions of a drawing
//! that this device sent. It is put like a design, under the hash of its bytes, so that any host
//! takes it, and it proves itself: no key, no account, and nothing of the design needs to be there any more.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::design::Design;

use super::{DesignName, ReadFault};

/// A withdrawal that was read, or is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// The project that it belongs to.
    pub project: String,
    /// The designs that the device knows of: where a host may look, and no more.
    pub designs: Vec<DesignName>,
    /// When it was written, as its author's clock said (RFC 3339).
    pub at: String,
    secret: [u8; 32],
}

#[derive(Serialize, Deserialize)]
struct Document {
    schema: String,
    project: String,
    secret: String,
    #[serde(default)]
    designs: Vec<String>,
    #[serde(default)]
    at: String,
}

impl Withdrawal {
    /// The name of this version in documents.
    pub const SCHEMA: &str = "mulin.withdrawal/1";
    /// The member of a design that says what withdraws it.
    pub const MEMBER: &str = "withdraw";
    /// So many designs may be named.
    pub const MOST: usize = 500;

    /// A withdrawal of designs by the secret behind them. More than [`Self::MOST`] are not named, and withdrawn all the same.
    pub fn new(project: &str, secret: [u8; 32], designs: &[DesignName], at: &str) -> Self {
        Self {
            project: project.to_owned(),
            designs: designs.iter().take(Self::MOST).copied().collect(),
            at: at.to_owned(),
            secret,
        }
    }

    /// What designs carry that this secret withdraws: the lowercase hex SHA-256 of its 32 bytes.
    pub fn token_of(secret: &[u8; 32]) -> String {
        hex(&Sha256::digest(secret))
    }
    /// What the designs carry that this withdraws.
    pub fn token(&self) -> String {
        Self::token_of(&self.secret)
    }
    /// What a design carries that can be withdrawn.
    pub fn token_in(design: &Design) -> Option<&str> {
        design.extra.get(Self::MEMBER)?.as_str()
    }
    /// Whether it withdraws a design.
    pub fn withdraws(&self, design: &Design) -> bool {
        Self::token_in(design) == Some(self.token().as_str())
    }

    /// Reads a withdrawal; none where the document does not say that it is one.
    ///
    /// # Errors
    /// What is wrong with one that says so.
    pub fn read(bytes: &[u8]) -> Option<Result<Self, ReadFault>> {
        #[derive(Deserialize)]
        struct Head {
            schema: String,
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let head: Head = serde_json::from_slice(bytes).ok()?;
        (head.schema == Self::SCHEMA).then(|| Self::whole(bytes))
    }

    fn whole(bytes: &[u8]) -> Result<Self, ReadFault> {
        let fault = |why: &str| ReadFault::NotADesign(why.to_owned());
        let document: Document =
            serde_json::from_slice(bytes).map_err(|why| ReadFault::NotADesign(why.to_string()))?;
        if document.designs.len() > Self::MOST {
            return Err(ReadFault::TooMany);
        }
        let designs: Result<Vec<DesignName>, ()> = document.designs.iter().map(|name| name.parse()).collect();
        Ok(Self {
            project: document.project,
            designs: designs.map_err(|()| fault("one of its 'designs' is no name"))?,
            at: document.at,
            secret: unhex(&document.secret).ok_or_else(|| fault("its 'secret' is not 32 bytes in hex"))?,
        })
    }

    /// Its bytes; [`DesignName::of`] names them.
    pub fn write(&self) -> Vec<u8> {
        let document = Document {
            schema: Self::SCHEMA.to_owned(),
            project: self.project.clone(),
            secret: hex(&self.secret),
            designs: self.designs.iter().map(DesignName::to_string).collect(),
            at: self.at.clone(),
        };
        // Text and lists of text cannot fail to be written.
        serde_json::to_vec(&document).unwrap_or_default()
    }
}

/// Bytes in lowercase hex.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    // A name is 32 bytes in hex too, and is read as strictly.
    text.parse::<DesignName>().ok().map(|name| name.digest())
}

//! Whose keys contact details are sealed to, as `project.json` has it under `contacts`.

use serde::{Deserialize, Serialize};

use super::ProjectFile;

/// A planner who may read contact details.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannerKey {
    /// Who keeps the secret key.
    pub holder: String,
    /// The public key: `mulin-key-1:…`.
    pub key: String,
    /// The rehearsal's envelope, sealed to this key.
    pub envelope: String,
    /// What shows that the envelope was opened: the hash of the code in it.
    pub check: String,
    /// The code, once its holder has opened the envelope.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<String>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Contacts {
    #[serde(default)]
    keys: Vec<PlannerKey>,
}

/// The member of `project.json`.
const MEMBER: &str = "contacts";

impl ProjectFile {
    /// The planners' keys; none where the round asks for no contact details.
    ///
    /// # Errors
    /// What is wrong with the member, in the words of the JSON reader.
    pub fn planner_keys(&self) -> Result<Vec<PlannerKey>, String> {
        let Some(member) = self.extra.get(MEMBER) else {
            return Ok(Vec::new());
        };
        serde_json::from_value::<Contacts>(member.clone())
            .map(|contacts| contacts.keys)
            .map_err(|why| why.to_string())
    }
    /// Sets them; whatever else the member holds is kept.
    pub fn set_planner_keys(&mut self, keys: &[PlannerKey]) {
        let member = self.extra.entry(MEMBER).or_insert_with(|| serde_json::json!({}));
        if !member.is_object() {
            *member = serde_json::json!({});
        }
        member["keys"] = serde_json::to_value(keys).unwrap_or_default();
    }
}

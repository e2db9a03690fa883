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
    #[serde(default)]
    until: String,
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
    /// The last day on which contact details are kept, as `2027-03-31`; none where the project does not
    /// say one, and then none may be asked for.
    pub fn contacts_kept_until(&self) -> Option<String> {
        let member = self.extra.get(MEMBER)?;
        let contacts: Contacts = serde_json::from_value(member.clone()).ok()?;
        let day = contacts.until;
        is_day(&day).then_some(day)
    }
    /// Sets the last day on which contact details are kept, `2027-03-31`; false where that is no day.
    pub fn set_contacts_kept_until(&mut self, day: &str) -> bool {
        let sound = is_day(day);
        if sound {
            self.contacts_member()["until"] = day.into();
        }
        sound
    }
    /// Sets them; whatever else the member holds is kept.
    pub fn set_planner_keys(&mut self, keys: &[PlannerKey]) {
        self.contacts_member()["keys"] = serde_json::to_value(keys).unwrap_or_default();
    }
    fn contacts_member(&mut self) -> &mut serde_json::Value {
        let member = self.extra.entry(MEMBER).or_insert_with(|| serde_json::json!({}));
        if !member.is_object() {
            *member = serde_json::json!({});
        }
        member
    }
}

/// Whether it is written like a day and has no month or day that no calendar has. Days so written compare as text.
fn is_day(text: &str) -> bool {
    let digits = |at: &(usize, u8)| match at.0 {
        4 | 7 => at.1 == b'-',
        _ => at.1.is_ascii_digit(),
    };
    let within = |part: Option<&str>, most: u8| {
        part.and_then(|part| part.parse::<u8>().ok())
            .is_some_and(|n| (1..=most).contains(&n))
    };
    text.len() == 10
        && text.bytes().enumerate().all(|at| digits(&at))
        && within(text.get(5..7), 12)
        && within(text.get(8..10), 31)
}

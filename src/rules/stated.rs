//! Which rules a design was drawn under, as the document says it: the profile, what the facilitator
//! switched off, and the project's own numbers.

use serde_json::json;

use crate::design::Design;
use crate::project::RuleChoice;
use crate::text::{Arg, Message};

use super::profile::{DEFAULT_PROFILE, Profile, ProfileFault};

/// The member of the document.
const MEMBER: &str = "rules";

/// The design with a word on the rules of its project: said when it is sent.
#[must_use]
pub fn stating_rules(design: &Design, choice: &RuleChoice) -> Design {
    let mut stating = design.clone();
    let profile = choice.profile.as_deref().unwrap_or(DEFAULT_PROFILE);
    let mut said = json!({ "profile": profile, "off": choice.off });
    if let (false, Some(members)) = (choice.numbers.is_empty(), said.as_object_mut()) {
        members.insert("numbers".to_owned(), json!(choice.numbers));
    }
    stating.extra.insert(MEMBER.to_owned(), said);
    stating
}

/// What a design that was sent says of its rules; none where it says nothing, as before this was said.
pub fn stated_rules(design: &Design) -> Option<RuleChoice> {
    serde_json::from_value(design.extra.get(MEMBER).cloned()?).ok()
}

/// The sentences on a design's rules: which are off, and by whose numbers the others were checked.
pub fn rules_said(choice: &RuleChoice) -> Vec<Message> {
    let mut said = Vec::new();
    if let Some(profile) = Profile::all().find(|(id, _)| Some(*id) == choice.profile.as_deref()) {
        said.push(Message::new("rules-profile").with("profile", profile_name(profile.0)));
    }
    if let Some((first, rest)) = choice.off.split_first() {
        let first = Message::new("named").with("name", rule_name(first));
        let all = rest.iter().fold(first, |all, rule| {
            Message::new("rules-and")
                .with("first", all)
                .with("next", rule_name(rule))
        });
        said.push(Message::new("findings-off").with("rules", all));
    }
    if !choice.numbers.is_empty() {
        said.push(Message::new("rules-numbers").with("n", choice.numbers.len()));
    }
    said
}

/// The name of a rule, as an argument of a sentence.
pub fn rule_name(rule: &str) -> Arg {
    Arg::Key {
        key: format!("rule-{rule}"),
        or: rule.to_owned(),
    }
}

/// The name of a profile, as an argument of a sentence.
pub fn profile_name(profile: &str) -> Arg {
    let key = match profile {
        "national" => "profile-national",
        "shandong" => "profile-shandong",
        "fuzhou" => "profile-fuzhou",
        "xuzhou" => "profile-xuzhou",
        "beijing" => "profile-beijing",
        other => return Arg::Text(other.to_owned()),
    };
    Message::new(key).into()
}

/// What of a project's choice cannot be used, in a sentence.
pub fn fault_message(fault: &ProfileFault) -> Message {
    match fault {
        ProfileFault::NoSuchProfile(id) => Message::new("rules-no-such-profile").with("profile", id.as_str()),
        ProfileFault::NoSuchNumber(name) => {
            Message::new("rules-no-such-number").with("number", name.as_str())
        }
        ProfileFault::Absurd {
            name,
            value,
            least,
            most,
        } => Message::new("rules-absurd")
            .with("number", name.as_str())
            .number("value", *value, 3)
            .number("least", *least, 3)
            .number("most", *most, 3),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::stored;
    use crate::text::{Lang, say};

    #[test]
    fn a_design_that_is_sent_says_which_rules_were_off() {
        let choice = RuleChoice {
            profile: Some("fuzhou".to_owned()),
            off: vec!["noise".to_owned(), "budget".to_owned()],
            ..RuleChoice::default()
        };
        let design = Design::new("t", "");
        assert_eq!(stated_rules(&design), None);
        let sent = stored::write(&stating_rules(&design, &choice));
        let (read, _) = stored::read(&sent).unwrap();
        assert_eq!(stated_rules(&read), Some(choice.clone()));
        let said: Vec<String> = rules_said(&choice)
            .iter()
            .map(|said| say(Lang::En, said))
            .collect();
        assert!(said[0].contains("Fuzhou"), "{said:?}");
        assert!(said[1].contains("Noise · Budget"), "{said:?}");
    }
}

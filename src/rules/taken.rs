//! What rules take for granted where no map says it: told with what they find, so that nobody takes an
//! assumption for a measurement.

use crate::text::Message;

use super::Survey;

/// What the rules that are checked on a project take for granted, by their ids.
pub fn assumed(survey: &Survey) -> Vec<(&'static str, Message)> {
    let checked = survey.rules.iter().map(|rule| rule.id);
    checked
        .filter_map(|rule| {
            let key = match rule {
                "fire-lane" | "fire-dead-end" | "fire-turning" => "assumed-drivable",
                "step-free" => "assumed-level",
                "waste-radius" => "assumed-no-stations",
                _ => return None,
            };
            let way = survey.profile().provision("fire-lane.way");
            let way = way.map_or(0.0, |way| way.value);
            Some((rule, Message::new(key).number("way", way, 1)))
        })
        .collect()
}

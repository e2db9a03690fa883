//! An object of `project.json` read member by member, with a sentence for whatever does not fit.

use serde_json::{Map, Value};

use crate::text::{Arg, Message};

/// An object of `project.json`, with what leads to it for the sentences.
pub(super) struct Row<'a> {
    pub members: &'a Map<String, Value>,
    path: &'static str,
}

impl<'a> Row<'a> {
    pub fn of(value: &'a Value, path: &'static str) -> Result<Self, Message> {
        let members = value
            .as_object()
            .ok_or_else(|| Message::new("own-not-an-object").with("member", path))?;
        Ok(Self { members, path })
    }
    pub fn fault(&self, key: &'static str, member: &str) -> Message {
        Message::new(key).with("member", called(&format!("{}{member}", self.path)))
    }
    pub fn text(&self, member: &str) -> Option<&'a str> {
        self.members.get(member)?.as_str()
    }
    pub fn inner(&self, member: &'static str) -> Result<Option<Row<'a>>, Message> {
        let path = match member {
            "gain" => "gain.",
            "price" => "price.",
            "width" => "width.",
            "depth" => "depth.",
            _ => "",
        };
        match self.members.get(member) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Object(members)) => Ok(Some(Row { members, path })),
            Some(_) => Err(Message::new("own-not-an-object").with("member", member)),
        }
    }
    pub fn number(&self, member: &str, (least, most): (f64, f64)) -> Result<Option<f64>, Message> {
        let Some(value) = self.members.get(member) else {
            return Ok(None);
        };
        let number = value.as_f64().filter(|number| (least..=most).contains(number));
        number.map(Some).ok_or_else(|| {
            let shown: String = value.to_string().chars().take(30).collect();
            self.fault("own-number", member)
                .with("value", shown)
                .number("least", least, 2)
                .number("most", most, 0)
        })
    }
    pub fn pair(&self, member: &str, within: (f64, f64)) -> Result<Option<(f64, f64)>, Message> {
        let Some(value) = self.members.get(member) else {
            return Ok(None);
        };
        let end = |at: usize| {
            value
                .get(at)
                .and_then(Value::as_f64)
                .filter(|n| (within.0..=within.1).contains(n))
        };
        match (value.as_array().map(Vec::len), end(0), end(1)) {
            (Some(2), Some(x), Some(y)) => Ok(Some((x, y))),
            _ => Err(self
                .fault("own-pair", member)
                .number("least", within.0, 2)
                .number("most", within.1, 0)),
        }
    }
    pub fn flag(&self, member: &str) -> Result<Option<bool>, Message> {
        match self.members.get(member) {
            None => Ok(None),
            Some(Value::Bool(flag)) => Ok(Some(*flag)),
            Some(_) => Err(self.fault("own-flag", member)),
        }
    }
    pub fn word<T: Copy>(&self, member: &str, words: &[(&str, T)]) -> Result<Option<T>, Message> {
        let Some(value) = self.members.get(member) else {
            return Ok(None);
        };
        let word = value.as_str().unwrap_or_default();
        let found = words.iter().find(|(known, _)| *known == word);
        found.map(|(_, value)| Some(*value)).ok_or_else(|| {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let shown: String = value.to_string().chars().take(30).collect();
            self.fault("own-word", member)
                .with("value", shown)
                .with("words", known.join(", "))
        })
    }
}

/// What the form calls each member; others are called by their name in the file.
const LABELS: [(&str, &str); 22] = [
    ("size", "kinds-size"),
    ("width", "kinds-width"),
    ("width.min", "kinds-width-min"),
    ("width.max", "kinds-width-max"),
    ("depth", "kinds-depth"),
    ("depth.min", "kinds-depth-min"),
    ("depth.max", "kinds-depth-max"),
    ("height", "kinds-height"),
    ("names", "kinds-names"),
    ("price.yuan", "kinds-yuan"),
    ("price.low", "kinds-low"),
    ("price.high", "kinds-high"),
    ("price.unit", "kinds-unit"),
    ("gain.seats", "kinds-seats"),
    ("gain.seatsPerMetre", "kinds-seats-metre"),
    ("gain.green", "kinds-green"),
    ("gain.activity", "kinds-activity"),
    ("gain.bays", "kinds-bays"),
    ("gain.slots", "kinds-slots"),
    ("clearances.metres", "kinds-clearances"),
    ("drawing.size", "kinds-drawing"),
    ("drawing.at", "kinds-drawing"),
];

fn called(member: &str) -> Arg {
    match LABELS.iter().find(|(known, _)| *known == member) {
        Some((_, key)) => Message::new("own-member")
            .with("what", Message::new(key))
            .with("name", member)
            .into(),
        None => Arg::from(member),
    }
}

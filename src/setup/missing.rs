//! What is still to be done before residents can draw.

use std::sync::Arc;

use crate::estate::{Class, GateUse};
use crate::project::{Project, ProjectFile, Underlay, in_language};
use crate::rules::Survey;
use crate::text::{Lang, Message};

use super::Draft;
use super::homes::House;
use super::round::{Phase, empty_questions};

/// The steps of the set-up, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// What is what.
    Things,
    /// The picture underneath, and what is traced from it.
    Picture,
    /// The edge of the estate.
    Edge,
    /// Gates and stair doors.
    Doors,
    /// Homes by house.
    Homes,
    /// What residents can place.
    Kinds,
    /// Title, money, rules, dates, questions.
    Round,
    /// The folder is saved.
    Save,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Self; 8] = [
        Self::Things,
        Self::Picture,
        Self::Edge,
        Self::Doors,
        Self::Homes,
        Self::Kinds,
        Self::Round,
        Self::Save,
    ];

    /// The word for it in the page.
    pub fn word(self) -> &'static str {
        match self {
            Self::Things => "things",
            Self::Picture => "picture",
            Self::Edge => "edge",
            Self::Doors => "doors",
            Self::Homes => "homes",
            Self::Kinds => "kinds",
            Self::Round => "round",
            Self::Save => "save",
        }
    }
    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Things => "setup-step-things",
            Self::Picture => "setup-step-picture",
            Self::Edge => "setup-step-edge",
            Self::Doors => "setup-step-doors",
            Self::Homes => "setup-step-homes",
            Self::Kinds => "setup-step-kinds",
            Self::Round => "setup-step-round",
            Self::Save => "setup-step-save",
        }
    }
}

/// Something that is still to be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Missing {
    /// Where it is done.
    pub step: Step,
    /// What.
    pub what: Message,
    /// Whether residents cannot draw without it. Otherwise the page only says less to them.
    pub stops: bool,
}

impl Draft {
    /// What is still to be done, in the order of the steps.
    pub fn missing(&self) -> Vec<Missing> {
        let mut missing = Vec::new();
        let mut say = |step: Step, stops: bool, what: Message| missing.push(Missing { step, what, stops });
        let houses = House::all(&self.estate);
        let any = |is: fn(&Class) -> bool| self.estate.features().iter().any(|thing| is(&thing.class));
        if self.estate.buildings().next().is_none() {
            say(Step::Things, true, Message::new("setup-missing-buildings"));
        }
        if !any(|class| matches!(class, Class::Road { .. })) {
            say(Step::Things, false, Message::new("setup-missing-roads"));
        }
        if self.estate.boundary().is_none() {
            say(Step::Edge, true, Message::new("setup-missing-edge"));
        }
        if !any(|class| {
            matches!(
                class,
                Class::Gate {
                    usage: GateUse::Vehicle
                }
            )
        }) {
            say(Step::Doors, false, Message::new("setup-missing-gate"));
        }
        let count = |is: &dyn Fn(&House) -> bool| houses.iter().filter(|house| is(house)).count();
        let counted = [
            (
                Step::Doors,
                "setup-missing-doors",
                count(&|house| house.doors == 0),
            ),
            (
                Step::Homes,
                "setup-missing-storeys",
                count(&|house| house.storeys.is_none()),
            ),
            (
                Step::Homes,
                "setup-missing-homes",
                count(&|house| house.homes == 0),
            ),
            (
                Step::Homes,
                "setup-missing-names",
                count(&|house| house.name.is_empty()),
            ),
            (
                Step::Round,
                "setup-missing-questions",
                empty_questions(&self.file),
            ),
        ];
        for (step, key, n) in counted.into_iter().filter(|(_, _, n)| *n > 0) {
            say(step, false, Message::new(key).with("n", n));
        }
        if Lang::ALL
            .iter()
            .all(|lang| in_language(&self.file.title, *lang).trim().is_empty())
        {
            say(Step::Round, true, Message::new("setup-missing-title"));
        }
        if Phase::of(&self.file).is_upside_down() {
            say(Step::Round, true, Message::new("setup-missing-dates"));
        }
        missing.sort_by_key(|missing| Step::ALL.iter().position(|step| *step == missing.step));
        missing
    }
    /// The rules that cannot be checked on it, as sentences: each says what it would need.
    pub fn unchecked(&self) -> Vec<(&'static str, Message)> {
        let project = self.project();
        let survey = Survey::new(&project);
        survey
            .not_checked()
            .iter()
            .map(|rule| (rule.rule, rule.why.clone()))
            .collect()
    }
    /// `project.json` as it is written: with the picture underneath.
    pub fn written(&self) -> ProjectFile {
        let mut file = self.file.clone();
        Underlay::write(
            self.picture.as_ref().map(|picture| &picture.underlay),
            &mut file.extra,
        );
        file
    }
    /// The project as residents would open it.
    pub fn project(&self) -> Project {
        Project {
            file: self.written(),
            estate: self.estate.clone(),
            catalogue: Arc::new(self.catalogue()),
        }
    }
}

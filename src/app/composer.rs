//! Composing away from the page: the worker's desk. Pure, so that it is tested without a browser.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::bench::Bench;
use crate::agreement::{
    Composer, Composition, Grouping, Limits, Progress, Sketch, Sketches, read_composition, write_composition,
};
use crate::design::stored::{self, DesignName};
use crate::formats::project_folder;
use crate::project::Project;
use crate::rules::Survey;
use crate::text::Message;

/// What the page says to its worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Ask {
    /// The files of the project; said once, first.
    Project {
        /// `project.json`.
        file: Vec<u8>,
        /// The estate's file.
        estate: Vec<u8>,
    },
    /// A design with its name; said of each.
    Design(String, String),
    /// All designs are said: compose from them.
    Compose(Order),
    /// End with what there is.
    Stop,
}

/// How it is to be composed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Order {
    /// The titles of the proposals; there are as many.
    pub titles: Vec<String>,
    /// The kernel's bandwidth in metres.
    pub bandwidth: f64,
    /// The seed of the groups.
    pub seed: u64,
}

/// What the worker says to its page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Said {
    /// How far it is: 0 to 1, and which proposal.
    Progress(f64, usize),
    /// What was composed, for [`crate::agreement::read_composition`].
    Done(String),
    /// It cannot compose: what was said before is no project.
    Failed,
}

/// How composing stands, as the page shows it.
#[derive(Clone, Debug, Default)]
pub enum Composing {
    /// Nothing was composed.
    #[default]
    Nothing,
    /// It goes on.
    Going(Progress),
    /// It was stopped, or all is done.
    Done(Arc<Composition>),
    /// It came to nothing, for a reason that is no matter of the designs.
    Failed(ComposeFault),
}

/// Why composing came to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComposeFault {
    /// The worker could not read the project.
    NoProject,
    /// What the worker gave back could not be read.
    NotUnderstood,
}

impl ComposeFault {
    /// The sentence for people.
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::NoProject => "compose-failed-project",
            Self::NotUnderstood => "compose-failed-answer",
        })
    }
}

impl Composing {
    /// What the page shows after the worker said something.
    pub fn heard(said: Said, survey: &Survey) -> Self {
        match said {
            Said::Progress(share, proposal) => Self::Going(Progress { share, proposal }),
            Said::Done(text) => match read_composition(&text, survey) {
                Some(done) => Self::Done(Arc::new(done)),
                None => Self::Failed(ComposeFault::NotUnderstood),
            },
            Said::Failed => Self::Failed(ComposeFault::NoProject),
        }
    }
}

/// The worker's desk.
#[derive(Default)]
pub struct ComposingBench {
    project: Option<(Project, Arc<Survey>)>,
    designs: Vec<(DesignName, Sketch)>,
    order: Option<Order>,
    composer: Option<Composer>,
    is_stopped: bool,
}

impl Bench for ComposingBench {
    const NAME: &'static str = "composing";
    type Ask = Ask;
    type Said = Said;

    /// Takes what the page says; a fault is told at once.
    fn take(&mut self, ask: Ask) -> Option<Said> {
        match ask {
            Ask::Project { file, estate } => {
                let read = project_folder::read(&file, &estate).ok();
                self.project = read.map(|(project, _)| {
                    let survey = Survey::new(&project);
                    (project, survey)
                });
            }
            Ask::Design(name, text) => {
                let read = stored::read(text.as_bytes()).ok();
                // The page has read it before; one that cannot be read here counts for neither.
                self.designs
                    .extend(name.parse().ok().zip(read.map(|(design, _)| Sketch::of(&design))));
            }
            Ask::Compose(order) => {
                if self.project.is_none() {
                    return Some(Said::Failed);
                }
                self.order = Some(order);
            }
            Ask::Stop => self.is_stopped = true,
        }
        None
    }
    fn doing(&self) -> Option<&'static str> {
        (self.order.is_some() || self.composer.is_some()).then_some("mulin:composing")
    }
    fn work(&mut self) -> Option<Said> {
        if let Some(order) = self.order.take() {
            if self.is_stopped {
                // Grouping many designs takes long, and nobody waits for it.
                let designs = std::mem::take(&mut self.designs).len();
                return Some(Said::Done(write_composition(&Composition::stopped(designs))));
            }
            let (project, survey) = self.project.as_ref()?;
            let sketches = Sketches::of(std::mem::take(&mut self.designs));
            let grouping = Grouping::by_likeness(sketches.columns(), project.estate.bounds(), order.seed);
            let limits = Limits {
                proposals: order.titles.len(),
                bandwidth: order.bandwidth,
                titles: order.titles,
            };
            self.composer = Some(Composer::new(project, survey.clone(), sketches, grouping, limits));
            return Some(Said::Progress(0.0, 0));
        }
        let composer = self.composer.as_mut()?;
        if let Some(progress) = (!self.is_stopped).then(|| composer.step()).flatten() {
            return Some(Said::Progress(progress.share, progress.proposal));
        }
        let done = self.composer.take()?.finish();
        Some(Said::Done(write_composition(&done)))
    }
}

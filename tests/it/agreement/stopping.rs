//! Composing a step at a time: how far it is, and what is said where it is stopped.

use std::sync::Arc;

use mulin::agreement::{Composer, Limits, NothingWhy};
use mulin::design::Design;
use mulin::design::stored::DesignName;
use mulin::rules::Survey;

use super::compose::{grouped, round};
use super::{named, sketches};
use crate::plan;

#[test]
fn progress_never_falls_and_composing_can_be_stopped_at_any_step() {
    let project = plan::project(Vec::new());
    let designs = named(round(1, 60));
    let begin = || {
        Composer::new(
            &project,
            Survey::new(&project),
            sketches(&designs),
            grouped(&designs),
            Limits::default(),
        )
    };
    let mut composer = begin();
    let mut shares = Vec::new();
    while let Some(progress) = composer.step() {
        shares.push(progress.share);
    }
    assert!(shares.is_sorted() && shares.last() == Some(&1.0), "{shares:?}");
    let mut composer = begin();
    for _ in 0..shares.len() / 2 {
        composer.step();
    }
    composer.finish();
}

#[test]
fn stopped_before_the_first_plan_nothing_is_said_of_what_people_agree_on() {
    let project = plan::project(Vec::new());
    let designs = named(round(1, 60));
    let after = |designs: &[(DesignName, Arc<Design>)], steps: usize| {
        let (survey, limits) = (Survey::new(&project), Limits::default());
        let mut composer = Composer::new(&project, survey, sketches(designs), grouped(designs), limits);
        for _ in 0..steps {
            composer.step();
        }
        composer.finish()
    };
    for steps in [0, 1, 3] {
        let stopped = after(&designs, steps);
        assert!(stopped.proposals.is_empty());
        assert_eq!(stopped.nothing, Some(NothingWhy::Stopped), "after {steps} steps");
    }
    // What no step could change is said even then.
    assert_eq!(after(&[], 0).nothing, Some(NothingWhy::NoDesigns));
}

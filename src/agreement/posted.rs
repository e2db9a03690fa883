//! What crosses to a worker that groups and composes, and back, as text.

use serde::{Deserialize, Serialize};

use crate::catalogue::KindId;
use crate::design::{PlacementId, stored};
use crate::geometry::WorldPt;
use crate::rules::{RULE_IDS, Survey};

use super::choose::Why;
use super::composition::{Backing, Composition, LeftOut, NothingWhy, Proposal};
use super::measure::{Group, Support};
use super::report::why_word;

/// Each group: its designs, their agreement, and that with one vote for and against.
type PostedSupport = (Vec<(usize, f64, f64)>, f64);

/// A thing, the designs behind it, and of each group how many of how many.
type PostedBacking = (String, Vec<String>, Vec<(usize, usize)>);

#[derive(Serialize, Deserialize)]
struct PostedProposal {
    design: String,
    support: PostedSupport,
    beats_singles: bool,
    backing: Vec<PostedBacking>,
    left_out: Vec<(String, f64, f64, usize, String)>,
}

#[derive(Serialize, Deserialize)]
struct Posted {
    proposals: Vec<PostedProposal>,
    nothing: Option<String>,
    best_single: Option<(String, PostedSupport)>,
    best_single_breaks: usize,
    singles: usize,
    designs: usize,
    silent: usize,
    groups: Vec<usize>,
}

fn support_out(support: &Support) -> PostedSupport {
    let groups = support.groups.iter();
    let groups = groups.map(|group| (group.designs, group.agreement, group.smoothed));
    (groups.collect(), support.product)
}

fn support_in((groups, product): PostedSupport) -> Support {
    let group = |(designs, agreement, smoothed)| Group {
        designs,
        agreement,
        smoothed,
    };
    Support {
        groups: groups.into_iter().map(group).collect(),
        product,
    }
}

/// A composition as text.
pub fn write_composition(composition: &Composition) -> String {
    let proposal = |one: &Proposal| PostedProposal {
        design: String::from_utf8_lossy(&stored::write(&one.design)).into_owned(),
        support: support_out(&one.support),
        beats_singles: one.beats_singles,
        backing: one
            .backing
            .iter()
            .map(|backing| {
                let designs = backing.designs.iter().map(ToString::to_string).collect();
                (backing.thing.to_string(), designs, backing.groups.clone())
            })
            .collect(),
        left_out: one
            .left_out
            .iter()
            .map(|left| {
                (
                    left.kind.to_string(),
                    left.at.x,
                    left.at.y,
                    left.designs,
                    why_word(left.why),
                )
            })
            .collect(),
    };
    let posted = Posted {
        proposals: composition.proposals.iter().map(proposal).collect(),
        nothing: composition.nothing.map(|why| why.word().to_owned()),
        best_single: composition
            .best_single
            .as_ref()
            .map(|(name, support)| (name.to_string(), support_out(support))),
        best_single_breaks: composition.best_single_breaks,
        singles: composition.singles,
        designs: composition.designs,
        silent: composition.silent,
        groups: composition.groups.clone(),
    };
    // Text, numbers and lists cannot fail to be written.
    serde_json::to_string(&posted).unwrap_or_default()
}

/// The composition of a text; none where it is no such text. What each plan wins and costs is reckoned anew on the
/// survey, so that it cannot differ from what the page says elsewhere.
pub fn read_composition(text: &str, survey: &Survey) -> Option<Composition> {
    let posted: Posted = serde_json::from_str(text).ok()?;
    let proposals = posted.proposals.into_iter().map(|one| proposal_in(one, survey));
    let best_single = match posted.best_single {
        Some((name, support)) => Some((name.parse().ok()?, support_in(support))),
        None => None,
    };
    Some(Composition {
        proposals: proposals.collect::<Option<_>>()?,
        nothing: posted
            .nothing
            .and_then(|word| NothingWhy::ALL.into_iter().find(|why| why.word() == word)),
        best_single,
        best_single_breaks: posted.best_single_breaks,
        singles: posted.singles,
        designs: posted.designs,
        silent: posted.silent,
        groups: posted.groups,
    })
}

fn proposal_in(posted: PostedProposal, survey: &Survey) -> Option<Proposal> {
    let (design, _) = stored::read(posted.design.as_bytes()).ok()?;
    let backing = posted.backing.into_iter().map(|(thing, designs, groups)| {
        let designs = designs
            .iter()
            .map(|name| name.parse().ok())
            .collect::<Option<_>>()?;
        Some(Backing {
            thing: PlacementId::new(&thing),
            designs,
            groups,
        })
    });
    let left_out = posted.left_out.into_iter().map(|(kind, x, y, designs, why)| {
        let (kind, at, why) = (KindId::new(&kind), WorldPt::new(x, y), why_in(&why)?);
        Some(LeftOut {
            kind,
            at,
            designs,
            why,
        })
    });
    Some(Proposal {
        totals: survey.totals(&design),
        support: support_in(posted.support),
        beats_singles: posted.beats_singles,
        backing: backing.collect::<Option<_>>()?,
        left_out: left_out.collect::<Option<_>>()?,
        design,
    })
}

fn why_in(word: &str) -> Option<Why> {
    match word.split_once(':') {
        Some(("rule", rule)) => RULE_IDS.into_iter().find(|id| *id == rule).map(Why::Rule),
        _ => [Why::Budget, Why::Support, Why::Taken]
            .into_iter()
            .find(|why| why_word(*why) == word),
    }
}

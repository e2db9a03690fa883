//! Two planners answer one design at once: what each of them changed is joined, and where both changed the same thing
//! otherwise nobody's answer is lost, since it is said and not written over.

use std::collections::{BTreeMap, BTreeSet};

use super::reply::{ItemAnswer, Reply, Subject};

/// Something that both planners answered, each otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    /// What they answered.
    pub subject: Subject,
    /// One's own answer; none where it was taken back.
    pub mine: Option<ItemAnswer>,
    /// What the other published; none where it was taken back.
    pub theirs: Option<ItemAnswer>,
}

/// Joins two replies that were made from the same one, `base`. What only one of them changed is as that one has it;
/// where both changed the same thing or wish otherwise, there is no reply but the clashes. Which of both is `mine`
/// decides nothing but who is who in a clash.
pub fn merge(base: &Reply, mine: &Reply, theirs: &Reply) -> Result<Reply, Vec<Clash>> {
    let mut clashes = Vec::new();
    let placements = joined(&base.placements, &mine.placements, &theirs.placements, |id| {
        clashes.push(Subject::Thing(id.to_owned()));
    });
    let wishes = joined(&base.wishes, &mine.wishes, &theirs.wishes, |id| {
        clashes.push(Subject::Wish(id.to_owned()));
    });
    if !clashes.is_empty() {
        let clash = |subject: Subject| Clash {
            mine: mine.answer(&subject).cloned(),
            theirs: theirs.answer(&subject).cloned(),
            subject,
        };
        return Err(clashes.into_iter().map(clash).collect());
    }
    let named = |reply: &Reply| reply.extra.clone().into_iter().collect::<BTreeMap<_, _>>();
    // No desk changes what it does not know, so one that both sides changed stays as it is published.
    let extra = joined(&named(base), &named(mine), &named(theirs), |_| {});
    Ok(Reply {
        schema: Reply::SCHEMA.to_owned(),
        receipt: [&mine.receipt, &theirs.receipt]
            .into_iter()
            .max()
            .cloned()
            .unwrap_or_default(),
        written: [&mine.written, &theirs.written]
            .into_iter()
            .max()
            .cloned()
            .unwrap_or_default(),
        placements,
        wishes,
        extra: extra.into_iter().collect(),
    })
}

/// Member by member: what one side left as it was is as the other has it. What both changed otherwise is told, and
/// stays as they have it.
fn joined<V: Clone + PartialEq>(
    base: &BTreeMap<String, V>,
    mine: &BTreeMap<String, V>,
    theirs: &BTreeMap<String, V>,
    mut clash: impl FnMut(&str),
) -> BTreeMap<String, V> {
    let names: BTreeSet<&String> = base.keys().chain(mine.keys()).chain(theirs.keys()).collect();
    let one = |name: &String| {
        let (was, own, other) = (base.get(name), mine.get(name), theirs.get(name));
        if own != other && own != was && other != was {
            clash(name);
        }
        let stands = if other == was { own } else { other };
        Some((name.clone(), stands?.clone()))
    };
    names.into_iter().filter_map(one).collect()
}

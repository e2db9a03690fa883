//! The last sections of the document: what became of what was proposed, how it was reckoned, what is uncertain.

use crate::formats::document::{Piece, Section};
use crate::submission::Decision;
use crate::tally::ShownCount;
use crate::text::Message;

use super::page::{Round, Words};
use super::sections::heads;
use super::{AdoptionRow, shown_adoption};

pub(super) fn answers(round: &Round, words: &Words) -> Section {
    let section = |pieces| Section {
        id: "answers",
        title: words.key("adoption-title"),
        pieces,
    };
    let Some(rows) = round.adoption else {
        return section(vec![Piece::Paragraph(words.key("report-no-answers"))]);
    };
    let mut heads = heads(words, &["adoption-what", "adoption-all"]);
    heads.extend(Decision::ALL.map(|one| words.key(one.key())));
    let name = |row: &AdoptionRow| match &row.kind {
        Some(kind) => words.kind(kind),
        None => words.say(&Message::new("adoption-wishes").with("topic", words.topic(&row.topic))),
    };
    let names = rows.iter().map(name).chain([words.key("adoption-sum")]);
    let line = |(name, counts): (String, [ShownCount; 5])| {
        let counts = counts.map(|count| words.count(count));
        [name].into_iter().chain(counts).collect()
    };
    let lines = names.zip(shown_adoption(rows)).map(line).collect();
    let note = Piece::Paragraph(words.key("adoption-note"));
    section(vec![Piece::table(heads, lines), note])
}

pub(super) fn method(round: &Round, words: &Words) -> Section {
    let density = Message::new("report-method-density").number("bandwidth", round.bandwidth, 1);
    let groups = Message::new("report-method-groups").with("seed", round.grouping.seed.to_string());
    let said = vec![
        words.key("report-method-count"),
        words.say(&density),
        words.say(&groups),
        words.key("report-method-coverage"),
        words.key("report-method-wishes"),
        words.key("report-method-hidden"),
    ];
    Section {
        id: "method",
        title: words.key("report-method"),
        pieces: vec![Piece::List(said)],
    }
}

pub(super) fn uncertain(round: &Round, words: &Words) -> Section {
    let found = round.coverage;
    let mut said = vec![words.key("report-uncertain-vote")];
    let shown = found.shown();
    let effective = found.effective.filter(|_| shown.is_whole).map(|n| {
        let said = Message::new("who-effective").number("n", n, 0);
        words.say(&said.with("of", found.designs))
    });
    said.extend(effective);
    let even = found
        .chi_square
        .filter(|_| shown.is_whole)
        .map(|(value, freedom)| {
            let said = Message::new("report-uncertain-even").number("value", value, 1);
            words.say(&said.with("freedom", freedom))
        });
    said.extend(even);
    said.extend((!shown.is_whole).then(|| words.key("report-uncertain-kept-back")));
    if round.standing.set_aside > 0 {
        said.push(words.say(&Message::new("report-uncertain-aside").with("n", round.standing.set_aside)));
    }
    let without_house = found.houses.iter().zip(shown.houses);
    let without_house = without_house.filter(|(row, _)| row.house.is_empty());
    said.extend(without_house.filter_map(|(_, count)| {
        Some(words.say(&match count {
            ShownCount::Number(0) => return None,
            ShownCount::KeptBack => Message::new("report-uncertain-house-kept-back"),
            count => Message::new("report-uncertain-house").with("n", count),
        }))
    }));
    said.extend(
        [
            "report-uncertain-bandwidth",
            "report-uncertain-traits",
            "report-uncertain-cost",
        ]
        .map(|key| words.key(key)),
    );
    Section {
        id: "uncertain",
        title: words.key("report-uncertain"),
        pieces: vec![Piece::List(said)],
    }
}

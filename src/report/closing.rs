//! The last sections of the document: what became of what was proposed, how it was reckoned, what is uncertain.

use crate::agreement::shown_count;
use crate::formats::document::{Piece, Section};
use crate::submission::Decision;
use crate::text::Message;

use super::AdoptionRow;
use super::page::{Round, Words};
use super::sections::heads;

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
    let line = |row: &AdoptionRow| {
        let name = match &row.kind {
            Some(kind) => words.kind(kind),
            None => {
                let topic = match row.topic.is_empty() {
                    true => words.key("desk-wishes-topic-none"),
                    false => words.named(format!("topic-{}", row.topic), &row.topic),
                };
                words.say(&Message::new("adoption-wishes").with("topic", topic))
            }
        };
        let counts = std::iter::once(row.all).chain(row.by);
        std::iter::once(name)
            .chain(counts.map(shown_count))
            .collect::<Vec<_>>()
    };
    let mut all = AdoptionRow {
        kind: None,
        topic: String::new(),
        all: 0,
        by: [0; 4],
    };
    for row in rows {
        all.all += row.all;
        all.by.iter_mut().zip(row.by).for_each(|(sum, n)| *sum += n);
    }
    let mut lines: Vec<Vec<String>> = rows.iter().map(line).collect();
    let sum = std::iter::once(all.all).chain(all.by).map(|n| n.to_string());
    lines.push(std::iter::once(words.key("adoption-sum")).chain(sum).collect());
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
    said.extend(found.effective.map(|n| {
        words.say(
            &Message::new("who-effective")
                .number("n", n, 0)
                .with("of", found.designs),
        )
    }));
    if let Some((value, freedom)) = found.chi_square {
        let even = Message::new("report-uncertain-even")
            .number("value", value, 1)
            .with("freedom", freedom);
        said.push(words.say(&even));
    }
    if round.standing.set_aside > 0 {
        said.push(words.say(&Message::new("report-uncertain-aside").with("n", round.standing.set_aside)));
    }
    let without_house = found
        .houses
        .iter()
        .find(|row| row.house.is_empty())
        .map_or(0, |row| row.designs);
    if without_house > 0 {
        let n = shown_count(without_house);
        said.push(words.say(&Message::new("report-uncertain-house").with("n", n)));
    }
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

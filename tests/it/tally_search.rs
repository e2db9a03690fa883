//! Many designs searched by words: all texts at once, to what looking into each would find.

use mulin::tally::{Filter, Texts};

use crate::tally::{collected, with_author};

#[test]
fn searching_all_texts_at_once_finds_what_looking_into_each_drawing_finds() {
    let wishes = [
        "Benches with BACKS",
        "长椅要有靠背",
        "",
        "靠 背",
        "ΣΊΣΥΦΟΣ İstanbul",
        "backs\nbenches",
    ];
    let files: Vec<_> = (0..60)
        .map(|n| {
            let (title, wish) = (["Shade", "树荫", "", "benches"][n % 4], wishes[n % wishes.len()]);
            with_author(title, &n.to_string(), "60+", "2026-11-20T08:00:00Z", wish)
        })
        .collect();
    let drawings = collected(&files).drawings();
    let mut texts = Texts::default();
    drawings.iter().for_each(|drawing| texts.push(drawing));
    assert_eq!(texts.len(), drawings.len());
    let receipt = drawings[7].latest.name.receipt().to_string();
    let asked = [
        "",
        "  ",
        "靠背",
        "背 靠",
        "benches backs",
        "BENCHES",
        "sh",
        "e老",
        "backsbenches",
        "σίσυφος",
        "i̇stanbul",
        "老王 树荫",
        "nobody",
        &receipt,
    ];
    for text in asked {
        for buildings in [
            [].into(),
            ["3".to_owned(), "8".to_owned(), "14".to_owned()].into(),
        ] {
            let filter = Filter {
                text: text.to_owned(),
                buildings,
                ..Filter::default()
            };
            let each = (0..60_u32).filter(|at| filter.matches(&drawings[*at as usize]));
            let each: Vec<u32> = each.collect();
            assert_eq!(filter.asked().among(&drawings, Some(&texts)), each, "{text}");
            assert_eq!(filter.asked().among(&drawings, None), each, "{text}");
        }
    }
    let all = Filter {
        text: "老王".to_owned(),
        ..Filter::default()
    };
    assert_eq!(
        all.asked().among(&drawings, Some(&texts)).len(),
        60,
        "each is found once"
    );
}

//! A design from phone to phone as a series of QR codes: in any order, scanned twice, cut off or mixed with another.

use mulin::design::stored::DesignName;
use mulin::submission::series::{Collected, MOST, Part, PartFault, part, series};
use proptest::prelude::*;

fn parts(texts: &[String]) -> Vec<Part> {
    texts.iter().map(|text| part(text).unwrap()).collect()
}

proptest! {
    #[test]
    fn whatever_the_order_and_however_often_the_bytes_come_back(
        bytes in prop::collection::vec(any::<u8>(), 1..9_000),
        order in prop::collection::vec(any::<prop::sample::Index>(), 0..60),
    ) {
        let name = DesignName::of(&bytes);
        let texts = series(&name, &bytes).unwrap();
        let mut scanned: Vec<Part> = order.iter().map(|index| part(&texts[index.index(texts.len())]).unwrap()).collect();
        let some = Collected::of(scanned.clone());
        if let Some(packed) = some.packed() {
            prop_assert_eq!(&packed, &bytes);
        } else if !scanned.is_empty() {
            prop_assert!(!some.missing().is_empty());
        }
        scanned.extend(parts(&texts));
        let all = Collected::of(scanned);
        prop_assert_eq!(all.in_all(), texts.len());
        prop_assert_eq!(all.packed(), Some(bytes.clone()));
        prop_assert!(all.is_of(&bytes));
    }

    #[test]
    fn a_part_that_was_cut_or_changed_is_no_part(
        bytes in prop::collection::vec(any::<u8>(), 1..2_000),
        at in any::<prop::sample::Index>(), cut in any::<bool>(), with in "[0-9A-Za-z._-]",
    ) {
        let texts = series(&DesignName::of(&bytes), &bytes).unwrap();
        let text = &texts[at.index(texts.len())];
        let place = at.index(text.len());
        let changed = if cut { text[..place].to_owned() } else { format!("{}{with}{}", &text[..place], &text[place + 1..]) };
        if changed != *text {
            prop_assert!(part(&changed).is_err(), "{} was taken", changed);
        }
    }

    #[test]
    fn any_text_is_a_part_or_a_fault(text in ".{0,900}") {
        let _ = part(&text);
    }
}

#[test]
fn parts_of_two_designs_are_never_put_together() {
    let (one, other) = (vec![1; 800], vec![2; 800]);
    let [first, second] = [&one, &other].map(|bytes| parts(&series(&DesignName::of(bytes), bytes).unwrap()));
    assert_eq!(first.len(), 3);
    let mixed = Collected::of([
        second[0].clone(),
        first[0].clone(),
        second[1].clone(),
        first[2].clone(),
    ]);
    assert_eq!(mixed.missing(), [2], "the design scanned last counts");
    assert_eq!(mixed.packed(), None);
    let whole = Collected::of(second.iter().chain(&first).cloned());
    assert_eq!(whole.packed(), Some(one.clone()));
    assert!(whole.is_of(&one) && !whole.is_of(&other));
}

#[test]
fn what_is_too_long_has_no_series_and_a_newer_form_says_so() {
    let long = vec![7; MOST * 300 + 1];
    assert_eq!(series(&DesignName::of(&long), &long), None);
    assert_eq!(series(&DesignName::of(&[]), &[]), None);
    assert!(series(&DesignName::of(&long), &long[1..]).is_some());
    assert_eq!(part("2.0123456789abcdef.1.1.00000000.AA"), Err(PartFault::Newer));
    assert_eq!(part("").unwrap_err(), PartFault::Damaged);
    assert_eq!(Collected::of([]).packed(), None);
}

#[test]
fn each_part_fits_an_address_and_says_its_number() {
    let bytes: Vec<u8> = (0..=255_u8).cycle().take(1_500).collect();
    let texts = series(&DesignName::of(&bytes), &bytes).unwrap();
    assert_eq!(texts.len(), 5);
    for (at, text) in texts.iter().enumerate() {
        assert!(text.len() < 450, "{}", text.len());
        assert!(
            text.bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
        );
        let part = part(text).unwrap();
        assert_eq!((part.number, part.of), (at + 1, 5));
    }
}

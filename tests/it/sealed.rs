//! Contact details: sealed to two planners, opened by each, by nobody else and nowhere else.

use mulin::submission::sealed::{
    KeyFault, LONGEST, MOST, OpenFault, PublicKey, Readiness, Rehearsal, SealFault, SecretKey, addressees,
    open, readiness, seal,
};

const CONTACT: &str = "王阿姨，7号楼 302，电话 13812345678";
const DRAFT: &str = "0123456789abcdef0123456789abcdef";
const CHANCE: [u8; 32] = [42; 32];

fn key(n: u8) -> SecretKey {
    SecretKey::of_chance(&[n; 32])
}

fn keys(count: u8) -> (Vec<SecretKey>, Vec<PublicKey>) {
    let secret: Vec<SecretKey> = (1..=count).map(key).collect();
    let public = secret.iter().map(SecretKey::public).collect();
    (secret, public)
}

#[test]
fn each_planner_opens_what_was_sealed_to_all_and_nobody_else_does() {
    for count in [2, 3, MOST as u8] {
        let (secret, public) = keys(count);
        let text = seal(CONTACT, DRAFT, &public, &CHANCE).unwrap();
        for key in &secret {
            assert_eq!(open(&text, DRAFT, key).as_deref(), Ok(CONTACT));
        }
        assert_eq!(open(&text, DRAFT, &key(99)), Err(OpenFault::NotForThisKey));
        let mut ids: Vec<_> = public.iter().map(PublicKey::id).collect();
        ids.sort_unstable();
        assert_eq!(addressees(&text), Ok(ids));
    }
}

#[test]
fn the_box_tells_neither_words_nor_their_number_and_two_boxes_of_the_same_words_differ() {
    let (_, public) = keys(2);
    let boxes: Vec<String> = ["", "1", CONTACT, &"字".repeat(80)]
        .map(|contact| seal(contact, DRAFT, &public, &CHANCE).unwrap())
        .to_vec();
    assert!(
        boxes.iter().all(|text| text.len() == boxes[0].len()),
        "the length tells how long it is"
    );
    let other = seal(CONTACT, DRAFT, &public, &[43; 32]).unwrap();
    assert_ne!(other, boxes[2]);
    for text in &boxes {
        assert!(!text.contains("13812345678"));
    }
}

#[test]
fn a_box_opens_beside_its_own_drawing_only() {
    let (secret, public) = keys(2);
    let text = seal(CONTACT, DRAFT, &public, &CHANCE).unwrap();
    let stolen = "f".repeat(32);
    assert_eq!(open(&text, &stolen, &secret[0]), Err(OpenFault::Damaged));
    assert_eq!(open(&text, "", &secret[0]), Err(OpenFault::Damaged));
}

#[test]
fn whatever_is_changed_cut_or_taken_apart_stays_closed_and_nothing_panics() {
    use base64::Engine as _;
    let engine = base64::engine::general_purpose::STANDARD;
    let (secret, public) = keys(2);
    let text = seal(CONTACT, DRAFT, &public, &CHANCE).unwrap();
    let bytes = engine.decode(&text).unwrap();
    for at in (0..bytes.len()).step_by(9) {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << (at % 8);
        let opened = secret
            .iter()
            .map(|key| open(&engine.encode(&changed), DRAFT, key));
        // A change in one planner's part leaves the other's as it is; no change shows other words to anybody.
        for outcome in opened {
            assert!(outcome.is_err() || outcome.as_deref() == Ok(CONTACT), "byte {at}");
        }
    }
    // The planners that a box names are bound: none can be taken away.
    let size = (bytes.len() - 2) / 2;
    let alone = [&[1, 1][..], &bytes[2..2 + size]].concat();
    for key in &secret {
        assert!(open(&engine.encode(alone.clone()), DRAFT, key).is_err());
    }
    for cut in 0..bytes.len() {
        assert!(
            open(&engine.encode(&bytes[..cut]), DRAFT, &secret[0]).is_err(),
            "cut at {cut}"
        );
    }
    for (text, fault) in [
        ("", OpenFault::NotABox),
        ("!", OpenFault::NotABox),
        ("AQ==", OpenFault::NotABox),
        ("AgI=", OpenFault::Newer),
    ] {
        assert_eq!(open(text, DRAFT, &secret[0]), Err(fault), "{text}");
    }
}

#[test]
fn too_few_planners_and_too_many_words_are_refused() {
    let (_, public) = keys(9);
    let fails = |contact: &str, count: usize| seal(contact, DRAFT, &public[..count], &CHANCE).unwrap_err();
    assert_eq!(fails(CONTACT, 0), SealFault::NotSoManyKeys);
    assert_eq!(fails(CONTACT, 1), SealFault::NotSoManyKeys);
    assert_eq!(fails(CONTACT, 9), SealFault::NotSoManyKeys);
    assert_eq!(fails(&"x".repeat(LONGEST + 1), 2), SealFault::TooLong);
    assert!(seal(&"x".repeat(LONGEST), DRAFT, &public[..2], &CHANCE).is_ok());
}

#[test]
fn keys_are_read_as_they_are_written_and_a_slip_is_caught() {
    let secret = key(5);
    let (text, public) = (secret.text(), secret.public().to_string());
    assert_eq!(text.parse::<SecretKey>().unwrap().public(), secret.public());
    assert_eq!(public.parse::<PublicKey>().unwrap(), secret.public());
    assert!(!format!("{secret:?}").contains(&text["mulin-secret-key-1:".len()..][..12]));
    assert_eq!(
        text.parse::<PublicKey>().unwrap_err(),
        KeyFault::NotAKey,
        "the secret one is no public one"
    );
    let start = "mulin-key-1:".len();
    for at in start..public.len() {
        let mut slip = public.clone().into_bytes();
        slip[at] = if slip[at] == b'A' { b'B' } else { b'A' };
        let slip = String::from_utf8(slip).unwrap();
        assert_eq!(
            slip.parse::<PublicKey>().unwrap_err(),
            KeyFault::Mistyped,
            "character {at}"
        );
        assert!(public[..at].parse::<PublicKey>().is_err());
    }
}

#[test]
fn p39_contact_details_are_asked_for_once_every_planner_opened_an_envelope() {
    let (secret, public) = keys(3);
    assert_eq!(readiness(&[], |_| true), Readiness::NotAsked);
    assert_eq!(readiness(&public[..1], |_| true), Readiness::TooFewKeys(1));
    let missing = readiness(&public, |key| *key != public[1]);
    assert_eq!(missing, Readiness::NotRehearsed(vec![public[1].id()]));
    assert_eq!(readiness(&public, |_| true), Readiness::Ready);

    let rehearsal = Rehearsal::of(&public[0], &CHANCE).unwrap();
    let code = Rehearsal::code_in(&rehearsal.envelope, &secret[0]).unwrap();
    assert!(rehearsal.was_opened_by(&code));
    for wrong in ["", &code[1..], &rehearsal.check] {
        assert!(!rehearsal.was_opened_by(wrong));
    }
    assert_eq!(
        Rehearsal::code_in(&rehearsal.envelope, &secret[1]),
        Err(OpenFault::NotForThisKey)
    );
}

//! Layers of CASS on which lies what is of many kinds: the surveyors' code or the block says what a thing is, and what
//! neither says is listed, not guessed.

use mulin::estate::What;
use mulin::formats::survey_dxf::{LayerTable, Survey};
use mulin::text::{Lang, say};

use crate::hatches::sheet;
use crate::survey_maker::Pair;

fn pairs(list: &[(i32, &str)]) -> Vec<Pair> {
    list.iter()
        .map(|(code, word)| (*code, (*word).to_owned()))
        .collect()
}

fn coded(code: &str) -> Vec<Pair> {
    match code {
        "" => Vec::new(),
        code => pairs(&[(1001, "SOUTH"), (1000, code)]),
    }
}

/// A line of three corners, closed or not.
fn line(layer: &str, closed: bool, code: &str) -> Vec<Pair> {
    let closed = if closed { "1" } else { "0" };
    let head = pairs(&[(0, "LWPOLYLINE"), (8, layer), (90, "3"), (70, closed)]);
    let corners = pairs(&[
        (10, "60"),
        (20, "0"),
        (10, "80"),
        (20, "0"),
        (10, "80"),
        (20, "15"),
    ]);
    [head, corners, coded(code)].concat()
}

/// A use of a block that nobody defined, as signs of CASS come.
fn sign(layer: &str, block: &str, code: &str) -> Vec<Pair> {
    let own = pairs(&[(0, "INSERT"), (8, layer), (2, block), (10, "30"), (20, "5")]);
    [own, coded(code)].concat()
}

/// A house, so that there is an estate at all.
fn house() -> Vec<Pair> {
    let head = pairs(&[(0, "LWPOLYLINE"), (8, "JMD"), (90, "4"), (70, "1")]);
    let corners = ["0", "0", "20", "0", "20", "9", "0", "9"];
    let corners = corners
        .iter()
        .enumerate()
        .map(|(at, n)| (10 + 10 * (at as i32 % 2), (*n).to_owned()));
    head.into_iter().chain(corners).collect()
}

/// What stands on the sheet beside the house and the boundary that is made around it.
fn beside(survey: &Survey) -> Vec<String> {
    let words = survey
        .estate
        .features()
        .iter()
        .map(|feature| What::of(&feature.class).word());
    words
        .filter(|word| !word.starts_with("building") && word != "boundary")
        .collect()
}

fn with_house(entities: Vec<Pair>) -> Survey {
    sheet(&[house(), entities].concat())
}

#[test]
fn the_code_alone_says_what_a_thing_is_on_layer_0() {
    for (code, word) in [
        ("173310", "pipe-water"),
        ("173320", "pipe-sewer"),
        ("173330", "pipe-gas"),
        ("173340", "pipe-heat"),
        ("171202", "pipe-power"),
        ("172002", "pipe-telecom"),
    ] {
        assert_eq!(beside(&with_house(line("0", false, code))), [word], "{code}");
    }
    for (code, word) in [
        ("174200", "manhole"),
        ("175200", "hydrant"),
        ("155210", "lamp"),
        ("171802", "substation"),
    ] {
        assert_eq!(beside(&with_house(sign("0", "GC000", code))), [word], "{code}");
    }
    let houses = with_house(line("0", true, "141161"));
    assert_eq!(houses.estate.buildings().count(), 2);
}

#[test]
fn pipes_and_single_objects_are_told_by_code_or_block_and_the_rest_is_listed_under_the_layers_own_name() {
    for (layer, named) in [("GXYZ", "管线"), ("DLDW", "工矿"), ("总图$0$GXYZ", "管线")] {
        let code = with_house(sign(layer, "GC000", "174700"));
        let block = with_house(sign(layer, "消火栓", ""));
        assert_eq!(
            (beside(&code), beside(&block)),
            (vec!["manhole".to_owned()], vec!["hydrant".to_owned()])
        );
        // An overhead line, a line without a code, and one whose code nobody knows.
        let rest = ["171101-3", "", "999999"]
            .map(|code| line(layer, false, code))
            .concat();
        let survey = with_house(rest);
        assert_eq!(beside(&survey), [""; 0], "nothing is guessed");
        let said = survey
            .problems
            .iter()
            .find(|p| p.message.key == "dxf-layer-mixed")
            .unwrap();
        for lang in Lang::ALL {
            let said = say(lang, &said.sentence());
            assert!(
                said.contains(layer) && said.contains(named) && said.contains('3'),
                "{said}"
            );
        }
        assert_eq!(
            survey.table.layers[layer], "",
            "it is for the table of layers to say"
        );
    }
}

#[test]
fn a_table_of_ones_own_says_what_is_left_on_a_mixed_layer_and_codes_still_count() {
    let mut table = LayerTable {
        schema: LayerTable::SCHEMA.to_owned(),
        ..LayerTable::default()
    };
    table.layers.insert("GXYZ".to_owned(), "pipe-heat".to_owned());
    let drawn = [line("GXYZ", false, ""), sign("GXYZ", "GC000", "175200")].concat();
    let survey = crate::hatches::sheet_by(&[house(), drawn].concat(), table);
    assert_eq!(beside(&survey), ["pipe-heat", "hydrant"]);
}

#[test]
fn areas_on_the_layer_of_water_are_water_and_the_arrow_of_its_flow_is_not() {
    assert_eq!(beside(&with_house(line("SXSS", true, ""))), ["water"]);
    let block = |name: &str| {
        let head = pairs(&[
            (0, "SECTION"),
            (2, "BLOCKS"),
            (0, "BLOCK"),
            (8, "0"),
            (2, name),
            (10, "0"),
            (20, "0"),
        ]);
        let round = pairs(&[(0, "CIRCLE"), (8, "0"), (10, "0"), (20, "0"), (40, "2")]);
        [
            head,
            round,
            pairs(&[(0, "ENDBLK"), (0, "ENDSEC"), (0, "SECTION"), (2, "ENTITIES")]),
        ]
        .concat()
    };
    let drawn = |code| {
        [
            pairs(&[(0, "ENDSEC")]),
            block("GC181"),
            house(),
            sign("SXSS", "GC181", code),
        ]
        .concat()
    };
    assert_eq!(
        beside(&sheet(&drawn("181103"))),
        [""; 0],
        "what a block has on layer 0 is what its use is"
    );
    assert_eq!(beside(&sheet(&drawn(""))), ["water"]);
}

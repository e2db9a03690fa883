//! Wishes by likeness, and which of them a plan meets.

use std::collections::{BTreeMap, BTreeSet};

use mulin::agreement::{Chance, Met, kinds_named, met_by, wish_groups};
use mulin::catalogue::Catalogue;
use mulin::geometry::WorldPt;

use super::shuffle;
use crate::plan;

/// What people say of six things, each in words of their own.
const SAID: [&[&str]; 6] = [
    &[
        "长椅要有靠背",
        "椅子要有靠背，坐久了腰不疼",
        "靠背长椅多放几把",
        "椅子最好有靠背和扶手",
        "长椅加个靠背吧",
    ],
    &[
        "晚上路灯太暗",
        "路灯太暗了，多装几盏路灯",
        "三号楼前面路灯不亮",
        "路灯早点开，晚上太暗",
        "装几盏亮一点的路灯",
    ],
    &[
        "电动车充电没地方",
        "电动车充电价格要写清楚",
        "给电动车充电的棚子不够",
        "电动车充电怕起火，要有烟感",
        "电动车充电棚要防雨",
    ],
    &[
        "垃圾桶别放在窗户底下",
        "垃圾桶太臭，离窗户远一点",
        "垃圾桶放远一点",
        "窗户下面的垃圾桶搬走",
        "垃圾桶天天要清",
    ],
    &[
        "The slide needs a soft floor",
        "a soft floor under the slide please",
        "slide: soft floor",
        "Softer floor below the slide",
    ],
    &[
        "单元门口缺个坡道",
        "轮椅上不去，单元门口要坡道",
        "门口坡道太陡",
        "给轮椅修个坡道",
        "单元门口的坡道坏了",
    ],
];

fn said() -> Vec<(usize, &'static str)> {
    let of = |(theme, texts): (usize, &&'static [&'static str])| {
        texts.iter().map(move |text| (theme, *text)).collect::<Vec<_>>()
    };
    SAID.iter().enumerate().flat_map(of).collect()
}

/// Of two wishes about the same how often they are together, and of two together how often they are about the same.
fn found_and_right(wishes: &[(usize, &str)]) -> (f64, f64) {
    let texts: Vec<&str> = wishes.iter().map(|(_, text)| *text).collect();
    let mut of = vec![0; texts.len()];
    for (number, group) in wish_groups(&texts).iter().enumerate() {
        group.wishes.iter().for_each(|at| of[*at] = number);
    }
    let (mut same, mut together, mut both) = (0.0, 0.0, 0.0);
    for a in 0..texts.len() {
        for b in a + 1..texts.len() {
            let (alike, joined) = (wishes[a].0 == wishes[b].0, of[a] == of[b]);
            same += f64::from(u8::from(alike));
            together += f64::from(u8::from(joined));
            both += f64::from(u8::from(alike && joined));
        }
    }
    (both / same, both / together)
}

#[test]
fn wishes_about_the_same_come_together_and_others_stay_apart() {
    let (found, right) = found_and_right(&said());
    assert!(found >= 0.75, "of like ones {found:.2} are together");
    assert!(right >= 0.95, "of those together {right:.2} are alike");
}

#[test]
fn every_wish_is_in_one_group_in_whatever_order_they_come() {
    let told = |wishes: &[(usize, &'static str)]| -> BTreeSet<BTreeSet<&str>> {
        let texts: Vec<&'static str> = wishes.iter().map(|(_, text)| *text).collect();
        let groups = wish_groups(&texts);
        let mut seen: Vec<usize> = groups.iter().flat_map(|group| group.wishes.clone()).collect();
        seen.sort_unstable();
        assert_eq!(seen, (0..texts.len()).collect::<Vec<_>>(), "each original once");
        assert!(groups.iter().all(|group| group.wishes.contains(&group.typical)));
        groups
            .iter()
            .map(|group| group.wishes.iter().map(|at| texts[*at]).collect())
            .collect()
    };
    let first = told(&said());
    for seed in 0..20 {
        let mut wishes = said();
        shuffle(&mut wishes, seed);
        assert_eq!(told(&wishes), first, "seed {seed}");
    }
}

#[test]
fn the_same_words_twice_are_one_text_and_nothing_at_all_is_no_fault() {
    let groups = wish_groups(&["长椅要有靠背。", "长椅要有靠背", "长椅，要有靠背！ 2", "别的"]);
    assert_eq!(groups[0].wishes, [0, 1, 2]);
    assert!(wish_groups(&[]).is_empty());
    assert_eq!(
        wish_groups(&["？！", "123", ""]).len(),
        1,
        "what says nothing is one group"
    );
    assert_eq!(wish_groups(&["路灯"]).len(), 1);
}

#[test]
fn thousands_of_different_wishes_are_grouped_and_none_is_lost() {
    let mut chance = Chance::new(7);
    let tails = [
        "三号楼",
        "六号楼",
        "北门",
        "广场",
        "车棚",
        "花坛",
        "老槐树",
        "食堂",
        "西墙",
        "东门",
    ];
    let texts: Vec<String> = (0..3_000)
        .map(|_| {
            let theme = SAID[chance.below(SAID.len())];
            format!(
                "{}{}{}",
                tails[chance.below(10)],
                theme[chance.below(theme.len())],
                tails[chance.below(10)]
            )
        })
        .collect();
    let groups = wish_groups(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(
        groups.iter().map(|group| group.wishes.len()).sum::<usize>(),
        3_000
    );
}

#[test]
fn a_plan_meets_a_wish_by_its_kind_and_place_and_claims_no_more() {
    let plan = plan::design(vec![
        plan::thing("p1", "bench", (50.0, 50.0)),
        plan::thing("p2", "lamp", (150.0, 150.0)),
    ]);
    let at = |x, y| Some(WorldPt::new(x, y));
    let word = |text: &str, place| met_by(&plan, text, place).word();
    assert_eq!(word("长椅要有靠背", None), "yes");
    assert_eq!(word("长椅要有靠背", at(60.0, 50.0)), "yes");
    assert_eq!(word("长椅要有靠背", at(120.0, 50.0)), "elsewhere");
    assert_eq!(word("A bench by the door, please", at(50.0, 50.0)), "yes");
    assert_eq!(word("要一个滑梯", None), "no");
    assert_eq!(
        word("长椅不要放在窗下", at(50.0, 50.0)),
        "unclear",
        "what is not wanted is not met"
    );
    assert_eq!(word("中午有热饭就好了", None), "unclear");
    assert_eq!(
        met_by(&plan, "多装路灯", None),
        Met::Yes(vec![plan.placements()[1].id.clone()])
    );
}

#[test]
fn words_name_kinds_of_the_catalogue_and_longer_words_go_first() {
    let known = Catalogue::built_in();
    let file: serde_json::Value =
        serde_json::from_str(include_str!("../../../src/agreement/wish_words.json")).unwrap();
    let all: BTreeMap<String, Vec<String>> = serde_json::from_value(file["kinds"].clone()).unwrap();
    for (kind, words) in &all {
        assert!(
            known.kind(&mulin::catalogue::KindId::new(kind)).is_some(),
            "{kind}"
        );
        assert!(
            !words.is_empty() && words.iter().all(|word| *word == word.to_lowercase()),
            "{kind}"
        );
    }
    assert_eq!(kinds_named("电动车充电车棚"), ["charging-shed"]);
    assert_eq!(kinds_named("乒乓球台要挡风"), ["table-tennis"]);
    assert!(kinds_named("中午有热饭").is_empty());
}

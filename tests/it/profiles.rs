//! Which rules are checked, by which numbers, and what is said of those that are not.

use mulin::rules::{ALL, Profile, RULE_IDS, Survey, check_on};
use mulin::text::{Lang, keys, say};

use crate::plan::{design, project, thing};

#[test]
fn every_rule_of_the_contract_is_checked_or_listed_as_not() {
    const IDS: &str = "boundary overlap fire-lane fire-dead-end fire-turning fire-facade shed-distance \
        shed-group bay-size lot-distance accessible-bays step-free plinth sun concentrated-green \
        fitness-distance tree-distance underground waste-radius noise activity-traffic building-spacing \
        road-edge budget clearance";
    let survey = Survey::new(&project(vec![]));
    let unable: Vec<&str> = survey.not_checked().iter().map(|rule| rule.rule).collect();
    let mut there: Vec<&str> = ALL.iter().map(|rule| rule.id).collect();
    there.retain(|id| !unable.contains(id));
    there.extend(unable);
    there.sort_unstable();
    let mut asked: Vec<&str> = IDS.split_whitespace().collect();
    asked.sort_unstable();
    assert_eq!(there, asked);
    for lang in Lang::ALL {
        let keys = keys(lang);
        for id in asked.iter().map(|id| format!("rule-{id}")) {
            assert!(keys.contains(&id), "{} lacks '{id}'", lang.tag());
        }
    }
}

#[test]
fn a_rule_that_the_facilitator_switched_off_is_not_checked_and_says_so() {
    let mut project = project(vec![]);
    project.file.rules.off.push("overlap".to_owned());
    let design = design(vec![
        thing("p1", "pavilion", (50.0, 50.0)),
        thing("p2", "pavilion", (51.0, 50.0)),
    ]);
    let survey = Survey::new(&project);
    assert!(
        check_on(&survey, &design)
            .iter()
            .all(|finding| finding.rule != "overlap")
    );
    let off = survey
        .not_checked()
        .iter()
        .find(|rule| rule.rule == "overlap")
        .unwrap();
    assert_eq!(say(Lang::ZhCn, &off.why), "主持人在这个项目里关掉了“互相重叠”");
}

#[test]
fn every_profile_can_be_read_and_says_of_each_number_what_it_is() {
    for id in ["national", "shandong", "fuzhou", "xuzhou", "beijing"] {
        let profile = Profile::built_in(id).unwrap_or_else(|| panic!("{id}"));
        for (name, provision) in profile.provisions() {
            let (least, most) = provision.range;
            assert!((least..=most).contains(&provision.value), "{id} {name}");
            assert!(
                !provision.verified || !provision.source.is_empty() || name == "budget.share",
                "{id} {name}"
            );
            assert!(
                provision.about.contains_key("zh-CN") && provision.about.contains_key("en"),
                "{id} {name}"
            );
            let rule = name.split('.').next().unwrap_or_default();
            // What vehicles are is asked by several rules, and by the pictures of where they get.
            assert!(
                RULE_IDS.contains(&rule) || rule.starts_with("drive-"),
                "{id} {name}"
            );
        }
    }
    assert_eq!(Profile::all().count(), 5);
}

#[test]
fn a_project_may_set_a_number_and_an_absurd_one_is_said() {
    let mut project = project(vec![]);
    project
        .file
        .rules
        .numbers
        .insert("shed-distance.wall".to_owned(), 9.0);
    project.file.rules.numbers.insert("sun.sill".to_owned(), -40.0);
    project.file.rules.numbers.insert("sun.moon".to_owned(), 1.0);
    let profile = Profile::of(&project);
    let own = profile.provision("shed-distance.wall").unwrap();
    assert_eq!((own.value, own.verified), (9.0, false));
    assert!(profile.provision("sun.sill").is_none());
    let said: Vec<String> = profile.faults().iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "no rule asks for a number 'sun.moon'",
            "'sun.sill' is -40, which is not between 0 and 5; its rule is not checked",
        ]
    );
}

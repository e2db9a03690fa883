//! What a drawing would do: one rule a file, findings with stable names, totals, sentences of place.
//!
//! A rule is pure: it looks at one thing on the [`Site`] and gives [`Finding`]s; no rule reads
//! another's findings. [`Checker`] keeps findings and totals up to date change by change.

mod accessible_bays;
mod activity_traffic;
mod altered;
mod bay_size;
mod bill;
mod boundary;
mod budget;
mod building_spacing;
mod capacity;
mod checker;
mod classes;
mod clearance;
mod clearance_front;
mod concentrated_green;
mod contradiction;
mod deep;
mod distance;
mod facades;
mod finding;
mod fire;
mod fire_dead_end;
mod fire_facade;
mod fire_lane;
mod fire_turning;
mod fitness_distance;
mod lot_distance;
mod march;
mod mend;
mod mend_told;
mod mending;
mod my_door;
mod names;
mod noise;
mod not_checked;
mod overlap;
mod patches;
mod place;
mod placed;
mod plinth;
mod posted;
mod profile;
mod remedy;
mod report;
mod road_edge;
mod rule;
mod shade;
mod shadows;
mod shed_distance;
mod shed_group;
mod short;
mod stated;
mod step_free;
mod sun;
mod sunlit;
mod survey;
mod taken;
mod terrain;
mod things;
mod told;
mod totals;
mod tree_distance;
mod underground;
mod walking;
mod waste_radius;
mod window_sun;

pub use bill::BillLine;
pub use capacity::{Capacity, capacity, car_park_of, price, quantity, size_of};
pub use checker::{Checker, Preview, bill, check_all, check_on, totals};
pub use finding::{Finding, FindingId, Fix, Plan, Severity};
pub use fire::{DoorDrive, DrivenRoute, Drives, Stop, StopBy, Vehicles, drive};
pub use mending::{Mended, Mending};
pub use my_door::{Becomes, CardRow, DoorCard, House, houses, my_door, walk_said};
pub use names::{door_name, feature_name};
pub use not_checked::{NotChecked, PartNotChecked, RULE_IDS};
pub use place::{gives, place, said, size};
pub use placed::Site;
pub use posted::{read_answers, read_mended, write_answers, write_mended};
pub use profile::{DEFAULT_PROFILE, Profile, ProfileFault, Provision};
pub use remedy::{against_said, remedy};
pub use report::{TotalsRow, report, report_line, totals_row, totals_value};
pub use rule::{Answer, Rule, Tiding, is_far};
pub use shadows::Shadows;
pub use stated::{fault_message, profile_name, rule_name, rules_said, stated_rules, stating_rules};
pub use survey::Survey;
pub use taken::assumed;
pub use told::{Standing, sentence, told};
pub use totals::Totals;
pub use walking::{Band, Destination, DoorWalks, Metres, NoWalks, WalkMap, Walks, walk_map, walks};
pub use window_sun::WindowSun;

/// Every rule that is checked. The others of the contract are listed by [`Survey::not_checked`].
pub static ALL: &[&Rule] = &[
    &boundary::BOUNDARY,
    &overlap::OVERLAP,
    &accessible_bays::ACCESSIBLE_BAYS,
    &activity_traffic::ACTIVITY_TRAFFIC,
    &bay_size::BAY_SIZE,
    &budget::BUDGET,
    &building_spacing::BUILDING_SPACING,
    &clearance::CLEARANCE,
    &concentrated_green::CONCENTRATED_GREEN,
    &fire_facade::FIRE_FACADE,
    &fire_lane::FIRE_LANE,
    &fire_dead_end::FIRE_DEAD_END,
    &fire_turning::FIRE_TURNING,
    &fitness_distance::FITNESS_DISTANCE,
    &lot_distance::LOT_DISTANCE,
    &noise::NOISE,
    &plinth::PLINTH,
    &road_edge::ROAD_EDGE,
    &shed_distance::SHED_DISTANCE,
    &shed_group::SHED_GROUP,
    &step_free::STEP_FREE,
    &sun::SUN,
    &tree_distance::TREE_DISTANCE,
    &underground::UNDERGROUND,
    &waste_radius::WASTE_RADIUS,
];

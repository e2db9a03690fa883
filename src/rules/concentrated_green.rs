//! Concentrated green: what is at least 8 m wide counts, off the walls of houses and the edges of
//! roads, so many square metres for each person, a third of it outside the shadow of buildings
//! (GB 50180-2018 4.0.7, A.0.2). What was there before is not judged: only what the drawing takes.
//!
//! The shadow is that of the houses that are there on 大寒日.

use std::sync::Arc;

use crate::estate::Class;
use crate::geometry::{Bounds, Region};
use crate::project::Project;
use crate::sunlight::{Day, LitGround};
use crate::text::Message;

use super::classes::is_house;
use super::placed::{Placed, Site};
use super::profile::Profile;
use super::rule::{Answer, Rule, Tiding};
use super::terrain::Terrain;
use super::{Finding, FindingId, Severity, Survey, shade, sunlit};

const PERSON: &str = "concentrated-green.per-person";
const WIDTH: &str = "concentrated-green.width";
const SUNNY: &str = "concentrated-green.sunny";
const PEOPLE: &str = "concentrated-green.people";
const WALL: &str = "concentrated-green.house-wall";
const ROAD: &str = "concentrated-green.road-edge";
/// Minutes of sun that ground has outside the standard shadow line, and what stretch of it counts.
const MINUTES: &str = "concentrated-green.minutes";
const SEGMENT: &str = "sun.segment";
const NUMBERS: [&str; 8] = [PERSON, WIDTH, SUNNY, PEOPLE, WALL, ROAD, MINUTES, SEGMENT];

/// Less than this, in square metres, is not worth a word.
const NOT_WORTH_A_WORD_M2: f64 = 1.0;
/// A change of the sunny share under this, of 1, is not worth a word …
const SHARE_GRAIN: f64 = 0.01;
/// … and less sunny ground than this, in square metres, cannot be told from the grain of the points that it
/// is reckoned at: they lie 2 m apart, and what is left of a piece may hold two more or fewer of them.
const SUN_GRAIN_M2: f64 = 8.0;

/// The name of the finding that less of it lies in the sun.
pub(super) const DARKER: &str = "concentrated-green:sunny";

/// The rule.
pub(super) static CONCENTRATED_GREEN: Rule = Rule::far("concentrated-green", &NUMBERS, look).needing(needs);

fn needs(site: &Site) -> Option<Message> {
    let estate = &site.project.estate;
    let green = estate
        .features()
        .iter()
        .any(|feature| feature.class == Class::Green);
    match (estate.households(), green) {
        (0, _) => Some(Message::new("not-checked-no-households")),
        (_, false) => Some(Message::new("not-checked-no-green")),
        (_, true) => None,
    }
}

/// The green of an estate without a drawing, reckoned once.
#[derive(Debug)]
pub(super) struct GreenBefore {
    /// Each piece of green off walls and roads, with what of it is wide enough.
    pieces: Vec<Piece>,
    /// What new green keeps off.
    kept_clear: Vec<(Bounds, Region)>,
    /// The ground among the houses; none where the sun's way is not known.
    lit: Option<LitGround>,
}

#[derive(Clone, Debug)]
struct Piece {
    ground: Region,
    bounds: Bounds,
    counted: Counted,
}

/// Square metres of concentrated green, and of it in the sun.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Counted {
    area: f64,
    sunny: f64,
}

impl Counted {
    /// Of it in the sun, of 1.
    fn share(self) -> f64 {
        if self.area > 0.0 {
            self.sunny / self.area
        } else {
            1.0
        }
    }
}

impl GreenBefore {
    /// Of a project by the numbers of a profile; none without a number.
    pub fn new(project: &Project, terrain: &Terrain, profile: &Profile) -> Option<Arc<Self>> {
        let number = |name: &str| Some(profile.provision(name)?.value);
        let (wall, road, width) = (number(WALL)?, number(ROAD)?, number(WIDTH)?);
        let features = project.estate.features();
        let clear = features.iter().filter_map(|feature| {
            let off = match feature.class {
                Class::Building { .. } => wall,
                Class::Road { .. } => road,
                _ => return None,
            };
            let ground = terrain.ground(feature)?.grown(off);
            Some((ground.bounds()?, ground))
        });
        let kept_clear: Vec<(Bounds, Region)> = clear.collect();
        let lit = sunlit::latitude(project).map(|latitude| {
            let houses = project.estate.buildings();
            let solids = houses.filter_map(|house| shade::of_building(house)).collect();
            let whole = |name: &str| number(name).unwrap_or_default() as u32;
            let bounds = project.estate.bounds();
            LitGround::new(
                latitude,
                Day::GreatCold,
                bounds,
                solids,
                whole(MINUTES),
                whole(SEGMENT),
            )
        });
        let green = features.iter().filter(|feature| feature.class == Class::Green);
        let green = Region::union_of(green.filter_map(|feature| feature.shape.outline()));
        let mut before = Self {
            pieces: Vec::new(),
            kept_clear,
            lit,
        };
        let clear = before.off_walls_and_roads(green);
        before.pieces = clear
            .apart()
            .filter_map(|ground| before.piece(ground, width))
            .collect();
        Some(Arc::new(before))
    }

    fn piece(&self, ground: Region, width: f64) -> Option<Piece> {
        Some(Piece {
            bounds: ground.bounds()?,
            counted: self.counted(&ground, width),
            ground,
        })
    }

    fn off_walls_and_roads(&self, green: Region) -> Region {
        let Some(bounds) = green.bounds() else {
            return green;
        };
        let near = self.kept_clear.iter().filter(|(kept, _)| kept.meets(&bounds));
        near.fold(green, |left, (_, kept)| left.without(kept))
    }

    /// What of a piece of green is wide enough, and how much of that lies in the sun.
    fn counted(&self, ground: &Region, width: f64) -> Counted {
        let wide = ground.at_least_wide(width);
        let area = wide.area();
        let lit = self.lit.as_ref().filter(|_| area > 0.0);
        let share = lit.and_then(|lit| lit.share(&wide));
        Counted {
            area,
            sunny: area * share.unwrap_or(1.0),
        }
    }
}

fn look(site: &Site) -> Answer {
    let Some(before) = site.survey.green_before() else {
        return Answer::default();
    };
    let all = site.all();
    let taking: Vec<&Placed> = all
        .iter()
        .copied()
        .filter(|placed| placed.takes_green())
        .collect();
    let giving: Vec<&Placed> = all
        .iter()
        .copied()
        .filter(|placed| placed.green() > 0.0)
        .collect();
    let was = sum(before.pieces.iter().map(|piece| piece.counted));
    let is = after(site, before, &taking, &giving);
    let gave_up = before
        .lit
        .is_none()
        .then(|| Message::new("concentrated-green-no-sun"));
    let findings = [
        less(site, was, is, &taking),
        darker(site, before, (was, is), &taking),
    ];
    Answer {
        findings: findings.into_iter().flatten().collect(),
        tidings: more(site, was, is).into_iter().collect(),
        gave_up,
    }
}

fn sum(counted: impl Iterator<Item = Counted>) -> Counted {
    counted.fold(Counted::default(), |sum, one| Counted {
        area: sum.area + one.area,
        sunny: sum.sunny + one.sunny,
    })
}

/// The concentrated green with the drawing. Only pieces that the drawing touches are reckoned again.
fn after(site: &Site, before: &GreenBefore, taking: &[&Placed], giving: &[&Placed]) -> Counted {
    let number = |name: &str| site.provision(name).map_or(0.0, |provision| provision.value);
    let (width, wall) = (number(WIDTH), number(WALL));
    // A room keeps new green off its walls; other things take no more than their ground.
    let taken: Vec<Region> = taking
        .iter()
        .map(|placed| match is_house(placed) {
            true => placed.ground.grown(wall),
            false => placed.ground.clone(),
        })
        .collect();
    let new = Region::union_of(
        giving
            .iter()
            .filter_map(|placed| placed.thing.shape.outline())
            .collect::<Vec<_>>()
            .iter(),
    );
    let new = before.off_walls_and_roads(new);
    let touches = |piece: &&Piece| {
        taken.iter().chain([&new]).any(|ground| {
            ground
                .bounds()
                .is_some_and(|bounds| bounds.grown(0.1).meets(&piece.bounds))
        })
    };
    let (touched, left): (Vec<&Piece>, Vec<&Piece>) = before.pieces.iter().partition(touches);
    let taken: Vec<(Bounds, Region)> = taken
        .into_iter()
        .filter_map(|ground| Some((ground.bounds()?, ground)))
        .collect();
    // New green may join pieces; else each is by itself.
    let grounds = match new.is_empty() {
        true => touched.iter().map(|piece| piece.ground.clone()).collect(),
        false => vec![touched.iter().fold(new, |all, piece| all.with(&piece.ground))],
    };
    let counted = |ground: Region| {
        // A piece that the drawing only comes near to counts as before.
        let same = touched.iter().find(|piece| {
            (piece.ground.area() - ground.area()).abs() < 1e-6 && piece.ground.bounds() == ground.bounds()
        });
        same.map_or_else(|| before.counted(&ground, width), |piece| piece.counted)
    };
    let changed = grounds.into_iter().flat_map(|ground| {
        let left = without(ground, &taken);
        left.apart().map(counted).collect::<Vec<_>>()
    });
    sum(left.into_iter().map(|piece| piece.counted).chain(changed))
}

/// Ground without what is taken of it, at once.
fn without(ground: Region, taken: &[(Bounds, Region)]) -> Region {
    let Some(bounds) = ground.bounds() else {
        return ground;
    };
    let near = taken.iter().filter(|(taken, _)| taken.meets(&bounds));
    let all = Region::union_of_all(near.map(|(_, ground)| ground));
    if all.is_empty() {
        return ground;
    }
    ground.without(&all)
}

fn people(site: &Site) -> f64 {
    let each = site.provision(PEOPLE).map_or(0.0, |provision| provision.value);
    f64::from(site.project.estate.households()) * each
}

/// Less of it than before, and less than is asked.
fn less(site: &Site, was: Counted, is: Counted, taking: &[&Placed]) -> Option<Finding> {
    let provision = site.provision(PERSON)?;
    let people = people(site);
    let asked = provision.value * people;
    if is.area > was.area - NOT_WORTH_A_WORD_M2 || is.area >= asked {
        return None;
    }
    let message = Message::new("concentrated-green-less")
        .number("lost", was.area - is.area, 0)
        .number("left", is.area, 0)
        .number("people", people, 0)
        .number("asked", asked, 0);
    let finding = Finding::missed(
        CONCENTRATED_GREEN.id,
        provision,
        is.area / people.max(1.0),
        message,
    );
    let at = taking
        .first()
        .map_or(site.project.estate.bounds().centre(), |placed| {
            placed.thing.shape.centre()
        });
    Some(Finding {
        placements: taking.iter().map(|placed| placed.id().clone()).collect(),
        at,
        ..finding
    })
}

/// A smaller share of it in the sun than before, and smaller than is asked, because sunny ground of it was
/// taken: a lawn in the shade that comes to it makes nothing worse. Where the share was too small before, it
/// is not the drawing that breaks the clause, and what it takes should be left.
fn darker(
    site: &Site,
    before: &GreenBefore,
    (was, is): (Counted, Counted),
    taking: &[&Placed],
) -> Option<Finding> {
    let provision = site.provision(SUNNY)?;
    let lost = was.sunny - is.sunny;
    let is_less = lost >= SUN_GRAIN_M2 && was.share() - is.share() >= SHARE_GRAIN;
    let keeps = |counted: Counted| counted.share() * 100.0 >= provision.value - 0.1;
    if !is_less || keeps(is) {
        return None;
    }
    let message = Message::new("concentrated-green-darker")
        .number("lost", lost, 0)
        .number("was", was.share() * 100.0, 1)
        .number("is", is.share() * 100.0, 1);
    let finding = Finding::missed(CONCENTRATED_GREEN.id, provision, is.share() * 100.0, message);
    let things = in_the_sun(before, taking);
    let first = things.first()?;
    Some(Finding {
        id: FindingId(DARKER.to_owned()),
        severity: if keeps(was) {
            finding.severity
        } else {
            finding.severity.max(Severity::Should)
        },
        at: first.thing.shape.centre(),
        placements: things.iter().map(|placed| placed.id().clone()).collect(),
        ..finding
    })
}

/// The things that stand on concentrated green in the sun, that which takes most of it first; where what is
/// left only became too narrow, those that stand on the green at all.
fn in_the_sun<'a>(before: &GreenBefore, taking: &[&'a Placed]) -> Vec<&'a Placed> {
    let on_it = |placed: &&'a Placed| -> (f64, f64) {
        let near = before
            .pieces
            .iter()
            .filter(|piece| piece.bounds.meets(&placed.bounds));
        near.map(|piece| piece.ground.shared(&placed.ground))
            .map(|ground| {
                let lit = before.lit.as_ref().and_then(|lit| lit.share(&ground));
                (ground.area() * lit.unwrap_or(1.0), ground.area())
            })
            .fold((0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
    };
    let mut all: Vec<(&'a Placed, (f64, f64))> =
        taking.iter().map(|placed| (*placed, on_it(placed))).collect();
    all.retain(|(_, (_, ground))| *ground >= NOT_WORTH_A_WORD_M2);
    if all.iter().any(|(_, (sunny, _))| *sunny >= NOT_WORTH_A_WORD_M2) {
        all.retain(|(_, (sunny, _))| *sunny >= NOT_WORTH_A_WORD_M2);
    }
    all.sort_by(|a, b| b.1.0.total_cmp(&a.1.0).then_with(|| a.0.id().cmp(b.0.id())));
    all.into_iter().map(|(placed, _)| placed).collect()
}

/// More of it, where there was too little.
fn more(site: &Site, was: Counted, is: Counted) -> Option<Tiding> {
    let asked = site.provision(PERSON)?.value * people(site);
    let won = is.area - was.area;
    (was.area < asked && won >= NOT_WORTH_A_WORD_M2).then(|| Tiding {
        good: true,
        weight: 0.3,
        message: Message::new("concentrated-green-more").number("won", won, 0),
    })
}

impl Survey {
    /// The concentrated green without a drawing, reckoned when it is first asked for.
    fn green_before(&self) -> Option<&GreenBefore> {
        let reckon = || GreenBefore::new(&self.project, &self.terrain, &self.profile);
        self.green.get_or_init(reckon).as_deref()
    }
}

//! Invented designs of invented people, so that wall and desk can be looked at and tried.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::catalogue::{Kind, KindId};
use crate::design::stored::{DesignName, write};
use crate::design::{
    Author, Command, CommandFault, Design, ParamValue, Placement, PlacementId, Wish, WishId,
};
use crate::geometry::{Outline, Turn, WorldPt, WorldVec};
use crate::project::Project;

use super::sites::{is_free, sites};
use crate::cli::chance::Chance;

#[derive(Deserialize)]
struct Material {
    themes: Vec<Theme>,
    aliases: Vec<String>,
    ages: Vec<String>,
    channels: Vec<String>,
    hostile: Hostile,
}

/// What one resident cares about: things about a middle (kind, metres east, metres north, turn).
#[derive(Deserialize)]
struct Theme {
    reach: f64,
    titles: Vec<String>,
    things: Vec<(String, f64, f64, f64)>,
    wishes: Vec<(String, String)>,
}

#[derive(Deserialize)]
struct Hostile {
    title: String,
    alias: String,
    building: String,
    wishes: Vec<String>,
}

fn material() -> Option<&'static Material> {
    static MATERIAL: OnceLock<Option<Material>> = OnceLock::new();
    MATERIAL
        .get_or_init(|| serde_json::from_str(include_str!("material.json")).ok())
        .as_ref()
}

/// So many designs for a project, the same for the same seed, each with its name and bytes. About
/// one in six is a revision that supersedes another; one is hostile in every text that it has.
pub fn designs(project: &Project, count: usize, seed: u64) -> Vec<(DesignName, Vec<u8>)> {
    let Some(material) = material() else {
        return Vec::new();
    };
    let mut maker = Maker::new(project, material, seed);
    let mut made: Vec<(DesignName, Vec<u8>)> = Vec::new();
    let mut kept: Vec<(DesignName, Design)> = Vec::new();
    for number in 0..count {
        let design = match kept.last() {
            _ if number == 2 => maker.hostile(),
            Some((name, before)) if number % 6 == 5 => maker.revised(before, name, number),
            _ => maker.fresh(number),
        };
        // A thing that cannot be put in leaves a design fewer, never a faulty one.
        let Ok(design) = design else { continue };
        let bytes = write(&design);
        let name = DesignName::of(&bytes);
        kept.push((name, design));
        made.push((name, bytes));
    }
    made
}

struct Maker<'a> {
    project: &'a Project,
    material: &'a Material,
    sites: Vec<Vec<WorldPt>>,
    buildings: Vec<String>,
    chance: Chance,
}

impl<'a> Maker<'a> {
    fn new(project: &'a Project, material: &'a Material, seed: u64) -> Self {
        let mut chance = Chance::new(seed);
        let places = |theme: &Theme| sites(&project.estate, theme.reach, 5, &mut chance);
        let sites = material.themes.iter().map(places).collect();
        let buildings = project
            .estate
            .buildings()
            .map(|b| b.name.chars().filter(char::is_ascii_digit).collect::<String>())
            .filter(|name| !name.is_empty())
            .collect();
        Self {
            project,
            material,
            sites,
            buildings,
            chance,
        }
    }

    fn begun(&mut self, number: usize) -> Design {
        let draft = format!("{:016x}{:016x}", self.chance.bits(), self.chance.bits());
        let mut design = Design::new(&self.project.file.id, &draft);
        design.drawn = self.moment(number);
        design
    }

    /// Two weeks of November evenings, later numbers later.
    fn moment(&mut self, number: usize) -> String {
        let (day, hour) = (9 + number / 4 % 15, 8 + self.chance.below(13));
        let (minute, second) = (self.chance.below(60), self.chance.below(60));
        format!("2026-11-{day:02}T{hour:02}:{minute:02}:{second:02}+08:00")
    }

    fn author(&mut self) -> Author {
        let material = self.material;
        let mut picked = |items: &[String]| self.chance.one_of(items).cloned().unwrap_or_default();
        Author {
            alias: picked(&material.aliases),
            building: picked(&self.buildings),
            age: picked(&material.ages),
            channel: picked(&material.channels),
            ..Author::default()
        }
    }

    fn fresh(&mut self, number: usize) -> Result<Design, CommandFault> {
        let design = self.begun(number);
        let first = self.chance.below(self.material.themes.len());
        let title = self
            .chance
            .one_of(&self.material.themes[first].titles)
            .cloned()
            .unwrap_or_default();
        let design = design.apply(&Command::All(vec![
            Command::SetAuthor(self.author()),
            Command::SetTitle(if self.chance.happens(0.08) {
                String::new()
            } else {
                title
            }),
        ]))?;
        let mut design = self.with_theme(design, first)?;
        while self.chance.happens(0.45) {
            let next = self.chance.below(self.material.themes.len());
            design = self.with_theme(design, next)?;
        }
        Ok(design)
    }

    fn revised(&mut self, before: &Design, name: &DesignName, number: usize) -> Result<Design, CommandFault> {
        let theme = self.chance.below(self.material.themes.len());
        let mut design = self.with_theme(before.clone(), theme)?;
        design.supersedes = Some(name.to_string());
        design.drawn = self.moment(number);
        Ok(design)
    }

    fn hostile(&mut self) -> Result<Design, CommandFault> {
        let hostile = &self.material.hostile;
        let design = self.begun(0);
        let author = Author {
            alias: hostile.alias.clone(),
            building: hostile.building.clone(),
            ..self.author()
        };
        let mut commands = vec![
            Command::SetAuthor(author),
            Command::SetTitle(hostile.title.clone()),
        ];
        for (at, text) in hostile.wishes.iter().enumerate() {
            commands.push(Command::PutWish(wish(
                &format!("w{}", at + 1),
                text,
                &hostile.title,
            )));
        }
        let design = design.apply(&Command::All(commands))?;
        self.with_theme(design, 0)
    }

    /// The design with the things of a theme about one of its sites, and perhaps a wish of it.
    fn with_theme(&mut self, mut design: Design, theme: usize) -> Result<Design, CommandFault> {
        let material = self.material;
        let site = self.site_for(theme);
        // People agree on the place, not on the metre.
        let middle = site + WorldVec::new(self.chance.between(-2.5, 2.5), self.chance.between(-2.5, 2.5));
        let turn = if self.chance.happens(0.3) {
            self.chance.between(-12.0, 12.0).round()
        } else {
            0.0
        };
        for (at, (kind, east, north, own)) in material.themes[theme].things.iter().enumerate() {
            if at > 0 && self.chance.happens(0.25) {
                continue;
            }
            let place = middle + WorldVec::new(*east, *north).turned(turn);
            if let Some(thing) = self.thing(&design, kind, place, turn + own) {
                design = design.apply(&Command::Put(vec![thing]))?;
            }
        }
        if self.chance.happens(0.6)
            && let Some((topic, text)) = self.chance.one_of(&material.themes[theme].wishes)
        {
            let id = design.fresh_wish_id();
            let mut wish = wish(id.as_str(), text, topic);
            wish.at = self.chance.happens(0.5).then(|| middle.snapped());
            design = design.apply(&Command::PutWish(wish))?;
        }
        Ok(design)
    }

    /// One of a theme's sites, if possible one where its main thing fits.
    fn site_for(&mut self, theme: usize) -> WorldPt {
        let sites = self.sites[theme].clone();
        let first = self.chance.below(sites.len());
        let fits = |site: &WorldPt| {
            let (kind, ..) = self.material.themes[theme].things.first()?;
            let kind = self.project.catalogue.kind(&KindId::new(kind))?;
            let main = Placement::new(PlacementId::new("p1"), kind, *site, Turn::new(0.0));
            is_free(&self.project.estate, &ground(&main)).then_some(*site)
        };
        let in_turn = || sites.iter().cycle().skip(first).take(sites.len());
        in_turn()
            .find_map(fits)
            .or_else(|| in_turn().next().copied())
            .unwrap_or_default()
    }

    /// A thing of a kind at a place: as it is asked, else upright, else smaller, where the kind may
    /// be; none where it does not fit.
    fn thing(&mut self, design: &Design, kind: &str, place: WorldPt, turn: f64) -> Option<Placement> {
        let kind = self.project.catalogue.kind(&KindId::new(kind))?;
        let id: PlacementId = design.fresh_placement_ids(1).pop()?;
        let tries = [
            (turn, 1.0),
            (0.0, 1.0),
            (90.0, 1.0),
            (0.0, 0.8),
            (0.0, 0.62),
            (0.0, 0.5),
        ];
        let mut thing = tries.into_iter().find_map(|(turn, share)| {
            let mut kind = Kind::clone(kind);
            kind.size = kind.held_size(kind.size.0 * share, kind.size.1 * share);
            let thing = Placement::new(id.clone(), &kind, place, Turn::new(turn));
            is_free(&self.project.estate, &ground(&thing)).then_some(thing)
        })?;
        for param in &kind.params {
            // Most people leave what is offered.
            if self.chance.happens(0.5) {
                continue;
            }
            if let Some(option) = self.chance.one_of(&param.options) {
                thing
                    .params
                    .insert(param.id.clone(), ParamValue::Text(option.clone()));
            }
        }
        Some(thing)
    }
}

/// The ground that a thing covers; of a path, the box around it.
fn ground(thing: &Placement) -> Outline {
    thing.shape.outline().unwrap_or_else(|| {
        let bounds = thing.shape.bounds();
        Outline::rectangle(
            bounds.centre(),
            WorldVec::new(bounds.width(), bounds.height()),
            0.0,
        )
    })
}

fn wish(id: &str, text: &str, topic: &str) -> Wish {
    Wish {
        id: WishId::new(id),
        text: text.to_owned(),
        topic: topic.to_owned(),
        at: None,
        extra: Default::default(),
    }
}

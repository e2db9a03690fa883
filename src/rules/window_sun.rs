//! The sun at one household's window, before and after.

use crate::design::Design;
use crate::estate::{Class, FeatureId};
use crate::geometry::WorldPt;
use crate::sunlight::{Solid, Window, Windows, stretches};

use super::things::Things;
use super::{Survey, shade, sunlit};

/// From floor to floor in metres (domain.md E2, 2.7-2.9).
const STOREY_M: f64 = 2.8;

/// The minutes of sun at a window, on 大寒日 and on 冬至日.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WindowSun {
    /// Without the drawing.
    pub before: [u32; 2],
    /// With it.
    pub after: [u32; 2],
}

impl Survey {
    /// The sun at the window on the sunny side of a house that is nearest to a stair door, on a floor
    /// counted from 1; none without a latitude, or for a house without a side to the sun.
    pub fn window_sun(
        &self,
        design: &Design,
        house: &FeatureId,
        door: WorldPt,
        floor: u32,
    ) -> Option<WindowSun> {
        let latitude = sunlit::latitude(&self.project)?;
        let number = |name: &str| self.profile.provision(name).map(|provision| provision.value);
        let sill = number("sun.sill")? + f64::from(floor.clamp(1, 99) - 1) * STOREY_M;
        let outline = self.project.estate.feature(house)?.shape.outline()?;
        let away = |ends: [WorldPt; 2]| ends[0].middle(ends[1]).distance(door);
        let nearest = stretches(outline)
            .into_iter()
            .min_by(|a, b| away(a.ends).total_cmp(&away(b.ends)))?;
        let window = Window {
            ends: nearest.ends,
            sill,
        };
        let segment = number("sun.segment")?.round() as u32;
        let counted = |solids: &[Solid]| Windows::new(latitude, vec![window], solids, &[], segment).before(0);
        Some(WindowSun {
            before: counted(&self.shading(&Things::default())),
            after: counted(&self.shading(&self.things(design))),
        })
    }

    /// What throws shadow on a plan, without what is exempt.
    fn shading(&self, things: &Things) -> Vec<Solid> {
        let site = self.site(things, &[]);
        let stays = |house: &&std::sync::Arc<crate::estate::Feature>| {
            matches!(house.class, Class::Building { .. }) && !shade::is_gone(&site, house)
        };
        let houses = self.project.estate.buildings().filter(stays);
        let houses = houses.filter_map(|house| shade::of_building(house));
        let placed = things.all().into_iter();
        let placed = placed.filter_map(|placed| shade::of_thing(placed.kind.as_deref()?, &placed.thing));
        houses.chain(placed).collect()
    }
}

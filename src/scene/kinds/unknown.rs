//! A kind that this version does not know: a dashed box with its name.

use super::super::path::pt;
use super::super::pen::Pen;
use super::super::{Ink, Length, line, wash};
use super::Thing;

pub(super) fn draw(pen: &mut Pen, thing: &Thing) {
    pen.draw(thing.ground.clone(), wash(Ink::Raised, 0.7));
    pen.draw(
        thing.ground.clone(),
        line(Ink::InkSoft, 1.5).dashed(Length::Px(6.0), Length::Px(4.0)),
    );
    let name: String = thing.kind_id().chars().take(40).collect();
    pen.label(pt(0.0, 0.0), name, Length::Px(11.0), Ink::InkSoft);
}

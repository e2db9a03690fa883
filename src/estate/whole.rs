//! The whole estate, with what is asked of it often.

use std::sync::Arc;

use serde_json::Value;

use crate::geometry::{Bounds, Index, Outline, WorldPt};

use super::{Class, Feature, FeatureId, Frame};

/// The estate: its features, indexed.
#[derive(Clone, Debug)]
pub struct Estate {
    /// Where it lies on the earth; none for a drawing in metres only.
    pub frame: Option<Frame>,
    /// Whose data it is and under which licence, as their licence asks to be shown; else empty.
    pub attribution: String,
    /// The grid in which its survey came, as the file says it (`mulin:grid`); only what goes out to CAD reads it.
    pub grid: Option<Value>,
    features: Vec<Arc<Feature>>,
    index: Index<usize>,
    boundary: Option<usize>,
    bounds: Bounds,
}

impl Estate {
    /// An estate of features. Where none is a boundary, the estate has none and anything may be
    /// placed anywhere on the sheet.
    pub fn new(frame: Option<Frame>, features: Vec<Feature>) -> Self {
        Self::of(frame, features.into_iter().map(Arc::new).collect())
    }
    /// The same place with other features.
    #[must_use]
    pub fn with_features(&self, features: Vec<Arc<Feature>>) -> Self {
        Self {
            attribution: self.attribution.clone(),
            grid: self.grid.clone(),
            ..Self::of(self.frame, features)
        }
    }

    fn of(frame: Option<Frame>, features: Vec<Arc<Feature>>) -> Self {
        let index = Index::bulk(features.iter().enumerate().map(|(i, f)| (i, f.bounds())));
        let boundary = features
            .iter()
            .position(|f| f.class == Class::Boundary && f.shape.outline().is_some());
        let bounds = match boundary {
            Some(i) => features[i].shape.bounds(),
            None => index.bounds().unwrap_or(Bounds {
                min: WorldPt::new(-50.0, -50.0),
                max: WorldPt::new(50.0, 50.0),
            }),
        };
        Self {
            frame,
            attribution: String::new(),
            grid: None,
            features,
            index,
            boundary,
            bounds,
        }
    }
    /// Every feature, in the order of the file.
    pub fn features(&self) -> &[Arc<Feature>] {
        &self.features
    }
    /// The feature of that name.
    pub fn feature(&self, id: &FeatureId) -> Option<&Arc<Feature>> {
        self.features.iter().find(|feature| &feature.id == id)
    }
    /// The features whose boxes, by [`Feature::bounds`], meet a box.
    pub fn in_box(&self, bounds: Bounds) -> impl Iterator<Item = &Arc<Feature>> {
        self.index.in_box(bounds).map(|i| &self.features[*i])
    }
    /// The edge of the estate.
    pub fn boundary(&self) -> Option<&Outline> {
        self.boundary.and_then(|i| self.features[i].shape.outline())
    }
    /// The box that a first view shows: the boundary's, or everything's.
    pub fn bounds(&self) -> Bounds {
        self.bounds
    }
    /// The buildings.
    pub fn buildings(&self) -> impl Iterator<Item = &Arc<Feature>> {
        self.features
            .iter()
            .filter(|feature| matches!(feature.class, Class::Building { .. }))
    }
    /// Dwellings in it, added up over its buildings.
    pub fn households(&self) -> u32 {
        self.buildings()
            .map(|b| {
                if let Class::Building { households, .. } = b.class {
                    households
                } else {
                    0
                }
            })
            .sum()
    }
}

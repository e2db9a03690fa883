//! The drawing at hand, one a project, and versions of it to go back to.

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::record::{bytes, kept_bytes, number, record, text};
use super::{DRAFTS, Safety, Store, StoreFault, VERSIONS, commit};

/// How many versions without a name are kept of a drawing; the oldest go first. Named ones stay.
const MOST_VERSIONS: usize = 30;

/// The drawing at hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The design's bytes in the stored form.
    pub design: Vec<u8>,
    /// Its undo history, as the editor writes it.
    pub history: String,
    /// When it was kept, in milliseconds since 1970 of this device's clock.
    pub saved: f64,
    /// Rises with each keeping, whatever the clock says.
    pub turn: u64,
}

/// A version of the drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// When it was kept, in milliseconds since 1970 of this device's clock.
    pub saved: f64,
    /// The name that its author gave it; empty for one that was kept by itself.
    pub name: String,
    /// The design's bytes in the stored form.
    pub design: Vec<u8>,
}

impl Store {
    /// The drawing at hand in a project.
    pub async fn draft(&self, project: &str) -> Result<Option<Draft>, StoreFault> {
        let drafts = self.reading(DRAFTS).await?.object_store(DRAFTS)?;
        let Some(kept) = drafts.get(JsValue::from_str(project))?.await? else {
            return Ok(None);
        };
        Ok(bytes(&kept, "design").map(|design| Draft {
            design,
            history: text(&kept, "history").unwrap_or_default(),
            saved: number(&kept, "saved").unwrap_or_default(),
            turn: number(&kept, "turn").unwrap_or_default() as u64,
        }))
    }

    /// Keeps the drawing at hand in the place of the one before.
    pub async fn keep_draft(&self, project: &str, draft: &Draft) -> Result<(), StoreFault> {
        let kept = record(&[
            ("design", kept_bytes(&draft.design)),
            ("history", draft.history.as_str().into()),
            ("saved", draft.saved.into()),
            ("turn", (draft.turn as f64).into()),
        ]);
        let transaction = self.writing(&[DRAFTS], Safety::Relaxed).await?;
        commit(transaction, |begun| {
            let key = JsValue::from_str(project);
            begun.object_store(DRAFTS)?.put(&kept, Some(&key))?;
            Ok(())
        })
        .await
    }

    /// Forgets the drawing at hand in a project and its versions.
    pub(super) async fn drop_draft(&self, project: &str) -> Result<(), StoreFault> {
        let versions = self.version_keys(project).await?;
        let transaction = self.writing(&[DRAFTS, VERSIONS], Safety::Relaxed).await?;
        commit(transaction, |begun| {
            begun.object_store(DRAFTS)?.delete(JsValue::from_str(project))?;
            let store = begun.object_store(VERSIONS)?;
            versions
                .into_iter()
                .try_for_each(|key| store.delete(key).map(drop))
        })
        .await
    }

    /// Keeps a version of the drawing to go back to.
    pub async fn keep_version(&self, project: &str, version: &Version) -> Result<(), StoreFault> {
        let unnamed = |known: &Version| known.name.is_empty();
        let known = self.versions(project).await?;
        let surplus: Vec<JsValue> = known
            .iter()
            .filter(|known| unnamed(known))
            .skip(MOST_VERSIONS - 1)
            .map(|known| version_key(project, known.saved))
            .collect();
        let kept = record(&[
            ("design", kept_bytes(&version.design)),
            ("saved", version.saved.into()),
            ("name", version.name.as_str().into()),
        ]);
        let transaction = self.writing(&[VERSIONS], Safety::Relaxed).await?;
        commit(transaction, |begun| {
            let store = begun.object_store(VERSIONS)?;
            store.put(&kept, Some(&version_key(project, version.saved)))?;
            surplus
                .into_iter()
                .try_for_each(|key| store.delete(key).map(drop))
        })
        .await
    }

    /// Forgets a version, known by when it was kept.
    pub async fn drop_version(&self, project: &str, saved: f64) -> Result<(), StoreFault> {
        let transaction = self.writing(&[VERSIONS], Safety::Relaxed).await?;
        commit(transaction, |begun| {
            begun
                .object_store(VERSIONS)?
                .delete(version_key(project, saved))?;
            Ok(())
        })
        .await
    }

    /// The versions of a drawing, the newest first.
    pub async fn versions(&self, project: &str) -> Result<Vec<Version>, StoreFault> {
        let mut versions = Vec::new();
        let store = self.reading(VERSIONS).await?.object_store(VERSIONS)?;
        let keys = store.get_all_keys(None, None)?.await?;
        let rows = store.get_all(None, None)?.await?;
        for (key, row) in keys.iter().zip(&rows) {
            let saved = number(row, "saved");
            if let (true, Some(saved), Some(design)) = (is_of(key, project), saved, bytes(row, "design")) {
                let name = text(row, "name").unwrap_or_default();
                versions.push(Version { saved, name, design });
            }
        }
        versions.sort_by(|a, b| b.saved.total_cmp(&a.saved));
        Ok(versions)
    }

    /// The keys of a project's versions, the oldest first, as the database orders them.
    async fn version_keys(&self, project: &str) -> Result<Vec<JsValue>, StoreFault> {
        let store = self.reading(VERSIONS).await?.object_store(VERSIONS)?;
        let keys = store.get_all_keys(None, None)?.await?;
        Ok(keys.into_iter().filter(|key| is_of(key, project)).collect())
    }
}

fn version_key(project: &str, saved: f64) -> JsValue {
    Array::of2(&project.into(), &saved.into()).into()
}

fn is_of(key: &JsValue, project: &str) -> bool {
    Array::from(key).get(0).as_string().as_deref() == Some(project)
}

//! What every request shares.

use std::sync::{Arc, Mutex};

use axum::http::HeaderMap;
use object_store::ObjectStore;

use super::arrivals::Arrivals;
use super::{AppFiles, PlannerToken, ProjectFolder, Refusal};

/// The endpoint: where designs are kept, who may list them, and what else is served.
pub struct Endpoint {
    pub(super) store: Arc<dyn ObjectStore>,
    token: PlannerToken,
    pub(super) project: Option<ProjectFolder>,
    pub(super) app: Option<AppFiles>,
    pub(super) arrivals: Mutex<Arrivals>,
}

impl Endpoint {
    /// An endpoint over a store, without project and app.
    pub fn new(store: Arc<dyn ObjectStore>, token: PlannerToken) -> Self {
        Self {
            store,
            token,
            project: None,
            app: None,
            arrivals: Mutex::default(),
        }
    }
    /// The endpoint that also serves a project.
    #[must_use]
    pub fn with_project(mut self, project: ProjectFolder) -> Self {
        self.project = Some(project);
        self
    }
    /// The endpoint that also serves the app.
    #[must_use]
    pub fn with_app(mut self, app: AppFiles) -> Self {
        self.app = Some(app);
        self
    }
    /// Lets the planner pass.
    pub(super) fn planner_only(&self, headers: &HeaderMap) -> Result<(), Refusal> {
        if self.token.opens(headers) {
            Ok(())
        } else {
            Err(Refusal::NotThePlanner)
        }
    }
    /// Lets the planner pass, and everybody where the project's gallery is open.
    pub(super) async fn reader_only(&self, headers: &HeaderMap) -> Result<(), Refusal> {
        let open = match &self.project {
            Some(project) => project.gallery_open().await,
            None => false,
        };
        if open { Ok(()) } else { self.planner_only(headers) }
    }
}

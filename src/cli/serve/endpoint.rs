//! What every request shares.

use std::sync::{Arc, Mutex};

use axum::extract::Request;
use object_store::path::Path as Key;
use object_store::{ObjectStore, ObjectStoreExt};

use super::arrivals::Arrivals;
use super::keep::Keep;
use super::limits::{Limits, Usage};
use super::metrics::Metrics;
use super::session::Sessions;
use super::{AppFiles, Guarantee, PlannerToken, ProjectFolder, Refusal, Role, peer};

/// The endpoint: where designs are kept, who may list them, and what else is served.
pub struct Endpoint {
    pub(super) store: Arc<dyn ObjectStore>,
    pub(super) keep: Keep,
    token: PlannerToken,
    reader: Option<PlannerToken>,
    pub(super) sessions: Sessions,
    pub(super) usage: Usage,
    pub(super) metrics: Metrics,
    pub(super) behind_proxy: bool,
    pub(super) project: Option<ProjectFolder>,
    pub(super) app: Option<AppFiles>,
    pub(super) arrivals: Mutex<Arrivals>,
}

impl Endpoint {
    /// An endpoint over a store that creates names once, without project, app and limits.
    pub fn new(store: Arc<dyn ObjectStore>, token: PlannerToken) -> Self {
        Self {
            keep: Keep::new(Arc::clone(&store), Guarantee::CreateOnly),
            store,
            token,
            reader: None,
            sessions: Sessions::default(),
            usage: Usage::new(Limits::NONE),
            metrics: Metrics::default(),
            behind_proxy: false,
            project: None,
            app: None,
            arrivals: Mutex::default(),
        }
    }
    /// The endpoint over a store of which the probe said this.
    #[must_use]
    pub fn with_guarantee(mut self, guarantee: Guarantee) -> Self {
        self.keep = Keep::new(Arc::clone(&self.store), guarantee);
        self
    }
    /// The endpoint that keeps limits.
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.usage = Usage::new(limits);
        self
    }
    /// The endpoint that lets a second token read and change nothing.
    #[must_use]
    pub fn with_reader(mut self, token: PlannerToken) -> Self {
        self.reader = Some(token);
        self
    }
    /// The endpoint that believes the proxy in front of it for whom it asks.
    #[must_use]
    pub fn behind_proxy(mut self) -> Self {
        self.behind_proxy = true;
        self
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
    /// The role of who shows a token.
    pub(super) fn role_by_token(&self, request: &Request) -> Result<Role, Refusal> {
        let headers = request.headers();
        match &self.reader {
            _ if self.token.opens(headers) => Ok(Role::Planner),
            Some(reader) if reader.opens(headers) => Ok(Role::Reader),
            // Who shows no token does not guess.
            _ if !PlannerToken::shown(headers) => Err(Refusal::NotThePlanner),
            _ => Err(self.usage.guess(peer::address(request, self.behind_proxy))),
        }
    }
    /// The role of who asks, by session or by token.
    pub(super) fn role(&self, request: &Request) -> Result<Role, Refusal> {
        match self.sessions.opens(request.method(), request.headers()) {
            Some(role) => Ok(role),
            None => self.role_by_token(request),
        }
    }
    /// Lets the planner pass, by token or by session. A reader is told so.
    pub(super) fn planner_only(&self, request: &Request) -> Result<(), Refusal> {
        match self.role(request)? {
            Role::Planner => Ok(()),
            Role::Reader => Err(Refusal::ReadOnly),
        }
    }
    /// Lets planner and reader pass, and everybody where the project's gallery is open.
    pub(super) fn reader_only<'a>(
        &'a self,
        request: &Request,
    ) -> impl Future<Output = Result<(), Refusal>> + use<'a> {
        // Asked before anything is waited for: a body under way cannot be shared between threads.
        let role = self.role(request);
        async move {
            match &self.project {
                Some(project) if project.gallery_open().await => Ok(()),
                _ => role.map(|_| ()),
            }
        }
    }
    /// Takes a design unless too many come. A planner who brings in a day's paper is not held up.
    pub(super) fn admit_design(&self, request: &Request) -> Result<(), Refusal> {
        let by_session = self.sessions.opens(request.method(), request.headers());
        if self.token.opens(request.headers()) || by_session == Some(Role::Planner) {
            return Ok(());
        }
        self.usage.design(peer::address(request, self.behind_proxy))
    }
    /// Whether the storage answers; that nothing has this name is an answer.
    pub(super) async fn storage_answers(&self) -> Result<(), Refusal> {
        match self.store.head(&Key::from("healthz")).await {
            Ok(_) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(why) => Err(why.into()),
        }
    }
}

//! What is sent and received: the outbox, the receipts that the device keeps, and their links.

use leptos::prelude::*;

use super::keeping::Keeper;
use crate::app::browser::page;
use crate::app::outbox::Sender;
use crate::app::session::Session;
use crate::design::stored::{self, DesignName};
use crate::rules::stating_rules;
use crate::submission::{Item, Phase, last_version, revision_of};
use crate::text::Message;

/// The post of the page; copies are the same.
#[derive(Clone, Copy)]
pub struct Post {
    session: Session,
    keeper: Keeper,
    /// The outbox, once the store was asked for.
    pub sender: RwSignal<Option<Sender>>,
    /// What was submitted last since the page was opened.
    pub last: RwSignal<Option<DesignName>>,
    /// Whether the drawing is still as it was submitted.
    pub unchanged: RwSignal<bool>,
}

impl Post {
    /// A post that cannot send yet.
    pub fn new(session: Session, keeper: Keeper) -> Self {
        let post = Self {
            session,
            keeper,
            sender: RwSignal::new(None),
            last: RwSignal::new(None),
            unchanged: RwSignal::new(false),
        };
        Effect::new(move |_| {
            session.design.track();
            post.unchanged.set(false);
        });
        post
    }
    /// Begins to send, once the keeper is awake: also what waited from before.
    pub fn start(self) {
        self.sender
            .set(Some(Sender::start(&self.endpoint(), self.keeper.store())));
    }
    /// The address to which designs are sent: the project's own, else where the page came from.
    fn endpoint(self) -> String {
        let own = self.session.project.with_value(|project| {
            let endpoint = project.file.extra.get("endpoint")?;
            endpoint.as_str().map(str::to_owned)
        });
        own.and_then(|own| page::resolved(&own))
            .or_else(|| page::resolved("./"))
            .unwrap_or_default()
    }
    /// Freezes the drawing and sends it, in place of what this drawing was sent as before.
    pub async fn submit(self) {
        let Some(sender) = self.sender.get_untracked() else {
            self.session.teller.tell(Message::new("submit-not-ready"));
            return;
        };
        self.keeper.keep_version();
        let rules = self
            .session
            .project
            .with_value(|project| project.file.rules.clone());
        let drawn = stating_rules(&self.session.design.get_untracked(), &rules);
        let sent = match self.sent_before(sender, &drawn.draft).await {
            Some(before) => sender.submit(&revision_of(&drawn, &before)).await,
            None => sender.submit(&drawn).await,
        };
        if let Err(fault) = sent.kept {
            self.session.teller.tell(fault.message());
        }
        let name = sent.frozen.name;
        self.last.set(Some(name));
        self.unchanged.set(true);
    }
    /// The name under which this drawing was last sent from this device, or waits to be sent: what
    /// this window took, what waited when it was opened, and what was received. What was refused
    /// never got there, so nothing replaces it.
    async fn sent_before(self, sender: Sender, draft: &str) -> Option<DesignName> {
        let mut known = sender.under_way();
        if let Some(store) = self.keeper.store() {
            let waiting = store.taken().await.unwrap_or_default();
            let waiting = waiting.into_iter().filter(|row| row.refused.is_none());
            known.extend(waiting.map(|row| (row.name, row.bytes)));
            let received = store.sent().await.unwrap_or_default();
            known.extend(received.into_iter().map(|row| (row.name, row.bytes)));
        }
        let versions: Vec<_> = known
            .into_iter()
            .filter_map(|(name, bytes)| Some((name, stored::read(&bytes).ok()?.0)))
            .collect();
        last_version(draft, &versions)
    }
    /// Everything under way; runs again when it changed.
    pub fn items(self) -> Vec<Item> {
        self.sender
            .get()
            .map(|sender| sender.view.with(|view| view.items.clone()))
            .unwrap_or_default()
    }
    /// Where the design submitted last is on its way.
    pub fn last_item(self) -> Option<Item> {
        let last = self.last.get()?;
        self.items().into_iter().find(|item| item.name == last)
    }
    /// Whether the drawing as it is now has arrived.
    pub fn arrived(self) -> bool {
        self.unchanged.get()
            && self
                .last_item()
                .is_some_and(|item| item.phase == Phase::Delivered)
    }
    /// The link that opens a design anywhere.
    pub fn link(self, name: DesignName) -> String {
        let project = crate::app::shell::asked_project();
        let mut link = format!("{}?design=designs/{name}.json", page::base());
        if let Some(project) = project {
            link.push_str("&project=");
            link.extend(form_urlencoded::byte_serialize(project.as_bytes()));
        }
        link
    }
}

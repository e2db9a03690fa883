//! What is sent and received: the outbox, the receipts that the device keeps, and their links.

use leptos::prelude::*;

use super::keeping::Keeper;
use crate::app::browser::clock::rfc3339;
use crate::app::browser::page;
use crate::app::browser::store::deeds;
use crate::app::outbox::{Sender, Submitted};
use crate::app::session::Session;
use crate::design::stored::{self, DesignName, Withdrawal};
use crate::rules::stating_rules;
use crate::submission::{Frozen, Item, Phase, last_version, revision_of};
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
    pub fn endpoint(self) -> String {
        let own = self.session.project.with_value(|project| {
            let endpoint = project.file.extra.get("endpoint")?;
            endpoint.as_str().map(str::to_owned)
        });
        own.and_then(|own| page::resolved(&own))
            .or_else(|| page::resolved("./"))
            .unwrap_or_default()
    }
    /// Freezes the drawing and sends it, in place of what this drawing was sent as before, with contact
    /// details that were sealed for this version; those of a version before do not go on by themselves.
    pub async fn submit(self, contact: Option<String>) {
        let Some(sender) = self.sender.get_untracked() else {
            self.session.teller.tell(Message::new("submit-not-ready"));
            return;
        };
        self.keeper.keep_version();
        let rules = self
            .session
            .project
            .with_value(|project| project.file.rules.clone());
        let mut drawn = stating_rules(&self.session.design.get_untracked(), &rules);
        drawn.contact = contact;
        // One's own, always: whoever goes on from another's drawing must not be withdrawn with it.
        match deeds::made_for(&drawn.draft) {
            Some(secret) => drawn.extra.insert(
                Withdrawal::MEMBER.to_owned(),
                Withdrawal::token_of(&secret).into(),
            ),
            None => drawn.extra.remove(Withdrawal::MEMBER),
        };
        let sent = match self.sent_before(sender, &drawn.draft).await {
            Some(before) => sender.submit(&revision_of(&drawn, &before)).await,
            None => sender.submit(&drawn).await,
        };
        self.shows(sent);
    }
    /// Sends a design that was frozen on another phone, byte for byte.
    pub async fn take(self, frozen: Frozen) {
        if let Some(sender) = self.sender.get_untracked() {
            self.shows(sender.take(frozen).await);
        }
    }
    /// Withdraws a drawing: everything that this device sent of it. False where it has not what that takes.
    pub async fn withdraw(self, draft: &str, names: &[DesignName]) -> bool {
        let (Some(sender), Some(secret)) = (self.sender.get_untracked(), deeds::of(draft)) else {
            return false;
        };
        let project = self.session.project.with_value(|project| project.file.id.clone());
        let bytes = Withdrawal::new(&project, secret, names, &rfc3339()).write();
        let frozen = Frozen {
            name: DesignName::of(&bytes),
            bytes,
        };
        if let Err(fault) = sender.take(frozen).await.kept {
            self.session.teller.tell(fault.message());
        }
        // What is sent of this drawing from now on is not withdrawn.
        deeds::forget(draft);
        true
    }
    fn shows(self, sent: Submitted) {
        if let Err(fault) = sent.kept {
            self.session.teller.tell(fault.message());
        }
        let name = sent.frozen.name;
        self.last.set(Some(name));
        self.unchanged.set(true);
    }
    /// Forgets what was sent, for the next person at this device.
    pub fn forget(self) {
        self.last.set(None);
        if let Some(sender) = self.sender.get_untracked() {
            sender.forget_delivered();
            sender.view.update(|view| view.forgotten.clear());
        }
    }
    /// The address of the drawing page with this project, for another phone.
    pub fn page(self) -> String {
        let mut page = format!("{}?view=draw", page::base());
        if let Some(project) = crate::app::shell::asked_project() {
            page.push_str("&project=");
            page.extend(form_urlencoded::byte_serialize(project.as_bytes()));
        }
        page
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

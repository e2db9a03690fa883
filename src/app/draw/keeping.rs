//! Keeps the drawing on the device as it changes, with its history, and brings it back.

mod other_window;

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::browser::clock::wall_ms;
use crate::app::browser::frames::now_ms;
use crate::app::browser::page;
use crate::app::browser::pointer::on_left;
use crate::app::browser::random::draft_id;
use crate::app::browser::store::{Draft, Store, StoreFault, Version, copies, on_replaced};
use crate::app::session::Session;
use crate::design::Design;
use crate::design::stored;
use crate::editor::{Event, History, Unfinished};
use crate::submission::copy_is_newer;
use crate::text::Message;

/// Keeps the drawing; copies are the same keeper.
#[derive(Clone, Copy)]
pub struct Keeper {
    pub(super) session: Session,
    /// Whether the device kept the last change: none before the first.
    pub kept: RwSignal<Option<bool>>,
    /// Why the device keeps nothing.
    pub fault: RwSignal<Option<StoreFault>>,
    /// Counts changes of the list of versions.
    pub versions_changed: RwSignal<u64>,
    inner: StoredValue<Rc<Inner>, LocalStorage>,
}

struct Inner {
    store: std::cell::RefCell<Option<Store>>,
    project: String,
    /// Set once the drawing from before is back, so that nothing writes over it sooner.
    awake: Cell<bool>,
    /// The device has a drawing of this project, also an empty one; a blank sheet is not worth the first.
    holds_one: Cell<bool>,
    writing: Cell<bool>,
    /// The drawing changed while it was being written.
    behind: Cell<bool>,
    /// What it cost to write it down last time, in milliseconds.
    cost_ms: Cell<f64>,
    /// Counts changes, so that a large drawing is written once the hand rests.
    changes: Cell<u64>,
    /// The outline that is not done, as it was kept last.
    outline: std::cell::RefCell<String>,
    /// The last of them that was written, or is being.
    kept_change: Cell<u64>,
    /// Since when, in milliseconds, a change waits to be written.
    waits_since: Cell<f64>,
    /// The number of the last keeping.
    turn: Cell<u64>,
    /// What tells this window from others that show the same drawing.
    window: String,
}

/// Writing a drawing down that costs less than this, in milliseconds, is not felt by any hand.
const FELT_MS: f64 = 6.0;
/// A change waits for the hand to rest no longer than this, in milliseconds.
const LONGEST_WAIT_MS: f64 = 800.0;

impl Inner {
    /// Whether the last change waits to be written.
    fn is_waiting(&self) -> bool {
        self.kept_change.get() != self.changes.get()
    }
}

impl Keeper {
    /// A keeper of the session's drawing; nothing is kept before [`Keeper::wake`].
    pub fn new(session: Session) -> Self {
        let project = session.project.with_value(|project| project.file.id.clone());
        let keeper = Self {
            session,
            kept: RwSignal::new(None),
            fault: RwSignal::new(None),
            versions_changed: RwSignal::new(0),
            inner: StoredValue::new_local(Rc::new(Inner {
                store: std::cell::RefCell::new(None),
                project,
                awake: Cell::new(false),
                holds_one: Cell::new(false),
                writing: Cell::new(false),
                behind: Cell::new(false),
                cost_ms: Cell::new(0.0),
                changes: Cell::new(0),
                outline: std::cell::RefCell::default(),
                kept_change: Cell::new(0),
                waits_since: Cell::new(f64::INFINITY),
                turn: Cell::new(0),
                window: draft_id().unwrap_or_default(),
            })),
        };
        Effect::new(move |first: Option<()>| {
            session.design.track();
            if first.is_some() {
                keeper.keep_soon();
            }
        });
        Effect::new(move |_| {
            session.design.track();
            session.tool.track();
            keeper.keep_outline();
        });
        on_replaced(move || keeper.fault.set(Some(StoreFault::Replaced)));
        // Who leaves the page finds it as it was left.
        on_left(move || {
            if keeper
                .inner
                .try_get_value()
                .is_some_and(|inner| inner.is_waiting())
            {
                keeper.keep();
            }
        });
        keeper
    }

    /// Opens the store and brings back the drawing from before; else begins a fresh one.
    pub async fn wake(self) {
        let Some(inner) = self.inner.try_get_value() else {
            return;
        };
        let draft = match Store::open().await {
            Ok(store) => {
                let draft = store.draft(&inner.project).await;
                inner.store.replace(Some(store));
                draft
            }
            Err(fault) => Err(fault),
        };
        copies::take_in_hand(&inner.project, &inner.window);
        let draft = draft.unwrap_or_else(|fault| {
            self.fault.set(Some(fault));
            self.kept.set(Some(false));
            None
        });
        let copy = copies::of(&inner.project);
        let turn = |draft: &Option<Draft>| draft.as_ref().map(|draft| draft.turn);
        let from_copy = copy_is_newer(turn(&draft), turn(&copy));
        let (better, other) = if from_copy { (copy, draft) } else { (draft, copy) };
        inner.turn.set(turn(&better).unwrap_or_default());
        // Either may be damaged; then the other is better than an empty sheet.
        match better
            .filter(|draft| self.bring_back(draft))
            .or_else(|| other.filter(|draft| self.bring_back(draft)))
        {
            Some(_) => {
                inner.holds_one.set(true);
                if from_copy {
                    self.session.teller.tell(Message::new("kept-from-copy"));
                }
            }
            None => self.begin(),
        }
        self.resume_outline();
        inner.awake.set(true);
    }
    /// The store, where the device has one.
    pub fn store(self) -> Option<Store> {
        self.inner.try_get_value()?.store.borrow().clone()
    }
    /// Puts a fresh drawing in place of this one, which is kept as a version.
    pub fn begin_anew(self) {
        self.keep_version();
        self.begin();
    }
    /// Puts another design in place of this one, which is kept as a version.
    pub fn put(self, design: Design) {
        self.keep_version();
        self.session.load(design, History::default());
    }
    /// Keeps the drawing as it is as a version to go back to; an empty one is not worth it.
    pub fn keep_version(self) {
        let design = self.session.design.get_untracked();
        if !design.is_empty() {
            self.keep_again(wall_ms(), "", &design);
        }
    }
    /// Keeps the drawing as it is under a name.
    pub fn keep_named(self, name: &str) {
        self.keep_again(wall_ms(), name, &self.session.design.get_untracked());
    }
    /// Keeps a version that was kept at a time, under its name.
    pub fn keep_again(self, saved: f64, name: &str, design: &Design) {
        let version = Version {
            saved,
            name: name.to_owned(),
            design: stored::write(design),
        };
        self.with_versions(async move |store, project| store.keep_version(&project, &version).await);
    }
    /// Forgets a version.
    pub fn drop_version(self, saved: f64) {
        self.with_versions(async move |store, project| store.drop_version(&project, saved).await);
    }
    /// Changes the list of versions, and says so when it is done.
    fn with_versions(self, change: impl AsyncFnOnce(Store, String) -> Result<(), StoreFault> + 'static) {
        let (Some(inner), Some(store)) = (self.inner.try_get_value(), self.store()) else {
            return;
        };
        spawn_local(async move {
            let changed = change(store, inner.project.clone()).await;
            match changed {
                Ok(()) => {
                    let _ = self.versions_changed.try_update(|changes| *changes += 1);
                }
                Err(fault) => self.fault.set(Some(fault)),
            }
        });
    }
    /// Wipes the drawing, its steps, versions and receipts off the device and begins a fresh one, for the
    /// next person.
    pub async fn wipe(self) -> Result<(), StoreFault> {
        let Some(inner) = self.inner.try_get_value() else {
            return Ok(());
        };
        inner.awake.set(false);
        let wiped = match self.store() {
            Some(store) => store.wipe(&inner.project).await,
            None => Ok(()),
        };
        copies::forget(&inner.project);
        page::forget(&outline_name(&inner.project));
        inner.outline.replace(String::new());
        inner.holds_one.set(false);
        self.begin();
        self.kept.set(None);
        inner.awake.set(true);
        let _ = self.versions_changed.try_update(|changes| *changes += 1);
        wiped
    }
    /// The versions to go back to, newest first.
    pub async fn versions(self) -> Vec<Version> {
        let (Some(inner), Some(store)) = (self.inner.try_get_value(), self.store()) else {
            return Vec::new();
        };
        store.versions(&inner.project).await.unwrap_or_default()
    }

    fn begin(self) {
        let draft = draft_id().unwrap_or_default();
        let project = self.session.project.with_value(|project| project.file.id.clone());
        self.session
            .load(Design::new(&project, &draft), History::default());
    }
    /// Puts what was kept on the plan, and says whether it could be read.
    fn bring_back(self, draft: &Draft) -> bool {
        match stored::read(&draft.design) {
            Ok((design, _)) => {
                let history = History::from_json(&draft.history, &design);
                self.session.load(design, history);
                self.kept.set(Some(self.store().is_some()));
                true
            }
            Err(fault) => {
                self.session.teller.tell(fault.message());
                false
            }
        }
    }

    /// Keeps the outline that is not done, which is part of no design; a few corners beside it.
    fn keep_outline(self) {
        let Some(inner) = self.inner.try_get_value().filter(|inner| inner.awake.get()) else {
            return;
        };
        let outline = self
            .session
            .ask(|editor| editor.unfinished().map(|outline| outline.to_json()));
        let outline = outline.flatten().unwrap_or_default();
        if inner.outline.replace(outline.clone()) != outline {
            page::keep(&outline_name(&inner.project), &outline);
        }
    }
    fn resume_outline(self) {
        let Some(inner) = self.inner.try_get_value() else {
            return;
        };
        let kept = page::kept(&outline_name(&inner.project)).unwrap_or_default();
        if let Some(outline) = Unfinished::from_json(&kept) {
            self.session.send(Event::Resume(outline));
        }
        inner.outline.replace(kept);
    }

    /// Keeps the drawing at once where that costs nothing that a hand would feel; else as soon as the
    /// hand rests, or leaves the page.
    fn keep_soon(self) {
        let Some(inner) = self.inner.try_get_value() else {
            return;
        };
        let is_blank =
            |design: &Arc<Design>| design.says_the_same(&Design::new(&design.project, &design.draft));
        if !inner.holds_one.get() && self.session.design.with_untracked(is_blank) {
            return;
        }
        let change = inner.changes.get() + 1;
        inner.changes.set(change);
        if inner.cost_ms.get() < FELT_MS {
            return self.keep();
        }
        let wait = (inner.cost_ms.get() * 3.0).min(LONGEST_WAIT_MS);
        // Who draws on and on, without a rest, must not lose all of it either.
        if now_ms() - inner.waits_since.get() > LONGEST_WAIT_MS {
            return self.keep();
        }
        inner.waits_since.set(inner.waits_since.get().min(now_ms()));
        let keep = move || {
            if inner.changes.get() == change {
                self.keep();
            }
        };
        set_timeout(keep, std::time::Duration::from_millis(wait as u64));
    }

    /// Keeps the drawing as it is now; the last change is never left out, however fast they come.
    fn keep(self) {
        let Some(inner) = self.inner.try_get_value() else {
            return;
        };
        if !inner.awake.get() {
            return;
        }
        if inner.writing.replace(true) {
            inner.behind.set(true);
            return;
        }
        spawn_local(async move {
            loop {
                inner.behind.set(false);
                inner.holds_one.set(true);
                self.put_other_aside(&inner).await;
                let began = now_ms();
                inner.kept_change.set(inner.changes.get());
                inner.waits_since.set(f64::INFINITY);
                let turn = inner.turn.get() + 1;
                let draft = self.session.ask(|editor| Draft {
                    design: stored::write(editor.design()),
                    history: editor.history().to_json(editor.design()),
                    saved: wall_ms(),
                    turn,
                });
                let Some(draft) = draft else { break };
                inner.turn.set(turn);
                inner.cost_ms.set(now_ms() - began);
                let result = match self.store() {
                    Some(store) => store.keep_draft(&inner.project, &draft).await,
                    None => Err(StoreFault::Blocked),
                };
                // The database first: a copy that is newer than it says that the database lost something.
                copies::keep(&inner.project, &draft);
                let _ = self.kept.try_set(Some(result.is_ok()));
                let _ = self.fault.try_set(result.err());
                if !inner.behind.get() {
                    break;
                }
            }
            inner.writing.set(false);
        });
    }
}

/// Where the device keeps the outline of a project that is not done.
fn outline_name(project: &str) -> String {
    format!("mulin.outline.{project}")
}

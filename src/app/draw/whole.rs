//! The page with everything on it, arranged for a desk or for a phone.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::banner::KeepingBanner;
use super::before::Before;
use super::clipboard;
use super::coach::Coach;
use super::context::ContextMenu;
use super::copying;
use super::dialogs::Dialogs;
use super::draw_bar::DrawBar;
use super::edges::{Legend, ZoomBar};
use super::files::{Files, open_link};
use super::keeping::Keeper;
use super::keys::take_keys_anywhere;
use super::lengths::Lengths;
use super::menu::Menu;
use super::minimap::Minimap;
use super::palette::Palette;
use super::plan::Plan;
use super::post::Post;
use super::sheet::Sheet;
use super::side::Side;
use super::strip::Strip;
use super::sun_bar::SunBar;
use super::told::Told;
use super::tool_bar::ToolBar;
use super::topbar::TopBar;
use super::ui::{Dialog, Panel, Ui};
use crate::app::address::without_design;
use crate::app::browser::later::Whole as AllThere;
use crate::app::browser::underlay::LaidPicture;
use crate::app::browser::{elements, page, publish};
use crate::app::load::Loaded;
use crate::app::parts::{Teller, Toasts};
use crate::app::prefs::{Theme, prefs};
use crate::app::session::Session;
use crate::app::shell::asked;
use crate::app::words::{t, words};
use crate::design::Design;
use crate::design::stored::DesignName;
use crate::editor::Action;
use crate::project::Underlay;
use crate::text::{Lang, Message};

/// From this width on there is room for panels beside the plan.
const WIDE: &str = "(min-width: 840px)";

/// The page is ready without the design of the address when that takes longer.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(8);

/// The page of a loaded project.
#[component]
pub fn Whole(
    /// The project.
    loaded: Loaded,
) -> impl IntoView {
    let teller = Teller::new();
    words().of_project(&loaded.project.catalogue);
    let design = Design::new(&loaded.project.file.id, "");
    let picture = loaded.underlay();
    let session = Session::begin(loaded.project, design, teller);
    lay_picture(session, picture);
    provide_context(loaded.sources.clone());
    session.check_slowly(loaded.sources);
    provide_context(session);
    let ui = Ui::new(page::media(WIDE));
    page::on_media(WIDE, move |wide| ui.wide.set(wide));
    let keeper = Keeper::new(session);
    provide_context(keeper);
    let post = Post::new(session, keeper);
    let asked_for = asked().address.design;
    if asked_for.is_some() {
        session.awaits();
        // Who has a slow network draws meanwhile, and gets the design when it comes.
        set_timeout(move || session.arrived_late(), PATIENCE);
    }
    spawn_local(async move {
        keeper.wake().await;
        post.start();
        if let Some(link) = asked_for {
            open_link(session, keeper, &link).await;
            session.arrived();
            show_answer(ui, post, &link).await;
            // From here on it is this device's drawing, which a reload must bring back.
            page::replace_query(&without_design(&page::query()));
        }
        if page::fragment().starts_with(copying::MARK) {
            Box::pin(copying::receive(session, keeper, post)).await;
        }
    });
    let scanned = window_event_listener(leptos::ev::hashchange, move |_| {
        spawn_local(copying::receive(session, keeper, post));
    });
    on_cleanup(move || scanned.remove());
    perform_actions(session, ui);
    clipboard::answer_keys(session);
    for notice in asked().notices {
        teller.tell(notice);
    }
    if loaded.left_out > 0 {
        teller.tell(Message::new("estate-left-out").with("n", loaded.left_out));
    }
    show_what_is_chosen(session, ui);
    take_keys_anywhere(session);
    view! {
        <nav aria-label=t!("skip-to-plan")><a class="button skip" href="#plan">{t!("skip-to-plan")}</a></nav>
        <div class="draw" class:desk=move || ui.wide.get() class:phone=move || !ui.wide.get()>
            <TopBar session ui keeper post />
            {move || if ui.wide.get() {
                view! { <Desk session ui /> }.into_any()
            } else {
                view! { <Sheet session ui /> }.into_any()
            }}
            <main class="planbox">
                <Plan session ui />
                <Lengths session />
                <ToolBar session ui />
                <DrawBar session ui />
                <Before session />
                <SunBar session />
                <Minimap session wide=ui.wide />
                <ZoomBar session />
                <Legend session />
                <Coach session />
                <Told session />
            </main>
        </div>
        <Menu session ui />
        <ContextMenu session ui />
        <Dialogs session ui keeper post />
        <Files session keeper />
        <KeepingBanner session keeper post />
        <Toasts teller top=Signal::derive(move || !ui.wide.get()) />
    }
}

/// Shows what became of the design of a receipt's link, once there is an answer.
async fn show_answer(ui: Ui, post: Post, link: &str) {
    let file = link.rsplit('/').next().unwrap_or(link);
    let Ok(name) = file.trim_end_matches(".json").parse::<DesignName>() else {
        return;
    };
    if let Ok(Some(_)) = publish::read(&post.endpoint(), &name).await {
        let _ = ui.dialog.try_set(Some(Dialog::Answered(name)));
    }
}

/// Shows the card of what the hand chose, once the hand rests; on a phone the sheet rises to it,
/// and sinks when nothing is chosen any more.
fn show_what_is_chosen(session: Session, ui: Ui) {
    let shown = StoredValue::new(Vec::new());
    let rests = Memo::new(move |_| session.tool.with(|tool| tool.path == "select.idle"));
    Effect::new(move |_| {
        let selection = session.selection.get();
        if !rests.get() || shown.with_value(|shown| *shown == selection) {
            return;
        }
        let nothing = selection.is_empty();
        shown.set_value(selection);
        let wide = ui.wide.get_untracked();
        match (nothing, wide) {
            (true, true) => {}
            (true, false) if ui.panel.get_untracked() == Panel::Things => ui.make_way(),
            (true, false) => {}
            (false, true) => ui.panel.set(Panel::Things),
            (false, false) => {
                ui.show_thing();
                elements::at_rest("sheet-body", move |covered| session.reveal_above(covered));
            }
        }
    });
}

/// What a desk shows beside the plan.
#[component]
fn Desk(session: Session, ui: Ui) -> impl IntoView {
    view! {
        <section class="left" aria-label=t!("panel-palette")>
            <h2 class="aloud">{t!("panel-palette")}</h2>
            <Palette session taken=Callback::new(|()| ()) searched=true />
        </section>
        <Side session ui />
        <Strip session ui />
    }
}

/// Does what the editor leaves to the page.
fn perform_actions(session: Session, ui: Ui) {
    let words = words();
    let prefs = prefs();
    Effect::new(move |_| {
        let Some((_, action)) = session.asked.get() else {
            return;
        };
        match action {
            Action::ShowPalette => ui.show_palette(),
            Action::ShowList => {
                ui.show(Panel::Things);
                request_animation_frame(|| elements::focus_on("[data-testid=object]"));
            }
            Action::ShowFindings => {
                ui.show(Panel::Findings);
                request_animation_frame(|| elements::focus_on("[data-testid=findings]"));
            }
            Action::ShowWalking => ui.open(Dialog::Walking),
            Action::SaveAs => ui.open(Dialog::SaveAs),
            Action::ShowVehicles => ui.open(Dialog::Vehicles),
            Action::ShowMyDoor => ui.open(Dialog::MyDoor),
            Action::AddWish => {
                ui.show(Panel::Wishes);
                request_animation_frame(|| elements::focus_on("[data-testid=wish-text]"));
            }
            Action::Copy => clipboard::copy(session, false),
            Action::Cut => clipboard::copy(session, true),
            Action::Paste => clipboard::paste(session),
            Action::MakeRow => ui.open(Dialog::Row),
            Action::ReplaceKind => ui.open(Dialog::Replace),
            Action::Find => ui.open(Dialog::Find),
            Action::PlaceBeside => ui.open(Dialog::Beside),
            Action::ShowMenu => {
                ui.menu.set(false);
                let at = ui.pointed.get_value().or_else(|| at_what_is_chosen(session));
                ui.pointed.set_value(None);
                ui.context.set(at);
            }
            Action::ShowHistory => {
                ui.show(Panel::History);
                request_animation_frame(|| elements::focus_on("[data-testid=step][aria-current=step]"));
            }
            Action::NameVersion => {
                ui.show(Panel::History);
                request_animation_frame(|| elements::focus_on("[data-testid=version-name]"));
            }
            Action::ShowLayers => {
                ui.toggle(Panel::Layers);
                request_animation_frame(|| elements::focus_on("[data-testid=layers]"));
            }
            Action::ChooseScale => {
                ui.show(Panel::Layers);
                request_animation_frame(|| elements::focus_on("[data-testid=scale]"));
            }
            Action::Submit => ui.open(Dialog::Submit),
            Action::NewDesign => ui.open(Dialog::New),
            Action::Help => ui.open(Dialog::Help),
            Action::ToggleTheme => {
                if let Some(prefs) = prefs {
                    let dark = prefs.dark.get_untracked();
                    prefs.choose_theme(if dark { Theme::Light } else { Theme::Dark });
                }
            }
            Action::ToggleLanguage => {
                if let Some(prefs) = prefs {
                    let other = if words.lang() == Lang::ZhCn {
                        Lang::En
                    } else {
                        Lang::ZhCn
                    };
                    prefs.choose_lang(words, other);
                }
            }
            Action::ToggleLargeText => {
                if let Some(prefs) = prefs {
                    prefs.choose_large(!prefs.large.get_untracked());
                }
            }
            action => {
                session.sights.perform(session, action);
            }
        }
    });
}

/// Where in the window the thing that is chosen is seen, or else the middle of the plan.
fn at_what_is_chosen(session: Session) -> Option<(f64, f64)> {
    let (left, top) = elements::corner_of("plan")?;
    let at = session.ask(|editor| {
        let view = editor.view();
        let thing = editor.selection().last().and_then(|id| editor.thing(id));
        let middle = thing.map_or(view.centre, |thing| thing.shape.centre());
        view.screen_from_world(middle)
    })?;
    Some((left + at.x, top + at.y))
}

/// Lays the picture under the plan once all of the program is there: nobody waits for it to draw.
fn lay_picture(session: Session, picture: Option<(String, Underlay)>) {
    let Some((url, underlay)) = picture else { return };
    let whole = expect_context::<AllThere>();
    let asked = StoredValue::new(false);
    Effect::new(move |_| {
        if whole.get() && !asked.get_value() {
            asked.set_value(true);
            let (url, underlay) = (url.clone(), underlay.clone());
            leptos::task::spawn_local(async move {
                if let Some(picture) = LaidPicture::fetched(&url, underlay).await {
                    session.lay_under(picture);
                }
            });
        }
    });
}

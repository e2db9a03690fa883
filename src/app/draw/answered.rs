//! What became of a design that was sent: the planners' reply, on the map and thing by thing.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::post::Post;
use crate::app::browser::fetch;
use crate::app::browser::look::{Laid, Look, around};
use crate::app::browser::publish;
use crate::app::parts::plan_view::{PlanView, SharedLook, Tie};
use crate::app::prefs::prefs;
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::design::Design;
use crate::design::stored::{self, DesignName};
use crate::geometry::WorldPt;
use crate::project::Project;
use crate::rules::said;
use crate::scene::{Detail, Ink, Label, Length, Mark, Path, Scene, Theme, design_scene, wash};
use crate::submission::{Decision, ItemAnswer, Reply};
use crate::text::Message;

/// How asking stands.
#[derive(Clone)]
enum Standing {
    Asking,
    /// Nobody has answered yet.
    None,
    Fault(Message),
    Here(Arc<Design>, Arc<Reply>),
}

/// The reply to the design of a name.
#[component]
pub fn Answered(
    /// The drawing.
    session: Session,
    /// What is sent and received.
    post: Post,
    /// The design.
    name: DesignName,
) -> impl IntoView {
    let words = words();
    let standing = RwSignal::new(Standing::Asking);
    let base = post.endpoint();
    spawn_local(async move {
        let found = ask(&base, &name).await;
        // The dialog may be closed by now.
        let _ = standing.try_set(found);
    });
    move || match standing.get() {
        Standing::Asking => view! { <p role="status">{t!("desk-reading")}</p> }.into_any(),
        Standing::None => {
            view! { <p role="status" data-testid="answered-none">{t!("answered-none")}</p> }.into_any()
        }
        Standing::Fault(why) => {
            let said = Message::new("answered-fault").with("why", why);
            view! { <p role="alert">{move || words.say(&said)}</p> }.into_any()
        }
        Standing::Here(design, reply) => here(session, &design, &reply),
    }
}

async fn ask(base: &str, name: &DesignName) -> Standing {
    let reply = match publish::read(base, name).await {
        Ok(Some((reply, _))) => reply,
        Ok(None) => return Standing::None,
        Err(why) => return Standing::Fault(why.message()),
    };
    let url = format!("{base}designs/{name}.json");
    match fetch::bytes(&url).await {
        Ok(bytes) if DesignName::of(&bytes) == *name => match stored::read(&bytes) {
            Ok((design, _)) => Standing::Here(Arc::new(design), Arc::new(reply)),
            Err(why) => Standing::Fault(why.message()),
        },
        Ok(_) => Standing::Fault(Message::new("aside-name-disagrees")),
        Err(why) => Standing::Fault(why.message(&url)),
    }
}

fn here(session: Session, design: &Arc<Design>, reply: &Arc<Reply>) -> AnyView {
    let words = words();
    let project = session.project.get_value();
    let written = (!reply.written.is_empty())
        .then(|| Message::new("answered-written").with("when", day(&reply.written)));
    let row = |said: Message, name: AnyView, answer: Option<&ItemAnswer>, id: String| {
        let answer = answer.cloned().unwrap_or_default();
        let decision = answer.answer;
        let works = answer.works.map(|works| works.key());
        view! {
            <li class="item" data-testid="answer-row" data-id=id data-answer=decision.word()>
                <span class="sign" aria-hidden="true">{decision.sign()}</span>
                <span class="said"><strong>{name}" · "{move || words.key(decision.key())}</strong>
                    <span class="place">{move || words.say(&said)}</span>
                    {works.map(|key| view! { <span class="small">{move || words.key(key)}</span> })}
                    <span data-testid="answer-reason">{move || answer.reason_in(words.lang().tag()).to_owned()}</span></span>
            </li>
        }
        .into_any()
    };
    let things = design.placements().iter().map(|thing| {
        let kind = thing.kind.clone();
        let name = view! { {move || words.kind(&kind)} }.into_any();
        row(
            said(&project, thing),
            name,
            reply.placements.get(thing.id.as_str()),
            thing.id.to_string(),
        )
    });
    let wishes = design.wishes().iter().map(|wish| {
        let name = view! { {t!("desk-tab-wishes")} }.into_any();
        let said = Message::new("words-as-is").with("text", wish.text.as_str());
        row(
            said,
            name,
            reply.wishes.get(wish.id.as_str()),
            wish.id.as_str().to_owned(),
        )
    });
    let (things, wishes) = (things.collect_view(), wishes.collect_view());
    view! {
        {written.map(|said| view! { <p class="small soft">{move || words.say(&said)}</p> })}
        {map(&project, design, reply)}
        <ul class="stack" data-testid="answered">{things}{wishes}</ul>
    }
    .into_any()
}

/// The day of a moment as documents say it.
fn day(written: &str) -> String {
    written.chars().take(10).collect()
}

fn map(project: &Arc<Project>, design: &Arc<Design>, reply: &Reply) -> AnyView {
    let look = SharedLook::new(Look::new(project.clone()));
    let frame = around([design], 60.0);
    let tie = Tie::new(look, Signal::stored(frame));
    let scene = Arc::new(scene(project, design, reply));
    let prefs = prefs();
    let theme = Signal::derive(move || match prefs.is_some_and(|prefs| prefs.dark.get()) {
        true => Theme::DARK,
        false => Theme::LIGHT,
    });
    let laid = Signal::derive(move || Laid::Marks(scene.clone()));
    view! {
        <div class="answermap"><PlanView tie laid theme label=Signal::derive(t!("answered-map")) keys=true /></div>
        <p class="small soft">{t!("answered-map")}</p>
    }
    .into_any()
}

/// The design with a sign at each thing that tells what becomes of it.
fn scene(project: &Project, design: &Arc<Design>, reply: &Reply) -> Scene {
    let mut scene = design_scene(design, &project.catalogue, Detail::of(4.0));
    let mut sign = |at: WorldPt, answer: Option<&ItemAnswer>| {
        let decision = answer.map_or(Decision::Open, |answer| answer.answer);
        let ink = match decision {
            Decision::Adopted => Ink::Jade,
            Decision::Partly => Ink::Amber,
            Decision::Declined => Ink::Must,
            Decision::Open => Ink::InkSoft,
        };
        let letter = Label {
            halo: None,
            bold: true,
            ..Label::new(WorldPt::default(), decision.sign(), Length::Px(14.0), ink)
        };
        let disc = Mark::Shape {
            path: Path::circle(WorldPt::default(), 12.0),
            style: wash(Ink::Raised, 0.95).lined(ink, 2.0),
        };
        scene.marks.push(Mark::Pinned {
            at,
            turn: 0.0,
            marks: vec![disc, Mark::Label(letter)],
        });
    };
    for thing in design.placements() {
        sign(thing.shape.centre(), reply.placements.get(thing.id.as_str()));
    }
    for wish in design.wishes() {
        if let Some(at) = wish.at {
            sign(at, reply.wishes.get(wish.id.as_str()));
        }
    }
    scene
}

//! A design from this phone to another where nothing can be sent: as a series of QR codes that the other
//! phone's own camera or chat app reads. Each is a link that carries a part after its `#`, so that neither
//! a camera permission nor a server is needed; the page that the link opens puts the parts together.

use leptos::prelude::*;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::keeping::Keeper;
use super::opening::design_from;
use super::post::Post;
use crate::app::browser::page;
use crate::app::parts::qr::Qr;
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::design::stored::{DesignName, MAX_BYTES};
use crate::submission::Frozen;
use crate::submission::series::{Collected, MOST, PartFault, part, series};
use crate::text::Message;

/// What the fragment of such a link begins with.
pub const MARK: &str = "mulin-copy=";
/// Where the parts that came are kept until all are there.
const PARTS: &str = "mulin.parts";
/// How hard it is packed, of 10: a design is small.
const HARD: u8 = 9;

/// The links of a design; none when it is too large for this way.
fn links(name: &DesignName, bytes: &[u8], page: &str) -> Option<Vec<String>> {
    let texts = series(name, &compress_to_vec(bytes, HARD))?;
    Some(texts.iter().map(|text| format!("{page}#{MARK}{text}")).collect())
}

/// The series of a design, one code after the other, by hand: who scans needs the time.
#[component]
pub fn Series(
    /// The design.
    name: DesignName,
    /// Its bytes, as they are sent.
    bytes: Vec<u8>,
    /// The address of the page that reads it.
    page: String,
) -> impl IntoView {
    let words = words();
    let Some(links) = links(&name, &bytes, &page) else {
        return view! { <p data-testid="series-too-long">{t!("copy-too-long")}</p> }.into_any();
    };
    let of = links.len();
    let at = RwSignal::new(0_usize);
    let said = move || words.say(&Message::new("copy-part").with("n", at.get() + 1).with("of", of));
    let links = StoredValue::new(links);
    view! {
        <section class="stack" data-testid="series" data-of=of data-number=move || at.get() + 1>
            <p class="small">{t!("copy-how")}</p>
            {move || {
                let link = links.with_value(|links| links[at.get() % of].clone());
                view! { <Qr text=link label=Signal::derive(said) /> }
            }}
            <p role="status"><strong>{said}</strong></p>
            <div class="actions" hidden=of == 1>
                <button class="button" type="button" disabled=move || at.get() == 0
                    on:click=move |_| at.update(|at| *at -= 1)>{t!("copy-before")}</button>
                <button class="button main" type="button" data-testid="series-next"
                    on:click=move |_| at.update(|at| *at = (*at + 1) % of)>{t!("copy-next")}</button>
            </div>
        </section>
    }
    .into_any()
}

/// The parts as they are kept, the last one last.
fn kept() -> Vec<String> {
    let kept = page::kept(PARTS).unwrap_or_default();
    kept.lines().map(str::to_owned).collect()
}

/// Forgets the parts that came, for the next person at this device.
pub fn forget() {
    page::forget(PARTS);
}

/// Takes the part that the address carries, and with the last one opens the design and sends it too: the
/// same bytes have the same name, so that sent from both phones it counts once.
pub async fn receive(session: Session, keeper: Keeper, post: Post) {
    let fragment = page::fragment();
    let Some(text) = fragment.strip_prefix(MARK) else {
        return;
    };
    // A reload must not take it again, nor the address be sent on.
    page::replace_query(&page::query());
    let tell = |message: Message| session.teller.tell(message);
    if let Err(fault) = part(text) {
        return tell(Message::new(match fault {
            PartFault::Damaged => "copy-damaged",
            PartFault::Newer => "copy-newer",
        }));
    }
    let mut texts: Vec<String> = kept().into_iter().filter(|known| known != text).collect();
    texts.drain(..texts.len().saturating_sub(2 * MOST));
    texts.push(text.to_owned());
    let came = Collected::of(texts.iter().filter_map(|text| part(text).ok()));
    let Some(packed) = came.packed() else {
        page::keep(PARTS, &texts.join("\n"));
        let missing = came.missing();
        let named: Vec<String> = missing.iter().take(6).map(usize::to_string).collect();
        return tell(
            Message::new("copy-came")
                .with("of", came.in_all())
                .with("left", missing.len())
                .with("numbers", named.join(", ")),
        );
    };
    page::forget(PARTS);
    let unpacked = decompress_to_vec_with_limit(&packed, MAX_BYTES);
    let Some(bytes) = unpacked.ok().filter(|bytes| came.is_of(bytes)) else {
        return tell(Message::new("copy-damaged"));
    };
    match design_from(session, &bytes) {
        Ok(opened) => {
            opened.put(keeper, |design| design, "copy-done");
            let name = DesignName::of(&bytes);
            post.take(Frozen { bytes, name }).await;
        }
        Err(why) => tell(why),
    }
}

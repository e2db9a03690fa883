//! Files of the person: saving one, opening one.

use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;

use crate::text::Message;

/// Offers bytes to the person as a file of a name; says whether the browser took them.
pub fn download(name: &str, media_type: &str, bytes: &[u8]) -> bool {
    try_download(name, media_type, bytes).is_some()
}

fn try_download(name: &str, media_type: &str, bytes: &[u8]) -> Option<()> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    let url = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
    let link = document().create_element("a").ok()?;
    let link: web_sys::HtmlAnchorElement = link.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser reads the address after the click; it is let go a minute later.
    let release = move || {
        let _ = web_sys::Url::revoke_object_url(&url);
    };
    set_timeout(release, std::time::Duration::from_secs(60));
    Some(())
}

/// More than any file has that Mulin reads, in MB: what is larger is not taken into the page at all, which it might stop.
const MOST_MB: f64 = 128.0;

/// A file's name and bytes, or the sentence why there are none.
pub type Picked = Result<(String, Vec<u8>), Message>;

/// The bytes of the first file that a file field holds, and its name; empties the field so that
/// the same file can be chosen again.
pub async fn chosen(field: web_sys::HtmlInputElement) -> Option<Picked> {
    let file = field.files()?.get(0)?;
    let read = bytes_of(file).await;
    field.set_value("");
    Some(read)
}

/// What a file field does when a file was chosen in it: reads it and hands it on.
pub fn when_chosen<Done: Future<Output = ()>>(
    field: NodeRef<Input>,
    then: impl Fn(Picked) -> Done + Clone + 'static,
) -> impl Fn(leptos::ev::Event) + Clone + 'static {
    move |_| {
        let Some(field) = field.get_untracked() else {
            return;
        };
        let then = then.clone();
        spawn_local(async move {
            if let Some(picked) = chosen(field).await {
                then(picked).await;
            }
        });
    }
}

/// The bytes of the first file that was dropped, and its name.
pub async fn dropped(event: web_sys::DragEvent) -> Option<Picked> {
    let file = event.data_transfer()?.files()?.get(0)?;
    Some(bytes_of(file).await)
}

async fn bytes_of(file: web_sys::File) -> Picked {
    let (name, size) = (file.name(), file.size() / 1_048_576.0);
    if size > MOST_MB {
        let too_large = Message::new("file-too-large").number("size", size, 0);
        return Err(too_large.number("most", MOST_MB, 0));
    }
    let read = gloo::file::futures::read_as_bytes(&gloo::file::Blob::from(file)).await;
    read.map(|bytes| (name, bytes))
        .map_err(|_| Message::new("setup-file-lost"))
}

//! What is asked of single elements: their size, the focus, dialogs.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use crate::geometry::ScreenVec;

/// The inner size of an element in CSS pixels.
pub fn size_of(element: &web_sys::Element) -> ScreenVec {
    let rect = element.get_bounding_client_rect();
    ScreenVec::new(rect.width(), rect.height())
}

/// How many of the screen's own pixels a CSS pixel has.
pub fn pixel_ratio() -> f64 {
    let ratio = window().device_pixel_ratio();
    if ratio.is_finite() {
        ratio.clamp(0.5, 4.0)
    } else {
        1.0
    }
}

/// Calls back with an element's size now and whenever it changes, until the owner is disposed. It
/// is the size in the screen's own pixels where the browser tells that, so that a canvas of this
/// size lies on them pixel on pixel.
pub fn on_size(element: &web_sys::Element, mut changed: impl FnMut(ScreenVec) + 'static) {
    let watched = element.clone();
    let callback = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        changed(size_in_whole_pixels(&watched, &entries));
    });
    let Ok(observer) = web_sys::ResizeObserver::new(callback.as_ref().unchecked_ref()) else {
        return;
    };
    observe(&observer, element);
    until_cleanup((observer, callback), |(observer, _)| observer.disconnect());
}

/// Keeps what the browser calls back, with who calls it, until the owner is disposed; then ends it.
pub(super) fn until_cleanup<T: 'static>(kept: T, end: fn(T)) {
    let kept = send_wrapper::SendWrapper::new(RefCell::new(Some(kept)));
    on_cleanup(move || {
        if let Some(kept) = kept.borrow_mut().take() {
            end(kept);
        }
    });
}

/// Asks for sizes in the screen's own pixels; older browsers refuse that and give their own.
fn observe(observer: &web_sys::ResizeObserver, element: &web_sys::Element) {
    let options = js_sys::Object::new();
    let exact = || -> Result<(), JsValue> {
        js_sys::Reflect::set(&options, &"box".into(), &"device-pixel-content-box".into())?;
        let observe: js_sys::Function = js_sys::Reflect::get(observer, &"observe".into())?.dyn_into()?;
        observe.call2(observer, element, &options).map(|_| ())
    };
    if exact().is_err() {
        observer.observe(element);
    }
}

/// The size of an element in CSS pixels that are whole pixels of the screen. A browser that only
/// pretends another pixel ratio tells of its true pixels; then the plain size counts.
fn size_in_whole_pixels(element: &web_sys::Element, entries: &js_sys::Array) -> ScreenVec {
    let (plain, ratio) = (size_of(element), pixel_ratio());
    let entry = entries.get(entries.length().saturating_sub(1));
    let side = |name: &str| -> Option<f64> {
        let sizes = js_sys::Reflect::get(&entry, &"devicePixelContentBoxSize".into()).ok()?;
        let first = js_sys::Reflect::get_u32(&sizes, 0).ok()?;
        js_sys::Reflect::get(&first, &name.into()).ok()?.as_f64()
    };
    let (Some(width), Some(height)) = (side("inlineSize"), side("blockSize")) else {
        return plain;
    };
    let agrees = |pixels: f64, length: f64| (pixels - length * ratio).abs() < 1.5;
    if agrees(width, plain.x) && agrees(height, plain.y) {
        ScreenVec::new(width / ratio, height / ratio)
    } else {
        plain
    }
}

/// Calls back whenever the window has other pixels than before: on another screen, or with the
/// page zoomed. Some browsers tell that by the media query alone, some only with the next new size
/// of the window, so both are listened to.
pub fn on_pixel_ratio(changed: std::rc::Rc<dyn Fn()>) {
    let last = std::rc::Rc::new(std::cell::Cell::new(window().device_pixel_ratio()));
    let look: std::rc::Rc<dyn Fn()> = std::rc::Rc::new(move || {
        let now = window().device_pixel_ratio();
        if last.replace(now) != now {
            changed();
        }
    });
    on_resolution(look.clone());
    let resized = window_event_listener(leptos::ev::resize, move |_| look());
    on_cleanup(move || resized.remove());
}

/// Calls back whenever the resolution is no longer what it was.
fn on_resolution(changed: std::rc::Rc<dyn Fn()>) {
    let query = format!("(resolution: {}dppx)", window().device_pixel_ratio());
    let mut told = false;
    super::page::on_media(&query, move |_| {
        // Each query is good for one change; the next asks for the ratio of then.
        if !std::mem::replace(&mut told, true) {
            changed();
            on_resolution(changed.clone());
        }
    });
}

/// Gives the focus to an element, without scrolling the page under it.
pub fn focus(element: &web_sys::Element) {
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
        let _ = element.focus();
    }
}

/// Gives the focus to the first element that a selector names.
pub fn focus_on(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found {
        focus(&element);
    }
}

/// Gives the focus to the first of some selectors that names anything.
pub fn focus_on_first(selectors: &[&str]) {
    let there = |selector: &&&str| document().query_selector(selector).ok().flatten().is_some();
    if let Some(selector) = selectors.iter().find(there) {
        focus_on(selector);
    }
}

/// The element of an id.
pub fn with_id(id: &str) -> Option<web_sys::Element> {
    document().get_element_by_id(id)
}

/// The height of the element of an id in CSS pixels; 0 where there is none.
pub fn height_of(id: &str) -> f64 {
    with_id(id).map_or(0.0, |element| size_of(&element).y)
}

/// Gives the height of an element of an id once it has come to rest, which is when some frames in a row find it alike: a
/// transition begins a frame or two after it was asked for. How long a sheet takes to rise is the device's affair, and
/// no time that is waited for would be right on all of them.
pub fn at_rest(id: &'static str, what: impl FnOnce(f64) + 'static) {
    /// So many frames alike are rest.
    const ALIKE: u32 = 6;
    /// Two seconds of frames.
    const MOST: u32 = 120;
    fn look(id: &'static str, before: (f64, u32), left: u32, what: Box<dyn FnOnce(f64)>) {
        request_animation_frame(move || {
            let now = height_of(id);
            let alike = if before.0 == now { before.1 + 1 } else { 0 };
            if alike == ALIKE || left == 0 {
                what(now);
            } else {
                look(id, (now, alike), left - 1, what);
            }
        });
    }
    look(id, (f64::NAN, 0), MOST, Box::new(what));
}

/// Where in the window the element of an id begins, from the left and from the top.
pub fn corner_of(id: &str) -> Option<(f64, f64)> {
    let rect = with_id(id)?.get_bounding_client_rect();
    Some((rect.left(), rect.top()))
}

/// Takes the focus from the field of an event, so that what was typed counts.
pub fn blur(event: &leptos::ev::KeyboardEvent) {
    if let Some(field) = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok())
    {
        let _ = field.blur();
        let _ = field.focus();
    }
}

/// Gives a field the focus and selects what it holds, so that typing writes over it.
pub fn focus_and_select(field: &web_sys::HtmlInputElement) {
    focus(field);
    field.select();
}

/// Puts text into the field of an event.
pub fn set_value(event: &leptos::ev::Event, text: &str) {
    if let Some(field) = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok())
    {
        field.set_value(text);
    }
}

/// Opens a dialog over the page; the browser keeps the focus in it.
pub fn open_dialog(dialog: &web_sys::HtmlDialogElement) {
    // Fails for one that is open already, which is what was wanted.
    let _ = dialog.show_modal();
}

/// Whether a dialog lies over the page: then keys are its own, wherever the focus is.
pub fn is_dialog_open() -> bool {
    document()
        .query_selector("dialog[open]")
        .is_ok_and(|dialog| dialog.is_some())
}

/// Whether what has the focus got it by the keyboard, so that the browser shows it.
pub fn is_focus_shown() -> bool {
    document()
        .query_selector(":focus-visible")
        .is_ok_and(|element| element.is_some())
}

/// Brings an element into view within what scrolls around it.
pub fn reveal(selector: &str) {
    if let Some(element) = document().query_selector(selector).ok().flatten() {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// The text that a field holds now.
pub fn value_of(event: &leptos::ev::Event) -> String {
    event_target_value(event)
}

/// Copies text to the clipboard; calls back with whether it could.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let clipboard = window().navigator().clipboard();
    // Pages that are not served securely have none.
    if js_sys::Reflect::has(&window().navigator(), &"clipboard".into()) != Ok(true)
        || clipboard.is_undefined()
    {
        done(false);
        return;
    }
    let promise = clipboard.write_text(text);
    wasm_bindgen_futures::spawn_local(async move {
        done(wasm_bindgen_futures::JsFuture::from(promise).await.is_ok());
    });
}

/// Puts SVG that this program made into an element.
pub fn put_svg(element: &web_sys::Element, svg: &str) {
    element.set_inner_html(svg);
}

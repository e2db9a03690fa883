//! The time, and limits on waiting.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Array, Date, Promise, Reflect};
use leptos::prelude::{set_timeout, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::Performance;

/// Milliseconds of a clock that never goes back while the page lives.
pub fn running_ms() -> u64 {
    window().performance().map_or(0.0, |clock| clock.now()) as u64
}

/// Does some work and notes in the browser's own list of measurements how long it took, for whoever measures; of each name
/// the last is kept. On the page and in a worker alike.
pub fn measured<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let clock = Reflect::get(&js_sys::global(), &"performance".into()).ok();
    let Some(clock) = clock.and_then(|clock| clock.dyn_into::<Performance>().ok()) else {
        return work();
    };
    let from = format!("{name}:from");
    // A browser without measurements loses one and nothing else.
    let _ = clock.mark(&from);
    let done = work();
    clock.clear_measures_with_measure_name(name);
    let _ = clock.measure_with_start_mark(name, &from);
    clock.clear_marks_with_mark_name(&from);
    done
}

/// Milliseconds since 1970, as this device's clock says.
pub fn wall_ms() -> f64 {
    Date::now()
}

/// The time with its zone as documents have it: `2026-11-23T09:30:00+08:00`.
pub fn rfc3339() -> String {
    let now = Date::new_0();
    // Minutes by which this zone is behind Greenwich.
    let behind = now.get_timezone_offset() as i32;
    let (sign, zone) = if behind > 0 { ('-', behind) } else { ('+', -behind) };
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{sign}{:02}:{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date(),
        now.get_hours(),
        now.get_minutes(),
        now.get_seconds(),
        zone / 60,
        zone % 60,
    )
}

/// A time of this device's clock (milliseconds since 1970) as `11-23 09:30`.
pub fn day_and_time(ms: f64) -> String {
    let at = Date::new(&ms.into());
    format!(
        "{:02}-{:02} {:02}:{:02}",
        at.get_month() + 1,
        at.get_date(),
        at.get_hours(),
        at.get_minutes()
    )
}

/// Waits.
pub async fn pause(time: Duration) {
    let waited = Promise::new(&mut |resolve, _| {
        set_timeout(
            move || {
                let _ = resolve.call0(&JsValue::NULL);
            },
            time,
        );
    });
    let _ = JsFuture::from(waited).await;
}

/// What the work gives, unless it takes longer.
pub async fn within<T: 'static>(time: Duration, work: impl Future<Output = T> + 'static) -> Option<T> {
    unless(pause(time), work).await
}

/// What the work gives, unless the limit is reached before.
pub async fn unless<T: 'static>(
    limit: impl Future<Output = ()> + 'static,
    work: impl Future<Output = T> + 'static,
) -> Option<T> {
    let done = Rc::new(RefCell::new(None));
    let given = Rc::clone(&done);
    let work = future_to_promise(async move {
        let result = work.await;
        given.replace(Some(result));
        Ok(JsValue::NULL)
    });
    let limit = future_to_promise(async move {
        limit.await;
        Ok(JsValue::NULL)
    });
    // Neither of them is ever rejected.
    let _ = JsFuture::from(Promise::race(&Array::of2(&work, &limit))).await;
    done.take()
}

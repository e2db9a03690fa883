//! How a host knows the planner: by a session whose cookie no script can read or, where a host has no
//! sessions, by the token itself.

use gloo::net::http::Request;
use leptos::prelude::window;

use super::gather::GatherFault;
use super::page;

/// That there is a session and of which role, which is no secret. In every window, as the cookie is.
const SESSION: &str = "mulin.session";
/// The token, for as long as this window is open.
const TOKEN: &str = "mulin.planner";

/// What opens the host's designs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pass {
    /// The cookie, which the browser sends by itself.
    Session,
    /// The token, in a header.
    Token(String),
}

impl Pass {
    /// The token, where one has to be shown.
    pub fn token(self) -> Option<String> {
        match self {
            Self::Session => None,
            Self::Token(token) => Some(token),
        }
    }
}

/// What a reader's session is kept as.
const READER: &str = "reader";

/// Whether the session is one that reads and answers nothing, as far as this window knows. The host decides.
pub fn reads_only() -> bool {
    page::kept(SESSION).as_deref() == Some(READER)
}

/// The pass that this window has.
pub fn pass() -> Option<Pass> {
    let session = page::kept(SESSION).map(|_| Pass::Session);
    session.or_else(|| {
        let token = storage()?.get_item(TOKEN).ok()??;
        (!token.is_empty()).then_some(Pass::Token(token))
    })
}

/// Exchanges the token for a session. A host without sessions is shown the token with each request, from
/// this window's memory.
pub async fn enter(base: &str, token: &str) -> Result<Pass, GatherFault> {
    let (status, role) = if page::is_same_origin(base) {
        let request =
            Request::post(&format!("{base}session")).header("Authorization", &format!("Bearer {token}"));
        let answer = request.send().await.map_err(|_| GatherFault::Unreachable)?;
        (answer.status(), answer.headers().get("mulin-role"))
    } else {
        // A cookie of another site would not come back here.
        (404, None)
    };
    match status {
        204 => {
            page::keep(SESSION, role.as_deref().unwrap_or("1"));
            Ok(Pass::Session)
        }
        401 | 403 => Err(GatherFault::Refused),
        404 | 405 | 501 => {
            if let Some(storage) = storage() {
                // Where storage is blocked the token is asked again next time.
                let _ = storage.set_item(TOKEN, token);
            }
            Ok(Pass::Token(token.to_owned()))
        }
        status => Err(GatherFault::Status(status)),
    }
}

/// Forgets the pass in this browser; for who was refused.
pub fn forget() {
    page::forget(SESSION);
    if let Some(storage) = storage() {
        let _ = storage.remove_item(TOKEN);
    }
}

/// Ends the session at the host, and forgets the pass.
pub async fn leave(base: &str) {
    if page::kept(SESSION).is_some() {
        // A host that cannot be reached ends it by itself, within a day.
        let _ = Request::delete(&format!("{base}session")).send().await;
    }
    forget();
}

fn storage() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}

//! The desk's session: the planner's token is shown once and exchanged for a cookie that no script
//! can read, so that the page need not keep the token.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rand::TryRngCore;
use rand::rngs::OsRng;
use sha2::{Digest, Sha256};

use super::{Endpoint, Refusal, Role, answer, peer};

/// The cookie's name.
const COOKIE: &str = "mulin-session";
/// How long a session lasts: a day's work at the desk.
const LASTS: Duration = Duration::from_secs(12 * 3_600);
/// Sessions at a time; the one that ends first makes room.
const MOST: usize = 64;

/// The hash of what a cookie holds.
type Hash = [u8; 32];

/// Sessions under way; of each only the hash is in memory, and none outlives the program.
#[derive(Default)]
pub struct Sessions(Mutex<HashMap<Hash, (Instant, Role)>>);

impl Sessions {
    /// Begins one and gives what its cookie holds: 256 random bits.
    fn begin(&self, role: Role, now: Instant) -> Result<String, Refusal> {
        let mut bytes = [0; 32];
        OsRng.try_fill_bytes(&mut bytes).map_err(|_| Refusal::OwnFault)?;
        let text = bytes.iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        });
        let mut sessions = self.0.lock().map_err(|_| Refusal::OwnFault)?;
        sessions.retain(|_, (ends, _)| *ends > now);
        if sessions.len() >= MOST
            && let Some(first) = sessions
                .iter()
                .min_by_key(|(_, (ends, _))| *ends)
                .map(|(hash, _)| *hash)
        {
            sessions.remove(&first);
        }
        sessions.insert(hash(&text), (now + LASTS, role));
        Ok(text)
    }
    /// The role of the session that a request's cookie is of. A request that changes something must come
    /// from a page of this address, whatever the browser thinks of cookies.
    pub fn opens(&self, method: &Method, headers: &HeaderMap) -> Option<Role> {
        let foreign = headers
            .get("sec-fetch-site")
            .is_some_and(|site| site != "same-origin" && site != "none");
        if foreign && !matches!(*method, Method::GET | Method::HEAD) {
            return None;
        }
        let sessions = self.0.lock().ok()?;
        let now = Instant::now();
        let role = |text: &str| {
            sessions
                .get(&hash(text))
                .filter(|(ends, _)| *ends > now)
                .map(|(_, role)| *role)
        };
        cookies(headers).find_map(role)
    }
    fn end(&self, headers: &HeaderMap) {
        if let Ok(mut sessions) = self.0.lock() {
            for text in cookies(headers) {
                sessions.remove(&hash(text));
            }
        }
    }
}

fn hash(text: &str) -> Hash {
    Sha256::digest(text.as_bytes()).into()
}

fn cookies(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|row| row.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(|(name, _)| *name == COOKIE)
        .map(|(_, text)| text)
}

/// `POST /session` with a token: `204`, the cookie, and in `Mulin-Role` what it stands for.
pub async fn begin(State(endpoint): State<Arc<Endpoint>>, request: Request) -> Result<Response, Refusal> {
    let role = endpoint.role_by_token(&request)?;
    let text = endpoint.sessions.begin(role, Instant::now())?;
    let mut answer = told(&endpoint, &request, &text, LASTS);
    answer.headers_mut().insert(Role::HEADER, role.word());
    Ok(answer)
}

/// `GET /session`: `204` where the request is a planner's or a reader's, by token or cookie; `Mulin-Role` says whose.
pub async fn ask(State(endpoint): State<Arc<Endpoint>>, request: Request) -> Result<Response, Refusal> {
    let role = endpoint.role(&request)?;
    let mut answer = (StatusCode::NO_CONTENT, [(header::CACHE_CONTROL, answer::NEVER)]).into_response();
    answer.headers_mut().insert(Role::HEADER, role.word());
    Ok(answer)
}

/// `DELETE /session`: the cookie opens nothing any more.
pub async fn end(State(endpoint): State<Arc<Endpoint>>, request: Request) -> Response {
    if endpoint
        .sessions
        .opens(request.method(), request.headers())
        .is_some()
    {
        endpoint.sessions.end(request.headers());
    }
    told(&endpoint, &request, "", Duration::ZERO)
}

fn told(endpoint: &Endpoint, request: &Request, text: &str, lasts: Duration) -> Response {
    let secure = if peer::over_tls(request, endpoint.behind_proxy) {
        "; Secure"
    } else {
        ""
    };
    let cookie = format!(
        "{COOKIE}={text}; Path=/; Max-Age={}; HttpOnly; SameSite=Strict{secure}",
        lasts.as_secs()
    );
    let mut answer = (StatusCode::NO_CONTENT, [(header::CACHE_CONTROL, answer::NEVER)]).into_response();
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        answer.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    answer
}

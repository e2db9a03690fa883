//! The built app: compressed files where they lie beside the plain ones, and sound caching.

use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::Response;
use tower::ServiceExt;
use tower_http::services::ServeDir;

use crate::cli::Stop;

use super::{Refusal, answer};

/// A file whose name carries the hash of its content never changes under that name.
const HASHED: &str = "public, max-age=31536000, immutable";

/// The page's own sign is shown in several places and seldom changes: it is asked for once.
const PICTURE: &str = "public, max-age=3600";

/// The folder of the built app.
pub struct AppFiles {
    folder: PathBuf,
}

impl AppFiles {
    /// A folder with an `index.html`.
    pub fn open(folder: &Path) -> Result<Self, Stop> {
        let index = folder.join("index.html");
        match std::fs::metadata(&index) {
            Ok(_) => Ok(Self {
                folder: folder.to_owned(),
            }),
            Err(why) => Err(Stop::at("cli-no-app", &index, &why)),
        }
    }

    /// The answer to a request for one of the app's files.
    pub async fn answer(&self, mut request: Request) -> Result<Response, Refusal> {
        let path = request.uri().path().to_owned();
        // An encoded dot is a dot to what serves the files, so it is one here too.
        let plain = percent_encoding::percent_decode_str(&path)
            .decode_utf8()
            .map_err(|_| Refusal::NotFound)?;
        if plain
            .split(['/', '\\'])
            .any(|part| part.starts_with('.') || part.contains(['#', '\0']))
        {
            return Err(Refusal::NotFound);
        }
        if path == "/" {
            *request.uri_mut() = Uri::from_static("/index.html");
        }
        let files = ServeDir::new(&self.folder)
            .append_index_html_on_directories(false)
            .precompressed_br()
            .precompressed_gzip();
        let mut answer = match files.oneshot(request).await {
            Ok(answer) => answer.map(Body::new),
            Err(never) => match never {},
        };
        if answer.status() == StatusCode::NOT_FOUND {
            return Err(Refusal::NotFound);
        }
        let caching = if is_hashed(&path) {
            HASHED
        } else if path.ends_with(".svg") {
            PICTURE
        } else {
            answer::ASK_FIRST
        };
        let headers = answer.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        Ok(answer)
    }
}

/// Whether a name carries a hash as Trunk writes it: `app-0123456789abcdef_bg.wasm`.
fn is_hashed(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|file| {
        file.split('-').skip(1).any(|part| {
            let hex = part.bytes().take_while(u8::is_ascii_hexdigit).count();
            hex >= 12 && part[hex..].starts_with(['.', '_'])
        })
    })
}

#[cfg(test)]
mod tests {
    use super::is_hashed;

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        for name in [
            "/app-3f2a9b8c7d6e5f40.js",
            "/app-3f2a9b8c7d6e5f40_bg.wasm",
            "/main-0011223344556677.css",
        ] {
            assert!(is_hashed(name), "{name}");
        }
        for name in [
            "/index.html",
            "/assets/boot.js",
            "/assets/boot-old.js",
            "/heavy_bg.wasm",
            "/a-bead.js",
        ] {
            assert!(!is_hashed(name), "{name}");
        }
    }
}

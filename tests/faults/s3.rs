//! An S3-compatible store within the test: real HTTP and signatures, no process.

use std::convert::Infallible;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::body::Body;
use axum::http::{Request, Response, StatusCode};
use http_body_util::BodyExt;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use s3s::auth::SimpleAuth;
use s3s::service::{S3Service, S3ServiceBuilder};
use tokio::net::TcpListener;

use super::hosts::Bundled;

const KEY: &str = "AKIDOFTHETESTS";
const SECRET: &str = "the-secret-of-the-tests";
/// The part of the bucket that the tests keep their round in.
pub const ROUND: &str = "s3://bucket/round-1";

/// How the store misbehaves.
#[derive(Default)]
pub struct Temper {
    /// Of so many requests that write one is answered 503 SlowDown; 0 for none.
    pub slow_down_every: AtomicUsize,
    /// Of so many requests that write one is carried out and its answer lost; 0 for none.
    pub lose_answer_every: AtomicUsize,
    /// Whether 'only when new' is passed over in silence.
    pub overwrites: std::sync::atomic::AtomicBool,
    folder: PathBuf,
    count: AtomicUsize,
}

/// A running store with one bucket, `bucket`.
pub struct S3 {
    pub address: String,
    pub temper: Arc<Temper>,
    _runtime: tokio::runtime::Runtime,
}

impl S3 {
    pub fn start(folder: &Path) -> Self {
        std::fs::create_dir_all(folder.join("bucket")).unwrap();
        let mut builder = S3ServiceBuilder::new(s3s_fs::FileSystem::new(folder).unwrap());
        builder.set_auth(SimpleAuth::from_single(KEY, SECRET));
        let service = builder.build();
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let temper = Arc::new(Temper {
            folder: folder.to_owned(),
            ..Temper::default()
        });
        runtime.spawn(listen(listener, service, Arc::clone(&temper)));
        Self {
            address,
            temper,
            _runtime: runtime,
        }
    }
    /// The bundled endpoint over it.
    pub fn endpoint(&self, root: &Path) -> Bundled {
        let mut bundled = Bundled::over(ROUND, root);
        bundled.variables = self.variables();
        bundled
    }
    /// What a program is told in its environment to find and read the store.
    pub fn variables(&self) -> Vec<(String, String)> {
        [
            ("AWS_ENDPOINT", format!("http://{}", self.address)),
            ("AWS_REGION", "us-east-1".to_owned()),
            ("AWS_ACCESS_KEY_ID", KEY.to_owned()),
            ("AWS_SECRET_ACCESS_KEY", SECRET.to_owned()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .to_vec()
    }
}

async fn listen(listener: TcpListener, service: S3Service, temper: Arc<Temper>) {
    while let Ok((stream, _)) = listener.accept().await {
        let (service, temper) = (service.clone(), Arc::clone(&temper));
        tokio::spawn(async move {
            let answer = hyper::service::service_fn(move |request: Request<hyper::body::Incoming>| {
                moody(service.clone(), Arc::clone(&temper), request)
            });
            let builder = auto::Builder::new(TokioExecutor::new());
            let _ = builder.serve_connection(TokioIo::new(stream), answer).await;
        });
    }
}

async fn moody(
    service: S3Service,
    temper: Arc<Temper>,
    request: Request<hyper::body::Incoming>,
) -> Result<Response<Body>, Infallible> {
    let writes = request.method() == "PUT";
    let n = temper.count.fetch_add(usize::from(writes), Ordering::Relaxed) + 1;
    let its_turn = |every: &AtomicUsize| {
        let every = every.load(Ordering::Relaxed);
        writes && every > 0 && n.is_multiple_of(every)
    };
    let refusal = |status: StatusCode, code: &str| {
        let text =
            format!("<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>later</Message></Error>");
        Response::builder().status(status).body(Body::from(text)).unwrap()
    };
    if its_turn(&temper.slow_down_every) {
        return Ok(refusal(StatusCode::SERVICE_UNAVAILABLE, "SlowDown"));
    }
    let (parts, body) = request.into_parts();
    if writes && temper.overwrites.load(Ordering::Relaxed) {
        // What is signed cannot be taken from the request, so what is there makes room for it.
        let _ = std::fs::remove_file(temper.folder.join(parts.uri.path().trim_start_matches('/')));
    }
    let Ok(body) = body.collect().await else {
        return Ok(refusal(StatusCode::BAD_REQUEST, "IncompleteBody"));
    };
    let request = Request::from_parts(parts, s3s::Body::from(body.to_bytes()));
    let answer = service.call(request).await;
    if its_turn(&temper.lose_answer_every) {
        return Ok(refusal(StatusCode::INTERNAL_SERVER_ERROR, "InternalError"));
    }
    Ok(match answer {
        Ok(answer) => answer.map(Body::new),
        Err(_) => refusal(StatusCode::INTERNAL_SERVER_ERROR, "InternalError"),
    })
}

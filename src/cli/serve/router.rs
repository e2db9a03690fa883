//! Which request goes where.

use std::any::Any;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tower_http::catch_panic::CatchPanicLayer;

use super::{Endpoint, Refusal, designs, headers, log, metrics, replies, session};

/// The whole endpoint, ready to be listened with or called by a test.
pub fn router(endpoint: Arc<Endpoint>) -> Router {
    Router::new()
        .route("/designs", get(designs::list))
        .route("/designs/", get(designs::list))
        .route("/designs.ndjson", get(designs::lines))
        .route("/designs/{*file}", get(designs::get).put(designs::put))
        .route("/replies/{*file}", get(replies::get).put(replies::put))
        .route(
            "/session",
            get(session::ask).post(session::begin).delete(session::end),
        )
        .route("/healthz", get(metrics::health))
        .route("/metrics", get(metrics::show))
        .method_not_allowed_fallback(async || Refusal::WrongMethod)
        .fallback(files)
        .with_state(Arc::clone(&endpoint))
        .layer(CatchPanicLayer::custom(own_fault))
        .layer(from_fn_with_state(
            Arc::clone(&endpoint),
            headers::on_every_answer,
        ))
        .layer(from_fn_with_state(endpoint, metrics::count))
        .layer(from_fn(log::one_line))
}

/// The project's files, then the app's.
async fn files(State(endpoint): State<Arc<Endpoint>>, request: Request) -> Result<Response, Refusal> {
    if ![Method::GET, Method::HEAD].contains(request.method()) {
        let mut answer = Refusal::WrongMethod.into_response();
        answer
            .headers_mut()
            .insert(header::ALLOW, HeaderValue::from_static("GET,HEAD"));
        return Ok(answer);
    }
    if let Some(project) = &endpoint.project
        && let Some(answer) = project.answer(request.headers(), request.uri().path()).await
    {
        return answer;
    }
    match &endpoint.app {
        Some(app) => app.answer(request).await,
        None => Err(Refusal::NotFound),
    }
}

/// A fault in this program costs one answer, and nobody sees its trace.
fn own_fault(_: Box<dyn Any + Send + 'static>) -> Response {
    Refusal::OwnFault.into_response()
}

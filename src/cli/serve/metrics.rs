//! What the program counts of itself, in OpenMetrics: numbers only, nothing of anybody.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::extract::{Request, State};
use axum::http::{Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

use super::{Endpoint, Refusal, answer, peer};

/// Upper ends of the histogram of stored designs, in seconds.
const SECONDS: [f64; 9] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.0, 10.0];

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Answered {
    method: &'static str,
    status: u16,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Refused {
    code: &'static str,
}

/// The code of a refusal, put on the answer for whoever counts it.
#[derive(Clone, Copy)]
pub struct Code(pub &'static str);

/// Counters of one endpoint.
pub struct Metrics {
    registry: Registry,
    answered: Family<Answered, Counter>,
    refused: Family<Refused, Counter>,
    stored: Counter,
    stored_bytes: Counter,
    seconds: Histogram,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("mulin");
        let answered = Family::<Answered, Counter>::default();
        let refused = Family::<Refused, Counter>::default();
        let (stored, stored_bytes) = (Counter::default(), Counter::default());
        let seconds = Histogram::new(SECONDS);
        registry.register("requests", "Requests answered", answered.clone());
        registry.register(
            "refusals",
            "Requests refused, by the code of the problem",
            refused.clone(),
        );
        registry.register(
            "designs_stored",
            "Designs stored for the first time",
            stored.clone(),
        );
        registry.register_with_unit(
            "designs_stored",
            "Bytes of designs stored for the first time",
            Unit::Bytes,
            stored_bytes.clone(),
        );
        registry.register_with_unit(
            "design_store",
            "From the whole body to its being durable",
            Unit::Seconds,
            seconds.clone(),
        );
        Self {
            registry,
            answered,
            refused,
            stored,
            stored_bytes,
            seconds,
        }
    }
}

impl Metrics {
    /// Counts a design that is stored now.
    pub fn stored(&self, bytes: usize, began: Instant) {
        self.stored.inc();
        self.stored_bytes.inc_by(bytes as u64);
        self.seconds.observe(began.elapsed().as_secs_f64());
    }
}

/// Counts each answer.
pub async fn count(State(endpoint): State<Arc<Endpoint>>, request: Request, next: Next) -> Response {
    let method = word(request.method());
    let answer = next.run(request).await;
    let metrics = &endpoint.metrics;
    let status = answer.status().as_u16();
    metrics.answered.get_or_create(&Answered { method, status }).inc();
    if let Some(Code(code)) = answer.extensions().get::<Code>() {
        metrics.refused.get_or_create(&Refused { code }).inc();
    }
    answer
}

/// A method as a label; strangers invent methods, and each label costs memory.
fn word(method: &Method) -> &'static str {
    match *method {
        Method::GET => "get",
        Method::HEAD => "head",
        Method::PUT => "put",
        Method::POST => "post",
        Method::DELETE => "delete",
        _ => "other",
    }
}

/// `GET /metrics`, for programs of this machine and for the planner.
pub async fn show(State(endpoint): State<Arc<Endpoint>>, request: Request) -> Result<Response, Refusal> {
    let asker = peer::address(&request, endpoint.behind_proxy);
    if !asker.is_some_and(|address| address.to_canonical().is_loopback()) {
        endpoint.planner_only(&request)?;
    }
    let mut text = String::new();
    encode(&mut text, &endpoint.metrics.registry).map_err(|_| Refusal::OwnFault)?;
    let headers = [
        (
            header::CONTENT_TYPE,
            "application/openmetrics-text; version=1.0.0; charset=utf-8",
        ),
        (header::CACHE_CONTROL, answer::NEVER),
    ];
    Ok((headers, text).into_response())
}

/// How long the storage may take to answer before the endpoint counts as unwell.
const WELL_WITHIN: Duration = Duration::from_secs(2);

/// `GET /healthz`: whether this program and its storage answer.
pub async fn health(State(endpoint): State<Arc<Endpoint>>) -> Result<Response, Refusal> {
    let asked = tokio::time::timeout(WELL_WITHIN, endpoint.storage_answers());
    asked.await.map_err(|_| Refusal::StorageUnavailable)??;
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, answer::NEVER),
    ];
    Ok((headers, r#"{"status":"ok"}"#).into_response())
}

//! A bucket of an S3-compatible store.

use std::sync::Arc;
use std::time::Duration;

use object_store::aws::AmazonS3Builder;
use object_store::prefix::PrefixStore;
use object_store::{BackoffConfig, ClientOptions, ObjectStore, RetryConfig};

use crate::cli::Stop;
use crate::text::Message;

/// The longest time for one request to the store; a phone gives up after that anyway.
const PATIENCE: Duration = Duration::from_secs(10);
/// The longest time for a request with all its repetitions.
const PATIENCE_IN_ALL: Duration = Duration::from_secs(20);
/// How often a request is repeated that the store was too busy for (503, 409, no answer).
const REPETITIONS: usize = 4;

/// Opens part of a bucket. Address, region and keys come from the variables that every S3 program
/// reads (`AWS_ENDPOINT`, `AWS_REGION`, `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`).
pub fn open(bucket: &str, prefix: &str) -> Result<Arc<dyn ObjectStore>, Stop> {
    // The program that speaks TLS names its cryptography once; a second naming changes nothing.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let plain = std::env::var("AWS_ENDPOINT")
        .or_else(|_| std::env::var("AWS_ENDPOINT_URL"))
        .is_ok_and(|address| address.starts_with("http://"));
    let options = ClientOptions::new()
        .with_allow_http(plain)
        .with_timeout(PATIENCE)
        .with_connect_timeout(PATIENCE / 2);
    let store = AmazonS3Builder::from_env()
        .with_bucket_name(bucket)
        .with_client_options(options)
        .with_retry(RetryConfig {
            backoff: BackoffConfig {
                init_backoff: Duration::from_millis(100),
                max_backoff: Duration::from_secs(2),
                base: 2.0,
            },
            max_retries: REPETITIONS,
            retry_timeout: PATIENCE_IN_ALL,
        })
        .build()
        .map_err(|why| {
            let place = format!("s3://{bucket}/{prefix}");
            Stop(
                Message::new("cli-bucket-unusable")
                    .with("store", place)
                    .with("why", why.to_string()),
            )
        })?;
    if prefix.is_empty() {
        Ok(Arc::new(store))
    } else {
        Ok(Arc::new(PrefixStore::new(store, prefix)))
    }
}

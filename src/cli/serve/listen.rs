//! Listens: one task a connection, limits on time and number, an end without cutting anyone off.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::middleware::AddExtension;
use axum::{Extension, Router};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_io_timeout::TimeoutStream;
use tower::Layer;

use super::peer::Peer;

/// How long and how many: limits against clients that hold connections without using them.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// From the start of a connection, or the end of an answer, to the end of the next head.
    pub head: Duration,
    /// For a client to take any of an answer that waits for it.
    pub write: Duration,
    /// For answers under way when the program is told to end.
    pub end: Duration,
    /// Connections at a time; more wait until one ends.
    pub connections: usize,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(10),
            write: Duration::from_secs(15),
            end: Duration::from_secs(3),
            connections: 2_500,
        }
    }
}

/// Serves the router on the listener until `end` comes, then lets answers under way finish.
pub async fn listen(
    listener: TcpListener,
    router: Router,
    patience: Patience,
    end: impl Future<Output = ()>,
) {
    let watched = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(patience.connections));
    let mut end = std::pin::pin!(end);
    loop {
        let place = tokio::select! {
            place = Arc::clone(&places).acquire_owned() => place,
            () = &mut end => break,
        };
        let stream = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut end => break,
        };
        match stream {
            Ok((stream, address)) => {
                let peer = Peer(address.ip());
                let connection = watched.watch(connection(stream, peer, &router, patience));
                tokio::spawn(async move {
                    // A client that goes away in the middle is no fault of ours.
                    let _ = connection.await;
                    drop(place);
                });
            }
            // Too many open files, or a client gone before it was taken: others will still come.
            Err(why) => {
                tracing::warn!("a connection could not be taken: {why}");
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }
    drop(listener);
    tokio::select! {
        () = watched.shutdown() => {}
        () = tokio::time::sleep(patience.end) => {}
    }
}

/// A connection that ends when nothing can be written for too long.
type Timed = Pin<Box<TimeoutStream<TcpStream>>>;

fn connection(
    stream: TcpStream,
    peer: Peer,
    router: &Router,
    patience: Patience,
) -> http1::Connection<TokioIo<Timed>, TowerToHyperService<AddExtension<Router, Peer>>> {
    // Answers are small; waiting to fill a packet only delays them.
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(patience.write));
    let service = Extension(peer).layer(router.clone());
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(patience.head)
        .max_buf_size(64 * 1024)
        .serve_connection(TokioIo::new(Box::pin(stream)), TowerToHyperService::new(service))
}

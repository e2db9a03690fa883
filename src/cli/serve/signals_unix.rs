//! When to end, on systems with signals.

use tokio::signal::unix::{SignalKind, signal};

/// Ends when the terminal (Ctrl+C) or the system (SIGTERM) asks the program to end.
pub async fn told_to_end() {
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        let _ = tokio::signal::ctrl_c().await;
        return;
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}

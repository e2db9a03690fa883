//! When to end, on systems with signals.

use tokio::signal::unix::{SignalKind, signal};

/// Listens from now on for the terminal (Ctrl+C) or the system (SIGTERM) asking the program to
/// end; what is given ends when one of them does. Must be called where tokio runs.
pub fn told_to_end() -> impl Future<Output = ()> {
    let terminate = signal(SignalKind::terminate());
    async {
        let Ok(mut terminate) = terminate else {
            let _ = tokio::signal::ctrl_c().await;
            return;
        };
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminate.recv() => {}
        }
    }
}

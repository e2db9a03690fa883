//! When to end, on systems without signals.

/// Ends when the terminal asks the program to end.
pub async fn told_to_end() {
    let _ = tokio::signal::ctrl_c().await;
}

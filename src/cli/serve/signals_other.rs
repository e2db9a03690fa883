//! When to end, on systems without signals.

/// Ends when the terminal asks the program to end.
pub fn told_to_end() -> impl Future<Output = ()> {
    async {
        let _ = tokio::signal::ctrl_c().await;
    }
}

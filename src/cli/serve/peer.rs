//! Whose request it is.

use std::net::IpAddr;

use axum::http::Request;

/// The address at the other end of a connection, as the listener puts it on each request.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// The asker's address: the other end of the connection or, behind a proxy, the last address that
/// `X-Forwarded-For` names. Those before it anyone can write.
pub fn address<B>(request: &Request<B>, behind_proxy: bool) -> Option<IpAddr> {
    let peer = request.extensions().get::<Peer>().map(|peer| peer.0);
    if !behind_proxy {
        return peer;
    }
    let forwarded = request
        .headers()
        .get_all("x-forwarded-for")
        .iter()
        .next_back()
        .and_then(|value| value.to_str().ok()?.rsplit(',').next())
        .and_then(|last| last.trim().parse().ok());
    forwarded.or(peer)
}

/// Whether the page came to its reader over TLS, as the proxy in front says.
pub fn over_tls<B>(request: &Request<B>, behind_proxy: bool) -> bool {
    behind_proxy
        && request
            .headers()
            .get("x-forwarded-proto")
            .is_some_and(|proto| proto.as_bytes().eq_ignore_ascii_case(b"https"))
}

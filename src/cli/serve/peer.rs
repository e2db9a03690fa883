//! Whose request it is.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::http::Request;

/// The address at the other end of a connection, as the listener puts it on each request.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// Whoever a proxy names in a way that cannot be read: all of them are one, and none is this machine.
const UNREADABLE: IpAddr = IpAddr::V4(Ipv4Addr::UNSPECIFIED);

/// The asker's address: the other end of the connection or, behind a proxy, the last address that
/// `X-Forwarded-For` names. Those before it anyone can write.
pub fn address<B>(request: &Request<B>, behind_proxy: bool) -> Option<IpAddr> {
    let peer = request.extensions().get::<Peer>().map(|peer| peer.0);
    if !behind_proxy {
        return peer;
    }
    let Some(row) = request.headers().get_all("x-forwarded-for").iter().next_back() else {
        return peer;
    };
    let last = row.to_str().ok().and_then(|row| row.rsplit(',').next());
    Some(last.and_then(|last| read(last.trim())).unwrap_or(UNREADABLE))
}

/// An address as proxies write it: alone or with a port.
fn read(text: &str) -> Option<IpAddr> {
    let with_port = || text.parse::<SocketAddr>().map(|address| address.ip());
    text.parse().or_else(|_| with_port()).ok()
}

/// Whether the page came to its reader over TLS, as the proxy in front says.
pub fn over_tls<B>(request: &Request<B>, behind_proxy: bool) -> bool {
    behind_proxy
        && request
            .headers()
            .get("x-forwarded-proto")
            .is_some_and(|proto| proto.as_bytes().eq_ignore_ascii_case(b"https"))
}

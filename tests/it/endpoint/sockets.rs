//! What only a socket shows: idle clients are let go, and an end cuts nobody off.

use std::sync::Arc;
use std::time::Duration;

use mulin::cli::serve::{Endpoint, Patience, PlannerToken, listen, router};
use object_store::memory::InMemory;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::{TOKEN, design, path_of};

struct Server {
    address: std::net::SocketAddr,
    end: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

async fn server(head: Duration) -> Server {
    server_with(Patience {
        head,
        ..Patience::default()
    })
    .await
}

async fn server_with(patience: Patience) -> Server {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let endpoint = Endpoint::new(Arc::new(InMemory::new()), PlannerToken::of(TOKEN));
    let (end, told) = oneshot::channel();
    let task = tokio::spawn(listen(listener, router(Arc::new(endpoint)), patience, async {
        let _ = told.await;
    }));
    Server { address, end, task }
}

#[tokio::test]
async fn a_client_that_never_ends_its_head_is_let_go() {
    let server = server(Duration::from_millis(30)).await;
    let mut socket = TcpStream::connect(server.address).await.unwrap();
    socket
        .write_all(b"GET / HTTP/1.1\r\nHost: x\r\nX: ")
        .await
        .unwrap();
    let mut rest = Vec::new();
    // Ends only because the server closes the connection.
    let _ = socket.read_to_end(&mut rest).await;
    assert!(!rest.starts_with(b"HTTP/1.1 200"));
}

#[tokio::test]
async fn an_answer_under_way_is_finished_when_the_program_is_told_to_end() {
    let server = server(Duration::from_secs(15)).await;
    let bytes = design(1);
    let mut socket = TcpStream::connect(server.address).await.unwrap();
    let head = format!(
        "PUT {} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
         Expect: 100-continue\r\n\r\n",
        path_of(&bytes),
        bytes.len()
    );
    socket.write_all(head.as_bytes()).await.unwrap();
    // That the server asks for the body shows that it has taken up the request.
    let mut asked = [0; 25];
    socket.read_exact(&mut asked).await.unwrap();
    assert!(asked.starts_with(b"HTTP/1.1 100"));
    server.end.send(()).unwrap();
    socket.write_all(&bytes).await.unwrap();
    let mut answer = String::new();
    socket.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
    server.task.await.unwrap();
    assert!(TcpStream::connect(server.address).await.is_err());
}

#[tokio::test]
async fn e53_a_client_that_asks_and_never_reads_is_let_go() {
    let server = server_with(Patience {
        write: Duration::from_millis(50),
        ..Patience::default()
    })
    .await;
    let mut bytes = design(1);
    bytes.resize(mulin::design::stored::MAX_BYTES, b' ');
    let mut socket = TcpStream::connect(server.address).await.unwrap();
    let head = format!(
        "PUT {} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
        path_of(&bytes),
        bytes.len()
    );
    socket.write_all(head.as_bytes()).await.unwrap();
    socket.write_all(&bytes).await.unwrap();
    let again = format!("GET {} HTTP/1.1\r\nHost: x\r\n\r\n", path_of(&bytes));
    // The server stops reading while its answers are not taken, and then closes: only that ends this.
    while socket.write_all(again.as_bytes()).await.is_ok() {}
}

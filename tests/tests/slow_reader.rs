//! Subscriptions that nobody reads. Alone in this program, because the memory of all of it is measured.

use std::{fs, time::Duration};

use avalo_sdk::{AvaloSdk, api::auth::Login};
use futures_util::StreamExt;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::mpsc,
    time::timeout,
};

/// What the server tries to send to a reader that is elsewhere: 64 MB.
const OFFERED: usize = 64 << 20;

/// What the program may have grown by then.
const ALLOWED: usize = 5 << 20;

const SESSION: &str =
    r#"{"session":{"accessToken":"a","refreshToken":"r","expiresIn":3600,"sessionId":"s","userId":"u"}}"#;
const EVENT: &str =
    "data: {\"kind\":\"notification\",\"at\":\"2026-01-01T00:00:00Z\",\"text\":\"hello\"}\n\n";

/// The memory of this program, in bytes.
fn resident() -> usize {
    let pages = fs::read_to_string("/proc/self/statm").expect("the memory of this program");
    pages.split(' ').nth(1).and_then(|pages| pages.parse::<usize>().ok()).expect("a number") * 4_096
}

/// Answers a sign-in, then sends events for as long as the other side takes them. Returns how many
/// bytes went before nothing more was taken for a second.
async fn flood(mut connection: TcpStream) -> usize {
    let mut request = vec![0; 8_192];
    loop {
        let read = connection.read(&mut request).await.expect("a request");
        if read == 0 {
            std::future::pending::<()>().await;
        }
        let line = String::from_utf8_lossy(&request[..read]).into_owned();
        if line.starts_with("GET /v1/events") {
            break;
        }
        if line.starts_with("POST /v1/auth/login") {
            let answer = format!(
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{SESSION}",
                SESSION.len()
            );
            connection.write_all(answer.as_bytes()).await.expect("an answer");
        }
    }
    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n";
    connection.write_all(head.as_bytes()).await.expect("a stream");
    let piece = EVENT.repeat(1_000);
    let mut sent = 0;
    while sent < OFFERED
        && let Ok(Ok(taken)) = timeout(Duration::from_secs(1), connection.write(piece.as_bytes())).await
    {
        sent += taken;
    }
    sent
}

#[tokio::test]
async fn a_reader_that_does_not_read_holds_the_server_back_instead_of_growing() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let endpoint = format!("http://{}", listener.local_addr().expect("its address"));
    let sdk = AvaloSdk::builder(endpoint).discovery(false).build().expect("a client");
    let (sender, mut flooded) = mpsc::channel(1);
    tokio::spawn(async move {
        // The client may keep its first connection for calls.
        while let Ok((connection, _)) = listener.accept().await {
            let sender = sender.clone();
            tokio::spawn(async move { sender.send(flood(connection).await).await });
        }
    });
    let login = Login { email: "ada@example.com".into(), password: "Password1".into(), ..Default::default() };
    sdk.auth().login(login).await.expect("a session");
    let mut events = sdk.events();
    events.next().await.expect("the stream goes on").expect("an event");
    let before = resident();
    let sent = flooded.recv().await.expect("the flood");
    let grown = resident().saturating_sub(before);
    println!("{sent} bytes were taken of {OFFERED} offered; the program grew by {grown}");
    assert!(sent < OFFERED, "everything was taken: {sent} bytes");
    assert!(grown <= ALLOWED, "the program grew by {grown} bytes");
    events.next().await.expect("the stream goes on").expect("the next event is there");
}

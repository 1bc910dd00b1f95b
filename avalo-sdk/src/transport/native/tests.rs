//! The transport against servers that misbehave.

use std::{
    pin::pin,
    sync::atomic::{AtomicUsize, Ordering},
    task::{Context, Poll, Waker},
};

use futures_util::StreamExt;
use h2::Reason;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    time::sleep,
};

use super::*;
use crate::{AvaloSdk, ErrorKind, RetryPolicy};

/// A server at a free port, which does this with every connection, and its address without a scheme.
async fn serve<F>(with: impl Fn(TcpStream) -> F + Send + 'static) -> String
where
    F: Future<Output = ()> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            tokio::spawn(with(socket));
        }
    });
    address.to_string()
}

fn put(url: &str, size: usize) -> Request {
    Request {
        method: Method::Put,
        url: url.to_owned(),
        headers: Vec::new(),
        body: Some(Bytes::from(vec![7; size])),
        read: Read::Text { limit: 1024 },
    }
}

/// More than fits into the buffers of HTTP/2, and far less than those of TCP.
const SIZE: usize = 1024 * 1024;

/// Long enough for a machine that is busy with something else.
const IDLE: Duration = Duration::from_secs(2);

/// What is said when it was too long.
fn silence() -> String {
    format!("nothing moved for {IDLE:?}")
}

fn hasty(builder: ClientBuilder) -> NativeTransport {
    NativeTransport::of(builder, Patience { idle: IDLE, answer: IDLE * 20 }).expect("a transport")
}

/// Takes bodies over HTTP/2, a window at a time with a pause after each, and answers if one is whole
/// and came with its length.
async fn take_slowly(socket: TcpStream, pause: Duration) -> Result<(), h2::Error> {
    let mut connection = h2::server::handshake(socket).await?;
    while let Some(request) = connection.accept().await {
        let (request, mut respond) = request?;
        tokio::spawn(async move {
            let told = request.headers().get("content-length").cloned();
            let mut body = request.into_body();
            let (mut size, mut held) = (0, 0);
            while let Some(Ok(piece)) = body.data().await {
                (size, held) = (size + piece.len(), held + piece.len());
                if held > 60_000 {
                    sleep(pause).await;
                    body.flow_control().release_capacity(held).expect("what was taken");
                    held = 0;
                }
            }
            if size == SIZE && told.is_some_and(|told| told == SIZE.to_string()) {
                respond.send_response(Default::default(), true).expect("an open stream");
            }
        });
    }
    Ok(())
}

#[tokio::test]
async fn a_body_may_take_longer_than_silence_and_one_that_stands_still_is_lost() {
    for (pause, sent) in [(IDLE / 8, true), (IDLE * 100, false)] {
        let address = serve(move |socket| async move {
            let _ = take_slowly(socket, pause).await;
        });
        let url = format!("http://{}/file", address.await);
        let begun = std::time::Instant::now();
        let answer = hasty(Client::builder().http2_prior_knowledge()).send(put(&url, SIZE)).await;
        let took = begun.elapsed();
        assert!(took > IDLE, "{took:?}");
        match answer {
            Ok(answer) => assert!(sent && answer.status == 200),
            Err(error) => {
                assert!(!sent, "{error}");
                assert_eq!((error.phase, &*error.detail), (Phase::Exchange, &*silence()));
            }
        }
    }
}

/// Reads a request over HTTP/1.1 with a body of so many bytes.
async fn request(socket: &mut TcpStream, size: usize) -> String {
    let mut read = Vec::new();
    loop {
        let head = read.windows(4).position(|window| window == b"\r\n\r\n");
        match head {
            Some(head) if read.len() == head + 4 + size => {
                return String::from_utf8_lossy(&read[..head]).to_lowercase();
            }
            _ => assert_ne!(socket.read_buf(&mut read).await.expect("a request"), 0),
        }
    }
}

#[tokio::test]
async fn a_server_may_think_about_a_call_for_longer_than_silence_and_learns_the_size_of_its_body() {
    for size in [1, PIECE, SIZE] {
        let address = serve(move |mut socket| async move {
            let head = request(&mut socket, size).await;
            assert!(!head.contains("transfer-encoding"), "{head}");
            sleep(IDLE * 3 / 2).await;
            let length = if head.contains(&format!("\r\ncontent-length: {size}")) { "yes" } else { "no!" };
            let answer = format!("HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\n{length}");
            socket.write_all(answer.as_bytes()).await.expect("an open socket");
        });
        let url = format!("http://{}/call", address.await);
        let answer = hasty(Client::builder()).send(put(&url, size)).await.expect("an answer");
        assert_eq!(answer.body.text(), Some("yes"), "{size}");
    }
}

#[tokio::test]
async fn an_answer_that_stops_half_way_is_lost() {
    for read in [Read::Text { limit: 1024 }, Read::Stream] {
        let address = serve(|mut socket| async move {
            request(&mut socket, 0).await;
            socket
                .write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf")
                .await
                .expect("an open socket");
            sleep(IDLE * 100).await;
        });
        let url = format!("http://{}/call", address.await);
        let answer = hasty(Client::builder()).send(Request { read, ..put(&url, 0) }).await;
        let error = match answer.map(|answer| answer.body) {
            Ok(Body::Stream(mut stream)) => {
                assert_eq!(stream.next().await.expect("a piece").expect("a piece"), "half");
                stream.next().await.expect("an end").expect_err("silence")
            }
            Ok(_) => panic!("half an answer"),
            Err(error) => error,
        };
        assert_eq!((error.phase, &*error.detail), (Phase::Exchange, &*silence()));
    }
}

#[tokio::test]
async fn what_cannot_be_a_request_is_said_before_anything_is_sent() {
    let transport = NativeTransport::new().expect("a transport");
    let header = ("idempotency-key", "a\nb".into());
    let long = format!("https://127.0.0.1:1/v1?q={}", "x".repeat(200_000));
    for (request, detail) in [
        (Request { headers: vec![header], ..put("https://127.0.0.1:1/", 0) }, "its header idempotency-key"),
        (put(&long, 0), "its address has 200025 bytes"),
        (put("127.0.0.1:1/v1", 0), "its address is no URL"),
        (put("ftp://127.0.0.1:1/v1", 0), "URL scheme is not allowed"),
    ] {
        let error = transport.send(request).await.err().expect("a failure");
        assert!(error.phase == Phase::Build && error.detail.contains(detail), "{error:?}");
        let error = crate::Error::from(error);
        assert_eq!(error.kind(), ErrorKind::Invalid);
    }
}

#[tokio::test]
async fn a_server_without_tls_is_named_and_not_asked_again() {
    let seen = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&seen);
    let address = serve(move |mut socket| {
        count.fetch_add(1, Ordering::SeqCst);
        async move {
            let _ = socket.write_all(b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n").await;
            let _ = socket.read_to_end(&mut Vec::new()).await;
        }
    });
    let sdk = AvaloSdk::builder(format!("https://{}", address.await)).discovery(false).build();
    let error = sdk.expect("a client").call_json("payments.getPackages", "").await.expect_err("no TLS");
    assert_eq!((error.kind(), error.trail().attempts), (ErrorKind::Network, 1), "{error}");
    assert!(error.detail().contains("the server does not speak TLS (is it http?)"), "{error}");
    assert_eq!(seen.load(Ordering::SeqCst), 1);
}

#[test]
fn a_program_may_set_up_tls_for_itself_after_a_client_was_built() {
    AvaloSdk::builder("https://api.avalo.app").build().expect("a client");
    rustls::crypto::ring::default_provider().install_default().expect("nothing was installed");
}

#[test]
fn without_tokio_a_call_says_what_it_needs() {
    for discovery in [true, false] {
        let sdk = AvaloSdk::builder("https://api.avalo.app").discovery(discovery).build().expect("a client");
        let call = pin!(sdk.call_json("payments.getPackages", ""));
        let Poll::Ready(answer) = call.poll(&mut Context::from_waker(Waker::noop())) else {
            panic!("it waits for a runtime that is not there");
        };
        let error = answer.expect_err("no runtime");
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(error.detail().contains("a tokio runtime is needed"), "{error}");
    }
}

/// How a server of HTTP/2 turns a request away. HTTP clients like to send such a request again by
/// themselves.
#[derive(Clone, Copy, Debug)]
enum Turn {
    RefusedStream,
    GoAway,
}

/// Serves one connection and counts its requests.
async fn turn_away(socket: TcpStream, turn: Turn, seen: Arc<AtomicUsize>) -> Result<(), h2::Error> {
    let mut connection = h2::server::handshake(socket).await?;
    while let Some(request) = connection.accept().await {
        let (_, mut respond) = request?;
        seen.fetch_add(1, Ordering::SeqCst);
        match turn {
            Turn::RefusedStream => respond.send_reset(Reason::REFUSED_STREAM),
            Turn::GoAway => connection.abrupt_shutdown(Reason::NO_ERROR),
        }
    }
    Ok(())
}

#[tokio::test]
async fn only_the_engine_sends_again_over_http_2_too() {
    for turn in [Turn::RefusedStream, Turn::GoAway] {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let seen = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&seen);
        let server = tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                tokio::spawn(turn_away(socket, turn, Arc::clone(&count)));
            }
        });
        let transport = hasty(Client::builder().http2_prior_knowledge());
        let sdk = AvaloSdk::builder(url)
            .transport(transport)
            .discovery(false)
            .retry(RetryPolicy { base: Duration::from_millis(1), ..RetryPolicy::default() })
            .build()
            .expect("a client");
        let error = sdk.call_json("payments.getPackages", "").await.expect_err("no answer");
        assert_eq!((error.kind(), error.trail().attempts), (ErrorKind::Network, 4), "{turn:?}: {error}");
        assert_eq!(seen.load(Ordering::SeqCst), 4, "{turn:?}");
        server.abort();
    }
}

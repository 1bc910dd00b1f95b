//! The transport against servers that misbehave.

use std::{
    future::{pending, ready},
    sync::atomic::{AtomicUsize, Ordering},
};

use h2::Reason;
use tokio::net::{TcpListener, TcpStream};

use super::*;
use crate::{AvaloSdk, ErrorKind, RetryPolicy};

#[tokio::test(start_paused = true)]
async fn a_silent_server_is_given_up() {
    let begun = tokio::time::Instant::now();
    let error = heard(pending::<reqwest::Result<()>>()).await.expect_err("silence");
    assert_eq!((error.phase, begun.elapsed()), (Phase::Exchange, IDLE_TIMEOUT));
    assert_eq!(heard(ready(Ok(1))).await.expect("an answer"), 1);
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
        let transport = NativeTransport::of(Client::builder().http2_prior_knowledge()).expect("a transport");
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

//! Every kind of fault the server can play, and what a caller of the SDK sees of it.

use std::time::Duration;

use avalo_mock_server::{Fault, FaultRule};
use avalo_sdk::{
    ErrorKind,
    api::{
        auth::GetCurrentUser,
        chat::{CreateChat, SendMessage},
    },
};
use avalo_tests::{client, log_in, server, sign_in};
use futures_util::StreamExt;

/// What the caller sees of a fault that strikes once, and how many requests the server sees.
#[derive(Debug, PartialEq)]
enum Sight {
    Answer { requests: usize },
    Error { kind: ErrorKind, requests: usize },
}

#[tokio::test]
async fn every_kind_of_fault_is_survived_or_named() {
    use Sight::{Answer, Error};
    let server = server().await;
    let sdk = sign_in(&server, 6).await;
    let redirect = Fault::Redirect { location: "https://evil.example/".into() };
    for (fault, sight) in [
        (Fault::Status { status: 503 }, Answer { requests: 2 }),
        (Fault::Status { status: 422 }, Error { kind: ErrorKind::Invalid, requests: 1 }),
        (Fault::ShouldRetry { status: 500, retry: false }, Error { kind: ErrorKind::Server, requests: 1 }),
        (Fault::ShouldRetry { status: 409, retry: true }, Answer { requests: 2 }),
        (Fault::EmptyError { status: 502 }, Answer { requests: 2 }),
        (Fault::Delay { ms: 20 }, Answer { requests: 1 }),
        (Fault::SlowAnswer { ms: 20 }, Answer { requests: 1 }),
        (Fault::Dribble { ms: 1 }, Answer { requests: 1 }),
        (Fault::DropBeforeCommit, Answer { requests: 2 }),
        (Fault::DropAfterCommit, Answer { requests: 2 }),
        (Fault::RateLimited { retry_after: 1 }, Answer { requests: 2 }),
        (Fault::RetryAfterDate { seconds: 1 }, Answer { requests: 2 }),
        (Fault::RetryAfterText { text: "soon".into() }, Answer { requests: 2 }),
        (Fault::Truncate { bytes: 10 }, Answer { requests: 2 }),
        (Fault::MalformedJson, Error { kind: ErrorKind::Decode, requests: 1 }),
        (Fault::WrongType, Error { kind: ErrorKind::Decode, requests: 1 }),
        (Fault::Html, Error { kind: ErrorKind::Decode, requests: 1 }),
        (redirect, Error { kind: ErrorKind::Decode, requests: 1 }),
        (Fault::Duplicate, Answer { requests: 1 }),
        (Fault::DateSkew { seconds: 86_400 }, Answer { requests: 1 }),
        (Fault::ResetBeforeCommit, Answer { requests: 2 }),
        (Fault::ResetAfterCommit, Answer { requests: 2 }),
        (Fault::EmptyBody, Error { kind: ErrorKind::Decode, requests: 1 }),
        (Fault::HugeBody { bytes: 80 << 20 }, Error { kind: ErrorKind::Decode, requests: 1 }),
        (Fault::WrongContentType { content_type: "text/plain".into() }, Answer { requests: 1 }),
        (Fault::ProxyError { status: 502 }, Answer { requests: 2 }),
        (Fault::ProxyError { status: 404 }, Error { kind: ErrorKind::NotFound, requests: 1 }),
        // The SDK renews the session and asks again.
        (Fault::TokenExpired, Answer { requests: 2 }),
    ] {
        server.faults([FaultRule::new("auth.getCurrentUser", fault.clone()).nth(1)]);
        server.clear_requests();
        let answer = sdk.auth().get_current_user(GetCurrentUser {}).await;
        let requests = server.count("auth.getCurrentUser");
        let seen = match &answer {
            Ok(_) => Answer { requests },
            Err(error) => Error { kind: error.kind(), requests },
        };
        assert_eq!(seen, sight, "{fault:?}: {answer:?}");
        let strikes = server.requests().iter().filter(|request| request.fault.is_some()).count();
        assert_eq!(strikes, 1, "{fault:?}");
    }
}

#[tokio::test]
async fn a_write_meets_every_fault_once_and_is_carried_out_once() {
    let server = server().await;
    let sdk = sign_in(&server, 6).await;
    for (number, fault) in [
        Fault::DropBeforeCommit,
        Fault::DropAfterCommit,
        Fault::Status { status: 503 },
        Fault::Truncate { bytes: 3 },
        Fault::Duplicate,
    ]
    .into_iter()
    .enumerate()
    {
        server.faults([FaultRule::new("chat.createChat", fault.clone()).nth(1)]);
        server.clear_requests();
        let user_id = format!("usr_{}", [2, 3, 4, 5, 7][number]).as_str().into();
        let chat = sdk
            .chat()
            .create_chat(CreateChat { user_id })
            .await
            .unwrap_or_else(|error| panic!("{fault:?}: {error}"));
        assert_eq!(chat.other.id.as_str(), format!("usr_{}", [2, 3, 4, 5, 7][number]));
        let keys: Vec<_> = server.requests().into_iter().map(|request| request.idempotency_key).collect();
        assert!(keys.iter().all(|key| key.is_some() && *key == keys[0]), "{fault:?}: {keys:?}");
    }
}

#[tokio::test]
async fn a_call_that_is_cancelled_ends_at_once_and_the_next_one_is_well() {
    let server = server().await;
    let sdk = sign_in(&server, 6).await;
    server.faults([FaultRule::new("auth.getCurrentUser", Fault::Delay { ms: 60_000 }).nth(1)]);
    let slow = sdk.auth().get_current_user(GetCurrentUser {});
    let cut = tokio::time::timeout(Duration::from_millis(100), slow).await;
    assert!(cut.is_err(), "it was cancelled");
    server.faults([]);
    assert_eq!(sdk.auth().get_current_user(GetCurrentUser {}).await.expect("me").id.as_str(), "usr_6");
}

#[tokio::test]
async fn no_server_and_no_network_are_one_plain_error() {
    let server = server().await;
    let sdk = client(&server);
    log_in(&sdk, 6).await;
    server.stop().await;
    let error = sdk.auth().get_current_user(GetCurrentUser {}).await.expect_err("nobody is there");
    assert_eq!((error.kind(), error.trail().attempts), (ErrorKind::Network, 4));
    assert!(error.to_string().contains("was not reached"), "{error}");
}

#[tokio::test]
async fn a_live_stream_meets_faults_of_its_own_and_gives_each_message_once_in_order() {
    for (fault, numbers) in [
        (Fault::CutStream { events: 1 }, 1..=4),
        (Fault::CutStream { events: 0 }, 1..=4),
        (Fault::DuplicateEvents, 1..=4),
        // The second and the fourth overtake the others: what is missing is asked for again.
        (Fault::ReorderEvents, 1..=4),
    ] {
        let server = server().await;
        let (reader, creator) = (sign_in(&server, 6).await, sign_in(&server, 1).await);
        let chat =
            reader.chat().create_chat(CreateChat { user_id: "usr_1".into() }).await.expect("a chat").id;
        server.faults([FaultRule::new("chat.subscribeToMessages", fault.clone()).nth(1)]);
        let mut messages = reader.chat().subscribe_to_messages(chat.clone());
        let expected: Vec<_> = numbers.map(|number| format!("message {number}")).collect();
        let writing = async {
            // Not before the stream is there: what it begins with would be told by other means.
            while server.count("chat.subscribeToMessages") == 0 {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
            for number in 1..=4 {
                let content = format!("message {number}");
                let message = SendMessage { chat_id: chat.clone(), content, ..Default::default() };
                creator.chat().send_message(message).await.expect("a message");
            }
        };
        let reading = async {
            let mut seen = Vec::new();
            while seen.len() < expected.len() {
                let next = tokio::time::timeout(Duration::from_secs(60), messages.next()).await;
                let next = next.unwrap_or_else(|_| panic!("{fault:?}: only {seen:?} came"));
                seen.push(next.expect("the stream goes on").expect("a message").content);
            }
            seen
        };
        let ((), seen) = tokio::join!(writing, reading);
        assert_eq!(seen, expected, "{fault:?}");
        let more = tokio::time::timeout(Duration::from_millis(200), messages.next()).await;
        assert!(more.is_err(), "{fault:?}: {more:?}");
    }
}

//! Replies of companions over a network that breaks: nothing lost, nothing twice, one charge.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use avalo_mock_server::{Fault, FaultRule, MockServer};
use avalo_sdk::{
    AvaloSdk, Code, Error, ErrorKind,
    api::ai::{AiReply, GetAiMessages, SendAiMessage, StartChat, StreamMessage},
    api::auth::{Login, Logout},
    api::payments::{GetWallet, SendTip},
    model::{AiChatId, Tokens},
    realtime::{ReplyPart, ReplyStream},
};
use avalo_tests::{next, server, sign_in, within};
use futures_util::StreamExt;
use tokio::net::{TcpListener, TcpStream};

const STREAM: &str = "ai.streamMessage";

/// A user in a chat whose messages cost two tokens each.
async fn talker(server: &MockServer, user: u32) -> (AvaloSdk, AiChatId) {
    let sdk = sign_in(server, user).await;
    let chat = chat(&sdk).await;
    (sdk, chat)
}

async fn chat(sdk: &AvaloSdk) -> AiChatId {
    sdk.ai().start_chat(StartChat { companion_id: "cmp_iris".into() }).await.expect("a chat").id
}

fn question(chat: &AiChatId) -> StreamMessage {
    StreamMessage { chat_id: chat.clone(), content: "Which book should I read first?".into() }
}

async fn balance(sdk: &AvaloSdk) -> i64 {
    sdk.payments().get_wallet(GetWallet {}).await.expect("a wallet").balance.0
}

/// Everything that a reply gives out: the words, the last part, and the error if it ends with one.
async fn collect(mut parts: ReplyStream) -> (String, Option<AiReply>, Option<Error>) {
    let (mut words, mut whole) = (String::new(), None);
    let reading = async {
        while let Some(part) = parts.next().await {
            match part {
                Ok(ReplyPart::Delta(more)) => words += &more,
                Ok(ReplyPart::Message(reply)) => whole = Some(*reply),
                Err(error) => return Some(error),
            }
        }
        None
    };
    let error = within(reading).await;
    assert!(parts.next().await.is_none(), "it is over");
    (words, whole, error)
}

#[tokio::test]
async fn the_words_are_the_reply_and_the_last_part_is_the_message() {
    let server = server().await;
    let (sdk, chat) = talker(&server, 6).await;
    let (words, whole, error) = collect(sdk.ai().stream_message(question(&chat))).await;
    assert!(error.is_none(), "{error:?}");
    let whole = whole.expect("a last part");
    assert_eq!((&whole.reply.content, whole.charged), (&words, Tokens(2)));
    // In an equal world, asked for at once, it is the same message.
    let other = avalo_tests::server().await;
    let (twin, chat) = talker(&other, 6).await;
    let StreamMessage { content, .. } = question(&chat);
    let sent = twin.ai().send_message(SendAiMessage { chat_id: chat, content }).await.expect("a reply");
    assert_eq!(sent, whole);
}

#[tokio::test]
async fn a_reply_that_breaks_anywhere_is_whole_and_charged_once() {
    let server = server().await;
    let (sdk, chat) = talker(&server, 6).await;
    // Before the first piece, inside pieces, between them, inside the last event.
    for bytes in (0..600).step_by(23) {
        server.faults([FaultRule::new(STREAM, Fault::Truncate { bytes }).nth(1)]);
        server.clear_requests();
        let before = balance(&sdk).await;
        let (words, whole, error) = collect(sdk.ai().stream_message(question(&chat))).await;
        assert!(error.is_none(), "{bytes} bytes: {error:?}");
        assert_eq!(whole.expect("a last part").reply.content, words, "{bytes} bytes");
        assert_eq!(balance(&sdk).await, before - 2, "{bytes} bytes");
        let requests: Vec<_> =
            server.requests().into_iter().filter(|request| request.operation == STREAM).collect();
        assert_eq!(requests.len(), 2, "{bytes} bytes");
        assert!(requests[0].idempotency_key.is_some());
        assert_eq!(requests[0].idempotency_key, requests[1].idempotency_key);
    }
    // It breaks twice, and further each time.
    server.faults([
        FaultRule::new(STREAM, Fault::Truncate { bytes: 150 }).nth(1),
        FaultRule::new(STREAM, Fault::Truncate { bytes: 60 }).nth(2),
        FaultRule::new(STREAM, Fault::Truncate { bytes: 250 }).nth(3),
    ]);
    let (words, whole, error) = collect(sdk.ai().stream_message(question(&chat))).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(whole.expect("a last part").reply.content, words);
    assert!(server.invariants().await.expect("invariants").hold());
}

#[tokio::test]
async fn every_kind_of_fault_is_survived_or_named() {
    let server = server().await;
    let (sdk, chat) = talker(&server, 6).await;
    let redirect = Fault::Redirect { location: "https://evil.example/".into() };
    for (fault, ends, requests) in [
        (Fault::Status { status: 503 }, None, 2),
        (Fault::Status { status: 422 }, Some(ErrorKind::Invalid), 1),
        (Fault::ShouldRetry { status: 500, retry: false }, Some(ErrorKind::Server), 1),
        (Fault::EmptyError { status: 502 }, None, 2),
        (Fault::Delay { ms: 20 }, None, 1),
        (Fault::SlowAnswer { ms: 20 }, None, 1),
        (Fault::Dribble { ms: 1 }, None, 1),
        (Fault::DropBeforeCommit, None, 2),
        (Fault::DropAfterCommit, None, 2),
        (Fault::RateLimited { retry_after: 1 }, None, 2),
        (Fault::MalformedJson, None, 2),
        (Fault::WrongType, None, 2),
        (Fault::Html, Some(ErrorKind::Decode), 1),
        (redirect, Some(ErrorKind::Decode), 1),
        (Fault::Duplicate, None, 1),
    ] {
        server.faults([FaultRule::new(STREAM, fault.clone()).nth(1)]);
        server.clear_requests();
        let before = balance(&sdk).await;
        let (words, whole, error) = collect(sdk.ai().stream_message(question(&chat))).await;
        assert_eq!(error.as_ref().map(Error::kind), ends, "{fault:?}: {error:?}");
        assert_eq!(server.count(STREAM), requests, "{fault:?}");
        let charged = if ends.is_some() { 0 } else { 2 };
        assert_eq!(balance(&sdk).await, before - charged, "{fault:?}");
        assert_eq!(whole.is_some(), ends.is_none(), "{fault:?}");
        assert!(whole.is_none_or(|whole| whole.reply.content == words), "{fault:?}");
    }
}

#[tokio::test]
async fn a_reply_that_never_comes_whole_ends_with_the_reason() {
    let server = server().await;
    let (sdk, chat) = talker(&server, 6).await;
    server.faults([FaultRule::new(STREAM, Fault::Truncate { bytes: 200 })]);
    let (words, whole, error) = collect(sdk.ai().stream_message(question(&chat))).await;
    let error = error.expect("an error");
    assert_eq!((error.kind(), error.trail().attempts), (ErrorKind::Network, 4), "{error}");
    assert!(error.to_string().contains("answer was lost"), "{error}");
    assert!(!words.is_empty() && whole.is_none());
    assert_eq!(balance(&sdk).await, 998, "four attempts, one charge");
    // With a key of one's own it can be asked for once more, and costs no more.
    let key = server.requests().into_iter().filter_map(|request| request.idempotency_key).next_back();
    server.faults([]);
    let again = sdk.ai().stream_message(question(&chat)).idempotency_key(key.expect("a key"));
    let (all, whole, error) = collect(again).await;
    assert!(error.is_none() && all.starts_with(&words), "{error:?}");
    assert_eq!(whole.expect("a last part").reply.content, all);
    assert_eq!(balance(&sdk).await, 998);
}

#[tokio::test]
async fn a_refusal_is_an_error_with_its_code_and_nothing_is_sent_for_nonsense() {
    let server = server().await;
    let (sdk, chat) = talker(&server, 6).await;
    let rude = StreamMessage { content: "You stupid, pathetic loser".into(), ..question(&chat) };
    let (_, _, error) = collect(sdk.ai().stream_message(rude)).await;
    assert_eq!(error.expect("refused").code(), Some(Code::ContentBlocked));
    let rest = balance(&sdk).await - 1;
    let tip = SendTip { recipient_id: "usr_9".into(), amount: Tokens(rest), note: None, post_id: None };
    sdk.payments().send_tip(tip).await.expect("a tip");
    let (_, _, error) = collect(sdk.ai().stream_message(question(&chat))).await;
    assert_eq!(error.expect("refused").kind(), ErrorKind::Payment);
    server.clear_requests();
    let nowhere = StreamMessage { chat_id: "a/b".into(), ..question(&chat) };
    let (_, _, error) = collect(sdk.ai().stream_message(nowhere)).await;
    assert_eq!(error.expect("refused").kind(), ErrorKind::Invalid);
    let (_, _, error) = collect(sdk.ai().stream_message(question(&chat)).idempotency_key("é")).await;
    assert_eq!(error.expect("refused").kind(), ErrorKind::Invalid);
    drop(sdk.ai().stream_message(question(&chat)));
    assert_eq!(server.count(STREAM), 0, "nothing was sent");
    let untyped = sdk.call_json(STREAM, r#"{"chatId":"aic_1","content":"x"}"#).await.expect_err("a stream");
    assert_eq!(untyped.kind(), ErrorKind::Invalid);
}

#[tokio::test]
async fn a_token_that_has_expired_is_renewed_on_the_way() {
    let server = server().await;
    let (sdk, chat) = talker(&server, 6).await;
    server.advance(Duration::from_secs(3_700)).await.expect("an hour passes");
    let (words, whole, error) = collect(sdk.ai().stream_message(question(&chat))).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(whole.expect("a last part").reply.content, words);
}

#[tokio::test]
async fn time_is_limited_and_a_session_that_ends_ends_the_reply() {
    let server = server().await;
    let (sdk, chat) = talker(&server, 6).await;
    server.faults([FaultRule::new(STREAM, Fault::Dribble { ms: 200 })]);
    let short = sdk.ai().stream_message(question(&chat)).timeout(Duration::from_millis(600));
    let (_, _, error) = collect(short).await;
    assert_eq!(error.expect("too slow").kind(), ErrorKind::Timeout);

    let mut parts = sdk.ai().stream_message(question(&chat));
    parts.next().await.expect("a part").expect("words");
    sdk.auth().logout(Logout {}).await.expect("signed out");
    let ended = loop {
        match parts.next().await.expect("not over yet") {
            Ok(ReplyPart::Delta(_)) => {}
            other => break other,
        }
    };
    assert_eq!(ended.expect_err("nobody's any longer").kind(), ErrorKind::Unauthenticated);
    assert!(parts.next().await.is_none());
}

#[tokio::test]
async fn reads_after_a_reply_know_of_it() {
    let server = server().await;
    let (sdk, chat) = talker(&server, 6).await;
    collect(sdk.ai().stream_message(question(&chat))).await;
    let page = GetAiMessages { chat_id: chat, limit: None, cursor: None };
    assert_eq!(sdk.ai().get_messages(page).await.expect("a page").messages.len(), 3);
}

#[tokio::test]
async fn dropping_a_reply_closes_its_connection() {
    let server = server().await;
    let (address, open) = counting_proxy(&server).await;
    let sdk = AvaloSdk::builder(address).requests_per_minute(1_000).build().expect("a client");
    let login =
        Login { email: "user6@avalo.test".into(), password: "Password1".into(), ..Default::default() };
    sdk.auth().login(login).await.expect("signed in");
    let chat = chat(&sdk).await;
    server.faults([FaultRule::new(STREAM, Fault::Dribble { ms: 1_000 })]);
    let mut parts = sdk.ai().stream_message(question(&chat));
    // The first pieces are on their way, and the rest would take a minute.
    let first = next(&mut parts).await;
    assert!(matches!(first, Ok(ReplyPart::Delta(_))), "{first:?}");
    let before = open.load(Ordering::SeqCst);
    drop(parts);
    let closed = async {
        while open.load(Ordering::SeqCst) >= before {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    within(closed).await;
    assert_eq!(balance(&sdk).await, 998, "what was sent was sent");
}

/// A way to the server that counts the connections which the client holds open.
async fn counting_proxy(server: &MockServer) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let target = server.url().trim_start_matches("http://").to_owned();
    let open = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&open);
    tokio::spawn(async move {
        while let Ok((mut client, _)) = listener.accept().await {
            let (target, count) = (target.clone(), Arc::clone(&count));
            count.fetch_add(1, Ordering::SeqCst);
            tokio::spawn(async move {
                if let Ok(mut upstream) = TcpStream::connect(target).await {
                    let (mut from_client, mut to_client) = client.split();
                    let (mut from_server, mut to_server) = upstream.split();
                    // Whichever side ends first ends both.
                    tokio::select! {
                        _ = tokio::io::copy(&mut from_client, &mut to_server) => {}
                        _ = tokio::io::copy(&mut from_server, &mut to_client) => {}
                    }
                }
                count.fetch_sub(1, Ordering::SeqCst);
            });
        }
    });
    (address, open)
}

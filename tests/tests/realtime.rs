//! Live messages over a network that breaks: each arrives once, in order, or the reader is told.

use std::{collections::HashSet, time::Duration};

use avalo_mock_server::{Fault, FaultRule, MockServer, Record};
use avalo_sdk::{
    AvaloSdk, ErrorKind,
    api::chat::{CreateChat, GetMessages, Message, SendMessage},
    api::payments::SendTip,
    event::EventKind,
    model::{ChatId, Tokens},
};
use avalo_tests::{log_in, next, server, sign_in, within};
use futures_util::{StreamExt, future::join_all};

/// A creator, whose messages cost nothing, and a chat with her.
async fn pair(server: &MockServer) -> (AvaloSdk, AvaloSdk, ChatId) {
    let (reader, creator) = (sign_in(server, 6).await, sign_in(server, 1).await);
    let chat = reader.chat().create_chat(CreateChat { user_id: "usr_1".into() }).await.expect("a chat");
    (reader, creator, chat.id)
}

async fn say(sdk: &AvaloSdk, chat: &ChatId, content: String) {
    let message = SendMessage { chat_id: chat.clone(), content, ..Default::default() };
    sdk.chat().send_message(message).await.expect("sent");
}

/// Waits until so many streams are open.
async fn streams(server: &MockServer, count: usize) {
    within(async {
        while server.open_streams() != count {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    })
    .await;
}

/// Waits until streams were opened so many times.
async fn opened(server: &MockServer, count: usize) {
    let is_opening =
        |request: &Record| request.operation == "chat.subscribeToMessages" && request.status == 200;
    within(async {
        while server.requests().iter().filter(|request| is_opening(request)).count() < count {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    })
    .await;
}

#[tokio::test]
async fn messages_survive_a_hundred_cuts_in_order_and_once() {
    let server = server().await;
    let (reader, creator, chat) = pair(&server).await;
    let mut messages = reader.chat().subscribe_to_messages(chat.clone());
    let writing = async {
        streams(&server, 1).await;
        for number in 0..300 {
            if number % 3 == 0 {
                server.close_streams();
            }
            say(&creator, &chat, format!("message number {number} of the day")).await;
            if number % 10 == 0 {
                streams(&server, 1).await;
            }
        }
    };
    let reading = async {
        for number in 0..300 {
            let message = next(&mut messages).await.expect("a message");
            assert_eq!(message.content, format!("message number {number} of the day"));
        }
    };
    tokio::join!(writing, reading);
    drop(messages);
    streams(&server, 0).await;
}

#[tokio::test]
async fn what_is_missed_before_the_first_event_is_not_lost() {
    let server = server().await;
    let (reader, creator, chat) = pair(&server).await;
    let mut messages = reader.chat().subscribe_to_messages(chat.clone());
    let first = async {
        streams(&server, 1).await;
        // The connection ends before anything was said, and stays away for a while.
        server.faults([FaultRule::new("chat.subscribeToMessages", Fault::Status { status: 503 }).times(3)]);
        server.close_streams();
        say(&creator, &chat, "said while nobody listened".into()).await;
    };
    let (message, ()) = tokio::join!(next(&mut messages), first);
    assert_eq!(message.expect("a message").content, "said while nobody listened");
}

#[tokio::test]
async fn a_gap_that_cannot_be_filled_is_told_once() {
    let server = MockServer::builder().event_history(5).start().await.expect("a server");
    let (reader, creator, chat) = pair(&server).await;
    let (mut events, mut messages) = (reader.events(), reader.chat().subscribe_to_messages(chat.clone()));
    let writing = async {
        streams(&server, 2).await;
        say(&creator, &chat, "hello before the gap".into()).await;
        server.faults([FaultRule::new("chat.subscribeToMessages", Fault::Status { status: 503 })]);
        server.close_streams();
        for number in 0..20 {
            say(&creator, &chat, format!("line {number} that is lost to them")).await;
        }
        server.faults([]);
        // Both come back; the stream of messages hears of the gap and ends.
        opened(&server, 4).await;
        say(&creator, &chat, "hello after the gap".into()).await;
    };
    let reading = async {
        let mut kinds = Vec::new();
        loop {
            let event = next(&mut events).await.expect("an event");
            kinds.push(event.kind);
            if event.message.is_some_and(|message| message.content == "hello after the gap") {
                break kinds;
            }
        }
    };
    let telling = async {
        assert_eq!(next(&mut messages).await.expect("a message").content, "hello before the gap");
        next(&mut messages).await.expect_err("the gap")
    };
    let ((), kinds, error) = tokio::join!(writing, reading, telling);
    assert_eq!(kinds.iter().filter(|kind| **kind == EventKind::Resync).count(), 1, "{kinds:?}");
    assert_eq!(kinds.iter().filter(|kind| **kind == EventKind::ChatMessage).count(), 2, "{kinds:?}");
    assert_eq!(error.kind(), ErrorKind::Conflict);
    assert!(within(messages.next()).await.is_none(), "it has ended");
}

#[tokio::test]
async fn a_server_that_lost_its_history_says_so_once() {
    let server = server().await;
    let (reader, creator, chat) = pair(&server).await;
    let mut events = reader.events();
    let writing = async {
        streams(&server, 1).await;
        say(&creator, &chat, "hello old world".into()).await;
        server.forget_events().await.expect("forgotten");
        server.close_streams();
        streams(&server, 1).await;
        say(&creator, &chat, "hello new world".into()).await;
    };
    let reading = async {
        let mut kinds = Vec::new();
        loop {
            let event = next(&mut events).await.expect("an event");
            kinds.push(event.kind);
            if event.message.is_some_and(|message| message.content == "hello new world") {
                break kinds;
            }
        }
    };
    let ((), mut kinds) = tokio::join!(writing, reading);
    // The first message that waits to be read is in the inbox too.
    kinds.retain(|kind| *kind != EventKind::Notification);
    assert_eq!(kinds, [EventKind::ChatMessage, EventKind::Resync, EventKind::ChatMessage]);
}

/// Ten thousand sends of five thousand messages, a quarter of the answers lost.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_that_is_sent_again_is_one_message() {
    const WRITERS: usize = 50;
    const EACH: usize = 100;
    let server = server().await;
    let (reader, creator, chat) = pair(&server).await;
    server.faults([FaultRule::new("chat.sendMessage", Fault::DropAfterCommit).rate(0.25, 1)]);
    let writers = (0..WRITERS).map(|writer| {
        let (creator, chat) = (creator.clone(), chat.clone());
        tokio::spawn(async move {
            for number in 0..EACH {
                let message = SendMessage {
                    chat_id: chat.clone(),
                    content: format!("message number {number} of writer {writer}"),
                    client_id: Some(format!("{writer}-{number}")),
                    ..Default::default()
                };
                let once = send_until_heard(&creator, &message).await;
                let again = send_until_heard(&creator, &message).await;
                assert_eq!(once.id, again.id, "sent again, as after a restart");
            }
        })
    });
    for writer in join_all(writers).await {
        writer.expect("a writer");
    }
    server.faults([]);
    assert!(server.requests().iter().any(|request| request.replayed), "no answer was lost");
    let (mut seen, mut cursor) = (HashSet::new(), None);
    loop {
        let page = GetMessages { chat_id: chat.clone(), limit: Some(100), cursor };
        let page = reader.chat().get_messages(page).await.expect("messages");
        for message in page.messages {
            assert!(seen.insert(message.content.clone()), "twice: {}", message.content);
        }
        cursor = page.next_cursor;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(seen.len(), WRITERS * EACH);
}

/// Four lost answers in a row are for the app to ask again.
async fn send_until_heard(sdk: &AvaloSdk, message: &SendMessage) -> Message {
    loop {
        match sdk.chat().send_message(message.clone()).await {
            Ok(message) => return message,
            Err(error) => assert_eq!(error.kind(), ErrorKind::Network, "{error}"),
        }
    }
}

#[tokio::test]
async fn a_stream_ends_with_its_session() {
    let server = server().await;
    let (reader, _, _) = pair(&server).await;
    let mut events = reader.events();
    let ending = async {
        streams(&server, 1).await;
        reader.auth().logout(avalo_sdk::api::auth::Logout {}).await.expect("signed out");
    };
    let reading = async {
        loop {
            if let Err(error) = next(&mut events).await {
                break error;
            }
        }
    };
    let ((), error) = tokio::join!(ending, reading);
    assert_eq!(error.kind(), ErrorKind::Unauthenticated);
    assert!(within(events.next()).await.is_none());
}

#[tokio::test]
async fn a_stream_never_goes_over_to_the_next_user() {
    let server = server().await;
    let (reader, creator, chat) = pair(&server).await;
    let (mut events, mut messages) = (reader.events(), reader.chat().subscribe_to_messages(chat.clone()));
    let writing = async {
        streams(&server, 2).await;
        say(&creator, &chat, "for the first user".into()).await;
    };
    let (first, message, ()) = tokio::join!(next(&mut events), next(&mut messages), writing);
    assert!(first.is_ok() && message.is_ok());
    // Another user signs in on the same client, and much happens to both.
    log_in(&reader, 7).await;
    let tip = SendTip { recipient_id: "usr_7".into(), amount: Tokens(5), note: None, post_id: None };
    for _ in 0..3 {
        creator.payments().send_tip(tip.clone()).await.expect("a tip");
        say(&creator, &chat, "nobody may see this here".into()).await;
    }
    for error in [next(&mut events).await.map(drop), next(&mut messages).await.map(drop)] {
        assert_eq!(error.expect_err("it is over").kind(), ErrorKind::Unauthenticated);
    }
    assert!(within(events.next()).await.is_none() && within(messages.next()).await.is_none());
    within(streams_at_most(&server, 0)).await;
}

async fn streams_at_most(server: &MockServer, count: usize) {
    while server.open_streams() > count {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

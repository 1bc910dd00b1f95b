//! Live events over a network that cuts, repeats, reorders and loses: each arrives once, in order.

mod support;

use std::{
    collections::HashSet,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
};

use avalo_sdk::{
    AvaloSdk, Error,
    api::chat::Message,
    platform::Bytes,
    transport::{Body, Response},
};
use futures_util::{StreamExt, stream};
use support::{Log, Reply, Seen, client, session, sign_in};

/// How many messages are sent, and after how many of them a connection breaks on average.
const MESSAGES: u64 = 100_000;
const PER_CONNECTION: u64 = 100;

/// Numbers that look random and are the same in every run.
struct Chance(AtomicU64);

impl Chance {
    /// One of `0..bound`.
    fn below(&self, bound: u64) -> u64 {
        let step = |state: u64| {
            Some(state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407))
        };
        let state = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, step).unwrap_or_default();
        (state >> 33) % bound
    }
}

fn frame(number: u64) -> String {
    format!(
        "id: e-{number}\ndata: {{\"kind\":\"chat_message\",\"at\":\"2026-01-01T00:00:00Z\",\"message\":{{\"id\":\"msg_{number}\",\
         \"chatId\":\"cht_1\",\"senderId\":\"usr_1\",\"kind\":\"text\",\"content\":\"{number}\",\"deleted\":false,\"price\":0,\"read\":false,\
         \"createdAt\":\"2026-01-01T00:00:00Z\"}}}}\n\n"
    )
}

/// A network that does to each event what it does to it once only: what was lost comes the next time.
struct Network {
    chance: Chance,
    lost: Mutex<HashSet<u64>>,
}

impl Network {
    /// What one connection carries after event number `last`: some events, of which one in twenty
    /// comes twice, late or not at all, and a cut that may fall into the middle of one.
    fn connection(&self, last: u64) -> String {
        let count = 1 + self.chance.below(2 * PER_CONNECTION);
        let mut text = String::new();
        let mut late = None;
        for number in last + 1..=MESSAGES.min(last + count) {
            match self.chance.below(60) {
                0 => text += &frame(number).repeat(2),
                1 if late.is_none() => late = Some(frame(number)),
                2 if self.lost.lock().expect("the lost").insert(number) => {}
                _ => {
                    text += &frame(number);
                    text += &late.take().unwrap_or_default();
                }
            }
        }
        let cut = self.chance.below(80) as usize;
        text.truncate(text.len().saturating_sub(cut));
        text
    }
}

/// A stream that carries a text in pieces and ends.
fn events(text: &str) -> Reply {
    let pieces: Vec<_> =
        text.as_bytes().chunks(1_000).map(|piece| Ok(Bytes::copy_from_slice(piece))).collect();
    let response = Response::new(200, &[("content-type", "text/event-stream")], Bytes::new());
    Ok(Response { body: Body::Stream(Box::pin(stream::iter(pieces))), ..response })
}

fn disturbed(seed: u64) -> (AvaloSdk, Log) {
    let network = Arc::new(Network { chance: Chance(AtomicU64::new(seed)), lost: Mutex::default() });
    client(move |seen: Seen| {
        let network = Arc::clone(&network);
        async move {
            if seen.line.contains("/v1/auth/login") {
                return session(1, 1_000_000);
            }
            let place = seen.header("last-event-id").and_then(|id| id.strip_prefix("e-"));
            let text = match place {
                None => "id: e-0\n\n".to_owned(),
                Some(number) => network.connection(number.parse().expect("a number")),
            };
            events(&text)
        }
    })
}

/// Reads messages until one of them is the last.
async fn read(sdk: &AvaloSdk, last: u64) -> Result<Vec<String>, Error> {
    let mut messages = sdk.chat().subscribe_to_messages("cht_1".into());
    let mut heard = Vec::new();
    while let Some(message) = messages.next().await {
        let Message { content, .. } = message?;
        let done = content == last.to_string();
        heard.push(content);
        if done {
            break;
        }
    }
    Ok(heard)
}

#[tokio::test(start_paused = true)]
async fn a_hundred_thousand_messages_over_a_thousand_cuts_arrive_once_and_in_order() {
    let (sdk, log) = disturbed(7);
    sign_in(&sdk).await;
    let heard = read(&sdk, MESSAGES).await.expect("the stream goes on");
    let cuts = log.count("/v1/events") - 1;
    println!("{} messages, {cuts} connections cut", heard.len());
    assert!(cuts >= 1_000, "{cuts} cuts");
    let expected = (1..=MESSAGES).map(|number| number.to_string());
    assert!(heard.into_iter().eq(expected), "a message is missing, twice or out of its place");
}

/// A history may have holes, say after a restored backup. It is asked for, and then believed.
#[tokio::test(start_paused = true)]
async fn a_hole_in_the_history_is_asked_for_three_times_and_then_believed() {
    let (sdk, log) = client(|seen: Seen| async move {
        if seen.line.contains("/v1/auth/login") {
            return session(1, 1_000_000);
        }
        let text = match seen.header("last-event-id") {
            None => "id: e-0\n\n".to_owned(),
            Some("e-0") => frame(1) + &frame(5),
            Some("e-1") => frame(5) + &frame(6),
            Some(other) => panic!("nothing comes after {other}"),
        };
        events(&text)
    });
    sign_in(&sdk).await;
    assert_eq!(read(&sdk, 6).await.expect("the stream goes on"), ["1", "5", "6"]);
    assert_eq!(log.count("/v1/events"), 5);
}

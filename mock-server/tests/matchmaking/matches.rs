//! What two likes make.

use avalo_sdk::{
    Code,
    api::{
        chat::{ChatState, CreateChat, Deposit, GetChat, SendMessage},
        matchmaking::{GetMatches, MatchReason, Unmatch},
        profiles::UpdateSettings,
    },
    model::Tokens,
};

use crate::{
    listener::Listener,
    stage::{Stage, code},
};

#[tokio::test]
async fn who_like_each_other_are_a_match_with_an_open_chat() {
    let stage = Stage::start().await;
    let (one, other) = (stage.person(6).await, stage.person(1).await);
    assert!(!stage.like(&one, &other).await.matched);
    let receipt = stage.like(&other, &one).await;
    assert_eq!((receipt.matched, receipt.free_messages_remaining), (true, Some(4)));
    let (id, chat_id) = (receipt.match_id.expect("a match"), receipt.chat_id.expect("a chat"));
    for (who, whom) in [(&one, &other), (&other, &one)] {
        let matches = stage.matches(who).await;
        assert_eq!(matches.len(), 1);
        let matched = &matches[0];
        assert_eq!((&matched.id, &matched.chat_id, &matched.user.id), (&id, &chat_id, &whom.id));
        assert_eq!(matched.free_messages_remaining, 4);
        assert!(matched.reasons.contains(&MatchReason::AgeFit), "{matched:?}");
    }
    let chat = stage.call(&one, GetChat { chat_id }).await.expect("the chat");
    assert_eq!((chat.state, &chat.payer_id), (ChatState::Free, &one.id), "who liked first pays");
    assert_eq!((chat.earner_id, chat.free_messages_left), (Some(other.id.clone()), 4));
    assert!(stage.likers(&one).await.is_empty() && stage.likers(&other).await.is_empty());
    assert!(!stage.names(&one).await.contains(&other.id.0), "they have met");
}

#[tokio::test]
async fn two_at_the_same_moment_make_one_match() {
    for seed in 0..8 {
        let stage = Stage::with(avalo_mock_server::MockServer::builder().seed(seed)).await;
        let (one, other) = (stage.person(1).await, stage.person(2).await);
        let (first, second) = tokio::join!(stage.like(&one, &other), stage.like(&other, &one));
        assert_ne!(first.matched, second.matched, "one of the two came second");
        let (mine, theirs) = (stage.matches(&one).await, stage.matches(&other).await);
        assert_eq!((mine.len(), theirs.len()), (1, 1));
        assert_eq!((&mine[0].id, &mine[0].chat_id), (&theirs[0].id, &theirs[0].chat_id));
    }
}

#[tokio::test]
async fn one_likes_twice_at_the_same_moment_and_it_counts_once() {
    let stage = Stage::start().await;
    let (one, other) = (stage.person(1).await, stage.person(2).await);
    let (first, second) = tokio::join!(stage.try_like(&one, &other), stage.try_like(&one, &other));
    assert_ne!(first.is_ok(), second.is_ok());
    assert_eq!(code(if first.is_ok() { second } else { first }), Code::AlreadyExists);
    assert_eq!(stage.likers(&other).await, ["usr_1"]);
}

#[tokio::test]
async fn both_are_told() {
    let stage = Stage::start().await;
    let (one, other) = (stage.person(1).await, stage.person(2).await);
    let mut mine = Listener::of(&stage, &one).await;
    let mut theirs = Listener::of(&stage, &other).await;
    stage.like(&one, &other).await;
    theirs.until("like_received").await;
    theirs.until("A like").await;
    assert!(theirs.heard.contains(r#""userId":"usr_1""#), "{}", theirs.heard);
    let receipt = stage.like(&other, &one).await;
    for listener in [&mut mine, &mut theirs] {
        listener.until("match_created").await;
        listener.until("A match").await;
        for id in [
            receipt.match_id.as_ref().expect("a match").as_str(),
            receipt.chat_id.as_ref().expect("it").as_str(),
        ] {
            assert!(listener.heard.contains(id), "{}", listener.heard);
        }
    }
    assert!(!mine.heard.contains("like_received"), "a match is more than a like: {}", mine.heard);
}

#[tokio::test]
async fn a_chat_that_is_there_goes_on() {
    let stage = Stage::start().await;
    let (fan, creator) = (stage.person(6).await, stage.person(2).await);
    let chat = stage.call(&fan, CreateChat { user_id: creator.id.clone() }).await.expect("a chat");
    let message = SendMessage { chat_id: chat.id.clone(), content: "good day".into(), ..Default::default() };
    stage.call(&fan, message).await.expect("a message");
    // The creator likes first, and is still not the payer.
    let (_, chat_id) = stage.matched(&creator, &fan).await;
    assert_eq!(chat_id, chat.id);
    let chat = stage.call(&fan, GetChat { chat_id }).await.expect("the chat");
    assert_eq!((chat.payer_id, chat.free_messages_left), (fan.id.clone(), 3));
    assert_eq!(stage.matches(&fan).await[0].free_messages_remaining, 3);
}

#[tokio::test]
async fn a_match_opens_what_is_closed_to_strangers() {
    let stage = Stage::start().await;
    let (one, other) = (stage.person(6).await, stage.person(1).await);
    let alone = UpdateSettings { allow_messages: Some(false), ..Default::default() };
    stage.settle(&other, alone).await;
    let closed = stage.call(&one, CreateChat { user_id: other.id.clone() }).await;
    assert_eq!(code(closed), Code::MessagesDisabled);
    let (_, chat_id) = stage.matched(&one, &other).await;
    assert_eq!(stage.call(&one, GetChat { chat_id }).await.expect("a chat").state, ChatState::Free);
}

#[tokio::test]
async fn unmatching_closes_the_chat_and_gives_the_escrow_back() {
    let stage = Stage::start().await;
    let (one, other) = (stage.person(6).await, stage.person(1).await);
    let (match_id, chat_id) = stage.matched(&one, &other).await;
    for number in 1..=4 {
        let content = format!("free message {number}");
        let message = SendMessage { chat_id: chat_id.clone(), content, ..Default::default() };
        stage.call(&one, message).await.expect("a message");
    }
    stage.call(&one, Deposit { chat_id: chat_id.clone() }).await.expect("a deposit");
    let stranger = stage.person(2).await;
    let unmatch = Unmatch { match_id };
    assert_eq!(code(stage.call(&stranger, unmatch.clone()).await), Code::NotFound);
    let mut listener = Listener::of(&stage, &one).await;
    let receipt = stage.call(&other, unmatch.clone()).await.expect("unmatched");
    assert_eq!((receipt.refunded, stage.balance(&one).await), (Tokens(65), 965));
    listener.until(r#""state":"closed""#).await;
    assert_eq!(stage.call(&one, GetChat { chat_id }).await.expect("the chat").state, ChatState::Closed);
    for who in [&one, &other] {
        assert!(stage.matches(who).await.is_empty());
        assert_eq!(stage.call(who, unmatch.clone()).await.expect("over").refunded, Tokens::ZERO);
        assert!(stage.likers(who).await.is_empty());
    }
    for (who, whom) in [(&one, &other), (&other, &one)] {
        assert!(!stage.names(who).await.contains(&whom.id.0), "not suggested again");
        assert_eq!(code(stage.try_like(who, whom).await), Code::FailedPrecondition);
    }
    stage.check_ledger().await;
}

#[tokio::test]
async fn matches_are_listed_by_their_latest_activity() {
    let stage = Stage::start().await;
    let one = stage.person(6).await;
    let mut chats = Vec::new();
    for number in 1..=5 {
        chats.push(stage.matched(&one, &stage.person(number).await).await.1);
    }
    let message = SendMessage { chat_id: chats[1].clone(), content: "good day".into(), ..Default::default() };
    stage.call(&one, message).await.expect("a message");
    let (mut seen, mut cursor) = (Vec::new(), None);
    loop {
        let page = GetMatches { limit: Some(2), cursor };
        let page = stage.call(&one, page).await.expect("a page");
        seen.extend(page.matches.into_iter().map(|matched| matched.user.id.0));
        cursor = page.next_cursor;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(seen, ["usr_2", "usr_5", "usr_4", "usr_3", "usr_1"]);
    stage.block(&stage.person(5).await, &one).await;
    stage.delete(&stage.person(4).await).await;
    let left: Vec<_> = stage.matches(&one).await.into_iter().map(|of| of.user.id.0).collect();
    assert_eq!(left, ["usr_2", "usr_3", "usr_1"]);
}

#[tokio::test]
async fn nothing_is_left_of_who_is_gone_for_good() {
    let stage = Stage::start().await;
    let (one, gone, liked) = (stage.person(1).await, stage.person(2).await, stage.person(3).await);
    let (match_id, _) = stage.matched(&one, &gone).await;
    stage.like(&gone, &liked).await;
    stage.delete(&gone).await;
    stage.advance(31 * 24 * 3_600).await;
    let (one, liked) = (stage.person(1).await, stage.person(3).await);
    assert!(stage.matches(&one).await.is_empty() && stage.likers(&liked).await.is_empty());
    assert_eq!(code(stage.call(&one, Unmatch { match_id }).await), Code::NotFound);
}

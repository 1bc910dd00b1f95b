//! Free messages, deposits, prices, refunds.

use avalo_sdk::{
    Code,
    api::{
        chat::{ChatState, CloseChat, Deposit, MessageKind, QuoteMessage, RefundByEarner, SendMessage},
        feed::UploadKind,
    },
    model::Tokens,
};

use crate::{
    stage::{Stage, code},
    talk::{text, words},
};

#[tokio::test]
async fn four_messages_of_the_payer_are_free_and_all_of_the_other_side() {
    let stage = Stage::start().await;
    let (payer, creator, chat_id) = stage.pair().await;
    for number in 0..6 {
        let sent = stage.say(&creator, &chat_id, &words(100, number)).await.expect("a message");
        assert_eq!(sent.price, Tokens(0));
    }
    for left in (0..4).rev() {
        let sent = stage.say(&payer, &chat_id, &words(100, left)).await.expect("a free message");
        assert_eq!(sent.price, Tokens(0));
        assert_eq!(stage.chat(&payer, &chat_id).await.free_messages_left as usize, left);
    }
    assert_eq!(stage.chat(&payer, &chat_id).await.state, ChatState::AwaitingDeposit);
    assert_eq!(code(stage.say(&payer, &chat_id, "one more word").await), Code::DepositRequired);
    stage.say(&creator, &chat_id, "I still may write").await.expect("a message");
    // What has no words that count needs no deposit.
    let address = stage.say(&payer, &chat_id, "https://avalo.app/me").await.expect("a message");
    assert_eq!(address.price, Tokens(0));
}

#[tokio::test]
async fn a_deposit_is_35_for_the_platform_and_65_in_escrow() {
    let stage = Stage::start().await;
    let (payer, creator, chat_id) = stage.talked().await;
    let (payer_before, creator_before) = (stage.balance(&payer).await, stage.balance(&creator).await);
    let receipt = stage.call(&payer, Deposit { chat_id: chat_id.clone() }).await.expect("a deposit");
    assert_eq!((receipt.paid, receipt.fee, receipt.escrowed), (Tokens(100), Tokens(35), Tokens(65)));
    assert_eq!((receipt.chat.state, receipt.chat.escrow), (ChatState::Paid, Tokens(65)));
    assert_eq!(stage.balance(&payer).await, payer_before - 100);

    let quote = QuoteMessage { chat_id: chat_id.clone(), content: words(12, 1), ..Default::default() };
    let quote = stage.call(&payer, quote).await.expect("a quote");
    assert_eq!((quote.words, quote.price, quote.needs_deposit), (12, Tokens(2), false));
    let sent = stage.say(&payer, &chat_id, &words(12, 1)).await.expect("a message");
    assert_eq!(sent.price, Tokens(2));
    assert_eq!(stage.balance(&creator).await, creator_before + 2);
    assert_eq!(stage.chat(&creator, &chat_id).await.escrow, Tokens(63));
    let answer = stage.say(&creator, &chat_id, &words(50, 2)).await.expect("a message");
    assert_eq!(answer.price, Tokens(0));
    assert_eq!(stage.chat(&payer, &chat_id).await.escrow, Tokens(63));
    assert!(stage.server.invariants().await.expect("invariants").hold());
}

#[tokio::test]
async fn deposits_before_they_are_needed_by_others_and_without_tokens_are_refused() {
    let stage = Stage::start().await;
    let (payer, creator, chat_id) = stage.pair().await;
    let deposit = Deposit { chat_id: chat_id.clone() };
    assert_eq!(code(stage.call(&payer, deposit.clone()).await), Code::FailedPrecondition);
    for number in 0..4 {
        stage.say(&payer, &chat_id, &words(3, number)).await.expect("a free message");
    }
    assert_eq!(code(stage.call(&creator, deposit.clone()).await), Code::PermissionDenied);
    let affordable = stage.balance(&payer).await / 100;
    for _ in 0..affordable {
        stage.call(&payer, deposit.clone()).await.expect("a deposit");
    }
    let before = stage.balance(&payer).await;
    assert_eq!(code(stage.call(&payer, deposit.clone()).await), Code::InsufficientBalance);
    assert_eq!(stage.balance(&payer).await, before);
    assert_eq!(stage.chat(&payer, &chat_id).await.escrow, Tokens(affordable * 65));
    stage.call(&payer, CloseChat { chat_id }).await.expect("closed");
    assert_eq!(code(stage.call(&payer, deposit).await), Code::ChatClosed);
}

#[tokio::test]
async fn a_message_dearer_than_the_escrow_needs_another_deposit() {
    let stage = Stage::start().await;
    let (payer, _, chat_id) = stage.paid().await;
    let video = SendMessage {
        kind: Some(MessageKind::Video),
        media_url: Some(stage.file(&payer, UploadKind::ChatVideo, "video/mp4").await),
        duration_seconds: Some(34 * 30),
        ..text(&chat_id, "")
    };
    let quote = QuoteMessage {
        chat_id: chat_id.clone(),
        kind: Some(MessageKind::Video),
        duration_seconds: Some(34 * 30),
        ..Default::default()
    };
    let quote = stage.call(&payer, quote).await.expect("a quote");
    assert_eq!((quote.price, quote.needs_deposit), (Tokens(68), true));
    assert_eq!(code(stage.call(&payer, video.clone()).await), Code::DepositRequired);
    assert_eq!(stage.chat(&payer, &chat_id).await.escrow, Tokens(65));
    stage.call(&payer, Deposit { chat_id: chat_id.clone() }).await.expect("a deposit");
    assert_eq!(stage.call(&payer, video).await.expect("a message").price, Tokens(68));
    assert_eq!(stage.chat(&payer, &chat_id).await.escrow, Tokens(62));
}

#[tokio::test]
async fn a_message_costs_no_more_than_its_sender_allows() {
    let stage = Stage::start().await;
    let (payer, _, chat_id) = stage.paid().await;
    let request = |most| SendMessage { max_price: Some(Tokens(most)), ..text(&chat_id, &words(12, 0)) };
    assert_eq!(code(stage.call(&payer, request(1)).await), Code::AboveMaximum);
    assert_eq!(stage.call(&payer, request(2)).await.expect("a message").price, Tokens(2));
}

#[tokio::test]
async fn quotes_say_what_is_free() {
    let stage = Stage::start().await;
    let (payer, creator, chat_id) = stage.pair().await;
    let quote = QuoteMessage {
        chat_id: chat_id.clone(),
        content: "three words https://a.b".into(),
        ..Default::default()
    };
    let mine = stage.call(&payer, quote.clone()).await.expect("a quote");
    assert_eq!(
        (mine.words, mine.price, mine.uses_free_message, mine.needs_deposit),
        (2, Tokens(0), true, false)
    );
    let theirs = stage.call(&creator, quote.clone()).await.expect("a quote");
    assert_eq!((theirs.price, theirs.uses_free_message, theirs.needs_deposit), (Tokens(0), false, false));
    let empty = QuoteMessage { content: String::new(), ..quote };
    assert_eq!(code(stage.call(&payer, empty).await), Code::ValidationFailed);
}

#[tokio::test]
async fn closing_returns_the_escrow_and_never_the_fee() {
    for closer in [0, 1] {
        let stage = Stage::start().await;
        let (payer, creator, chat_id) = stage.talked().await;
        let before = stage.balance(&payer).await;
        stage.call(&payer, Deposit { chat_id: chat_id.clone() }).await.expect("a deposit");
        stage.say(&payer, &chat_id, &words(30, 0)).await.expect("a message");
        let who = [&payer, &creator][closer];
        let closed = stage.call(who, CloseChat { chat_id: chat_id.clone() }).await.expect("closed");
        assert_eq!((closed.refunded, closed.chat.escrow), (Tokens(62), Tokens(0)));
        assert_eq!(stage.balance(&payer).await, before - 35 - 3);
        let again = stage.call(who, CloseChat { chat_id }).await.expect("closed already");
        assert_eq!(again.refunded, Tokens(0));
        assert!(stage.server.invariants().await.expect("invariants").hold());
    }
}

#[tokio::test]
async fn the_earner_may_give_the_escrow_back_and_nobody_else() {
    let stage = Stage::start().await;
    let (payer, creator, chat_id) = stage.paid().await;
    stage.say(&payer, &chat_id, &words(11, 0)).await.expect("a message");
    let before = stage.balance(&payer).await;
    let refund = RefundByEarner { chat_id: chat_id.clone() };
    assert_eq!(code(stage.call(&payer, refund.clone()).await), Code::PermissionDenied);
    let given = stage.call(&creator, refund.clone()).await.expect("a refund");
    assert_eq!((given.refunded, given.chat.state), (Tokens(64), ChatState::AwaitingDeposit));
    assert_eq!(stage.balance(&payer).await, before + 64);
    assert_eq!(stage.call(&creator, refund).await.expect("nothing left").refunded, Tokens(0));

    let fan = stage.person(7).await;
    let chat = stage.open(&payer, &fan).await;
    let refund = RefundByEarner { chat_id: chat.id };
    assert_eq!(code(stage.call(&fan, refund).await), Code::PermissionDenied);
}

#[tokio::test]
async fn consumed_escrow_is_the_platforms_where_nobody_earns() {
    let stage = Stage::start().await;
    let (payer, other) = (stage.person(6).await, stage.person(7).await);
    let chat_id = stage.open(&payer, &other).await.id;
    let before = stage.balance(&other).await;
    for number in 0..4 {
        stage.say(&payer, &chat_id, &words(3, number)).await.expect("a free message");
    }
    stage.call(&payer, Deposit { chat_id: chat_id.clone() }).await.expect("a deposit");
    assert_eq!(stage.say(&payer, &chat_id, &words(11, 9)).await.expect("a message").price, Tokens(1));
    assert_eq!(stage.balance(&other).await, before);
    assert!(stage.server.invariants().await.expect("invariants").hold());
}

#[tokio::test]
async fn after_48_hours_of_silence_the_escrow_returns_and_the_chat_is_closed() {
    const HOUR: u64 = 3_600;
    let stage = Stage::start().await;
    let (payer, creator, chat_id) = stage.paid().await;
    let before = stage.balance(&payer).await;
    stage.advance(47 * HOUR).await;
    stage.server.clear_requests();
    // Access tokens live for an hour: sign in anew.
    let (payer, creator) = (stage.person(6).await, (creator, stage.person(1).await).1);
    stage.say(&creator, &chat_id, "still listening").await.expect("a message");
    stage.advance(47 * HOUR).await;
    let (payer, creator) = ((payer, stage.person(6).await).1, (creator, stage.person(1).await).1);
    assert_eq!(stage.chat(&payer, &chat_id).await.state, ChatState::Paid);
    stage.advance(HOUR).await;
    let payer = (payer, stage.person(6).await).1;
    let chat = stage.chat(&payer, &chat_id).await;
    assert_eq!((chat.state, chat.escrow), (ChatState::Closed, Tokens(0)));
    assert_eq!(stage.balance(&payer).await, before + 65);
    assert_eq!(code(stage.say(&payer, &chat_id, "am I too late?").await), Code::ChatClosed);
    drop(creator);
    assert!(stage.server.invariants().await.expect("invariants").hold());
}

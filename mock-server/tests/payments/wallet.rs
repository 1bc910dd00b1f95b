//! The wallet's history and what was earned.

use avalo_sdk::{
    Code,
    api::{
        chat::{CreateChat, Deposit, RefundByEarner, SendMessage},
        feed::{CreatePost, PostKind, UnlockPost},
        payments::{
            EarningsSource, GetEarningsSummary, GetTransactions, Period, SendGift, Transaction,
            TransactionKind,
        },
    },
    model::{Cursor, Tokens},
};

use crate::purse::{DAY, HOUR, tip};
use crate::stage::{Person, Stage, blamed, code};

/// The whole history, page by page.
async fn history(stage: &Stage, who: &Person, limit: u32) -> Vec<Vec<Transaction>> {
    let (mut pages, mut cursor) = (Vec::new(), None);
    loop {
        let request = GetTransactions { limit: Some(limit), cursor };
        let page = stage.call(who, request).await.expect("a page");
        pages.push(page.transactions);
        cursor = page.next_cursor;
        if cursor.is_none() {
            return pages;
        }
    }
}

#[tokio::test]
async fn pages_follow_each_other_without_gap_or_repetition() {
    let stage = Stage::start().await;
    let (fan, creator) = stage.pair().await;
    for amount in 5..50 {
        stage.call(&fan, tip(&creator.id, if amount % 2 == 0 { amount } else { 5 })).await.expect("a tip");
    }
    let all = history(&stage, &fan, 100).await.concat();
    assert_eq!(all.len(), 46, "the tokens the world began with, and the tips");
    for (limit, sizes) in [(20, vec![20, 20, 6]), (23, vec![23, 23]), (1, vec![1; 46])] {
        let pages = history(&stage, &fan, limit).await;
        assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), sizes);
        assert_eq!(pages.concat(), all);
    }
    let standard = stage.call(&fan, GetTransactions::default()).await.expect("a page");
    assert_eq!(standard.transactions, all[..20]);
    // Tokens that move while somebody reads do not shift the pages.
    stage.call(&fan, tip(&creator.id, 5)).await.expect("a tip");
    let next = GetTransactions { limit: None, cursor: standard.next_cursor };
    assert_eq!(stage.call(&fan, next).await.expect("a page").transactions, all[20..40]);
    stage.check_ledger().await;
}

#[tokio::test]
async fn each_movement_says_what_the_balance_was_after_it() {
    let stage = Stage::start().await;
    let (fan, creator) = stage.pair().await;
    for amount in [5, 50, 500] {
        stage.call(&fan, tip(&creator.id, amount)).await.expect("a tip");
        stage.call(&creator, tip(&fan.id, 7)).await.expect("a tip");
    }
    for person in [&fan, &creator] {
        let mut balance = 0;
        for movement in history(&stage, person, 100).await.concat().iter().rev() {
            let amount = movement.amount.0;
            balance += if movement.incoming { amount } else { -amount };
            assert_eq!(movement.balance_after, Tokens(balance));
        }
        assert_eq!(stage.balance(person).await, balance);
    }
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_cursor_is_good_for_its_own_list_only() {
    let stage = Stage::start().await;
    let fan = stage.person(6).await;
    let chats = stage.api.get(&fan.token, "/v1/chats?limit=1").await.json();
    let elsewhere = chats["nextCursor"].as_str().expect("another page").to_owned();
    for cursor in [elsewhere.as_str(), "", "abc", "dHJhbnNhY3Rpb25z", "!!", "%F0%9F%91%9B"] {
        let request = GetTransactions { limit: None, cursor: Some(Cursor(cursor.into())) };
        assert_eq!(code(stage.call(&fan, request).await), Code::InvalidCursor, "{cursor}");
    }
    for limit in [0, 101, u32::MAX] {
        let request = GetTransactions { limit: Some(limit), cursor: None };
        assert_eq!(blamed(stage.call(&fan, request).await), "limit");
    }
}

#[tokio::test]
async fn everything_that_moves_tokens_is_in_the_history_by_its_kind() {
    let stage = Stage::start().await;
    let (fan, creator) = stage.pair().await;
    stage.add_method(&fan, "tok_visa_4242").await;
    stage.buy(&fan).await;
    stage.call(&fan, tip(&creator.id, 100)).await.expect("a tip");
    let gift = SendGift { recipient_id: creator.id.clone(), gift_id: "crown".into() };
    stage.call(&fan, gift).await.expect("a gift");
    let post = CreatePost {
        kind: PostKind::Text,
        content: "For a few".into(),
        media_urls: Vec::new(),
        visibility: None,
        unlock_price: Some(Tokens(101)),
    };
    let post = stage.call(&creator, post).await.expect("a post").id;
    stage.call(&fan, UnlockPost { post_id: post.clone() }).await.expect("unlocked");
    let chat_id = stage.call(&fan, CreateChat { user_id: creator.id.clone() }).await.expect("a chat").id;
    for number in 0..4 {
        let message = SendMessage {
            chat_id: chat_id.clone(),
            content: format!("free message {number}"),
            ..Default::default()
        };
        stage.call(&fan, message).await.expect("a message");
    }
    stage.call(&fan, Deposit { chat_id: chat_id.clone() }).await.expect("a deposit");
    assert_eq!(stage.wallet(&fan).await.pending, Tokens(65));
    let message = SendMessage { chat_id: chat_id.clone(), content: "paid word".into(), ..Default::default() };
    stage.call(&fan, message).await.expect("a message");
    stage.call(&creator, RefundByEarner { chat_id: chat_id.clone() }).await.expect("a refund");

    let row = |one: Transaction| (one.kind, one.incoming, one.amount.0, one.other_id.is_some());
    let spent: Vec<_> = history(&stage, &fan, 100).await.concat().into_iter().map(row).collect();
    let expected = [
        (TransactionKind::ChatRefund, true, 64, false),
        (TransactionKind::ChatDeposit, false, 100, false),
        (TransactionKind::Unlock, false, 101, true),
        (TransactionKind::Gift, false, 100, true),
        (TransactionKind::Tip, false, 100, true),
        (TransactionKind::Purchase, true, 10_000, false),
        (TransactionKind::Seed, true, 1_000, false),
    ];
    assert_eq!(spent, expected);
    let earned: Vec<_> = history(&stage, &creator, 100).await.concat().into_iter().map(row).collect();
    let expected = [
        (TransactionKind::ChatMessage, true, 1, false),
        (TransactionKind::Unlock, true, 80, true),
        (TransactionKind::Gift, true, 65, true),
        (TransactionKind::Tip, true, 80, true),
        (TransactionKind::Seed, true, 1_000, false),
    ];
    assert_eq!(earned, expected);
    let wallet = stage.wallet(&fan).await;
    assert_eq!((wallet.lifetime_spent.0, wallet.lifetime_purchased.0), (100 * 3 + 101 - 64, 10_000));
    assert_eq!((wallet.pending.0, stage.wallet(&creator).await.lifetime_earned.0), (0, 226));
    stage.check_ledger().await;
}

#[tokio::test]
async fn earnings_are_added_up_for_a_day_a_week_a_month_a_year_and_ever() {
    let stage = Stage::start().await;
    // From the oldest to the newest: 400 days, 300, 20, 3 and nothing ago.
    for (amount, days) in [(10, 100), (20, 280), (30, 17), (40, 3), (50, 0)] {
        let (fan, creator) = stage.pair().await;
        stage.call(&fan, tip(&creator.id, amount)).await.expect("a tip");
        stage.advance(days * DAY).await;
    }
    let creator = stage.person(1).await;
    for (period, days, total, count) in [
        (Some(Period::Day), Some(1), 40, 1),
        (Some(Period::Week), Some(7), 72, 2),
        (Some(Period::Month), Some(30), 96, 3),
        (None, Some(30), 96, 3),
        (Some(Period::Year), Some(365), 112, 4),
        (Some(Period::All), None, 120, 5),
    ] {
        let summary = stage.call(&creator, GetEarningsSummary { period }).await.expect("a summary");
        assert_eq!(summary.period, period.unwrap_or(Period::Month));
        assert_eq!(summary.since.is_some(), days.is_some());
        assert_eq!(summary.total, Tokens(total), "{period:?}");
        let tips = EarningsSource { kind: TransactionKind::Tip, amount: Tokens(total), count };
        assert_eq!(summary.sources, [tips], "{period:?}");
    }
    stage.check_ledger().await;
}

#[tokio::test]
async fn earnings_are_told_apart_by_kind_the_largest_first() {
    let stage = Stage::start().await;
    let (fan, creator) = stage.pair().await;
    let nothing = stage.call(&creator, GetEarningsSummary::default()).await.expect("a summary");
    assert_eq!(
        (nothing.total, nothing.sources.len()),
        (Tokens(0), 0),
        "tokens of the beginning are no earnings"
    );
    for gift in ["rose", "trophy"] {
        let giver = if gift == "rose" { &fan } else { &stage.person(7).await };
        let request = SendGift { recipient_id: creator.id.clone(), gift_id: gift.into() };
        stage.call(giver, request).await.expect("a gift");
    }
    stage.call(&fan, tip(&creator.id, 10)).await.expect("a tip");
    stage.advance(HOUR / 2).await;
    let request = GetEarningsSummary { period: Some(Period::Day) };
    let summary = stage.call(&creator, request.clone()).await.expect("a summary");
    let source = |kind, amount, count| EarningsSource { kind, amount: Tokens(amount), count };
    let expected = [source(TransactionKind::Gift, 4 + 650, 2), source(TransactionKind::Tip, 8, 1)];
    assert_eq!(summary.sources, expected);
    assert_eq!(summary.total, Tokens(662));
    assert_eq!(code(stage.call(&fan, request).await), Code::CreatorRequired);
    stage.check_ledger().await;
}

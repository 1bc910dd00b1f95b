//! Tips.

use avalo_sdk::{
    Code,
    api::{
        feed::{CreatePost, PostKind},
        payments::{GetTransactions, SendTip, TransactionKind},
    },
    model::Tokens,
};

use crate::purse::tip;
use crate::stage::{Stage, blamed, code};

#[tokio::test]
async fn eighty_percent_of_a_tip_go_to_its_recipient_rounded_down() {
    let stage = Stage::start().await;
    let (fan, creator) = stage.pair().await;
    let mut spent = 0;
    let mut earned = 0;
    for (amount, share) in [(5, 4), (6, 4), (7, 5), (9, 7), (10, 8), (99, 79), (101, 80)] {
        let receipt = stage.call(&fan, tip(&creator.id, amount)).await.expect("a tip");
        spent += amount;
        earned += share;
        assert_eq!(receipt.amount, Tokens(amount));
        assert_eq!((receipt.recipient_share.0, receipt.fee.0), (share, amount - share), "of {amount}");
        assert_eq!(receipt.balance, Tokens(1_000 - spent));
    }
    let (giver, taker) = (stage.wallet(&fan).await, stage.wallet(&creator).await);
    assert_eq!((giver.balance.0, giver.lifetime_spent.0), (1_000 - spent, spent));
    assert_eq!((taker.balance.0, taker.lifetime_earned.0), (1_000 + earned, earned));
    assert_eq!(taker.withdrawable.0, earned);
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_tip_has_5_to_10_000_tokens() {
    let stage = Stage::start().await;
    let (fan, creator) = stage.pair().await;
    for amount in [0, 1, 4, 10_001, 1_000_000, (1 << 53) - 1] {
        assert_eq!(blamed(stage.call(&fan, tip(&creator.id, amount)).await), "amount", "{amount}");
    }
    assert_eq!(code(stage.call(&fan, tip(&creator.id, 10_000)).await), Code::InsufficientBalance);
    stage.add_method(&fan, "tok_visa_4242").await;
    stage.buy(&fan).await;
    let receipt = stage.call(&fan, tip(&creator.id, 10_000)).await.expect("a tip");
    assert_eq!((receipt.recipient_share.0, receipt.fee.0, receipt.balance.0), (8_000, 2_000, 1_000));
    stage.check_ledger().await;
}

#[tokio::test]
async fn the_last_token_can_be_given_and_not_one_more() {
    let stage = Stage::start().await;
    let (fan, creator) = stage.pair().await;
    let refused = stage.call(&fan, tip(&creator.id, 1_001)).await.expect_err("too few");
    assert_eq!((refused.code, refused.status), (Code::InsufficientBalance, 402));
    assert_eq!(stage.balance(&fan).await, 1_000);
    let receipt = stage.call(&fan, tip(&creator.id, 1_000)).await.expect("a tip");
    assert_eq!(receipt.balance, Tokens(0));
    assert_eq!(code(stage.call(&fan, tip(&creator.id, 5)).await), Code::InsufficientBalance);
    assert_eq!(stage.balance(&creator).await, 1_800);
    stage.check_ledger().await;
}

#[tokio::test]
async fn nobody_tips_themselves_nobody_or_who_is_blocked() {
    let stage = Stage::start().await;
    let (fan, creator) = stage.pair().await;
    assert_eq!(code(stage.call(&fan, tip(&fan.id, 10)).await), Code::CannotTargetSelf);
    assert_eq!(code(stage.call(&fan, tip(&"usr_999".into(), 10)).await), Code::NotFound);
    for no_id in ["", "no one", "👛"] {
        assert_eq!(code(stage.call(&fan, tip(&no_id.into(), 10)).await), Code::ValidationFailed, "{no_id}");
    }
    stage.block(&creator, &fan).await;
    assert_eq!(code(stage.call(&fan, tip(&creator.id, 10)).await), Code::Blocked);
    assert_eq!(code(stage.call(&creator, tip(&fan.id, 10)).await), Code::Blocked, "in both directions");
    assert_eq!((stage.balance(&fan).await, stage.balance(&creator).await), (1_000, 1_000));
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_tip_may_have_a_note_and_a_post_of_the_recipients() {
    let stage = Stage::start().await;
    let (fan, creator) = stage.pair().await;
    let post = CreatePost {
        kind: PostKind::Text,
        content: "Worth a tip".into(),
        media_urls: Vec::new(),
        visibility: None,
        unlock_price: None,
    };
    let post = stage.call(&creator, post).await.expect("a post").id;
    let with = |note: Option<String>, post_id| SendTip { note, post_id, ..tip(&creator.id, 10) };
    for wrong in [String::new(), "n".repeat(201), "👛".repeat(201)] {
        assert_eq!(blamed(stage.call(&fan, with(Some(wrong), None)).await), "note");
    }
    let elsewhere = stage.call(&fan, with(None, Some("pst_nothing".into()))).await;
    assert_eq!(code(elsewhere), Code::NotFound);
    let theirs = SendTip { post_id: Some(post.clone()), ..tip(&"usr_2".into(), 10) };
    assert_eq!(code(stage.call(&fan, theirs).await), Code::NotFound, "the post is another's");
    stage.call(&fan, with(Some("👛".repeat(200)), Some(post.clone()))).await.expect("a tip");
    let page = stage.call(&fan, GetTransactions::default()).await.expect("a page").transactions;
    assert_eq!((page[0].kind, page[0].incoming), (TransactionKind::Tip, false));
    assert_eq!((page[0].other_id.as_ref(), page[0].reference.as_str()), (Some(&creator.id), post.as_str()));
    stage.check_ledger().await;
}

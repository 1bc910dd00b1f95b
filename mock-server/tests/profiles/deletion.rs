//! Accounts that their owners delete.

use avalo_sdk::{
    Code,
    api::{
        chat::{CreateChat, Deposit, SendMessage},
        feed::{CommentOnPost, GetComments, GetFeed, GetPost, GetStories},
        payments::{PayoutMethod, RequestWithdrawal, SendTip},
        profiles::{DeleteAccount, FollowUser},
    },
    model::Tokens,
};
use serde_json::json;

use crate::{
    stage::{Person, Stage, code},
    support::PASSWORD,
};

const DAY: u64 = 24 * 3_600;

/// Proves with the password that it is the owner who asks.
async fn step_up(stage: &Stage, who: &Person) {
    let challenge = stage.api.post(&who.token, "/v1/auth/step-up", json!({})).await.json();
    let id = challenge["challengeId"].as_str().expect("a challenge");
    let path = format!("/v1/auth/step-up/{id}/verify");
    let answer = stage.api.post(&who.token, &path, json!({ "proof": PASSWORD })).await;
    assert_eq!(answer.status, 200, "{answer}");
}

async fn delete(stage: &Stage, who: &Person) {
    step_up(stage, who).await;
    let deletion = stage.call(who, DeleteAccount {}).await.expect("a deletion");
    let now_ms = stage.api.get("", "/_test/clock").await.json()["nowMs"].as_i64().expect("a time");
    let left_ms = deletion.final_at.unix_ms - now_ms;
    assert!((30 * 86_400_000 - 1_000..=30 * 86_400_000).contains(&left_ms), "{left_ms}");
}

#[tokio::test]
async fn deleting_takes_a_step_up_and_ends_every_session() {
    let stage = Stage::start().await;
    let (person, elsewhere) = (stage.person(1).await, stage.person(1).await);
    assert_eq!(code(stage.call(&person, DeleteAccount {}).await), Code::StepUpRequired);
    delete(&stage, &person).await;
    for session in [&person, &elsewhere] {
        assert_eq!(stage.api.get(&session.token, "/v1/auth/me").await.status, 401);
    }
    let body = json!({ "email": "user1@avalo.test", "password": PASSWORD });
    let answer = stage.api.post("", "/v1/auth/login", body).await;
    assert_eq!(answer.refusal(), (401, "invalid_credentials".into()));
}

#[tokio::test]
async fn a_deleted_account_is_out_of_sight_at_once() {
    let stage = Stage::start().await;
    let (creator, fan) = (stage.person(1).await, stage.person(6).await);
    let media_url = stage.video(&creator).await;
    stage.api.post(&creator.token, "/v1/stories", json!({ "mediaUrl": media_url })).await;
    let mine = GetFeed { limit: Some(1), cursor: None };
    let post_id = stage.call(&creator, mine).await.expect("a feed").posts[0].id.clone();
    delete(&stage, &creator).await;
    assert_eq!(code(stage.profile(&fan, &creator).await), Code::NotFound);
    let follow = FollowUser { user_id: creator.id.clone() };
    assert_eq!(code(stage.call(&fan, follow).await), Code::NotFound);
    assert_eq!(code(stage.call(&fan, GetPost { post_id: post_id.clone() }).await), Code::NotFound);
    let staff = stage.person(10).await;
    assert_eq!(code(stage.call(&staff, GetPost { post_id }).await), Code::NotFound);
    let feed = stage.call(&fan, GetFeed { limit: Some(100), cursor: None }).await.expect("a feed");
    assert_eq!(feed.posts.len(), 40, "those of the other four");
    assert!(feed.posts.iter().all(|post| post.author.id != creator.id));
    assert!(stage.call(&fan, GetStories::default()).await.expect("stories").stories.is_empty());
    let of_creator = GetStories { author_id: Some(creator.id.clone()) };
    assert_eq!(code(stage.call(&fan, of_creator).await), Code::NotFound);
    assert_eq!(stage.profile(&fan, &fan).await.expect("a profile").following, 4);
    let following = stage.api.get(&fan.token, "/v1/profiles/usr_6/following").await.json();
    assert_eq!(following["users"].as_array().map(Vec::len), Some(4));
}

#[tokio::test]
async fn after_30_days_what_was_published_is_gone_and_what_was_said_has_no_name() {
    let stage = Stage::start().await;
    let (creator, other) = (stage.person(1).await, stage.person(2).await);
    let media_url = stage.image(&creator).await;
    let body = json!({ "kind": "image", "content": "Me", "mediaUrls": [media_url] });
    assert_eq!(stage.api.post(&creator.token, "/v1/posts", body).await.status, 200);
    let mine = GetFeed { limit: Some(1), cursor: None };
    let post_id = stage.call(&other, mine).await.expect("a feed").posts[0].id.clone();
    let comment =
        CommentOnPost { post_id: post_id.clone(), content: "I was here".into(), parent_comment_id: None };
    stage.call(&creator, comment).await.expect("a comment");
    delete(&stage, &creator).await;
    stage.advance(30 * DAY - 60).await;
    assert_eq!(stage.api.get("", &media_url).await.status, 200);
    stage.advance(60).await;
    assert_eq!(stage.api.get("", &media_url).await.refusal(), (404, "not_found".into()));
    let other = stage.person(2).await;
    let comments = GetComments { post_id, limit: None, cursor: None };
    let comments = stage.call(&other, comments).await.expect("comments").comments;
    assert_eq!(comments[0].author.display_name, "Deleted user");
    assert_eq!(comments[0].content, "I was here");
    stage.check_ledger().await;
}

#[tokio::test]
async fn tokens_in_escrow_keep_both_sides_of_a_chat() {
    let stage = Stage::start().await;
    let (payer, creator) = (stage.person(6).await, stage.person(1).await);
    let chat = stage.call(&payer, CreateChat { user_id: creator.id.clone() }).await.expect("a chat");
    for number in 0..4 {
        let content = format!("free message {number}");
        let message = SendMessage { chat_id: chat.id.clone(), content, ..Default::default() };
        stage.call(&payer, message).await.expect("a free message");
    }
    stage.call(&payer, Deposit { chat_id: chat.id.clone() }).await.expect("a deposit");
    for who in [&payer, &creator] {
        step_up(&stage, who).await;
        assert_eq!(code(stage.call(who, DeleteAccount {}).await), Code::FailedPrecondition);
    }
    let close = format!("/v1/chats/{}/close", chat.id);
    assert_eq!(stage.api.post(&payer.token, &close, json!({})).await.status, 200);
    stage.call(&payer, DeleteAccount {}).await.expect("a deletion");
    stage.check_ledger().await;
}

#[tokio::test]
async fn tokens_that_are_locked_for_a_withdrawal_keep_their_owner() {
    let stage = Stage::start().await;
    let (creator, fan) = (stage.person(1).await, stage.person(6).await);
    let tip = SendTip { recipient_id: creator.id.clone(), amount: Tokens(1_000), note: None, post_id: None };
    stage.call(&fan, tip).await.expect("a tip");
    step_up(&stage, &creator).await;
    let withdrawal = RequestWithdrawal {
        amount: Tokens(500),
        method: PayoutMethod::Paypal,
        destination: "ada@example.com".into(),
    };
    stage.call(&creator, withdrawal).await.expect("a withdrawal");
    step_up(&stage, &creator).await;
    assert_eq!(code(stage.call(&creator, DeleteAccount {}).await), Code::FailedPrecondition);
    assert_eq!(stage.api.get(&creator.token, "/v1/auth/me").await.status, 200);
    stage.check_ledger().await;
}

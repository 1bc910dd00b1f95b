//! Chats whose other side is no longer there.

use avalo_mock_server::MockServer;
use avalo_sdk::{
    Code,
    api::{
        chat::{CloseChat, Deposit, GetMessages, QuoteMessage, SendMessage},
        profiles::DeleteAccount,
    },
    model::Tokens,
};
use serde_json::json;

use crate::{
    stage::{Person, Stage, code},
    support::PASSWORD,
    talk::{text, words},
};

async fn delete(stage: &Stage, who: &Person) {
    let challenge = stage.api.post(&who.token, "/v1/auth/step-up", json!({})).await.json();
    let path = format!("/v1/auth/step-up/{}/verify", challenge["challengeId"].as_str().expect("a challenge"));
    let answer = stage.api.post(&who.token, &path, json!({ "proof": PASSWORD })).await;
    assert_eq!(answer.status, 200, "{answer}");
    stage.call(who, DeleteAccount {}).await.expect("a deletion");
}

#[tokio::test]
async fn nothing_is_said_or_paid_to_somebody_who_is_gone() {
    let stage = Stage::start().await;
    let (payer, creator, chat_id) = stage.talked().await;
    delete(&stage, &creator).await;
    let before = stage.balance(&payer).await;
    let deposit = Deposit { chat_id: chat_id.clone() };
    let quote = QuoteMessage { chat_id: chat_id.clone(), content: words(12, 0), ..Default::default() };
    let paid = SendMessage { max_price: Some(Tokens(10)), ..text(&chat_id, &words(12, 0)) };
    assert_eq!(code(stage.call(&payer, deposit).await), Code::FailedPrecondition);
    assert_eq!(code(stage.call(&payer, quote).await), Code::FailedPrecondition);
    assert_eq!(code(stage.call(&payer, paid).await), Code::FailedPrecondition);
    assert_eq!(stage.balance(&payer).await, before);
    // What was said stays, and the chat can be closed.
    let read = GetMessages { chat_id: chat_id.clone(), limit: None, cursor: None };
    assert_eq!(stage.call(&payer, read).await.expect("messages").messages.len(), 4);
    stage.call(&payer, CloseChat { chat_id }).await.expect("closed");
    stage.check_ledger().await;
}

#[tokio::test]
async fn free_messages_are_kept_and_the_earner_is_answered_alike() {
    let stage = Stage::start().await;
    let (payer, creator, chat_id) = stage.pair().await;
    stage.say(&payer, &chat_id, "is anybody there").await.expect("a message");
    delete(&stage, &payer).await;
    let answered = stage.say(&creator, &chat_id, "yes, I am here").await;
    assert_eq!(code(answered), Code::FailedPrecondition);
    let chat = stage.chat(&creator, &chat_id).await;
    assert_eq!((chat.free_messages_left, chat.unread), (3, 1));
}

#[tokio::test]
async fn nothing_is_said_or_paid_to_somebody_who_is_suspended() {
    let folder = std::env::temp_dir().join(format!("avalo-suspended-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("world.db");
    let stage = Stage::with(MockServer::builder().data(&file)).await;
    let (payer, creator, chat_id) = stage.talked().await;
    stage.server.stop().await;
    // The staff has no operation for it in the contract.
    let db = rusqlite::Connection::open(&file).expect("the world");
    let suspend = "UPDATE users SET status = 'suspended' WHERE id = ?1";
    assert_eq!(db.execute(suspend, [creator.id.as_str()]), Ok(1));
    drop(db);
    let stage = Stage::with(MockServer::builder().data(&file)).await;
    let deposit = Deposit { chat_id: chat_id.clone() };
    assert_eq!(code(stage.call(&payer, deposit).await), Code::FailedPrecondition);
    let said = stage.say(&payer, &chat_id, "are you still there").await;
    assert_eq!(code(said), Code::FailedPrecondition);
    stage.server.stop().await;
    std::fs::remove_dir_all(&folder).expect("the folder goes");
}

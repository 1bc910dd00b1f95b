//! Messages of the platform to its users.

use avalo_sdk::{
    Code,
    api::admin::{NoticePriority, SendSystemNotification},
    model::UserId,
};

use crate::{
    stage::{Stage, blamed, code},
    suspend,
};

fn message(to: &[&str], everyone: Option<bool>) -> SendSystemNotification {
    SendSystemNotification {
        user_ids: to.iter().map(|id| UserId::from(*id)).collect(),
        everyone,
        title: "We move".into(),
        body: "Between two and three o'clock nothing will work.".into(),
        priority: Some(NoticePriority::High),
    }
}

#[tokio::test]
async fn it_reaches_those_who_are_named_once_or_everyone_whose_account_is_open() {
    let stage = Stage::start().await;
    let (admin, moderator, user) =
        (stage.person(10).await, stage.staff("moderation").await, stage.person(8).await);
    let some = stage.call(&admin, message(&["usr_1", "usr_2", "usr_1"], None)).await.expect("sent");
    assert_eq!(some.recipients, 2);
    let all = stage.call(&admin, message(&[], Some(true))).await.expect("sent");
    assert_eq!(all.recipients, 15);
    stage.call(&moderator, suspend(&user, None)).await.expect("suspended");
    let all = stage.call(&admin, message(&[], Some(true))).await.expect("sent");
    assert_eq!(all.recipients, 14);
}

#[tokio::test]
async fn it_says_to_whom_and_what() {
    let stage = Stage::start().await;
    let admin = stage.person(10).await;
    for request in [message(&[], None), message(&[], Some(false)), message(&["usr_1"], Some(true))] {
        assert_eq!(blamed(stage.call(&admin, request).await), "userIds");
    }
    let blank = SendSystemNotification { title: "  ".into(), ..message(&["usr_1"], None) };
    assert_eq!(blamed(stage.call(&admin, blank).await), "title");
    let long = SendSystemNotification { body: "x".repeat(501), ..message(&["usr_1"], None) };
    assert_eq!(blamed(stage.call(&admin, long).await), "body");
    assert_eq!(code(stage.call(&admin, message(&["usr_1", "nobody"], None)).await), Code::NotFound);
}

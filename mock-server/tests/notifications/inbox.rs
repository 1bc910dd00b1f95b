//! Reading, counting and putting away.

use avalo_sdk::{
    Code,
    api::notifications::{
        DismissNotification, GetNotifications, MarkAllNotificationsAsRead, MarkNotificationAsRead,
        NotificationCategory,
    },
    api::profiles::FollowUser,
    model::NotificationId,
};
use serde_json::json;

use crate::stage::{Stage, blamed, code};

fn read(id: &NotificationId) -> MarkNotificationAsRead {
    MarkNotificationAsRead { notification_id: id.clone() }
}

#[tokio::test]
async fn the_inbox_is_read_newest_first_in_pages_and_by_filters() {
    let stage = Stage::start().await;
    let (fan, owner) = stage.pair().await;
    assert!(stage.inbox(&owner).await.is_empty(), "an empty inbox is a page too");
    for _ in 0..5 {
        stage.tip(&fan, &owner).await;
    }
    stage.call(&fan, FollowUser { user_id: owner.id.clone() }).await.expect("a follow");
    let all = stage.inbox(&owner).await;
    assert_eq!(all.len(), 6);
    assert_eq!(all[0].category, NotificationCategory::Follows);
    assert_eq!((all[0].from_id.as_ref(), all[0].read), (Some(&fan.id), false));

    let mut seen = Vec::new();
    let mut request = GetNotifications { limit: Some(4), ..Default::default() };
    loop {
        let page = stage.call(&owner, request.clone()).await.expect("a page");
        seen.extend(page.notifications);
        request.cursor = page.next_cursor;
        if request.cursor.is_none() {
            break;
        }
    }
    assert_eq!(seen, all);

    stage.call(&owner, read(&all[1].id)).await.expect("read");
    let filtered = |unread, category| GetNotifications { unread, category, ..Default::default() };
    let payments = Some(NotificationCategory::Payments);
    for (unread, category, count) in
        [(Some(true), None, 5), (Some(false), None, 1), (None, payments, 5), (Some(true), payments, 4)]
    {
        let page = stage.call(&owner, filtered(unread, category)).await.expect("a page");
        assert_eq!(page.notifications.len(), count, "{unread:?} {category:?}");
    }
    let first = GetNotifications { limit: Some(1), ..filtered(Some(true), None) };
    let cursor = stage.call(&owner, first.clone()).await.expect("a page").next_cursor;
    let mixed = GetNotifications { unread: None, cursor, ..first };
    assert_eq!(code(stage.call(&owner, mixed).await), Code::InvalidCursor);
}

#[tokio::test]
async fn the_count_of_what_is_unread_is_exact() {
    let stage = Stage::start().await;
    let (fan, owner) = stage.pair().await;
    assert_eq!(stage.unread(&owner).await, 0);
    for _ in 0..12 {
        stage.tip(&fan, &owner).await;
    }
    let inbox = stage.inbox(&owner).await;
    assert_eq!(stage.unread(&owner).await, 12);
    for _ in 0..2 {
        let marked = stage.call(&owner, read(&inbox[3].id)).await.expect("read");
        assert!(marked.read && marked.id == inbox[3].id);
        assert_eq!(stage.unread(&owner).await, 11, "reading twice is reading once");
    }
    let dismiss = DismissNotification { notification_id: inbox[4].id.clone() };
    for _ in 0..2 {
        stage.call(&owner, dismiss.clone()).await.expect("dismissed");
        assert_eq!(stage.unread(&owner).await, 10);
    }
    assert_eq!(stage.inbox(&owner).await.len(), 11);
    assert_eq!(code(stage.call(&owner, read(&inbox[4].id)).await), Code::NotFound, "it is out");
    for _ in 0..2 {
        let all = stage.call(&owner, MarkAllNotificationsAsRead {}).await.expect("all read");
        assert_eq!((all.unread, stage.unread(&owner).await), (0, 0));
    }
    stage.tip(&fan, &owner).await;
    assert_eq!(stage.unread(&owner).await, 1);
}

#[tokio::test]
async fn an_inbox_is_its_owners_alone() {
    let stage = Stage::start().await;
    let (fan, owner) = stage.pair().await;
    stage.tip(&fan, &owner).await;
    let id = stage.newest(&owner).await.id;
    assert!(stage.inbox(&fan).await.is_empty());
    assert_eq!(code(stage.call(&fan, read(&id)).await), Code::NotFound);
    stage.call(&fan, DismissNotification { notification_id: id }).await.expect("nothing of one's own");
    stage.call(&fan, MarkAllNotificationsAsRead {}).await.expect("nothing of one's own");
    assert_eq!((stage.unread(&owner).await, stage.inbox(&owner).await.len()), (1, 1));
    for path in ["", "/unread-count", "/preferences", "/push-tokens", "/events"] {
        let answer = stage.api.get("", &format!("/v1/notifications{path}")).await;
        assert_eq!(answer.refusal(), (401, "unauthenticated".into()), "{path}");
    }
}

#[tokio::test]
async fn the_same_key_gets_the_same_answer_and_does_nothing_twice() {
    let stage = Stage::start().await;
    let (fan, owner) = stage.pair().await;
    stage.tip(&fan, &owner).await;
    let all = || stage.api.request("POST", "/v1/notifications/read-all").token(&owner.token).key("once");
    let first = all().json(&json!({})).send().await;
    stage.tip(&fan, &owner).await;
    let again = all().json(&json!({})).send().await;
    assert_eq!((first.status, &first.body), (200, &again.body));
    assert_eq!(again.header("idempotent-replayed"), "true");
    assert_eq!(stage.unread(&owner).await, 1, "what came in between was not read");
}

#[tokio::test]
async fn what_cannot_be_read_is_refused_by_its_name() {
    let stage = Stage::start().await;
    let owner = stage.person(7).await;
    for limit in [0, 101, u32::MAX] {
        let request = GetNotifications { limit: Some(limit), ..Default::default() };
        assert_eq!(blamed(stage.call(&owner, request).await), "limit");
    }
    for (query, field) in [("unread=maybe", "unread"), ("category=gossip", "category"), ("page=2", "page")] {
        let answer = stage.api.get(&owner.token, &format!("/v1/notifications?{query}")).await;
        assert_eq!(answer.refusal(), (422, "validation_failed".into()), "{query}: {answer}");
        assert!(answer.json()["errors"][field].is_string(), "{query}: {answer}");
    }
    let answer = stage.api.get(&owner.token, "/v1/notifications?cursor=nonsense").await;
    assert_eq!(answer.refusal(), (400, "invalid_cursor".into()));
}

//! The record of what the staff did.

use avalo_sdk::{
    Code,
    api::{
        admin::{BanUser, GetAuditLog, SetFeatureFlag, UnsuspendUser},
        feed::{DeletePost, Post},
    },
    model::Cursor,
};

use crate::{
    DAY, WHY,
    stage::{Stage, code},
    suspend,
};

#[tokio::test]
async fn each_change_leaves_an_entry_and_a_refusal_none() {
    let stage = Stage::start().await;
    let (moderator, user) = (stage.staff("moderation").await, stage.person(8).await);
    stage.call(&moderator, suspend(&user, Some(1))).await.expect("suspended");
    let refused = stage.call(&moderator, BanUser { user_id: user.id.clone(), reason: WHY.into() }).await;
    assert_eq!(code(refused), Code::PermissionDenied);
    stage.advance(2 * DAY).await;
    let admin = stage.person(10).await;
    let entries = stage.call(&admin, GetAuditLog::default()).await.expect("the record").entries;
    let told: Vec<_> = entries
        .iter()
        .map(|entry| {
            (entry.action.as_str(), entry.actor_id.as_ref().map(|id| id.as_str()), entry.target_id.as_str())
        })
        .collect();
    assert_eq!(
        told,
        [("admin.unsuspendUser", None, "usr_8"), ("admin.suspendUser", Some("stf_moderation"), "usr_8"),]
    );
    assert_eq!(entries[1].reason.as_deref(), Some(WHY));
    assert!(entries[1].details.starts_with("until 2026-01-02T"), "{}", entries[1].details);
}

#[tokio::test]
async fn what_moderators_remove_elsewhere_is_recorded_too_and_what_users_remove_is_not() {
    let stage = Stage::start().await;
    let (moderator, finance, admin, author) = (
        stage.staff("moderation").await,
        stage.staff("finance").await,
        stage.person(10).await,
        stage.person(1).await,
    );
    let (one, other) =
        (stage.post_of(&author, "One", None).await, stage.post_of(&author, "Other", None).await);
    let delete = |post: &Post| DeletePost { post_id: post.id.clone() };
    assert_eq!(code(stage.call(&finance, delete(&one)).await), Code::NotAuthor, "not their work");
    stage.call(&moderator, delete(&one)).await.expect("removed");
    stage.call(&author, delete(&other)).await.expect("removed");
    let entries = stage.call(&admin, GetAuditLog::default()).await.expect("the record").entries;
    assert_eq!(entries.len(), 1);
    assert_eq!(
        (entries[0].action.as_str(), entries[0].target_id.as_str()),
        ("feed.deletePost", one.id.as_str())
    );
    assert_eq!(entries[0].details, "removed, of usr_1");
}

#[tokio::test]
async fn the_record_is_read_in_pages_and_by_filters() {
    let stage = Stage::start().await;
    let (admin, moderator) = (stage.person(10).await, stage.staff("moderation").await);
    for number in 6..=9 {
        let user = stage.person(number).await;
        stage.call(&moderator, suspend(&user, None)).await.expect("suspended");
        let lift = UnsuspendUser { user_id: user.id.clone(), reason: WHY.into() };
        stage.call(if number == 6 { &admin } else { &moderator }, lift).await.expect("open");
    }
    let flag = SetFeatureFlag {
        name: "beta".into(),
        description: None,
        enabled: true,
        rollout_percentage: None,
        allowed_user_ids: Vec::new(),
        blocked_user_ids: Vec::new(),
        allowed_roles: Vec::new(),
        expires_at: None,
    };
    stage.call(&admin, flag).await.expect("a flag");
    let all = GetAuditLog::default;
    for (request, count) in [
        (all(), 9),
        (GetAuditLog { actor_id: Some(admin.id.clone()), ..all() }, 2),
        (GetAuditLog { action: Some("admin.suspendUser".into()), ..all() }, 4),
        (GetAuditLog { target_id: Some("usr_7".into()), ..all() }, 2),
        (GetAuditLog { target_id: Some("beta".into()), ..all() }, 1),
        (GetAuditLog { action: Some("nothing".into()), ..all() }, 0),
    ] {
        let entries = stage.call(&admin, request.clone()).await.expect("the record").entries;
        assert_eq!(entries.len(), count, "{request:?}");
    }
    let (mut seen, mut cursor) = (0, None);
    loop {
        let page = stage.call(&admin, GetAuditLog { limit: Some(4), cursor, ..all() }).await.expect("a page");
        seen += page.entries.len();
        cursor = page.next_cursor;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(seen, 9);
    let odd = GetAuditLog { cursor: Some(Cursor("odd".into())), ..all() };
    assert_eq!(code(stage.call(&admin, odd).await), Code::InvalidCursor);
}

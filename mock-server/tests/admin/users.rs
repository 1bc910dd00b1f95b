//! Finding users, and reading a file.

use avalo_sdk::{
    Code,
    api::{
        admin::{AdminUser, GetUser, GetUsers},
        auth::{AccountStatus, KycStatus, Role},
        profiles::DeleteAccount,
    },
    model::Cursor,
};

use crate::{
    stage::{Person, Stage, blamed, code},
    suspend,
};

async fn found(stage: &Stage, by: &Person, request: GetUsers) -> Vec<String> {
    let page = stage.call(by, request).await.expect("users");
    page.users.into_iter().map(|user| user.id.0).collect()
}

#[tokio::test]
async fn users_are_found_by_name_address_and_id() {
    let stage = Stage::start().await;
    let support = stage.staff("support").await;
    for (search, expected) in [
        ("user+3", vec!["usr_3"]),
        ("USER4%40", vec!["usr_4"]),
        ("usr_5", vec!["usr_5"]),
        ("Finance", vec!["stf_finance"]),
        ("100%25", vec![]),
        ("_", vec![]),
        ("%27+OR+1%3D1+--", vec![]),
    ] {
        let answer = stage.api.get(&support.token, &format!("/v1/admin/users?search={search}")).await;
        let page = answer.json();
        let users = page["users"].as_array().unwrap_or_else(|| panic!("{answer}"));
        let ids: Vec<_> = users.iter().filter_map(|user| user["id"].as_str()).collect();
        assert_eq!(ids, expected, "{search}");
    }
}

#[tokio::test]
async fn filters_narrow_the_list_down() {
    let stage = Stage::start().await;
    let (support, moderator, user) =
        (stage.staff("support").await, stage.staff("moderation").await, stage.person(8).await);
    stage.call(&moderator, suspend(&user, None)).await.expect("suspended");
    let all = GetUsers::default;
    for (request, count) in [
        (all(), 15),
        (GetUsers { role: Some(Role::Creator), ..all() }, 5),
        (GetUsers { role: Some(Role::Moderator), ..all() }, 4),
        (GetUsers { status: Some(AccountStatus::Suspended), ..all() }, 1),
        (GetUsers { status: Some(AccountStatus::Banned), ..all() }, 0),
        (GetUsers { kyc_status: Some(KycStatus::Approved), ..all() }, 6),
        (GetUsers { is_creator: Some(true), ..all() }, 5),
        (GetUsers { is_creator: Some(false), kyc_status: Some(KycStatus::Approved), ..all() }, 1),
    ] {
        assert_eq!(found(&stage, &support, request.clone()).await.len(), count, "{request:?}");
    }
}

#[tokio::test]
async fn pages_have_everyone_once_and_deleted_accounts_only_when_asked() {
    let stage = Stage::start().await;
    let (support, leaver) = (stage.staff("support").await, stage.person(9).await);
    stage.step_up(&leaver).await;
    stage.call(&leaver, DeleteAccount {}).await.expect("deleted");
    let (mut seen, mut cursor) = (Vec::<String>::new(), None);
    loop {
        let request = GetUsers { limit: Some(4), cursor, ..GetUsers::default() };
        let page = stage.call(&support, request).await.expect("users");
        seen.extend(page.users.into_iter().map(|user| user.id.0));
        cursor = page.next_cursor;
        if cursor.is_none() {
            break;
        }
    }
    let count = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!((count, seen.len()), (14, 14));
    let request = GetUsers { status: Some(AccountStatus::DeletedSoft), ..GetUsers::default() };
    assert_eq!(found(&stage, &support, request).await, ["usr_9"]);
    let request = GetUsers { cursor: Some(Cursor("nonsense".into())), ..GetUsers::default() };
    assert_eq!(code(stage.call(&support, request).await), Code::InvalidCursor);
    let request = GetUsers { search: Some(String::new()), ..GetUsers::default() };
    assert_eq!(blamed(stage.call(&support, request).await), "search");
}

#[tokio::test]
async fn a_file_has_what_the_ledger_says() {
    let stage = Stage::start().await;
    let (support, fan, creator) =
        (stage.staff("support").await, stage.person(6).await, stage.person(1).await);
    stage.tip(&fan, &creator, 100).await;
    let file = |who: &Person| GetUser { user_id: who.id.clone() };
    let of_fan = stage.call(&support, file(&fan)).await.expect("a file");
    let AdminUser { spent, earned, last_active_at, .. } = of_fan.user;
    assert_eq!((spent.0, earned.0, of_fan.balance.0, of_fan.sessions), (100, 0, 900, 1));
    assert!(last_active_at.is_some());
    let of_creator = stage.call(&support, file(&creator)).await.expect("a file");
    assert_eq!((of_creator.user.earned.0, of_creator.balance.0), (80, 1_080));
    let nobody = GetUser { user_id: "nobody".into() };
    assert_eq!(code(stage.call(&support, nobody).await), Code::NotFound);
}

//! Who may do what: every operation of the staff, by everyone.

use avalo_sdk::{api, operation::Method};
use serde_json::{Value, json};

use crate::{WHY, stage::Stage};

const EVERYONE: [&str; 8] =
    ["user", "creator", "support", "moderation", "finance", "compliance", "admin", "super"];

const STAFF: [&str; 6] = ["support", "moderation", "finance", "compliance", "admin", "super"];

/// Who is let through, and a request in order that changes nothing: about a user who is not there.
fn rows() -> Vec<(&'static str, Vec<&'static str>, Value)> {
    let all = STAFF.to_vec();
    let with = |scope| vec![scope, "admin", "super"];
    let admins = || vec!["admin", "super"];
    let why = json!({ "reason": WHY });
    let decision = json!({ "targetType": "post", "targetId": "none", "decision": "warn", "reason": WHY });
    let nothing = Value::Null;
    vec![
        ("admin.getDashboardStats", all.clone(), nothing.clone()),
        ("admin.getUsers", all.clone(), nothing.clone()),
        ("admin.getUser", all.clone(), nothing.clone()),
        ("admin.suspendUser", with("moderation"), why.clone()),
        ("admin.unsuspendUser", with("moderation"), why.clone()),
        ("admin.banUser", admins(), why.clone()),
        ("admin.setRole", vec!["super"], json!({ "role": "user", "reason": WHY })),
        ("admin.getModerationQueue", with("moderation"), nothing.clone()),
        ("admin.moderateContent", with("moderation"), decision),
        ("admin.getReports", vec!["support", "moderation", "admin", "super"], nothing.clone()),
        ("admin.reviewKyc", with("compliance"), json!({ "approve": true })),
        ("admin.listWithdrawals", with("finance"), nothing.clone()),
        ("admin.reviewWithdrawal", with("finance"), json!({ "approve": true })),
        ("admin.refundTransaction", with("finance"), why),
        ("admin.creditTokens", admins(), json!({ "direction": "grant", "amount": 1, "reason": WHY })),
        ("admin.getRevenueAnalytics", with("finance"), nothing.clone()),
        ("admin.getSystemHealth", all, nothing.clone()),
        ("admin.listFeatureFlags", admins(), nothing.clone()),
        ("admin.setFeatureFlag", admins(), json!({ "enabled": true })),
        ("admin.getAuditLog", admins(), nothing),
        (
            "admin.sendSystemNotification",
            admins(),
            json!({ "userIds": ["nobody"], "title": "Hello", "body": "Hello again" }),
        ),
    ]
}

#[tokio::test]
async fn each_operation_lets_those_through_whom_the_matrix_names() {
    let stage = Stage::start().await;
    let mut people = Vec::new();
    for name in EVERYONE {
        let person = match name {
            "user" => stage.person(7).await,
            "creator" => stage.person(1).await,
            "admin" => stage.person(10).await,
            _ => stage.staff(name).await,
        };
        people.push((name, person));
    }
    stage.step_up(&people[7].1).await;
    stage.step_up(&people[6].1).await;
    let rows = rows();
    let named: Vec<_> = rows.iter().map(|(id, ..)| *id).collect();
    let operations: Vec<_> = api::admin::OPERATIONS.iter().map(|spec| spec.id).collect();
    assert_eq!(named, operations, "the table has every operation");
    let mut checked = 0;
    for (id, allowed, body) in rows {
        let spec = api::find(id).expect("an operation");
        let segments = spec.path.split('/').map(|part| if part.starts_with('{') { "nobody" } else { part });
        let path = segments.collect::<Vec<_>>().join("/");
        for (name, person) in &people {
            let mut request = stage.api.request(spec.method.as_str(), &path).token(&person.token).new_key();
            if spec.method != Method::Get {
                request = request.json(&body);
            }
            let answer = request.send().await;
            if allowed.contains(name) {
                assert!(matches!(answer.status, 200 | 404), "{id} by {name}: {answer}");
            } else {
                let refused = (403, "permission_denied".to_owned());
                let first = (403, "step_up_required".to_owned());
                assert!([refused, first].contains(&answer.refusal()), "{id} by {name}: {answer}");
            }
            checked += 1;
        }
        let answer = stage.api.request(spec.method.as_str(), &path).new_key().json(&body).send().await;
        assert_eq!(answer.status, 401, "{id} without a token: {answer}");
    }
    assert_eq!(checked, 21 * EVERYONE.len());
}

#[tokio::test]
async fn a_refusal_says_what_it_takes() {
    let stage = Stage::start().await;
    let finance = stage.staff("finance").await;
    let answer = stage.api.get(&finance.token, "/v1/admin/moderation/queue").await;
    let detail = answer.json()["detail"].as_str().unwrap_or_default().to_owned();
    assert_eq!(detail, "this takes the scope moderation; ask one who may");
}

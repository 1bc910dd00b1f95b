//! Who may, and what nobody may ask.

use serde_json::json;

use crate::stage::Stage;

const READS: [&str; 9] = [
    "stats",
    "dashboard",
    "revenue?start=2026-01-01T00:00:00Z&end=2026-01-02T00:00:00Z",
    "subscribers/analytics",
    "subscribers",
    "fans",
    "content",
    "pricing",
    "schedule",
];

#[tokio::test]
async fn all_of_it_is_for_creators() {
    let stage = Stage::start().await;
    let (creator, user, staff) = (stage.person(1).await, stage.person(6).await, stage.person(10).await);
    for path in READS {
        let path = format!("/v1/creator/{path}");
        assert_eq!(stage.api.get(&creator.token, &path).await.status, 200, "{path}");
        assert_eq!(stage.api.get("", &path).await.refusal(), (401, "unauthenticated".into()), "{path}");
        for other in [&user, &staff] {
            let answer = stage.api.get(&other.token, &path).await;
            assert_eq!(answer.refusal(), (403, "creator_required".into()), "{path}");
        }
    }
    let body = json!({ "kind": "text", "content": "Later", "scheduledFor": "2027-01-01T00:00:00Z" });
    let answer = stage.api.post(&user.token, "/v1/creator/schedule", body).await;
    assert_eq!(answer.refusal(), (403, "creator_required".into()));
    let answer = stage.api.delete(&user.token, "/v1/creator/schedule/sch_1").await;
    assert_eq!(answer.refusal(), (403, "creator_required".into()));
}

#[tokio::test]
async fn nonsense_is_refused_by_its_field() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    for (path, field) in [
        ("stats?period=decade", "period"),
        ("stats?periode=day", "periode"),
        ("fans?limit=0", "limit"),
        ("fans?limit=101", "limit"),
        ("fans?period=unknown", "period"),
        ("content?order=worst", "order"),
        ("content?limit=-1", "limit"),
        ("subscribers?limit=many", "limit"),
        ("schedule?state=lost", "state"),
        ("schedule?limit=1000", "limit"),
    ] {
        let answer = stage.api.get(&creator.token, &format!("/v1/creator/{path}")).await;
        assert_eq!(answer.refusal(), (422, "validation_failed".into()), "{path}");
        assert!(answer.json()["errors"][field].is_string(), "{path}: {answer}");
    }
    for list in ["fans", "content", "subscribers", "schedule"] {
        for cursor in ["x", "ZmVlZHwxfA", "%C3%A9"] {
            let answer = stage.api.get(&creator.token, &format!("/v1/creator/{list}?cursor={cursor}")).await;
            assert_eq!(answer.refusal(), (400, "invalid_cursor".into()), "{list} {cursor}");
        }
    }
}

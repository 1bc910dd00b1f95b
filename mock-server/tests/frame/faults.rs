use avalo_mock_server::{Fault, FaultRule};
use serde_json::json;

use crate::stage;

#[tokio::test]
async fn a_plan_that_could_never_strike_is_refused_by_field() {
    let (_server, api, token) = stage().await;
    let drop = json!({ "kind": "drop_before_commit" });
    let status = |kind: &str, status: u32| json!({ "kind": kind, "status": status, "retry": true });
    for (rule, field) in [
        (json!({ "route": "payments.sendTipp", "fault": drop }), "route"),
        (json!({ "route": "POST /v1/payments/nothing", "fault": drop }), "route"),
        (json!({ "route": "feed.getFeed", "nth": 0, "fault": drop }), "nth"),
        (json!({ "route": "feed.getFeed", "times": 0, "fault": drop }), "times"),
        (json!({ "route": "feed.getFeed", "rate": 1.5, "fault": drop }), "rate"),
        (json!({ "route": "feed.getFeed", "rate": -1, "fault": drop }), "rate"),
        (json!({ "route": "*", "fault": status("status", 200) }), "status"),
        (json!({ "route": "*", "fault": status("should_retry", 304) }), "status"),
        (json!({ "route": "*", "fault": status("empty_error", 600) }), "status"),
    ] {
        let answer = api.post("", "/_test/faults", json!([rule])).await;
        assert_eq!(answer.refusal(), (422, "validation_failed".into()), "{rule}: {answer}");
        assert!(answer.json()["errors"][field].is_string(), "{rule}: {answer}");
    }
    assert_eq!(api.get(&token, "/v1/feed").await.status, 200);
}

#[tokio::test]
async fn a_plan_that_is_none_says_where() {
    let (_server, api, _token) = stage().await;
    let drop = json!({ "kind": "drop_before_commit" });
    for (plan, why) in [
        (json!([{ "route": "*", "nth": "2", "fault": drop }]), "[0].nth must be a whole number that is not"),
        (json!([{ "fault": drop }]), "route is missing"),
        (json!([{ "route": "*", "nht": 2, "fault": drop }]), "unknown field `nht`"),
        (json!({}), "it must be a list"),
    ] {
        let answer = api.post("", "/_test/faults", plan.clone()).await;
        assert_eq!(answer.refusal(), (400, "invalid_request".into()), "{plan}: {answer}");
        assert!(answer.json()["detail"].as_str().expect("a detail").contains(why), "{answer}");
    }
}

#[tokio::test]
async fn every_operation_can_be_named_by_its_id_and_by_its_route() {
    let (server, api, token) = stage().await;
    for id in server.operations() {
        server.fault(id, Fault::Status { status: 503 });
    }
    server.fault("chat.subscribeToMessages", Fault::Status { status: 503 });
    assert_eq!(api.get(&token, "/v1/events").await.status, 503);
    server.fault("GET /v1/chats/{chatId}", Fault::Status { status: 503 });
    assert_eq!(api.get(&token, "/v1/chats/chat_none").await.status, 503);
}

#[tokio::test]
#[should_panic(expected = "the fault plan is wrong: route: \"feed.getFed\" is no operation")]
async fn a_test_that_plans_what_cannot_happen_is_told() {
    let (server, _api, _token) = stage().await;
    server.faults([FaultRule::new("feed.getFed", Fault::DropAfterCommit)]);
}

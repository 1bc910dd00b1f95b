//! Plans: what they cost, how they change and how they end.

use avalo_sdk::{
    Code,
    api::ai::{AiPlanStatus, AiTier, CancelAiSubscription, GetAiPlan, GetAiUsage},
    model::Tokens,
};
use serde_json::json;

use crate::{
    DAY, MONTH,
    stage::{Stage, blamed, code},
};

#[tokio::test]
async fn a_plan_is_paid_for_a_month_and_renews_itself() {
    let stage = Stage::start().await;
    let user = stage.person(7).await;
    let free = stage.call(&user, GetAiPlan {}).await.expect("a plan");
    assert_eq!(
        (free.tier, free.status, free.price, free.period_ends_at),
        (AiTier::Free, None, Tokens(0), None)
    );
    let plan = stage.subscribe(&user, AiTier::Plus).await.expect("a plan");
    assert_eq!(
        (plan.tier, plan.status, plan.charged),
        (AiTier::Plus, Some(AiPlanStatus::Active), Tokens(195))
    );
    let usage = stage.call(&user, GetAiUsage {}).await.expect("usage");
    assert_eq!((usage.tier, usage.free_messages_left, usage.open_chats_limit), (AiTier::Plus, None, None));
    assert_eq!(stage.balance(&user).await, 805);
    assert_eq!(code(stage.subscribe(&user, AiTier::Plus).await), Code::AlreadyExists);
    stage.advance(MONTH - 60).await;
    let user = stage.person(7).await;
    assert_eq!(stage.balance(&user).await, 805);
    stage.advance(120).await;
    assert_eq!(stage.balance(&user).await, 610);
    let next = stage.call(&user, GetAiPlan {}).await.expect("a plan");
    assert_eq!(next.started_at, plan.period_ends_at, "a month begins where the last one ends");
    let history = stage.api.get(&user.token, "/v1/wallet/transactions?limit=1").await.json();
    assert_eq!(history["transactions"][0]["kind"], json!("ai_plan"));
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_plan_that_was_cancelled_runs_out_and_may_be_resumed() {
    let stage = Stage::start().await;
    let user = stage.person(7).await;
    let none = stage.call(&user, CancelAiSubscription {}).await.expect("nothing to cancel");
    assert_eq!(none.status, None);
    let plan = stage.subscribe(&user, AiTier::Plus).await.expect("a plan");
    let cancelled = stage.call(&user, CancelAiSubscription {}).await.expect("cancelled");
    assert_eq!((cancelled.tier, cancelled.status), (AiTier::Plus, Some(AiPlanStatus::Cancelled)));
    let again = stage.subscribe(&user, AiTier::Plus).await.expect("resumed");
    assert_eq!((again.status, again.charged), (Some(AiPlanStatus::Active), Tokens(0)));
    assert_eq!((again.period_ends_at, stage.balance(&user).await), (plan.period_ends_at, 805));
    stage.call(&user, CancelAiSubscription {}).await.expect("cancelled");
    stage.advance(MONTH).await;
    let user = stage.person(7).await;
    assert_eq!(stage.call(&user, GetAiPlan {}).await.expect("a plan").tier, AiTier::Free);
    assert_eq!(stage.balance(&user).await, 805);
    stage.subscribe(&user, AiTier::Plus).await.expect("a new one");
}

#[tokio::test]
async fn a_larger_plan_begins_at_once_and_a_smaller_one_waits() {
    let stage = Stage::start().await;
    let user = stage.person(7).await;
    stage.subscribe(&user, AiTier::Plus).await.expect("a plan");
    stage.advance(15 * DAY).await;
    let user = stage.person(7).await;
    let larger = stage.subscribe(&user, AiTier::Intimate).await.expect("a larger one");
    // Half of 195 is left, a little less by the time that requests take: 97 of 97.5.
    assert_eq!(
        (larger.tier, larger.charged, larger.price),
        (AiTier::Intimate, Tokens(395 - 97), Tokens(395))
    );
    assert_eq!(stage.balance(&user).await, 1_000 - 195 - 298);
    let refused = stage.subscribe(&user, AiTier::Plus).await.expect_err("a smaller one");
    assert_eq!(refused.code, Code::FailedPrecondition);
    assert!(refused.detail.expect("a detail").contains("cancel it"));
    // The timer of the smaller plan is gone with it.
    stage.advance(16 * DAY).await;
    let user = stage.person(7).await;
    assert_eq!(stage.call(&user, GetAiPlan {}).await.expect("a plan").tier, AiTier::Intimate);
    assert_eq!(stage.balance(&user).await, 507);
    stage.check_ledger().await;
}

#[tokio::test]
async fn too_few_tokens_begin_no_plan_and_end_one() {
    let stage = Stage::start().await;
    let user = stage.person(7).await;
    stage.subscribe(&user, AiTier::Intimate).await.expect("a plan");
    stage.leave(&user, 100).await;
    stage.advance(MONTH + 60).await;
    let user = stage.person(7).await;
    let plan = stage.call(&user, GetAiPlan {}).await.expect("a plan");
    assert_eq!((plan.tier, stage.balance(&user).await), (AiTier::Free, 100));
    assert_eq!(code(stage.subscribe(&user, AiTier::Plus).await), Code::InsufficientBalance);
    assert_eq!(stage.balance(&user).await, 100);
    stage.check_ledger().await;
}

#[tokio::test]
async fn free_is_no_plan_and_a_key_pays_once() {
    let stage = Stage::start().await;
    let user = stage.person(7).await;
    assert_eq!(blamed(stage.subscribe(&user, AiTier::Free).await), "tier");
    let answer = stage.api.post(&user.token, "/v1/ai/plan", json!({ "tier": "gold" })).await;
    assert_eq!(answer.refusal(), (422, "validation_failed".to_owned()));
    let send = || {
        let body = json!({ "tier": "plus" });
        stage.api.request("POST", "/v1/ai/plan").token(&user.token).key("k-1").json(&body).send()
    };
    let (first, again) = (send().await, send().await);
    assert_eq!((first.status, &first.body), (200, &again.body));
    assert_eq!(stage.balance(&user).await, 805);
}

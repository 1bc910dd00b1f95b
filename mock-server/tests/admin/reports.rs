//! What users report.

use avalo_sdk::{
    Code,
    api::{
        admin::{CaseStatus, CreateReport, GetReports, ReportReason, ReportTarget},
        chat::{CreateChat, SendMessage},
        feed::CommentOnPost,
        profiles::BlockUser,
    },
};

use crate::stage::{Person, Stage, blamed, code};

fn said(who: &Person, reason: ReportReason, details: Option<&str>) -> CreateReport {
    CreateReport {
        target_type: ReportTarget::User,
        target_id: who.id.0.clone(),
        reason,
        details: details.map(str::to_owned),
    }
}

#[tokio::test]
async fn everything_that_can_be_seen_can_be_reported() {
    let stage = Stage::start().await;
    let (fan, creator, support) =
        (stage.person(6).await, stage.person(2).await, stage.staff("support").await);
    let post = stage.post_of(&creator, "Buy my followers", None).await;
    let comment =
        CommentOnPost { post_id: post.id.clone(), content: "And cheap".into(), parent_comment_id: None };
    let comment = stage.call(&creator, comment).await.expect("a comment");
    let chat = stage.call(&fan, CreateChat { user_id: creator.id.clone() }).await.expect("a chat");
    let message = SendMessage {
        chat_id: chat.id.clone(),
        content: "Hello to you there".into(),
        kind: None,
        media_url: None,
        duration_seconds: None,
        client_id: None,
        max_price: None,
    };
    let message = stage.call(&creator, message).await.expect("a message");
    for (kind, id) in [
        (ReportTarget::User, creator.id.as_str()),
        (ReportTarget::Post, post.id.as_str()),
        (ReportTarget::Comment, comment.id.as_str()),
        (ReportTarget::Chat, chat.id.as_str()),
        (ReportTarget::Message, message.id.as_str()),
    ] {
        stage.report(&fan, kind, id, ReportReason::Spam).await.unwrap_or_else(|_| panic!("{kind:?}"));
        let again = stage.report(&fan, kind, id, ReportReason::Fraud).await;
        assert_eq!(code(again), Code::AlreadyExists, "{kind:?}");
        if kind != ReportTarget::Chat {
            let own = stage.report(&creator, kind, id, ReportReason::Spam).await;
            assert_eq!(code(own), Code::CannotTargetSelf, "{kind:?}");
        }
    }
    let stranger = stage.person(8).await;
    for (kind, id) in [(ReportTarget::Chat, chat.id.as_str()), (ReportTarget::Message, message.id.as_str())] {
        let other = stage.report(&stranger, kind, id, ReportReason::Spam).await;
        assert_eq!(code(other), Code::NotFound, "a chat of others: {kind:?}");
    }
    let page = stage.call(&support, GetReports::default()).await.expect("reports");
    assert_eq!(page.reports.len(), 5);
    assert!(page.reports.iter().all(|report| report.owner_id == creator.id && report.reporter_id == fan.id));
    let users = GetReports { target_type: Some(ReportTarget::User), ..GetReports::default() };
    assert_eq!(stage.call(&support, users).await.expect("reports").reports.len(), 1);
    let done = GetReports { status: Some(CaseStatus::Resolved), ..GetReports::default() };
    assert!(stage.call(&support, done).await.expect("reports").reports.is_empty());
}

#[tokio::test]
async fn a_block_hides_nobody_from_a_report() {
    let stage = Stage::start().await;
    let (one, other) = (stage.person(6).await, stage.person(7).await);
    stage.call(&other, BlockUser { user_id: one.id.clone() }).await.expect("blocked");
    stage
        .report(&one, ReportTarget::User, other.id.as_str(), ReportReason::Harassment)
        .await
        .expect("a report");
}

#[tokio::test]
async fn a_report_says_what_it_is_about() {
    let stage = Stage::start().await;
    let (one, other) = (stage.person(6).await, stage.person(7).await);
    for details in [None, Some(""), Some("  \n")] {
        assert_eq!(blamed(stage.call(&one, said(&other, ReportReason::Other, details)).await), "details");
    }
    let long = "x".repeat(1_001);
    assert_eq!(blamed(stage.call(&one, said(&other, ReportReason::Spam, Some(&long))).await), "details");
    for target_id in ["no such id!", "../usr_7"] {
        let request = CreateReport { target_id: target_id.into(), ..said(&other, ReportReason::Spam, None) };
        assert_eq!(blamed(stage.call(&one, request).await), "targetId");
    }
    let request = CreateReport { target_id: "usr_99".into(), ..said(&other, ReportReason::Spam, None) };
    assert_eq!(code(stage.call(&one, request).await), Code::NotFound);
    stage.call(&one, said(&other, ReportReason::Other, Some("He pretends."))).await.expect("a report");
}

#[tokio::test]
async fn twenty_reports_an_hour_are_the_most() {
    let stage = Stage::start().await;
    let (one, author) = (stage.person(6).await, stage.person(7).await);
    for number in 0..21 {
        let post = stage.post_of(&author, &format!("Offer {number}"), None).await;
        let report = stage.report(&one, ReportTarget::Post, post.id.as_str(), ReportReason::Spam).await;
        match number {
            20 => {
                let problem = report.expect_err("one too many");
                assert_eq!(problem.code, Code::TooFast);
                assert!(problem.retry_after.is_some_and(|seconds| seconds > 3_000 && seconds <= 3_600));
            }
            _ => drop(report.expect("a report")),
        }
    }
}

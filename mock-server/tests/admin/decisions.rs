//! The moderation queue, and what moderators make of it.

use avalo_sdk::{
    Code,
    api::{
        admin::{
            CaseStatus, GetModerationQueue, GetReports, GetUser, ModerateContent, ModerationCase,
            ModerationDecision, ReportReason, ReportTarget, Severity,
        },
        chat::{CreateChat, DeleteMessage, Deposit, GetChat, GetMessages, SendMessage},
        feed::{DeletePost, GetPost},
    },
    model::ChatId,
};

use crate::{
    WHY,
    stage::{Person, Stage, blamed, code},
};

fn decide(target_type: ReportTarget, target_id: &str, decision: ModerationDecision) -> ModerateContent {
    ModerateContent {
        target_type,
        target_id: target_id.to_owned(),
        decision,
        reason: WHY.into(),
        duration_days: None,
    }
}

async fn queue(stage: &Stage, by: &Person) -> Vec<ModerationCase> {
    stage.call(by, GetModerationQueue::default()).await.expect("a queue").cases
}

fn say(chat_id: &ChatId, content: &str) -> SendMessage {
    SendMessage {
        chat_id: chat_id.clone(),
        content: content.into(),
        kind: None,
        media_url: None,
        duration_seconds: None,
        client_id: None,
        max_price: None,
    }
}

#[tokio::test]
async fn the_most_urgent_comes_first_then_the_oldest() {
    let stage = Stage::start().await;
    let moderator = stage.staff("moderation").await;
    let (a, b, c) = (stage.person(6).await, stage.person(7).await, stage.person(8).await);
    let user = ReportTarget::User;
    for (who, whom, reason) in [
        (&a, "usr_1", ReportReason::Copyright),
        (&a, "usr_2", ReportReason::Spam),
        (&a, "usr_3", ReportReason::Fraud),
        (&a, "usr_4", ReportReason::Harassment),
        (&b, "usr_4", ReportReason::Copyright),
        (&c, "usr_4", ReportReason::Copyright),
        (&a, "usr_5", ReportReason::Fraud),
        (&b, "usr_1", ReportReason::Copyright),
    ] {
        stage.report(who, user, whom, reason).await.expect("a report");
    }
    let cases = queue(&stage, &moderator).await;
    let order: Vec<_> =
        cases.iter().map(|case| (case.target_id.as_str(), case.severity, case.reports)).collect();
    assert_eq!(
        order,
        [
            ("usr_4", Severity::Critical, 3),
            ("usr_3", Severity::High, 1),
            ("usr_5", Severity::High, 1),
            ("usr_2", Severity::Medium, 1),
            ("usr_1", Severity::Low, 2),
        ]
    );
    let mut seen = Vec::new();
    let mut cursor = None;
    loop {
        let request = GetModerationQueue { limit: Some(2), cursor, ..GetModerationQueue::default() };
        let page = stage.call(&moderator, request).await.expect("a page");
        assert_eq!(page.open, 5);
        seen.extend(page.cases);
        cursor = page.next_cursor;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(seen, cases);
    let urgent = GetModerationQueue { severity: Some(Severity::High), ..GetModerationQueue::default() };
    assert_eq!(stage.call(&moderator, urgent).await.expect("a page").cases.len(), 3);
    let file = stage.call(&moderator, GetUser { user_id: "usr_4".into() }).await.expect("a file");
    assert!(file.suspension.is_none(), "three reports alone suspend nobody");
    assert_eq!(file.user.reports, 3);
}

#[tokio::test]
async fn a_decision_answers_all_reports_and_a_new_one_opens_another_case() {
    let stage = Stage::start().await;
    let (moderator, a, b) = (stage.staff("moderation").await, stage.person(6).await, stage.person(7).await);
    let (user, id) = (ReportTarget::User, "usr_1");
    for who in [&a, &b] {
        stage.report(who, user, id, ReportReason::Spam).await.expect("a report");
    }
    let result = stage.call(&moderator, decide(user, id, ModerationDecision::Warn)).await.expect("a warning");
    assert_eq!((result.reports, result.owner_id.as_str()), (2, id));
    assert!(queue(&stage, &moderator).await.is_empty());
    let page = stage.call(&moderator, GetReports::default()).await.expect("reports");
    assert!(page.reports.iter().all(|report| {
        (report.status, report.decision) == (CaseStatus::Resolved, Some(ModerationDecision::Warn))
    }));
    let file = stage.call(&moderator, GetUser { user_id: id.into() }).await.expect("a file");
    assert_eq!((file.user.warnings, file.warnings[0].reason.as_str()), (1, WHY));
    stage.report(&a, user, id, ReportReason::Spam).await.expect("another report");
    assert_eq!(queue(&stage, &moderator).await.len(), 1);
    stage.call(&moderator, decide(user, id, ModerationDecision::Approve)).await.expect("nothing wrong");
    let again = stage.call(&moderator, decide(user, id, ModerationDecision::Approve)).await;
    assert_eq!(code(again), Code::FailedPrecondition);
}

#[tokio::test]
async fn what_is_deleted_is_gone_and_what_its_author_deleted_can_be_decided() {
    let stage = Stage::start().await;
    let (moderator, fan, author) =
        (stage.staff("moderation").await, stage.person(6).await, stage.person(1).await);
    let kind = ReportTarget::Post;
    let (one, other) =
        (stage.post_of(&author, "One", None).await, stage.post_of(&author, "Other", None).await);
    for post in [&one, &other] {
        stage.report(&fan, kind, post.id.as_str(), ReportReason::Spam).await.expect("a report");
    }
    stage.call(&moderator, decide(kind, one.id.as_str(), ModerationDecision::Delete)).await.expect("deleted");
    assert_eq!(code(stage.call(&fan, GetPost { post_id: one.id }).await), Code::NotFound);
    stage.call(&author, DeletePost { post_id: other.id.clone() }).await.expect("deleted");
    let case = queue(&stage, &moderator).await.remove(0);
    assert_eq!((case.excerpt.as_str(), case.target_id.as_str()), ("Other", other.id.as_str()));
    let result = stage.call(&moderator, decide(kind, other.id.as_str(), ModerationDecision::Warn)).await;
    assert_eq!(result.expect("a warning").owner_id, author.id);
    let nothing = stage.call(&moderator, decide(kind, other.id.as_str(), ModerationDecision::Warn)).await;
    assert_eq!(code(nothing), Code::NotFound);
}

#[tokio::test]
async fn a_suspension_by_decision_is_one_and_a_ban_takes_an_administrator() {
    let stage = Stage::start().await;
    let (moderator, admin, author) =
        (stage.staff("moderation").await, stage.person(10).await, stage.person(7).await);
    let post = stage.post_of(&author, "Not nice", None).await;
    let on = |decision| decide(ReportTarget::Post, post.id.as_str(), decision);
    let days = ModerateContent { duration_days: Some(3), ..on(ModerationDecision::Suspend) };
    let result = stage.call(&moderator, days).await.expect("suspended, though nobody had reported it");
    assert!(result.suspended_until.is_some() && result.reports == 0);
    assert_eq!(code(stage.call(&author, GetPost { post_id: post.id.clone() }).await), Code::AccountSuspended);
    assert_eq!(code(stage.call(&moderator, on(ModerationDecision::Ban)).await), Code::PermissionDenied);
    stage.call(&admin, on(ModerationDecision::Ban)).await.expect("banned");
    let days = ModerateContent { duration_days: Some(3), ..on(ModerationDecision::Warn) };
    assert_eq!(blamed(stage.call(&moderator, days).await), "durationDays");
}

#[tokio::test]
async fn decisions_fit_their_things_and_people() {
    let stage = Stage::start().await;
    let (moderator, admin) = (stage.staff("moderation").await, stage.person(10).await);
    let (user, chat) = (ReportTarget::User, ReportTarget::Chat);
    let delete = decide(user, "usr_1", ModerationDecision::Delete);
    assert_eq!(blamed(stage.call(&moderator, delete).await), "decision");
    let own = decide(user, moderator.id.as_str(), ModerationDecision::Warn);
    assert_eq!(code(stage.call(&moderator, own).await), Code::CannotTargetSelf);
    let above = decide(user, admin.id.as_str(), ModerationDecision::Warn);
    assert_eq!(code(stage.call(&moderator, above).await), Code::PermissionDenied);
    let room =
        stage.call(&stage.person(6).await, CreateChat { user_id: "usr_2".into() }).await.expect("a chat");
    let warn = decide(chat, room.id.as_str(), ModerationDecision::Warn);
    assert_eq!(blamed(stage.call(&moderator, warn).await), "decision");
}

#[tokio::test]
async fn a_chat_is_closed_with_its_escrow_given_back_and_a_message_removed() {
    let stage = Stage::start().await;
    let (moderator, fan, creator) =
        (stage.staff("moderation").await, stage.person(6).await, stage.person(2).await);
    let chat = stage.call(&fan, CreateChat { user_id: creator.id.clone() }).await.expect("a chat");
    let mut last = None;
    for words in ["One thing first", "Another one then", "A third of them", "The fourth and last"] {
        last = Some(stage.call(&fan, say(&chat.id, words)).await.expect("a message"));
    }
    stage.call(&fan, Deposit { chat_id: chat.id.clone() }).await.expect("a deposit");
    let message = last.expect("a message").id;
    let remove = decide(ReportTarget::Message, message.as_str(), ModerationDecision::Delete);
    stage.call(&moderator, remove).await.expect("removed");
    let page = GetMessages { chat_id: chat.id.clone(), limit: None, cursor: None };
    let page = stage.call(&creator, page).await.expect("messages");
    let shown = page.messages.iter().find(|shown| shown.id == message).expect("that there was one");
    assert!(shown.deleted && shown.content.is_empty(), "{shown:?}");
    let other = DeleteMessage { chat_id: chat.id.clone(), message_id: page.messages[1].id.clone() };
    let finance = stage.staff("finance").await;
    assert_eq!(code(stage.call(&finance, other).await), Code::NotParticipant);
    let before = stage.balance(&fan).await;
    let close = decide(ReportTarget::Chat, chat.id.as_str(), ModerationDecision::Delete);
    stage.call(&moderator, close).await.expect("closed");
    assert_eq!(stage.balance(&fan).await - before, 65);
    let chat = stage.call(&fan, GetChat { chat_id: chat.id }).await.expect("a chat");
    assert_eq!(chat.state.as_str(), "closed");
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_message_that_was_stopped_enters_the_queue_though_it_was_refused() {
    let stage = Stage::start().await;
    let (moderator, fan) = (stage.staff("moderation").await, stage.person(6).await);
    let chat = stage.call(&fan, CreateChat { user_id: "usr_2".into() }).await.expect("a chat");
    for words in ["Would you pay for sex", "Or double your money then"] {
        assert_eq!(code(stage.call(&fan, say(&chat.id, words)).await), Code::ContentBlocked);
    }
    let case = queue(&stage, &moderator).await.remove(0);
    assert_eq!((case.owner_id, case.reports, case.flags), (fan.id, 0, 2));
    assert_eq!((case.excerpt.as_str(), case.severity), ("Would you pay for sex", Severity::High));
}

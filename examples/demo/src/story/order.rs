//! The staff keeps order: reports, documents, money, features.

use avalo_mock_server::MockServer;
use avalo_sdk::{
    AvaloSdk, Code,
    api::{
        admin::{
            BanUser, CreateReport, CreditDirection, CreditTokens, GetAuditLog, GetDashboardStats,
            GetModerationQueue, GetReports, GetRevenueAnalytics, GetSystemHealth, GetUser, GetUsers,
            HealthStatus, ListAllWithdrawals, ListFeatureFlags, ModerateContent, ModerationDecision,
            RefundTransaction, ReportReason, ReportTarget, ReviewKyc, ReviewWithdrawal,
            SendSystemNotification, SetFeatureFlag, SetRole, StaffScope, SuspendUser, UnsuspendUser,
        },
        auth::{AccountStatus, GetFeatureFlags, IdType, KycStatus, Login, Role, SubmitKyc},
        payments::{
            GetTransactions, ListWithdrawals, PayoutMethod, Period, RequestWithdrawal, SendTip,
            WithdrawalStatus,
        },
    },
    model::Tokens,
};

use super::{Cast, PASSWORD, device, joining::wait, showing::id, step_up};
use crate::{Stopped, Teller};

/// The staff, each with a device.
struct Staff {
    /// Appoints the others.
    chief: AvaloSdk,
    moderator: AvaloSdk,
    finance: AvaloSdk,
    compliance: AvaloSdk,
}

pub(super) async fn tell(server: &MockServer, cast: &Cast, teller: &mut Teller) -> Result<(), Stopped> {
    teller.aside("Four of the staff come to work: Frances, a moderator, finance and compliance.");
    let staff = Staff {
        chief: enter(server, "super", "Frances", teller).await?,
        moderator: enter(server, "moderation", "The moderator", teller).await?,
        finance: enter(server, "finance", "Finance", teller).await?,
        compliance: enter(server, "compliance", "Compliance", teller).await?,
    };
    moderate(server, cast, &staff, teller).await?;
    verify(cast, &staff, teller).await?;
    pay_out(server, cast, &staff, teller).await?;
    money(cast, &staff, teller).await?;
    govern(cast, &staff, teller).await
}

async fn enter(
    server: &MockServer,
    office: &str,
    name: &str,
    teller: &mut Teller,
) -> Result<AvaloSdk, Stopped> {
    let sdk = device(server, teller)?;
    let login =
        Login { email: format!("{office}@avalo.test"), password: PASSWORD.into(), ..Default::default() };
    teller.call(&format!("{name} comes in"), sdk.auth().login(login)).await?;
    Ok(sdk)
}

async fn moderate(
    server: &MockServer,
    cast: &Cast,
    staff: &Staff,
    teller: &mut Teller,
) -> Result<(), Stopped> {
    let moderator = staff.moderator.admin();
    let report = |reason| CreateReport {
        target_type: ReportTarget::User,
        target_id: "usr_8".into(),
        reason,
        details: Some("He asks everyone for their card.".into()),
    };
    let fraud = cast.linus.profiles().create_report(report(ReportReason::Fraud));
    teller.call("Linus reports somebody who asks for cards", fraud).await?;
    let spam = cast.mary.profiles().create_report(report(ReportReason::Spam));
    teller.call("So does Mary", spam).await?;
    let again = cast.mary.profiles().create_report(report(ReportReason::Fraud));
    teller.refused("She presses twice", again, Code::AlreadyExists).await?;
    let queue = teller
        .call("The moderator opens the queue", moderator.get_moderation_queue(GetModerationQueue::default()))
        .await?;
    let case = queue.cases.first().ok_or(Stopped)?;
    teller.check(
        &format!("one case with {} reports, severity {}", case.reports, case.severity.as_str()),
        (queue.open, case.reports) == (1, 2),
    )?;
    teller.call("And reads what was said", moderator.get_reports(GetReports::default())).await?;
    let warn = ModerateContent {
        target_type: ReportTarget::User,
        target_id: "usr_8".into(),
        decision: ModerationDecision::Warn,
        reason: "Asking for cards is not allowed here.".into(),
        duration_days: None,
    };
    let result = teller.call("It becomes a warning", moderator.moderate_content(warn)).await?;
    teller.check("both reports are answered by it", result.reports == 2)?;
    let suspend = SuspendUser {
        user_id: "usr_8".into(),
        reason: "He was warned and went on asking.".into(),
        duration_days: Some(7),
    };
    teller.call("He goes on, and is suspended for a week", moderator.suspend_user(suspend)).await?;
    let stranger = device(server, teller)?;
    let login = Login { email: "user8@avalo.test".into(), password: PASSWORD.into(), ..Default::default() };
    let denied = stranger.auth().login(login);
    teller.refused("He tries to sign in", denied, Code::AccountSuspended).await?;
    let lift = UnsuspendUser { user_id: "usr_8".into(), reason: "He has apologised to all of them.".into() };
    teller.call("He apologises; the account is opened again", moderator.unsuspend_user(lift)).await?;
    let ban = || BanUser { user_id: "usr_9".into(), reason: "The account was made to cheat others.".into() };
    let overreach = moderator.ban_user(ban());
    teller.refused("The moderator would ban another one", overreach, Code::PermissionDenied).await?;
    let banned = teller.call("Frances may, and does", staff.chief.admin().ban_user(ban())).await?;
    teller.check("for good", banned.status == AccountStatus::Banned)
}

async fn verify(cast: &Cast, staff: &Staff, teller: &mut Teller) -> Result<(), Stopped> {
    let documents = SubmitKyc {
        full_name: "Mary Somerville".into(),
        date_of_birth: "1985-12-26".into(),
        address: "Jedburgh Road 1".into(),
        city: "Burntisland".into(),
        country: "GB".into(),
        postal_code: "KY3".into(),
        id_type: IdType::Passport,
        id_number: "MS1780500".into(),
        id_front_image: "/media/front".into(),
        id_back_image: None,
        selfie_image: "/media/selfie".into(),
    };
    teller.call("Mary sends documents that are hard to read", cast.mary.auth().submit_kyc(documents)).await?;
    let waiting = GetUsers { kyc_status: Some(KycStatus::Submitted), ..Default::default() };
    let officer = staff.compliance.admin();
    let page = teller.call("Compliance looks who waits", officer.get_users(waiting)).await?;
    teller.check("Mary does", page.users.iter().map(|user| &user.id).eq([&id(&cast.mary)]))?;
    let review = ReviewKyc { user_id: id(&cast.mary), approve: true, reason: None };
    let report = teller.call("A person reads them after all", officer.review_kyc(review)).await?;
    teller.check("she is verified", report.status == KycStatus::Approved)
}

async fn pay_out(
    server: &MockServer,
    cast: &Cast,
    staff: &Staff,
    teller: &mut Teller,
) -> Result<(), Stopped> {
    let (ada, finance) = (cast.ada.payments(), staff.finance.admin());
    step_up(&cast.ada, "Ada", teller).await?;
    let request = RequestWithdrawal {
        amount: Tokens(500),
        method: PayoutMethod::BankTransfer,
        destination: "GB33BUKB20201555555555".into(),
    };
    teller.call("Ada asks for 500 tokens in money after all", ada.request_withdrawal(request)).await?;
    let pending = ListAllWithdrawals { status: Some(WithdrawalStatus::Pending), ..Default::default() };
    let page = teller.call("Finance looks what waits", finance.list_withdrawals(pending)).await?;
    let waiting = page.withdrawals.into_iter().next().ok_or(Stopped)?;
    let review = ReviewWithdrawal { withdrawal_id: waiting.withdrawal.id, approve: true, reason: None };
    teller.call("And approves it", finance.review_withdrawal(review)).await?;
    wait(server, teller, "Four days pass on the server's clock, two of them business days", 4 * 86_400)
        .await?;
    let list = teller.call("Ada looks again", ada.list_withdrawals(ListWithdrawals {})).await?;
    let status = list.withdrawals.first().map(|withdrawal| withdrawal.status);
    teller.check("the money has arrived", status == Some(WithdrawalStatus::Completed))
}

async fn money(cast: &Cast, staff: &Staff, teller: &mut Teller) -> Result<(), Stopped> {
    let (linus, finance) = (cast.linus.payments(), staff.finance.admin());
    let tip = SendTip { recipient_id: id(&cast.ada), amount: Tokens(50), note: None, post_id: None };
    teller.call("Linus tips Ada 50 tokens by mistake", linus.send_tip(tip)).await?;
    let page = GetTransactions { limit: Some(1), cursor: None };
    let page = teller.call("He finds the transaction", linus.get_transactions(page)).await?;
    let transaction_id = page.transactions.into_iter().next().ok_or(Stopped)?.id;
    let reason = "He meant to tip five tokens.".to_owned();
    let refund = || RefundTransaction { transaction_id: transaction_id.clone(), reason: reason.clone() };
    let receipt = teller.call("Finance reverses it", finance.refund_transaction(refund())).await?;
    teller.check(
        &format!("{} from Ada, {} from the platform", receipt.from_earner, receipt.from_platform),
        (receipt.from_earner, receipt.from_platform) == (Tokens(40), Tokens(10)),
    )?;
    let twice = finance.refund_transaction(refund());
    teller.refused("Once is enough", twice, Code::AlreadyExists).await?;
    let credit = CreditTokens {
        user_id: id(&cast.linus),
        direction: CreditDirection::Grant,
        amount: Tokens(20),
        reason: "For the trouble with the tip.".into(),
    };
    let chief = staff.chief.admin();
    teller.call("Frances gives him 20 of the platform's own", chief.credit_tokens(credit)).await?;
    let all = GetRevenueAnalytics { period: Some(Period::All) };
    let revenue = teller.call("Finance adds up what came in", finance.get_revenue_analytics(all)).await?;
    let kept = revenue.platform.0 - revenue.refunded_platform.0 - revenue.granted.0 + revenue.taken.0;
    teller.check(
        &format!("{} tokens for the platform, as the ledger has it", revenue.balance),
        kept == revenue.balance.0,
    )
}

async fn govern(cast: &Cast, staff: &Staff, teller: &mut Teller) -> Result<(), Stopped> {
    let chief = staff.chief.admin();
    step_up(&staff.chief, "Frances", teller).await?;
    let appoint = SetRole {
        user_id: id(&cast.mary),
        role: Role::Moderator,
        scopes: vec![StaffScope::Support],
        reason: "Mary knows everyone in the village.".into(),
    };
    teller.call("She makes Mary one of the staff", chief.set_role(appoint)).await?;
    let look = GetUser { user_id: "usr_8".into() };
    let file = teller.call("Mary reads a file", cast.mary.admin().get_user(look)).await?;
    teller.check("one warning, open again", file.warnings.len() == 1 && file.suspension.is_none())?;
    let flags =
        teller.call("Frances looks what is new", chief.list_feature_flags(ListFeatureFlags {})).await?;
    teller.check(&format!("{} features", flags.flags.len()), flags.flags.len() == 6)?;
    let calls = SetFeatureFlag {
        name: "videoCalls".into(),
        description: None,
        enabled: true,
        rollout_percentage: Some(0),
        allowed_user_ids: vec![id(&cast.linus)],
        blocked_user_ids: Vec::new(),
        allowed_roles: Vec::new(),
        expires_at: None,
    };
    teller.call("She lets Linus alone try calls with a picture", chief.set_feature_flag(calls)).await?;
    for (sdk, name, expected) in [(&cast.linus, "Linus", true), (&cast.ada, "Ada", false)] {
        let asked = sdk.auth().get_feature_flags(GetFeatureFlags {});
        let seen = teller.call(&format!("{name}'s app asks what is on"), asked).await?;
        let on = seen.flags.iter().any(|flag| flag.name == "videoCalls" && flag.enabled);
        teller.check(if expected { "calls are" } else { "calls are not" }, on == expected)?;
    }
    let message = SendSystemNotification {
        user_ids: Vec::new(),
        everyone: Some(true),
        title: "Tea for everyone".into(),
        body: "On Sunday at four, in the garden.".into(),
        priority: None,
    };
    teller.call("She invites everyone to tea", chief.send_system_notification(message)).await?;
    let stats = teller.call("She reads the figures", chief.get_dashboard_stats(GetDashboardStats {})).await?;
    teller.check(
        &format!("{} users, {} of them banned", stats.users.total, stats.users.banned),
        stats.users.banned == 1,
    )?;
    let health =
        teller.call("And asks how the server feels", chief.get_system_health(GetSystemHealth {})).await?;
    teller.check("well", health.status == HealthStatus::Healthy)?;
    let page = GetAuditLog { limit: Some(100), ..Default::default() };
    let audit = teller.call("It is all in the record", chief.get_audit_log(page)).await?;
    teller.check(&format!("{} entries", audit.entries.len()), audit.entries.len() == 11)
}

//! Packs, tips, gifts, subscriptions, a withdrawal.

use avalo_mock_server::MockServer;
use avalo_sdk::{
    Code,
    api::payments::{
        AddPaymentMethod, CancelSubscription, CancelWithdrawal, ConfirmPurchase, GetEarningsSummary,
        GetGifts, GetPackages, GetPurchase, GetTransaction, GetTransactions, GetWallet, GetWithdrawable,
        ListSubscriptions, ListWithdrawals, PaymentMethodKind, PayoutMethod, PurchaseStatus, PurchaseTokens,
        RemovePaymentMethod, RequestWithdrawal, SendGift, SendTip, SetDefaultPaymentMethod,
        SubscribeToCreator, Webhook,
    },
    api::profiles::ListSubscriptionTiers,
    model::Tokens,
};

use super::{Cast, joining, showing::id, step_up};
use crate::{Stopped, Teller};

pub(super) async fn tell(server: &MockServer, cast: &Cast, teller: &mut Teller) -> Result<(), Stopped> {
    buy(server, cast, teller).await?;
    support(cast, teller).await?;
    joining::wait(
        server,
        teller,
        "Ten minutes pass on the server's clock; Ada's earlier proof no longer counts",
        600,
    )
    .await?;
    withdraw(cast, teller).await
}

async fn buy(server: &MockServer, cast: &Cast, teller: &mut Teller) -> Result<(), Stopped> {
    let linus = cast.linus.payments();
    let wallet = teller.call("Linus opens his wallet", linus.get_wallet(GetWallet {})).await?;
    let packs = teller.call("He asks what tokens cost", linus.get_packages(GetPackages::default())).await?;
    teller.check(
        &format!("{} packs, from 100 to 10,000 tokens", packs.packages.len()),
        packs.packages.len() == 7,
    )?;
    let card = |token: &str| AddPaymentMethod {
        kind: PaymentMethodKind::Card,
        token: token.into(),
        is_default: None,
    };
    let bad = teller.call("He adds an old card", linus.add_payment_method(card("tok_declined_0002"))).await?;
    let good = teller.call("And he adds a new one", linus.add_payment_method(card("tok_visa_4242"))).await?;
    let prefer = SetDefaultPaymentMethod { payment_method_id: good.id.clone() };
    teller.call("The new one is to be used from now on", linus.set_default_payment_method(prefer)).await?;
    let pack = |method| PurchaseTokens {
        package_id: "premium".into(),
        payment_method_id: Some(method),
        currency: None,
    };
    let purchase = teller
        .call("He buys 1,000 tokens with the old one", linus.purchase_tokens(pack(bad.id.clone())))
        .await?;
    let confirm = |id| ConfirmPurchase { purchase_id: id };
    teller
        .refused("The bank says no", linus.confirm_purchase(confirm(purchase.id)), Code::PaymentDeclined)
        .await?;
    teller
        .call(
            "He forgets that card",
            linus.remove_payment_method(RemovePaymentMethod { payment_method_id: bad.id }),
        )
        .await?;
    let purchase = teller.call("He buys them with the new one", linus.purchase_tokens(pack(good.id))).await?;
    let paid = teller
        .call("This time the bank says yes", linus.confirm_purchase(confirm(purchase.id.clone())))
        .await?;
    teller.check("completed", paid.status == PurchaseStatus::Completed)?;
    let get = GetPurchase { purchase_id: purchase.id.clone() };
    teller.call("He looks at the purchase once more", linus.get_purchase(get)).await?;
    let payload = format!(
        r#"{{"id":"evt_1","type":"payment_intent.succeeded","purchaseId":"{}"}}"#,
        purchase.id.as_str()
    );
    let report = Webhook { signature: server.sign_webhook(&payload), payload };
    teller.call("The provider reports it as well", linus.webhook(report)).await?;
    let after = teller.call("Linus looks into his wallet again", linus.get_wallet(GetWallet {})).await?;
    teller.check("1,000 tokens came in, once", after.balance.0 == wallet.balance.0 + 1_000)
}

async fn support(cast: &Cast, teller: &mut Teller) -> Result<(), Stopped> {
    let (linus, ada) = (cast.linus.payments(), id(&cast.ada));
    let tip = SendTip {
        recipient_id: ada.clone(),
        amount: Tokens(800),
        note: Some("For note G".into()),
        post_id: None,
    };
    let receipt = teller.call("Linus tips Ada 800 tokens", linus.send_tip(tip)).await?;
    teller.check(
        &format!("{} for her, {} for the platform", receipt.recipient_share, receipt.fee),
        receipt.recipient_share == Tokens(640),
    )?;
    teller.call("He opens the catalogue of gifts", linus.get_gifts(GetGifts {})).await?;
    let gift = SendGift { recipient_id: ada.clone(), gift_id: "crown".into() };
    teller.call("He gives her a crown", linus.send_gift(gift)).await?;
    let tiers = ListSubscriptionTiers { user_id: ada.clone() };
    let tiers = teller
        .call("He reads her offer to subscribers", cast.linus.profiles().list_subscription_tiers(tiers))
        .await?;
    let tier = tiers.tiers.into_iter().next().ok_or(Stopped)?;
    let subscribe = SubscribeToCreator { creator_id: ada, tier_id: tier.id };
    let subscription = teller.call("He subscribes", linus.subscribe_to_creator(subscribe)).await?;
    teller.call("He looks at his subscriptions", linus.list_subscriptions(ListSubscriptions {})).await?;
    let cancel = CancelSubscription { subscription_id: subscription.id };
    teller.call("He cancels; it runs to the end of the month", linus.cancel_subscription(cancel)).await?;
    let page = GetTransactions { limit: Some(100), cursor: None };
    let page = teller.call("He asks where it all went", linus.get_transactions(page)).await?;
    teller.check(
        &format!("{} movements, each with the balance after it", page.transactions.len()),
        page.transactions.len() > 5,
    )?;
    let newest = page.transactions.into_iter().next().ok_or(Stopped)?;
    let get = GetTransaction { transaction_id: newest.id.clone() };
    let one = teller.call("He looks at one of them", linus.get_transaction(get)).await?;
    teller.check("it is what the list said", one == newest)
}

async fn withdraw(cast: &Cast, teller: &mut Teller) -> Result<(), Stopped> {
    let ada = cast.ada.payments();
    let summary =
        teller.call("Ada adds up her month", ada.get_earnings_summary(GetEarningsSummary::default())).await?;
    teller.check(&format!("{} tokens earned", summary.total), summary.total >= Tokens(500))?;
    let quote =
        teller.call("She asks what she could take home", ada.get_withdrawable(GetWithdrawable {})).await?;
    teller.check(&format!("{} tokens", quote.amount), quote.amount == summary.total)?;
    let request = || RequestWithdrawal {
        amount: Tokens(500),
        method: PayoutMethod::BankTransfer,
        destination: "GB33BUKB20201555555555".into(),
    };
    teller
        .refused("She asks for 500 of them", ada.request_withdrawal(request()), Code::StepUpRequired)
        .await?;
    step_up(&cast.ada, "Ada", teller).await?;
    let withdrawal =
        teller.call("Then 500 of them are on their way", ada.request_withdrawal(request())).await?;
    teller.check(&format!("a fee of {}", withdrawal.fee), withdrawal.fee == Tokens(10))?;
    teller.call("She looks at her withdrawals", ada.list_withdrawals(ListWithdrawals {})).await?;
    let cancel = CancelWithdrawal { withdrawal_id: withdrawal.id };
    teller.call("On second thoughts she keeps them", ada.cancel_withdrawal(cancel)).await.map(drop)
}

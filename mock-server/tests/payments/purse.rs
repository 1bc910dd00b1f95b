//! People with tokens: buying, earning, proving.

use avalo_sdk::{
    api::{
        admin::ReviewWithdrawal,
        auth::{CompleteStepUp, StartStepUp},
        payments::{
            AddPaymentMethod, ConfirmPurchase, GetWallet, PaymentMethod, PaymentMethodKind, Purchase,
            PurchaseTokens, SendTip, Wallet, Withdrawal,
        },
        profiles::BlockUser,
    },
    model::{Tokens, UserId},
};

use crate::{
    stage::{Person, Stage},
    support::PASSWORD,
};

pub(crate) const MINUTE: u64 = 60;
pub(crate) const HOUR: u64 = 60 * MINUTE;
pub(crate) const DAY: u64 = 24 * HOUR;

impl Stage {
    /// A fan and a creator, 1,000 tokens each.
    pub(crate) async fn pair(&self) -> (Person, Person) {
        (self.person(6).await, self.person(1).await)
    }

    pub(crate) async fn add_method(&self, who: &Person, token: &str) -> PaymentMethod {
        let request =
            AddPaymentMethod { kind: PaymentMethodKind::Card, token: token.into(), is_default: Some(true) };
        self.call(who, request).await.expect("a payment method")
    }

    /// A purchase that waits to be confirmed.
    pub(crate) async fn begin(&self, who: &Person, package: &str) -> Purchase {
        self.call(who, pack(package)).await.expect("a purchase")
    }

    /// Buys 10,000 tokens. It takes a minute: two purchases within one are the most.
    pub(crate) async fn buy(&self, who: &Person) {
        let purchase = self.begin(who, "royal").await;
        self.call(who, ConfirmPurchase { purchase_id: purchase.id }).await.expect("paid");
        self.advance(MINUTE).await;
    }

    /// Lets a creator earn so many times 8,000 tokens. It takes as many minutes.
    pub(crate) async fn earn(&self, creator: &Person, times: usize) {
        let fan = self.person(7).await;
        self.add_method(&fan, "tok_visa_4242").await;
        for _ in 0..times {
            self.buy(&fan).await;
            self.call(&fan, tip(&creator.id, 10_000)).await.expect("a tip");
        }
    }

    /// Proves more than a session.
    pub(crate) async fn step_up(&self, who: &Person) {
        let challenge_id = self.call(who, StartStepUp {}).await.expect("a challenge").challenge_id;
        self.call(who, CompleteStepUp { challenge_id, proof: PASSWORD.into() }).await.expect("a step-up");
    }

    /// Lets the staff decide about a withdrawal: approved, or refused for a reason.
    pub(crate) async fn decide(&self, withdrawal: &Withdrawal, refused: Option<&str>) {
        let finance = self.api.sign_in("finance@avalo.test").await;
        let review = ReviewWithdrawal {
            withdrawal_id: withdrawal.id.clone(),
            approve: refused.is_none(),
            reason: refused.map(str::to_owned),
        };
        let finance = Person { id: "stf_finance".into(), token: finance };
        self.call(&finance, review).await.expect("a decision");
    }

    pub(crate) async fn block(&self, who: &Person, whom: &Person) {
        self.call(who, BlockUser { user_id: whom.id.clone() }).await.expect("blocked");
    }

    pub(crate) async fn wallet(&self, who: &Person) -> Wallet {
        self.call(who, GetWallet {}).await.expect("a wallet")
    }
}

pub(crate) fn pack(package: &str) -> PurchaseTokens {
    PurchaseTokens { package_id: package.into(), payment_method_id: None, currency: None }
}

pub(crate) fn tip(whom: &UserId, amount: i64) -> SendTip {
    SendTip { recipient_id: whom.clone(), amount: Tokens(amount), note: None, post_id: None }
}

//! A payout, which uses up the step-up that it asks for, over a network that loses its answer.

use avalo_mock_server::{Fault, FaultRule, MockServer};
use avalo_sdk::{
    AvaloSdk, Code,
    api::{
        auth::{CompleteStepUp, StartStepUp},
        payments::{
            AddPaymentMethod, ConfirmPurchase, ListWithdrawals, PaymentMethodKind, PayoutMethod,
            PurchaseTokens, RequestWithdrawal, SendTip,
        },
    },
    model::Tokens,
};
use avalo_tests::{server, sign_in};

/// Lets a fan give a creator tokens that she can take home.
async fn earn(server: &MockServer, amount: i64) -> AvaloSdk {
    let (creator, fan) = (sign_in(server, 1).await, sign_in(server, 6).await);
    let payments = fan.payments();
    let card =
        AddPaymentMethod { kind: PaymentMethodKind::Card, token: "tok_visa_4242".into(), is_default: None };
    payments.add_payment_method(card).await.expect("a card");
    let pack = PurchaseTokens { package_id: "elite".into(), payment_method_id: None, currency: None };
    let purchase = payments.purchase_tokens(pack).await.expect("a purchase");
    payments.confirm_purchase(ConfirmPurchase { purchase_id: purchase.id }).await.expect("tokens");
    for _ in 0..amount / 500 {
        let tip = SendTip { recipient_id: "usr_1".into(), amount: Tokens(500), note: None, post_id: None };
        payments.send_tip(tip).await.expect("a tip");
    }
    creator
}

#[tokio::test]
async fn a_payout_whose_answer_is_lost_is_made_once_and_its_caller_learns_of_it() {
    let server = server().await;
    let creator = earn(&server, 2_000).await;
    let challenge = creator.auth().start_step_up(StartStepUp {}).await.expect("a challenge");
    let proof = CompleteStepUp { challenge_id: challenge.challenge_id, proof: "Password1".into() };
    creator.auth().complete_step_up(proof).await.expect("a step-up");

    let request = || RequestWithdrawal {
        amount: Tokens(500),
        method: PayoutMethod::BankTransfer,
        destination: "GB33BUKB20201555555555".into(),
    };
    server.faults([FaultRule::new("payments.requestWithdrawal", Fault::DropAfterCommit).times(2)]);
    let withdrawal = creator.payments().request_withdrawal(request()).await.expect("one payout");
    assert_eq!(withdrawal.amount, Tokens(500));
    assert_eq!(server.count("payments.requestWithdrawal"), 3);
    let list = creator.payments().list_withdrawals(ListWithdrawals {}).await.expect("a list");
    assert_eq!(list.withdrawals.len(), 1);

    let error = creator.payments().request_withdrawal(request()).await.expect_err("it was used up");
    assert_eq!(error.code(), Some(Code::StepUpRequired));
    assert!(server.invariants().await.expect("invariants").hold());
}

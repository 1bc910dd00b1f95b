//! Ten thousand payments over a network that loses every third answer.

use std::{collections::HashSet, sync::Arc, time::Duration};

use avalo_mock_server::{Fault, FaultRule};
use avalo_sdk::{
    ErrorKind,
    api::payments::{
        AddPaymentMethod, ConfirmPurchase, GetWallet, PaymentMethodKind, PurchaseTokens, SendTip,
    },
    model::Tokens,
};
use avalo_tests::{server, sign_in};
use futures_util::future::join_all;

const TRANSFERS: usize = 10_000;
const USERS: usize = 10;

/// How many calls of each user are under way at a time.
const IN_FLIGHT: usize = 4;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_transfers_are_charged_once_each() {
    let server = server().await;
    let mut clients = Vec::new();
    for user in 1..=USERS {
        let sdk = sign_in(&server, user as u32).await;
        let method = AddPaymentMethod {
            kind: PaymentMethodKind::Card,
            token: "tok_visa_4242".into(),
            is_default: None,
        };
        sdk.payments().add_payment_method(method).await.expect("a card");
        let pack = PurchaseTokens { package_id: "elite".into(), payment_method_id: None, currency: None };
        let purchase = sdk.payments().purchase_tokens(pack).await.expect("a purchase");
        let confirm = ConfirmPurchase { purchase_id: purchase.id };
        sdk.payments().confirm_purchase(confirm).await.expect("5,000 tokens");
        clients.push(sdk);
    }
    let before = server.invariants().await.expect("invariants").postings;
    server.faults([FaultRule::new("payments.sendTip", Fault::DropAfterCommit).rate(0.3, 11)]);
    server.clear_requests();

    let clients = Arc::new(clients);
    let workers = (0..USERS * IN_FLIGHT).map(|worker| {
        let clients = Arc::clone(&clients);
        tokio::spawn(async move {
            let mut again = 0_usize;
            for call in (worker..TRANSFERS).step_by(USERS * IN_FLIGHT) {
                let sender = call % USERS;
                let tip = SendTip {
                    recipient_id: format!("usr_{}", (sender + 1 + call / USERS % (USERS - 1)) % USERS + 1)
                        .as_str()
                        .into(),
                    amount: Tokens(5 + (call % 3) as i64),
                    note: None,
                    post_id: None,
                };
                // Four answers in a row may be lost. Then it is for the app to ask again, with the
                // key that it has kept.
                let key = format!("transfer-{call}");
                while let Err(error) =
                    clients[sender].payments().send_tip(tip.clone()).idempotency_key(&key).await
                {
                    assert_eq!(error.kind(), ErrorKind::Network, "{error}");
                    again += 1;
                    tokio::time::sleep(Duration::from_millis(1)).await;
                }
            }
            again
        })
    });
    let again: usize = join_all(workers).await.into_iter().map(|worker| worker.expect("a worker")).sum();

    let requests = server.requests();
    let keys: HashSet<_> = requests.iter().filter_map(|request| request.idempotency_key.clone()).collect();
    let lost = requests.iter().filter(|request| request.fault.is_some()).count();
    println!("{TRANSFERS} transfers, {} requests, {lost} answers lost, {again} asked again", requests.len());
    assert_eq!(keys.len(), TRANSFERS);
    assert!(lost > TRANSFERS / 4, "{lost}");
    let invariants = server.invariants().await.expect("invariants");
    assert_eq!(invariants.postings - before, TRANSFERS as i64, "one posting for each key");
    assert!(invariants.hold(), "{invariants:?}");
    for sdk in clients.iter() {
        let wallet = sdk.payments().get_wallet(GetWallet {}).await.expect("a wallet");
        assert!(wallet.balance.0 >= 0 && wallet.lifetime_spent.0 > 0, "{wallet:?}");
    }
}

//! A year passes at once: everything that falls due happens, in its order, and nobody sleeps.

use std::time::{Duration, Instant};

use avalo_sdk::api::{chat::GetChats, payments::GetWallet};
use avalo_tests::{server, sign_in, year};

const YEAR: Duration = Duration::from_secs(365 * 86_400);

#[tokio::test]
async fn a_hundred_subscriptions_renew_and_twenty_escrows_go_back() {
    let server = server().await;
    let placed = year::fill(&server).await;
    let before = server.invariants().await.expect("invariants");
    let began = Instant::now();
    server.advance(YEAR).await.expect("a year");
    println!("a year with {placed}: {:?}", began.elapsed());
    let after = server.invariants().await.expect("invariants");
    assert!(after.hold(), "{after:?}");
    // Twelve renewals of each subscription, one refund of each escrow; tokens only change hands.
    let movements = year::SUBSCRIPTIONS * 12 + year::ESCROWS;
    assert!(
        after.postings - before.postings >= i64::try_from(movements).expect("few"),
        "{before:?} {after:?}"
    );
    assert_eq!(after.tokens, before.tokens);

    let creator = sign_in(&server, 1).await;
    let earned = creator.payments().get_wallet(GetWallet {}).await.expect("a wallet").lifetime_earned;
    assert!(earned.0 >= 20 * 13 * year::PRICE * 7 / 10, "{earned:?}");
    let fan = sign_in(&server, 6).await;
    let chats = fan.chat().get_chats(GetChats::default()).await.expect("chats").chats;
    assert!(chats.iter().all(|chat| chat.escrow.0 == 0), "{chats:?}");
}

//! Tokens on the wire: whole numbers, digit by digit, or an error.

mod support;

use avalo_sdk::{
    ErrorKind,
    api::payments::{GetWallet, SendTip},
    model::{MAX_EXACT, Tokens},
};
use support::{Seen, client, json, session, sign_in};

/// Numbers over the whole range, dense at its ends and at the powers of two, the same in every run.
fn amounts() -> impl Iterator<Item = i64> {
    let powers = (0..53).map(|power| 1_i64 << power);
    let edges = powers.flat_map(|power| [power - 1, power, power + 1]).chain([MAX_EXACT - 1, MAX_EXACT]);
    let mut state = 7_u64;
    let random = std::iter::repeat_with(move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11).cast_signed()
    });
    edges.chain(random.take(2_000)).filter(|amount| (0..=MAX_EXACT).contains(amount))
}

fn wallet(balance: &str) -> String {
    format!(
        r#"{{"balance":{balance},"pending":0,"withdrawable":0,"lifetimePurchased":0,"lifetimeEarned":0,"lifetimeSpent":0}}"#
    )
}

#[tokio::test(start_paused = true)]
async fn every_amount_crosses_the_wire_digit_by_digit() {
    let (sdk, log) = client(|seen: Seen| async move {
        match seen.body.split("\"amount\":").nth(1) {
            // What was asked to be sent is what the answer says was taken.
            Some(rest) => {
                let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
                json(
                    200,
                    &format!(
                        r#"{{"id":"txn_1","amount":{digits},"recipientShare":{digits},"fee":0,"balance":0}}"#
                    ),
                )
            }
            None if seen.line.contains("/v1/auth/login") => session(1, 3_600),
            None => json(404, "{}"),
        }
    });
    sign_in(&sdk).await;
    let mut count = 0;
    for amount in amounts() {
        let tip = SendTip { recipient_id: "usr_2".into(), amount: Tokens(amount), note: None, post_id: None };
        let receipt = sdk.payments().send_tip(tip).await.expect("a receipt");
        assert_eq!((receipt.amount, receipt.recipient_share), (Tokens(amount), Tokens(amount)));
        let body = &log.all().pop().expect("a request").body;
        assert!(body.contains(&format!("\"amount\":{amount}")), "{amount} was sent as {body}");
        log.clear();
        count += 1;
    }
    assert!(count > 2_000, "{count} amounts");
}

#[tokio::test(start_paused = true)]
async fn what_is_no_exact_amount_is_an_error_and_never_another_amount() {
    for balance in ["-1", "9007199254740992", "1e3", "1.5", "\"5\"", "null", "18446744073709551616"] {
        let (sdk, _) = client(move |seen: Seen| async move {
            if seen.line.contains("/v1/auth/login") { session(1, 3_600) } else { json(200, &wallet(balance)) }
        });
        sign_in(&sdk).await;
        let error = sdk.payments().get_wallet(GetWallet {}).await.expect_err(balance);
        assert_eq!(error.kind(), ErrorKind::Decode, "{balance}: {error}");
    }
    for amount in [-1, MAX_EXACT + 1, i64::MIN, i64::MAX] {
        let (sdk, log) = client(|_| async { session(1, 3_600) });
        sign_in(&sdk).await;
        let tip = SendTip { recipient_id: "usr_2".into(), amount: Tokens(amount), note: None, post_id: None };
        let error = sdk.payments().send_tip(tip).await.expect_err("no amount");
        assert_eq!((error.kind(), log.len()), (ErrorKind::Invalid, 1), "{amount}: {error}");
    }
}

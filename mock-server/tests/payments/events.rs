//! Whose tokens move hears of it at once.

use avalo_sdk::{
    Code,
    api::payments::{ConfirmPurchase, PayoutMethod, RequestWithdrawal, SendTip},
    event::{Event, EventKind},
    model::Tokens,
};

use crate::{
    listener::Listener,
    purse::{DAY, tip},
    stage::{Person, Stage, code},
};

/// A stream of events, read as it comes.
struct Ear {
    stream: Listener,
    taken: usize,
}

impl Ear {
    /// Listens from now on.
    async fn of(stage: &Stage, who: &Person) -> Self {
        Self { stream: Listener::of(stage, who).await, taken: 0 }
    }

    /// The next event.
    async fn next(&mut self) -> Event {
        loop {
            let heard = &self.stream.heard;
            let ends = heard.rfind('\n').unwrap_or(0);
            let mut lines = heard[..ends].lines().filter_map(|line| line.strip_prefix("data: "));
            if let Some(line) = lines.nth(self.taken) {
                self.taken += 1;
                return serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
            }
            self.stream.more("another event").await;
        }
    }

    async fn balance(&mut self) -> i64 {
        let event = self.next().await;
        assert_eq!(event.kind, EventKind::WalletUpdate, "{event:?}");
        event.balance.expect("a balance").0
    }

    async fn notification(&mut self) -> Event {
        let event = self.next().await;
        assert_eq!(event.kind, EventKind::Notification, "{event:?}");
        event
    }
}

#[tokio::test]
async fn both_sides_of_a_tip_hear_of_it_and_nobody_hears_of_one_that_was_refused() {
    let stage = Stage::start().await;
    let (fan, creator) = stage.pair().await;
    let (mut giver, mut taker) = (Ear::of(&stage, &fan).await, Ear::of(&stage, &creator).await);
    assert_eq!(code(stage.call(&fan, tip(&creator.id, 1_001)).await), Code::InsufficientBalance);
    let noted = SendTip { note: Some("For the song".into()), ..tip(&creator.id, 100) };
    stage.call(&fan, noted).await.expect("a tip");
    assert_eq!((giver.balance().await, taker.balance().await), (900, 1_080));
    let told = taker.notification().await;
    assert_eq!((told.user_id.as_ref(), told.text.as_deref()), (Some(&fan.id), Some("A tip of 100 tokens")));
    let entry = told.notification.expect("the entry of the inbox");
    assert_eq!((entry.body.as_str(), entry.amount), ("For the song", Some(Tokens(80))));
    stage.call(&fan, tip(&creator.id, 5)).await.expect("a tip");
    assert_eq!((giver.balance().await, taker.balance().await), (895, 1_084));
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_buyer_hears_when_the_tokens_arrive() {
    let stage = Stage::start().await;
    let fan = stage.person(6).await;
    stage.add_method(&fan, "tok_visa_4242").await;
    let mut buyer = Ear::of(&stage, &fan).await;
    let purchase = stage.begin(&fan, "mini").await;
    stage.call(&fan, ConfirmPurchase { purchase_id: purchase.id }).await.expect("paid");
    assert_eq!(buyer.balance().await, 1_100);
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_creator_hears_of_each_step_of_a_withdrawal() {
    for (destination, refused, steps) in [
        ("ada@example.com", None, &["approved", "processing", "completed"][..]),
        ("failed@example.com", None, &["approved", "processing", "failed"][..]),
        ("ada@example.com", Some("The name is another one."), &["rejected"][..]),
    ] {
        let stage = Stage::start().await;
        let (fan, creator) = stage.pair().await;
        stage.call(&fan, tip(&creator.id, 1_000)).await.expect("a tip");
        stage.step_up(&creator).await;
        let mut ear = Ear::of(&stage, &creator).await;
        let request = RequestWithdrawal {
            amount: Tokens(500),
            method: PayoutMethod::Paypal,
            destination: destination.into(),
        };
        let withdrawal = stage.call(&creator, request).await.expect("a withdrawal");
        assert_eq!(ear.balance().await, 1_300);
        stage.decide(&withdrawal, refused).await;
        stage.advance(7 * DAY).await;
        for step in steps {
            if matches!(*step, "failed" | "rejected") {
                assert_eq!(ear.balance().await, 1_800, "the tokens are back");
            }
            assert_eq!(ear.notification().await.state.as_deref(), Some(*step), "{destination}");
        }
        stage.check_ledger().await;
    }
}

//! A world in which much falls due within a year.

use std::time::Duration;

use avalo_mock_server::MockServer;
use avalo_sdk::{
    AvaloSdk,
    api::{
        auth::Register,
        chat::{CreateChat, Deposit, SendMessage},
        payments::{
            AddPaymentMethod, ConfirmPurchase, PaymentMethodKind, PurchaseTokens, SubscribeToCreator,
        },
        profiles::{CreateSubscriptionTier, TierDuration},
    },
    model::{TierId, Tokens, UserId},
};

use crate::{client, sign_in};

/// How many subscriptions there are.
pub const SUBSCRIPTIONS: usize = 100;

/// How many chats hold tokens in escrow.
pub const ESCROWS: usize = 20;

/// What a subscription costs each month.
pub const PRICE: i64 = 50;

const CREATORS: u32 = 5;

/// Lets twenty new fans subscribe to five creators each, and twenty chats be paid into. Returns what it
/// made, in words.
pub async fn fill(server: &MockServer) -> String {
    let mut tiers = Vec::new();
    for creator in 1..=CREATORS {
        let request = CreateSubscriptionTier {
            name: "Friends".into(),
            price: Tokens(PRICE),
            duration: TierDuration::Monthly,
            benefits: vec!["Thanks".into()],
        };
        let tier = sign_in(server, creator).await.profiles().create_subscription_tier(request).await;
        tiers.push((UserId(format!("usr_{creator}")), tier.expect("a tier").id));
    }
    for fan in 0..SUBSCRIPTIONS / tiers.len() {
        subscribe(server, fan, &tiers).await;
    }
    let mut escrows = 0;
    for fan in 6..=10 {
        let sdk = sign_in(server, fan).await;
        for creator in 1..=CREATORS {
            if escrows < ESCROWS {
                pay_into_chat(&sdk, creator).await;
                escrows += 1;
            }
        }
    }
    format!("{SUBSCRIPTIONS} subscriptions and {ESCROWS} open escrows")
}

async fn subscribe(server: &MockServer, fan: usize, tiers: &[(UserId, TierId)]) {
    let sdk = client(server);
    let register = Register {
        email: format!("fan{fan}@avalo.test"),
        password: "Password1".into(),
        display_name: format!("Fan {fan}"),
        date_of_birth: "1990-06-15".into(),
        accept_terms: true,
        ..Default::default()
    };
    sdk.auth().register(register).await.expect("an account");
    let payments = sdk.payments();
    let method = AddPaymentMethod {
        kind: PaymentMethodKind::Card,
        token: "tok_visa_4242".into(),
        is_default: Some(true),
    };
    payments.add_payment_method(method).await.expect("a payment method");
    let pack = PurchaseTokens { package_id: "elite".into(), payment_method_id: None, currency: None };
    let purchase = payments.purchase_tokens(pack).await.expect("a purchase");
    payments.confirm_purchase(ConfirmPurchase { purchase_id: purchase.id }).await.expect("tokens");
    for (creator_id, tier_id) in tiers {
        let request = SubscribeToCreator { creator_id: creator_id.clone(), tier_id: tier_id.clone() };
        payments.subscribe_to_creator(request).await.expect("a subscription");
    }
    server.advance(Duration::from_secs(60)).await.expect("time passes");
}

/// Uses up what is free, then pays.
async fn pay_into_chat(sdk: &AvaloSdk, creator: u32) {
    let user_id = UserId(format!("usr_{creator}"));
    let chat_id = sdk.chat().create_chat(CreateChat { user_id }).await.expect("a chat").id;
    for number in 0..20 {
        let content = format!("free message {number} to {creator}");
        let message = SendMessage { chat_id: chat_id.clone(), content, ..Default::default() };
        if sdk.chat().send_message(message).await.is_err() {
            break;
        }
    }
    sdk.chat().deposit(Deposit { chat_id }).await.expect("a deposit");
}

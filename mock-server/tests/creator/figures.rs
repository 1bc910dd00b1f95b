//! Statistics and the dashboard.

use avalo_sdk::{
    api::{
        creator::{GetDashboard, GetStats},
        payments::{GetEarningsSummary, GetWallet, Period},
        profiles::UnfollowUser,
    },
    model::Tokens,
};

use crate::{stage::Stage, supported::DAY};

#[tokio::test]
async fn a_period_is_counted_from_what_happened_in_it() {
    let stage = Stage::start().await;
    let (creator, ..) = stage.busy().await;
    let stats = stage.call(&creator, GetStats { period: Some(Period::Day) }).await.expect("stats");
    assert_eq!((stats.revenue, stats.payments, stats.fans), (Tokens(236), 5, 2));
    assert_eq!((stats.new_followers, stats.new_subscribers), (5, 1));
    // Ten were seeded in the same day, one of them gated.
    let content = &stats.content;
    assert_eq!((content.posts, content.gated_posts, content.unlocks), (11, 2, 1));
    assert_eq!(content.average_unlock_price, Tokens(25));
    assert_eq!((stats.chats.messages_received, stats.chats.messages_sent), (5, 1));
    assert_eq!((stats.chats.active_chats, stats.chats.average_response_seconds), (4, Some(0)));
}

#[tokio::test]
async fn every_period_has_its_length_and_the_revenue_of_the_wallet() {
    let stage = Stage::start().await;
    stage.busy().await;
    for (after, periods) in [
        (0, [236, 236, 236, 236, 236]),
        (2, [0, 236, 236, 236, 236]),
        (10, [0, 0, 236, 236, 236]),
        // The subscription has renewed itself by then.
        (35, [0, 70, 70, 306, 306]),
    ] {
        let creator = stage.person(1).await;
        for (period, revenue) in Period::ALL.iter().zip(periods) {
            let stats = stage.call(&creator, GetStats { period: Some(*period) }).await.expect("stats");
            let summary = GetEarningsSummary { period: Some(*period) };
            let summary = stage.call(&creator, summary).await.expect("a summary");
            assert_eq!(stats.revenue.0, revenue, "{period:?} after {after} days");
            assert_eq!((stats.revenue, stats.since.is_none()), (summary.total, *period == Period::All));
        }
        let next = match after {
            0 => 2,
            2 => 8,
            _ => 25,
        };
        stage.advance(next * DAY).await;
    }
}

#[tokio::test]
async fn a_creator_without_anything_has_zeros() {
    let stage = Stage::start().await;
    stage.advance(40 * DAY).await;
    let creator = stage.person(5).await;
    let stats = stage.call(&creator, GetStats::default()).await.expect("stats");
    assert_eq!(stats.period, Period::Month);
    assert_eq!((stats.revenue, stats.payments, stats.fans, stats.new_followers), (Tokens::ZERO, 0, 0, 0));
    assert_eq!((stats.content.posts, stats.content.average_unlock_price), (0, Tokens::ZERO));
    assert_eq!((stats.chats.messages_received, stats.chats.average_response_seconds), (0, None));
    let dashboard = stage.call(&creator, GetDashboard {}).await.expect("a dashboard");
    assert_eq!((dashboard.revenue_all_time, dashboard.revenue_by_day.len()), (Tokens::ZERO, 30));
    assert_eq!((dashboard.top_fans.len(), dashboard.subscribers, dashboard.scheduled), (0, 0, 0));
}

#[tokio::test]
async fn the_dashboard_gathers_what_the_others_say() {
    let stage = Stage::start().await;
    let (creator, fan, talker, post) = stage.busy().await;
    stage.call(&talker, UnfollowUser { user_id: creator.id.clone() }).await.expect("gone");
    let dashboard = stage.call(&creator, GetDashboard {}).await.expect("a dashboard");
    let sum: i64 = dashboard.revenue_by_day.iter().map(|day| day.amount.0).sum();
    assert_eq!(sum, dashboard.revenue_last_30_days.0);
    let revenue = [dashboard.revenue_today, dashboard.revenue_last_7_days, dashboard.revenue_last_30_days];
    assert_eq!(revenue, [Tokens(236); 3]);
    assert_eq!(dashboard.revenue_by_day[29].day.to_string(), "2026-01-01T00:00:00.000Z");
    assert_eq!((dashboard.followers, dashboard.subscribers), (4, 1));
    let wallet = stage.call(&creator, GetWallet {}).await.expect("a wallet");
    assert_eq!((dashboard.withdrawable, dashboard.pending_withdrawal), (wallet.withdrawable, Tokens::ZERO));
    assert_eq!((dashboard.top_posts.len(), &dashboard.top_posts[0].post_id), (10, &post.id));
    let fans: Vec<_> = dashboard.top_fans.iter().map(|of| (of.user.id.clone(), of.amount.0)).collect();
    assert_eq!(fans, [(fan.id, 235), (talker.id, 1)]);
    stage.advance(3 * DAY).await;
    let creator = stage.person(1).await;
    let later = stage.call(&creator, GetDashboard {}).await.expect("a dashboard");
    let revenue = [later.revenue_today.0, later.revenue_last_7_days.0, later.revenue_by_day[26].amount.0];
    assert_eq!(revenue, [0, 236, 236]);
}

#[tokio::test]
async fn answers_are_timed_from_the_first_message_of_a_turn() {
    use avalo_sdk::api::chat::{CreateChat, SendMessage};
    let stage = Stage::start().await;
    let (creator, fan) = (stage.person(1).await, stage.person(7).await);
    let chat = stage.call(&fan, CreateChat { user_id: creator.id.clone() }).await.expect("a chat").id;
    let say = |content: &str| SendMessage {
        chat_id: chat.clone(),
        content: content.to_owned(),
        ..Default::default()
    };
    let seconds = async |stage: &Stage| {
        let stats = stage.call(&creator, GetStats::default()).await.expect("stats");
        stats.chats.average_response_seconds
    };
    stage.call(&fan, say("are you there")).await.expect("a message");
    assert_eq!(seconds(&stage).await, None, "nothing is answered yet");
    stage.advance(60).await;
    stage.call(&fan, say("still waiting here")).await.expect("a message");
    stage.advance(40).await;
    stage.call(&creator, say("here I am now")).await.expect("a message");
    stage.call(&creator, say("and what is it")).await.expect("a message");
    assert_eq!(seconds(&stage).await, Some(100));
    stage.call(&fan, say("nothing of weight")).await.expect("a message");
    stage.advance(20).await;
    stage.call(&creator, say("then good night")).await.expect("a message");
    assert_eq!(seconds(&stage).await, Some(60));
}

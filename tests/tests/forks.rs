//! Parallel tests in one process: every scenario on a fork of one seeded world, all at the same moment.

use avalo_sdk::api::payments::GetWallet;
use avalo_tests::{scenario, server, sign_in};
use futures_util::future::join_all;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_forks_tell_fifty_stories_without_touching_each_other() {
    let parent = server().await;
    let mary = sign_in(&parent, 7).await;
    let before = mary.payments().get_wallet(GetWallet {}).await.expect("a wallet");
    let scenarios = scenario::all();
    assert!(scenarios.len() >= 50, "{} scenarios", scenarios.len());
    let world = &parent;
    let stories = scenarios.iter().map(|(file, scenario)| async move {
        let fork = world.fork().await.expect("a fork");
        (file, scenario::play(scenario, fork).await)
    });
    let outcomes = join_all(stories).await;
    let failed: Vec<_> = outcomes.into_iter().filter(|(_, outcome)| outcome.is_err()).collect();
    assert!(failed.is_empty(), "{failed:#?}");
    println!("{} forks, {} stories", scenarios.len(), scenarios.len());
    // The world they came from has seen nothing of it.
    let after = mary.payments().get_wallet(GetWallet {}).await.expect("a wallet");
    assert_eq!(after, before);
    assert_eq!(parent.count("payments.sendTip"), 0);
}

//! Parallel tests in one process: every scenario on a fork of one seeded world, all at the same moment.

use avalo_tests::{scenario, server};
use futures_util::future::join_all;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_forks_tell_fifty_stories_without_touching_each_other() {
    let parent = server().await;
    let before = parent.invariants().await.expect("invariants");
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
    assert_eq!(parent.invariants().await.expect("invariants"), before);
    assert!(parent.requests().is_empty(), "{:?}", parent.requests());
}

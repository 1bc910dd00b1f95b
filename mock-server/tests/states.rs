//! Snapshots, resets and forks of a world.

#[path = "support/api.rs"]
mod support;

#[path = "states/forks.rs"]
mod forks;
#[path = "states/resets.rs"]
mod resets;
#[path = "states/scenario.rs"]
mod scenario;

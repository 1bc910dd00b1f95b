//! A creator's figures, prices and plans over HTTP: every operation, every rule and every code of the
//! creator domain.

#[path = "support/files.rs"]
mod files;
#[path = "support/listener.rs"]
mod listener;
#[path = "support/stage.rs"]
mod stage;
#[path = "support/api.rs"]
mod support;

#[path = "creator/access.rs"]
mod access;
#[path = "creator/content.rs"]
mod content;
#[path = "creator/figures.rs"]
mod figures;
#[path = "creator/pricing.rs"]
mod pricing;
#[path = "creator/revenue.rs"]
mod revenue;
#[path = "creator/schedule.rs"]
mod schedule;
#[path = "creator/schedule_gone.rs"]
mod schedule_gone;
#[path = "creator/scheduled_media.rs"]
mod scheduled_media;
#[path = "creator/support.rs"]
mod supported;
#[path = "creator/supporters.rs"]
mod supporters;

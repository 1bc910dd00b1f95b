//! Suggestions, likes and matches over HTTP: every operation, every rule and every code of the
//! matchmaking domain.

#[path = "support/listener.rs"]
mod listener;
#[path = "support/stage.rs"]
mod stage;
#[path = "support/api.rs"]
mod support;

#[path = "matchmaking/abuse.rs"]
mod abuse;
#[path = "matchmaking/access.rs"]
mod access;
#[path = "matchmaking/allowance.rs"]
mod allowance;
#[path = "matchmaking/compatibility.rs"]
mod compatibility;
#[path = "matchmaking/free_messages.rs"]
mod free_messages;
#[path = "matchmaking/likes.rs"]
mod likes;
#[path = "matchmaking/matches.rs"]
mod matches;
#[path = "matchmaking/meeting.rs"]
mod meeting;
#[path = "matchmaking/preferences.rs"]
mod preferences;
#[path = "matchmaking/rewind.rs"]
mod rewind;
#[path = "matchmaking/suggestions.rs"]
mod suggestions;
#[path = "matchmaking/super_likes.rs"]
mod super_likes;

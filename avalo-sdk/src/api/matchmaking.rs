//! Suggestions, likes and matches.

use crate::operation::operations;

operations! {
    /// Suggestions, likes and matches.
    Matchmaking = "matchmaking";
}

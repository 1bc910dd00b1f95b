//! AI companions, conversations with them, and the checks of what people write and show.

use crate::operation::operations;

operations! {
    /// AI companions, conversations with them, and the checks of what people write and show.
    Ai = "ai";
}

//! What the staff sees and does.

use crate::operation::operations;

operations! {
    /// What the staff sees and does.
    Admin = "admin";
}

//! A creator's figures, prices and plans.

use crate::operation::operations;

operations! {
    /// A creator's figures, prices and plans.
    Creator = "creator";
}

//! The wallet and everything that moves tokens.

crate::operation::operations! {
    /// The wallet and everything that moves tokens.
    Payments = "payments";
}

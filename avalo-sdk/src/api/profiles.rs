//! People: their public face, their settings and who follows whom.

use avalo_sdk_macros::model;

use crate::model::UserId;

/// A user as others see one beside a post, a message or a list entry.
#[model]
pub struct UserSummary {
    /// The user.
    pub id: UserId,
    /// The name shown, 2 to 50 characters.
    pub display_name: String,
    /// The address of the primary photo.
    pub photo_url: Option<String>,
    /// Whether identity and age are approved.
    pub is_verified: bool,
    /// Whether the user is a creator.
    pub is_creator: bool,
}

crate::operation::operations! {
    /// People: their public face, their settings and who follows whom.
    Profiles = "profiles";
}

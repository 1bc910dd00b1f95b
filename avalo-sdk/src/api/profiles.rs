//! People: their public face, their settings and who follows whom.

mod profile;

use avalo_sdk_macros::model;

pub use self::profile::{
    Deletion, Photo, Profile, ProfileVisibility, Settings, SubscriptionTier, TierDuration, TierList,
    UserPage, UserSummary,
};
use crate::{
    api::admin::{CreateReport, ReportReceipt},
    model::{Cursor, PhotoId, TierId, Tokens, UserId},
    operation::operations,
};

/// A profile to show.
#[model]
pub struct GetProfile {
    /// Whose it is.
    pub user_id: UserId,
}

/// What to change of the caller's profile. What is absent stays as it is.
#[model]
#[derive(Default)]
pub struct UpdateProfile {
    /// The name shown, 2 to 50 characters.
    #[length(2..=50)]
    #[form(Name)]
    pub display_name: Option<String>,
    /// What the user says about themselves, at most 500 characters; an empty text removes it.
    #[length(..=500)]
    pub bio: Option<String>,
    /// At most 20, of 1 to 30 characters each, none blank; an empty list removes them.
    #[length(..=20)]
    #[each(1..=30)]
    #[form(Words)]
    pub interests: Option<Vec<String>>,
    /// The town, at most 100 characters; an empty text removes it.
    #[length(..=100)]
    pub city: Option<String>,
    /// The country as two capital letters; an empty text removes it.
    #[form(CountryOrNothing)]
    pub country: Option<String>,
}

/// What to change of the caller's settings. What is absent stays as it is.
#[model]
#[derive(Default)]
pub struct UpdateSettings {
    /// Who may see the profile.
    pub visibility: Option<ProfileVisibility>,
    /// Whether town and country show.
    pub show_location: Option<bool>,
    /// Whether the age shows.
    pub show_age: Option<bool>,
    /// Whether people without a chat with the user may write.
    pub allow_messages: Option<bool>,
}

/// A photo for the caller's profile.
#[model]
pub struct UploadProfilePhoto {
    /// The address that `feed.requestUpload` gave for a `profile_photo`, once its bytes are there.
    #[length(1..=500)]
    pub media_url: String,
    /// Whether to show it first; the first photo always is.
    pub is_primary: Option<bool>,
}

/// The caller's account, to be deleted.
#[model]
#[derive(Default)]
pub struct DeleteAccount {}

/// A deleted account to bring back, and who asks for it.
#[model]
pub struct RestoreAccount {
    /// Its address.
    #[length(3..=254)]
    pub email: String,
    /// Its password.
    #[secret]
    #[length(1..=128)]
    pub password: String,
}

/// A photo to take off the caller's profile.
#[model]
pub struct DeletePhoto {
    /// The photo.
    pub photo_id: PhotoId,
}

/// Whom to look for.
#[model]
pub struct SearchProfiles {
    /// What their name or their interests say, 1 to 100 characters, not blank.
    #[length(1..=100)]
    #[form(Words)]
    pub text: String,
    /// How many, 1 to 100; 20 if nothing is said.
    #[range(1..=100)]
    pub limit: Option<u32>,
    /// Where to go on, from the page before with the same text.
    pub cursor: Option<Cursor>,
}

/// Someone to follow.
#[model]
pub struct FollowUser {
    /// Who.
    pub user_id: UserId,
}

/// Someone to follow no longer.
#[model]
pub struct UnfollowUser {
    /// Who.
    pub user_id: UserId,
}

/// Asks who follows someone.
#[model]
pub struct GetFollowers {
    /// Whom.
    pub user_id: UserId,
    /// How many, 1 to 100; 20 if nothing is said.
    #[range(1..=100)]
    pub limit: Option<u32>,
    /// Where to go on.
    pub cursor: Option<Cursor>,
}

/// Asks whom someone follows.
#[model]
pub struct GetFollowing {
    /// Who.
    pub user_id: UserId,
    /// How many, 1 to 100; 20 if nothing is said.
    #[range(1..=100)]
    pub limit: Option<u32>,
    /// Where to go on.
    pub cursor: Option<Cursor>,
}

/// Someone to block.
#[model]
pub struct BlockUser {
    /// Who.
    pub user_id: UserId,
}

/// Someone to block no longer.
#[model]
pub struct UnblockUser {
    /// Who.
    pub user_id: UserId,
}

/// Asks to become a creator.
#[model]
#[derive(Default)]
pub struct BecomeCreator {}

/// A tier to offer.
#[model]
pub struct CreateSubscriptionTier {
    /// Its name, 1 to 50 characters, not blank.
    #[length(1..=50)]
    #[form(Words)]
    pub name: String,
    /// What a period costs, 1 to 10,000 tokens.
    #[range(1..=10_000)]
    pub price: Tokens,
    /// How long a period is.
    pub duration: TierDuration,
    /// What subscribers get: 1 to 10 lines of 1 to 200 characters, none blank.
    #[length(1..=10)]
    #[each(1..=200)]
    #[form(Words)]
    pub benefits: Vec<String>,
}

/// Asks what a creator offers.
#[model]
pub struct ListSubscriptionTiers {
    /// The creator.
    pub user_id: UserId,
}

/// What to change of a tier. Subscriptions that run keep their price.
#[model]
pub struct UpdateSubscriptionTier {
    /// The tier.
    pub tier_id: TierId,
    /// Its name, 1 to 50 characters.
    #[length(1..=50)]
    #[form(Words)]
    pub name: Option<String>,
    /// What a period costs, 1 to 10,000 tokens.
    #[range(1..=10_000)]
    pub price: Option<Tokens>,
    /// Whether it can be subscribed to; five tiers at a time are.
    pub is_active: Option<bool>,
}

operations! {
    /// People: their public face, their settings and who follows whom.
    Profiles = "profiles";

    /// Returns a profile, as much of it as the caller may see.
    ///
    /// Fails with `not_found`, also where one of the two has blocked the other.
    get_profile(GetProfile) -> Profile {
        GET "/v1/profiles/{userId}", auth: User, retry: Safe
    }

    /// Changes the caller's profile.
    ///
    /// Fails with `validation_failed`, naming the field; nothing is changed then.
    update_profile(UpdateProfile) -> Profile {
        PATCH "/v1/profiles/me", auth: User, retry: Keyed
    }

    /// Changes what the caller shows and allows.
    ///
    /// Fails with `validation_failed`.
    update_settings(UpdateSettings) -> Settings {
        PATCH "/v1/profiles/me/settings", auth: User, retry: Keyed
    }

    /// Adds a photo, six at most.
    ///
    /// Fails with `validation_failed` for an address that is no upload of the caller's or no
    /// `profile_photo`, `failed_precondition` for one whose bytes have not arrived or that is used
    /// already, and for a seventh photo.
    upload_profile_photo(UploadProfilePhoto) -> Photo {
        POST "/v1/profiles/me/photos", auth: User, retry: Keyed
    }

    /// Takes a photo off the caller's profile, file and all. One that is not there is off already. Was it
    /// the one shown first, the oldest of the others is from now on.
    delete_photo(DeletePhoto) -> () {
        DELETE "/v1/profiles/me/photos/{photoId}", auth: User, retry: Keyed
    }

    /// Deletes the caller's account. It ends at once and is gone for good after 30 days.
    ///
    /// Fails with `failed_precondition` while tokens are in escrow or locked for a withdrawal, and with
    /// `step_up_required`.
    delete_account(DeleteAccount) -> Deletion {
        DELETE "/v1/profiles/me", auth: User, retry: Keyed, step_up
    }

    /// Brings back an account that was deleted less than 30 days ago, as it was. Its owner, who has no
    /// session any longer, shows address and password here and signs in after that.
    ///
    /// Fails with `invalid_credentials`, with `too_fast` after five wrong passwords in five minutes, and
    /// with `failed_precondition` for an account that is not deleted.
    restore_account(RestoreAccount) -> () {
        POST "/v1/profiles/me/restore", auth: Public, retry: Keyed
    }

    /// Finds people by a text: those whose name contains it or who have an interest that is it, capitals
    /// aside. Whoever signed up first comes first.
    ///
    /// Only profiles that everyone may see are found, without the caller's own and those on the other
    /// side of a block. Fails with `validation_failed`, and with `invalid_cursor`, also for a cursor of
    /// another text.
    search(SearchProfiles) -> UserPage {
        GET "/v1/profiles", auth: User, retry: Safe
    }

    /// Follows someone; following twice is following once.
    ///
    /// Fails with `cannot_target_self`, `not_found`, `blocked`.
    follow_user(FollowUser) -> () {
        PUT "/v1/profiles/{userId}/follow", auth: User, retry: Safe
    }

    /// Follows someone no longer. Without a follow it changes nothing.
    unfollow_user(UnfollowUser) -> () {
        DELETE "/v1/profiles/{userId}/follow", auth: User, retry: Keyed
    }

    /// Lists who follows someone, whoever came last first.
    ///
    /// Fails with `not_found`, also where one of the two has blocked the other, `profile_private` where
    /// the caller may not see the profile, `invalid_cursor`.
    get_followers(GetFollowers) -> UserPage {
        GET "/v1/profiles/{userId}/followers", auth: User, retry: Safe
    }

    /// Lists whom someone follows, whoever came last first.
    ///
    /// Fails with `not_found`, also where one of the two has blocked the other, `profile_private` where
    /// the caller may not see the profile, `invalid_cursor`.
    get_following(GetFollowing) -> UserPage {
        GET "/v1/profiles/{userId}/following", auth: User, retry: Safe
    }

    /// Blocks someone: neither sees, follows, writes to or pays the other.
    ///
    /// Fails with `cannot_target_self`, `not_found`.
    block_user(BlockUser) -> () {
        PUT "/v1/profiles/{userId}/block", auth: User, retry: Safe
    }

    /// Blocks someone no longer. Who followed before does not follow again by that.
    unblock_user(UnblockUser) -> () {
        DELETE "/v1/profiles/{userId}/block", auth: User, retry: Keyed
    }

    /// Reports a user, or something of theirs, to the moderators. Only the staff learns who did.
    ///
    /// Nothing happens to the one who is reported before a moderator decides, however many reports
    /// there are; those of three users make it urgent.
    ///
    /// Fails with `not_found` for what is not there or not for the caller, `cannot_target_self`,
    /// `already_exists` while a report of the caller about the same thing waits, `validation_failed` for
    /// `other` without details, `too_fast` after 20 reports in an hour.
    create_report(CreateReport) -> ReportReceipt {
        POST "/v1/reports", auth: User, retry: Keyed
    }

    /// Makes the caller a creator, who may earn. It takes 100 followers, and changes nothing for a
    /// creator.
    ///
    /// Fails with `verification_required`; with `requirements_not_met`, naming each one that is missing.
    become_creator(BecomeCreator) -> Profile {
        POST "/v1/profiles/me/creator", auth: Verified, retry: Keyed
    }

    /// Offers a tier, five at a time.
    ///
    /// Fails with `creator_required`, `validation_failed`; with `failed_precondition` while five are
    /// offered.
    create_subscription_tier(CreateSubscriptionTier) -> SubscriptionTier {
        POST "/v1/profiles/me/tiers", auth: Creator, retry: Keyed
    }

    /// Lists what a creator offers, the cheapest first; creators see their own withdrawn tiers too.
    ///
    /// Fails with `not_found`, also where one of the two has blocked the other.
    list_subscription_tiers(ListSubscriptionTiers) -> TierList {
        GET "/v1/profiles/{userId}/tiers", auth: User, retry: Safe
    }

    /// Changes a tier of the caller's.
    ///
    /// Fails with `not_found`, `creator_required`, `validation_failed`; with `failed_precondition` when it
    /// would be the sixth that is offered.
    update_subscription_tier(UpdateSubscriptionTier) -> SubscriptionTier {
        PATCH "/v1/profiles/me/tiers/{tierId}", auth: Creator, retry: Keyed
    }
}

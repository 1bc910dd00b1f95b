//! Profiles, followers, creators.

use avalo_sdk::{
    Code,
    api::{
        feed::UploadKind,
        profiles::{
            BecomeCreator, BlockUser, CreateSubscriptionTier, DeletePhoto, FollowUser, GetFollowers,
            GetFollowing, GetProfile, ListSubscriptionTiers, SearchProfiles, TierDuration, UnblockUser,
            UnfollowUser, UpdateProfile, UpdateSettings, UpdateSubscriptionTier, UploadProfilePhoto,
        },
    },
    model::{Tokens, UserId},
};

use super::Cast;
use crate::{Stopped, Teller};

/// The shortest picture there is.
pub(super) const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n a very small picture";

pub(super) fn id(sdk: &avalo_sdk::AvaloSdk) -> UserId {
    sdk.user_id().unwrap_or_else(|| "nobody".into())
}

pub(super) async fn tell(cast: &Cast, teller: &mut Teller) -> Result<(), Stopped> {
    let (profiles, ada) = (cast.ada.profiles(), id(&cast.ada));
    let update = UpdateProfile {
        bio: Some("Poetical science".into()),
        interests: Some(vec!["engines".into(), "flying".into()]),
        city: Some("London".into()),
        country: Some("GB".into()),
        ..Default::default()
    };
    teller.call("Ada writes a line about herself", profiles.update_profile(update)).await?;
    let settings = UpdateSettings { show_age: Some(false), ..Default::default() };
    teller.call("She keeps her age to herself", profiles.update_settings(settings)).await?;
    let sent = cast.ada.feed().upload(UploadKind::ProfilePhoto, "me.png", "image/png", PICTURE).await;
    let media_url = teller.outcome("feed.requestUpload", "She uploads a picture", sent)?;
    let photo = UploadProfilePhoto { media_url, is_primary: None };
    teller.call("It becomes her photo", profiles.upload_profile_photo(photo)).await?;
    photo_and_back(cast, teller).await?;
    let search = SearchProfiles { text: "engines".into(), limit: None, cursor: None };
    let found = teller
        .call("Linus looks for people who care about engines", cast.linus.profiles().search(search))
        .await?;
    teller.check("he finds her", found.users.iter().any(|user| user.id == ada))?;
    let get = GetProfile { user_id: ada.clone() };
    let seen = teller.call("Linus looks at her profile", cast.linus.profiles().get_profile(get)).await?;
    teller
        .check("he sees her town and her photo, not her age", seen.age.is_none() && seen.photos.len() == 1)?;

    let early = profiles.become_creator(BecomeCreator {});
    teller.refused("She asks to earn", early, Code::RequirementsNotMet).await?;
    for (sdk, name) in [(&cast.linus, "Linus"), (&cast.mary, "Mary")] {
        let follow = FollowUser { user_id: ada.clone() };
        teller.call(&format!("{name} follows her"), sdk.profiles().follow_user(follow)).await?;
    }
    let followers = GetFollowers { user_id: ada.clone(), limit: None, cursor: None };
    let page = teller.call("She looks who follows her", profiles.get_followers(followers)).await?;
    teller.check("two do", page.users.len() == 2)?;
    let following = GetFollowing { user_id: id(&cast.linus), limit: None, cursor: None };
    teller.call("And she looks whom Linus follows", profiles.get_following(following)).await?;
    let me = teller.call("Now she may earn", profiles.become_creator(BecomeCreator {})).await?;
    teller.check("she is a creator", me.is_creator)?;

    let tier = CreateSubscriptionTier {
        name: "Readers".into(),
        price: Tokens(60),
        duration: TierDuration::Monthly,
        benefits: vec!["Notes before they are printed".into()],
    };
    let tier =
        teller.call("She offers a tier for subscribers", profiles.create_subscription_tier(tier)).await?;
    let cheaper =
        UpdateSubscriptionTier { tier_id: tier.id, name: None, price: Some(Tokens(50)), is_active: None };
    teller.call("And she makes it a little cheaper", profiles.update_subscription_tier(cheaper)).await?;
    let list = ListSubscriptionTiers { user_id: ada };
    teller.call("Mary reads the offer", cast.mary.profiles().list_subscription_tiers(list)).await?;

    let stranger: UserId = "usr_9".into();
    let block = BlockUser { user_id: stranger.clone() };
    teller.call("She blocks somebody", profiles.block_user(block)).await?;
    teller
        .call("And she forgives them", profiles.unblock_user(UnblockUser { user_id: stranger.clone() }))
        .await?;
    teller.call("She follows them", profiles.follow_user(FollowUser { user_id: stranger.clone() })).await?;
    teller
        .call("And she follows them no longer", profiles.unfollow_user(UnfollowUser { user_id: stranger }))
        .await
}

/// A second photo that does not stay.
async fn photo_and_back(cast: &Cast, teller: &mut Teller) -> Result<(), Stopped> {
    let sent = cast.ada.feed().upload(UploadKind::ProfilePhoto, "yawning.png", "image/png", PICTURE).await;
    let media_url = teller.outcome("feed.requestUpload", "She uploads another one", sent)?;
    let photo = UploadProfilePhoto { media_url, is_primary: None };
    let photo =
        teller.call("It stands beside the first", cast.ada.profiles().upload_profile_photo(photo)).await?;
    let delete = DeletePhoto { photo_id: photo.id };
    teller.call("She yawns on it, so it goes again", cast.ada.profiles().delete_photo(delete)).await
}

//! The photos of a profile.

use avalo_sdk::{
    Code,
    api::{
        feed::UploadKind,
        profiles::{DeletePhoto, Photo, UploadProfilePhoto},
    },
};

use crate::stage::{Person, Stage, blamed, code};

fn photo(media_url: &str) -> UploadProfilePhoto {
    UploadProfilePhoto { media_url: media_url.to_owned(), is_primary: None }
}

async fn add(stage: &Stage, who: &Person, is_primary: Option<bool>) -> Photo {
    let media_url = stage.file(who, UploadKind::ProfilePhoto, "image/png").await;
    stage.call(who, UploadProfilePhoto { media_url, is_primary }).await.expect("a photo")
}

#[tokio::test]
async fn the_first_photo_is_shown_first_until_another_one_is_to_be() {
    let stage = Stage::start().await;
    let (person, other) = (stage.person(7).await, stage.person(8).await);
    let first = add(&stage, &person, Some(false)).await;
    assert!(first.is_primary);
    let second = add(&stage, &person, None).await;
    assert!(!second.is_primary);
    let third = add(&stage, &person, Some(true)).await;
    let seen = stage.profile(&other, &person).await.expect("a profile");
    let order: Vec<_> = seen.photos.iter().map(|photo| (&photo.id, photo.is_primary)).collect();
    assert_eq!(order, [(&third.id, true), (&first.id, false), (&second.id, false)]);
    stage.follow(&person, &other).await;
    let list = stage.api.get(&other.token, "/v1/profiles/usr_8/followers").await.json();
    assert_eq!(list["users"][0]["photoUrl"], third.url.as_str(), "it shows in passing too");
    assert_eq!(stage.api.get("", &third.url).await.body, b"bytes");
}

#[tokio::test]
async fn six_photos_are_a_profile_and_the_seventh_uses_nothing_up() {
    let stage = Stage::start().await;
    let person = stage.person(7).await;
    for _ in 0..6 {
        add(&stage, &person, None).await;
    }
    let media_url = stage.file(&person, UploadKind::ProfilePhoto, "image/png").await;
    assert_eq!(code(stage.call(&person, photo(&media_url)).await), Code::FailedPrecondition);
    assert_eq!(stage.profile(&person, &person).await.expect("a profile").photos.len(), 6);
}

#[tokio::test]
async fn a_photo_is_an_own_new_upload_of_its_kind() {
    let stage = Stage::start().await;
    let (person, other) = (stage.person(7).await, stage.person(8).await);
    let post_image = stage.image(&person).await;
    let foreign = stage.file(&other, UploadKind::ProfilePhoto, "image/png").await;
    for url in [post_image.as_str(), &foreign, "", "/media/", "/media/upl_none", "https://example.com/me.png"]
    {
        assert_eq!(blamed(stage.call(&person, photo(url)).await), "mediaUrl", "{url}");
    }
    let grant = stage.grant(&person, UploadKind::ProfilePhoto, "image/png", 5).await;
    assert_eq!(code(stage.call(&person, photo(&grant.media_url)).await), Code::FailedPrecondition);
    stage.send(&grant, "image/png", b"bytes").await;
    stage.call(&person, photo(&grant.media_url)).await.expect("its bytes are there now");
    assert_eq!(code(stage.call(&person, photo(&grant.media_url)).await), Code::FailedPrecondition);
    stage.call(&other, photo(&foreign)).await.expect("its owner may");
}

#[tokio::test]
async fn a_repeated_key_adds_one_photo() {
    let stage = Stage::start().await;
    let person = stage.person(7).await;
    let media_url = stage.file(&person, UploadKind::ProfilePhoto, "image/png").await;
    let body = serde_json::json!({ "mediaUrl": media_url });
    let send = || stage.api.request("POST", "/v1/profiles/me/photos").token(&person.token).json(&body);
    let (first, second) = (send().key("k-1").send().await, send().key("k-1").send().await);
    assert_eq!((first.status, &first.body), (200, &second.body));
    assert_eq!(send().send().await.code(), "idempotency_key_missing");
    assert_eq!(stage.profile(&person, &person).await.expect("a profile").photos.len(), 1);
}

#[tokio::test]
async fn a_photo_goes_with_its_file_and_the_oldest_of_the_rest_is_shown_first() {
    let stage = Stage::start().await;
    let (person, other) = (stage.person(7).await, stage.person(8).await);
    let first = add(&stage, &person, None).await;
    let (second, third) = (add(&stage, &person, None).await, add(&stage, &person, Some(true)).await);
    let delete = |photo: &Photo| DeletePhoto { photo_id: photo.id.clone() };
    stage.call(&other, delete(&third)).await.expect("nothing of one's own");
    for _ in 0..2 {
        stage.call(&person, delete(&third)).await.expect("gone");
        let photos = stage.profile(&other, &person).await.expect("a profile").photos;
        let order: Vec<_> = photos.iter().map(|photo| (&photo.id, photo.is_primary)).collect();
        assert_eq!(order, [(&first.id, true), (&second.id, false)]);
    }
    assert_eq!(stage.api.get("", &third.url).await.status, 404);
    assert_eq!(stage.api.get("", &first.url).await.status, 200);
    for photo in [&first, &second] {
        stage.call(&person, delete(photo)).await.expect("gone");
    }
    assert!(stage.profile(&other, &person).await.expect("a profile").photos.is_empty());
    add(&stage, &person, None).await;
}

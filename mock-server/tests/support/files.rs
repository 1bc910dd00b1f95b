//! Files for posts, stories and profiles.
#![allow(dead_code, reason = "every test file uses its own part of it")]

use avalo_sdk::api::feed::{RequestUpload, UploadGrant, UploadKind};

use crate::{
    stage::{Person, Stage},
    support::Answer,
};

impl Stage {
    /// Leave for a file of so many bytes.
    pub(crate) async fn grant(
        &self,
        who: &Person,
        kind: UploadKind,
        media_type: &str,
        size: i64,
    ) -> UploadGrant {
        self.call(who, leave(kind, media_type, size)).await.expect("leave")
    }

    /// Sends the bytes of a file to where its leave says.
    pub(crate) async fn send(&self, grant: &UploadGrant, media_type: &str, bytes: &[u8]) -> Answer {
        let request = self.api.request("PUT", &grant.upload_url).header("content-type", media_type);
        request.body(bytes).send().await
    }

    /// The address of a new file.
    pub(crate) async fn file(&self, who: &Person, kind: UploadKind, media_type: &str) -> String {
        let grant = self.grant(who, kind, media_type, 5).await;
        let answer = self.send(&grant, media_type, b"bytes").await;
        assert_eq!(answer.status, 204, "{answer}");
        grant.media_url
    }

    pub(crate) async fn image(&self, who: &Person) -> String {
        self.file(who, UploadKind::FeedImage, "image/jpeg").await
    }

    pub(crate) async fn video(&self, who: &Person) -> String {
        self.file(who, UploadKind::StoryVideo, "video/mp4").await
    }
}

pub(crate) fn leave(kind: UploadKind, media_type: &str, size: i64) -> RequestUpload {
    RequestUpload { kind, filename: "file".into(), content_type: media_type.into(), size }
}

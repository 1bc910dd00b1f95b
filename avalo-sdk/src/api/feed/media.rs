//! Files on their way to posts, stories, profiles and messages.

use avalo_sdk_macros::model;

use crate::model::{Timestamp, UploadId};

/// What an upload is for. The purpose sets the largest size, in units of 1,048,576 bytes.
///
/// Images are `image/jpeg`, `image/png`, `image/webp` or `image/heic`, videos `video/mp4`,
/// `video/quicktime` or `video/webm`, recordings `audio/mpeg`, `audio/mp4`, `audio/aac`, `audio/ogg` or
/// `audio/webm`.
#[model]
pub enum UploadKind {
    /// An image for a profile, at most 10 MB.
    ProfilePhoto,
    /// An image in a post, at most 50 MB.
    FeedImage,
    /// A video in a story, at most 100 MB.
    StoryVideo,
    /// An image in a chat, at most 20 MB.
    ChatImage,
    /// A video in a chat, at most 50 MB.
    ChatVideo,
    /// A recording in a chat, at most 50 MB: the longest, an hour, fits at 100 kbit/s.
    ChatAudio,
    /// Any medium of a creator, at most 200 MB; for creators only.
    CreatorContent,
}

/// Leave to upload one file.
#[model]
pub struct UploadGrant {
    /// The upload.
    pub id: UploadId,
    /// Where to PUT the bytes, with the content type of the request: a path of the API or a whole
    /// address. Good for 15 minutes and until the file is used; no access token is needed.
    #[secret]
    pub upload_url: String,
    /// The address of the file once it is there; it is gone with what shows it.
    pub media_url: String,
    /// When the leave ends.
    pub expires_at: Timestamp,
}

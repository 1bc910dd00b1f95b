// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.

export const getFeed = (client, params, options) =>
  client.call("feed.getFeed GET /v1/feed US", params, options);
export const createPost = (client, params, options) =>
  client.call("feed.createPost POST /v1/posts UK", params, options);
export const getPost = (client, params, options) =>
  client.call("feed.getPost GET /v1/posts/{postId} US", params, options);
export const updatePost = (client, params, options) =>
  client.call("feed.updatePost PATCH /v1/posts/{postId} UK", params, options);
export const deletePost = (client, params, options) =>
  client.call("feed.deletePost DELETE /v1/posts/{postId} UK", params, options);
export const getUserPosts = (client, params, options) =>
  client.call("feed.getUserPosts GET /v1/profiles/{userId}/posts US", params, options);
export const sharePost = (client, params, options) =>
  client.call("feed.sharePost POST /v1/posts/{postId}/share UK", params, options);
export const likePost = (client, params, options) =>
  client.call("feed.likePost PUT /v1/posts/{postId}/like US", params, options);
export const unlikePost = (client, params, options) =>
  client.call("feed.unlikePost DELETE /v1/posts/{postId}/like UK", params, options);
export const commentOnPost = (client, params, options) =>
  client.call("feed.commentOnPost POST /v1/posts/{postId}/comments UK", params, options);
export const getComments = (client, params, options) =>
  client.call("feed.getComments GET /v1/posts/{postId}/comments US", params, options);
export const deleteComment = (client, params, options) =>
  client.call("feed.deleteComment DELETE /v1/posts/{postId}/comments/{commentId} UK", params, options);
export const unlockPost = (client, params, options) =>
  client.call("feed.unlockPost POST /v1/posts/{postId}/unlock UK", params, options);
export const createStory = (client, params, options) =>
  client.call("feed.createStory POST /v1/stories UK", params, options);
export const getStories = (client, params, options) =>
  client.call("feed.getStories GET /v1/stories US", params, options);
export const unlockStory = (client, params, options) =>
  client.call("feed.unlockStory POST /v1/stories/{storyId}/unlock UK", params, options);
export const viewStory = (client, params, options) =>
  client.call("feed.viewStory PUT /v1/stories/{storyId}/view US", params, options);
export const deleteStory = (client, params, options) =>
  client.call("feed.deleteStory DELETE /v1/stories/{storyId} UK", params, options);
export const requestUpload = (client, params, options) =>
  client.call("feed.requestUpload POST /v1/media/uploads UK", params, options);

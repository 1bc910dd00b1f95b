// Written by `cargo run -p avalo-rows` from the tables in avalo-sdk/src/api. Do not edit.
//
// A row tells the engine how an operation travels. What a page does not import, it does not load.

export const authRegister = "auth.register POST /v1/auth/register PK";
export const authLogin = "auth.login POST /v1/auth/login PK";
export const authVerifyTwoFactor = "auth.verifyTwoFactor POST /v1/auth/2fa/verify PK";
export const authStartOauth = "auth.startOauth POST /v1/auth/oauth/start PK";
export const authLoginWithOauth = "auth.loginWithOauth POST /v1/auth/oauth PK";
export const authRefreshToken = "auth.refreshToken POST /v1/auth/token/refresh PK";
export const authLogout = "auth.logout POST /v1/auth/logout UK";
export const authLogoutAll = "auth.logoutAll POST /v1/auth/logout-all UK step-up";
export const authGetCurrentUser = "auth.getCurrentUser GET /v1/auth/me US";
export const authListSessions = "auth.listSessions GET /v1/auth/sessions US";
export const authRevokeSession = "auth.revokeSession DELETE /v1/auth/sessions/{sessionId} UK";
export const authEnableTwoFactor = "auth.enableTwoFactor POST /v1/auth/2fa/enable UK";
export const authConfirmTwoFactor = "auth.confirmTwoFactor POST /v1/auth/2fa/confirm UK";
export const authDisableTwoFactor = "auth.disableTwoFactor POST /v1/auth/2fa/disable UK step-up";
export const authStartStepUp = "auth.startStepUp POST /v1/auth/step-up UK";
export const authCompleteStepUp = "auth.completeStepUp POST /v1/auth/step-up/{challengeId}/verify UK";
export const authRequestPasswordReset = "auth.requestPasswordReset POST /v1/auth/password/reset-request PK";
export const authResetPassword = "auth.resetPassword POST /v1/auth/password/reset PK";
export const authSubmitKyc = "auth.submitKyc POST /v1/auth/kyc UK";
export const authGetKycStatus = "auth.getKycStatus GET /v1/auth/kyc US";
export const profilesGetProfile = "profiles.getProfile GET /v1/profiles/{userId} US";
export const profilesUpdateProfile = "profiles.updateProfile PATCH /v1/profiles/me UK";
export const profilesUpdateSettings = "profiles.updateSettings PATCH /v1/profiles/me/settings UK";
export const profilesUploadProfilePhoto = "profiles.uploadProfilePhoto POST /v1/profiles/me/photos UK";
export const profilesDeleteAccount = "profiles.deleteAccount DELETE /v1/profiles/me UK step-up";
export const profilesFollowUser = "profiles.followUser PUT /v1/profiles/{userId}/follow US";
export const profilesUnfollowUser = "profiles.unfollowUser DELETE /v1/profiles/{userId}/follow UK";
export const profilesGetFollowers = "profiles.getFollowers GET /v1/profiles/{userId}/followers US";
export const profilesGetFollowing = "profiles.getFollowing GET /v1/profiles/{userId}/following US";
export const profilesBlockUser = "profiles.blockUser PUT /v1/profiles/{userId}/block US";
export const profilesUnblockUser = "profiles.unblockUser DELETE /v1/profiles/{userId}/block UK";
export const profilesBecomeCreator = "profiles.becomeCreator POST /v1/profiles/me/creator VK";
export const profilesCreateSubscriptionTier = "profiles.createSubscriptionTier POST /v1/profiles/me/tiers CK";
export const profilesListSubscriptionTiers = "profiles.listSubscriptionTiers GET /v1/profiles/{userId}/tiers US";
export const profilesUpdateSubscriptionTier = "profiles.updateSubscriptionTier PATCH /v1/profiles/me/tiers/{tierId} CK";
export const feedGetFeed = "feed.getFeed GET /v1/feed US";
export const feedCreatePost = "feed.createPost POST /v1/posts UK";
export const feedGetPost = "feed.getPost GET /v1/posts/{postId} US";
export const feedUpdatePost = "feed.updatePost PATCH /v1/posts/{postId} UK";
export const feedDeletePost = "feed.deletePost DELETE /v1/posts/{postId} UK";
export const feedLikePost = "feed.likePost PUT /v1/posts/{postId}/like US";
export const feedUnlikePost = "feed.unlikePost DELETE /v1/posts/{postId}/like UK";
export const feedCommentOnPost = "feed.commentOnPost POST /v1/posts/{postId}/comments UK";
export const feedGetComments = "feed.getComments GET /v1/posts/{postId}/comments US";
export const feedDeleteComment = "feed.deleteComment DELETE /v1/posts/{postId}/comments/{commentId} UK";
export const feedUnlockPost = "feed.unlockPost POST /v1/posts/{postId}/unlock UK";
export const feedCreateStory = "feed.createStory POST /v1/stories UK";
export const feedGetStories = "feed.getStories GET /v1/stories US";
export const feedUnlockStory = "feed.unlockStory POST /v1/stories/{storyId}/unlock UK";
export const feedDeleteStory = "feed.deleteStory DELETE /v1/stories/{storyId} UK";
export const feedRequestUpload = "feed.requestUpload POST /v1/media/uploads UK";
export const chatGetChats = "chat.getChats GET /v1/chats US";
export const chatCreateChat = "chat.createChat POST /v1/chats UK";
export const chatGetChat = "chat.getChat GET /v1/chats/{chatId} US";
export const chatGetMessages = "chat.getMessages GET /v1/chats/{chatId}/messages US";
export const chatQuoteMessage = "chat.quoteMessage POST /v1/chats/{chatId}/quote UK";
export const chatSendMessage = "chat.sendMessage POST /v1/chats/{chatId}/messages UK";
export const chatSendIntroMessage = "chat.sendIntroMessage POST /v1/chats/intro UK";
export const chatDeposit = "chat.deposit POST /v1/chats/{chatId}/deposit UK";
export const chatCloseChat = "chat.closeChat POST /v1/chats/{chatId}/close UK";
export const chatRefundByEarner = "chat.refundByEarner POST /v1/chats/{chatId}/refund UK";
export const chatMarkAsRead = "chat.markAsRead POST /v1/chats/{chatId}/read UK";
export const chatSetTyping = "chat.setTyping PUT /v1/chats/{chatId}/typing UN";
export const chatSetPresence = "chat.setPresence PUT /v1/presence US";
export const chatGetPresence = "chat.getPresence POST /v1/presence/query UK";
export const chatUpdatePricing = "chat.updatePricing PATCH /v1/chats/pricing CK";
export const chatSubscribeToMessages = "chat.subscribeToMessages GET /v1/events US stream";
export const paymentsGetWallet = "payments.getWallet GET /v1/wallet US";
export const paymentsGetPackages = "payments.getPackages GET /v1/payments/packages PS cache=300";
export const paymentsPurchaseTokens = "payments.purchaseTokens POST /v1/payments/purchases UK";
export const paymentsConfirmPurchase = "payments.confirmPurchase POST /v1/payments/purchases/{purchaseId}/confirm UK";
export const paymentsGetTransactions = "payments.getTransactions GET /v1/wallet/transactions US";
export const paymentsAddPaymentMethod = "payments.addPaymentMethod POST /v1/payments/methods UK";
export const paymentsRemovePaymentMethod = "payments.removePaymentMethod DELETE /v1/payments/methods/{paymentMethodId} UK";
export const paymentsSendTip = "payments.sendTip POST /v1/payments/tips UK";
export const paymentsGetGifts = "payments.getGifts GET /v1/payments/gifts US cache=300";
export const paymentsSendGift = "payments.sendGift POST /v1/payments/gifts UK";
export const paymentsSubscribeToCreator = "payments.subscribeToCreator POST /v1/subscriptions UK";
export const paymentsCancelSubscription = "payments.cancelSubscription DELETE /v1/subscriptions/{subscriptionId} UK";
export const paymentsListSubscriptions = "payments.listSubscriptions GET /v1/subscriptions US";
export const paymentsGetWithdrawable = "payments.getWithdrawable GET /v1/payments/withdrawals/quote CS";
export const paymentsRequestWithdrawal = "payments.requestWithdrawal POST /v1/payments/withdrawals CK step-up";
export const paymentsListWithdrawals = "payments.listWithdrawals GET /v1/payments/withdrawals CS";
export const paymentsCancelWithdrawal = "payments.cancelWithdrawal DELETE /v1/payments/withdrawals/{withdrawalId} CK";
export const paymentsGetEarningsSummary = "payments.getEarningsSummary GET /v1/payments/earnings CS";
export const paymentsWebhook = "payments.webhook POST /v1/payments/webhook PN";

/** All rows, for a client that calls by id. */
export const operations = [
  authRegister,
  authLogin,
  authVerifyTwoFactor,
  authStartOauth,
  authLoginWithOauth,
  authRefreshToken,
  authLogout,
  authLogoutAll,
  authGetCurrentUser,
  authListSessions,
  authRevokeSession,
  authEnableTwoFactor,
  authConfirmTwoFactor,
  authDisableTwoFactor,
  authStartStepUp,
  authCompleteStepUp,
  authRequestPasswordReset,
  authResetPassword,
  authSubmitKyc,
  authGetKycStatus,
  profilesGetProfile,
  profilesUpdateProfile,
  profilesUpdateSettings,
  profilesUploadProfilePhoto,
  profilesDeleteAccount,
  profilesFollowUser,
  profilesUnfollowUser,
  profilesGetFollowers,
  profilesGetFollowing,
  profilesBlockUser,
  profilesUnblockUser,
  profilesBecomeCreator,
  profilesCreateSubscriptionTier,
  profilesListSubscriptionTiers,
  profilesUpdateSubscriptionTier,
  feedGetFeed,
  feedCreatePost,
  feedGetPost,
  feedUpdatePost,
  feedDeletePost,
  feedLikePost,
  feedUnlikePost,
  feedCommentOnPost,
  feedGetComments,
  feedDeleteComment,
  feedUnlockPost,
  feedCreateStory,
  feedGetStories,
  feedUnlockStory,
  feedDeleteStory,
  feedRequestUpload,
  chatGetChats,
  chatCreateChat,
  chatGetChat,
  chatGetMessages,
  chatQuoteMessage,
  chatSendMessage,
  chatSendIntroMessage,
  chatDeposit,
  chatCloseChat,
  chatRefundByEarner,
  chatMarkAsRead,
  chatSetTyping,
  chatSetPresence,
  chatGetPresence,
  chatUpdatePricing,
  chatSubscribeToMessages,
  paymentsGetWallet,
  paymentsGetPackages,
  paymentsPurchaseTokens,
  paymentsConfirmPurchase,
  paymentsGetTransactions,
  paymentsAddPaymentMethod,
  paymentsRemovePaymentMethod,
  paymentsSendTip,
  paymentsGetGifts,
  paymentsSendGift,
  paymentsSubscribeToCreator,
  paymentsCancelSubscription,
  paymentsListSubscriptions,
  paymentsGetWithdrawable,
  paymentsRequestWithdrawal,
  paymentsListWithdrawals,
  paymentsCancelWithdrawal,
  paymentsGetEarningsSummary,
  paymentsWebhook,
];

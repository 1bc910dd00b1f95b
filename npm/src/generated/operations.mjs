// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.
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
export const authGetFeatureFlags = "auth.getFeatureFlags GET /v1/config/flags US cache=60";
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
export const profilesDeletePhoto = "profiles.deletePhoto DELETE /v1/profiles/me/photos/{photoId} UK";
export const profilesDeleteAccount = "profiles.deleteAccount DELETE /v1/profiles/me UK step-up";
export const profilesRestoreAccount = "profiles.restoreAccount POST /v1/profiles/me/restore PK";
export const profilesSearch = "profiles.search GET /v1/profiles US";
export const profilesFollowUser = "profiles.followUser PUT /v1/profiles/{userId}/follow US";
export const profilesUnfollowUser = "profiles.unfollowUser DELETE /v1/profiles/{userId}/follow UK";
export const profilesGetFollowers = "profiles.getFollowers GET /v1/profiles/{userId}/followers US";
export const profilesGetFollowing = "profiles.getFollowing GET /v1/profiles/{userId}/following US";
export const profilesBlockUser = "profiles.blockUser PUT /v1/profiles/{userId}/block US";
export const profilesUnblockUser = "profiles.unblockUser DELETE /v1/profiles/{userId}/block UK";
export const profilesCreateReport = "profiles.createReport POST /v1/reports UK";
export const profilesBecomeCreator = "profiles.becomeCreator POST /v1/profiles/me/creator VK";
export const profilesCreateSubscriptionTier = "profiles.createSubscriptionTier POST /v1/profiles/me/tiers CK";
export const profilesListSubscriptionTiers = "profiles.listSubscriptionTiers GET /v1/profiles/{userId}/tiers US";
export const profilesUpdateSubscriptionTier = "profiles.updateSubscriptionTier PATCH /v1/profiles/me/tiers/{tierId} CK";
export const feedGetFeed = "feed.getFeed GET /v1/feed US";
export const feedCreatePost = "feed.createPost POST /v1/posts UK";
export const feedGetPost = "feed.getPost GET /v1/posts/{postId} US";
export const feedUpdatePost = "feed.updatePost PATCH /v1/posts/{postId} UK";
export const feedDeletePost = "feed.deletePost DELETE /v1/posts/{postId} UK";
export const feedGetUserPosts = "feed.getUserPosts GET /v1/profiles/{userId}/posts US";
export const feedSharePost = "feed.sharePost POST /v1/posts/{postId}/share UK";
export const feedLikePost = "feed.likePost PUT /v1/posts/{postId}/like US";
export const feedUnlikePost = "feed.unlikePost DELETE /v1/posts/{postId}/like UK";
export const feedCommentOnPost = "feed.commentOnPost POST /v1/posts/{postId}/comments UK";
export const feedGetComments = "feed.getComments GET /v1/posts/{postId}/comments US";
export const feedDeleteComment = "feed.deleteComment DELETE /v1/posts/{postId}/comments/{commentId} UK";
export const feedUnlockPost = "feed.unlockPost POST /v1/posts/{postId}/unlock UK";
export const feedCreateStory = "feed.createStory POST /v1/stories UK";
export const feedGetStories = "feed.getStories GET /v1/stories US";
export const feedUnlockStory = "feed.unlockStory POST /v1/stories/{storyId}/unlock UK";
export const feedViewStory = "feed.viewStory PUT /v1/stories/{storyId}/view US";
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
export const chatSetAutoReload = "chat.setAutoReload PUT /v1/chats/{chatId}/auto-reload US";
export const chatCloseChat = "chat.closeChat POST /v1/chats/{chatId}/close UK";
export const chatRefundByEarner = "chat.refundByEarner POST /v1/chats/{chatId}/refund UK";
export const chatMarkAsRead = "chat.markAsRead POST /v1/chats/{chatId}/read UK";
export const chatDeleteMessage = "chat.deleteMessage DELETE /v1/chats/{chatId}/messages/{messageId} UK";
export const chatSetTyping = "chat.setTyping PUT /v1/chats/{chatId}/typing UN";
export const chatSetPresence = "chat.setPresence PUT /v1/presence US";
export const chatGetPresence = "chat.getPresence POST /v1/presence/query UK";
export const chatUpdatePricing = "chat.updatePricing PATCH /v1/chats/pricing CK";
export const chatSubscribeToMessages = "chat.subscribeToMessages GET /v1/events US stream";
export const paymentsGetWallet = "payments.getWallet GET /v1/wallet US";
export const paymentsGetPackages = "payments.getPackages GET /v1/payments/packages PS cache=300";
export const paymentsPurchaseTokens = "payments.purchaseTokens POST /v1/payments/purchases UK";
export const paymentsGetPurchase = "payments.getPurchase GET /v1/payments/purchases/{purchaseId} US";
export const paymentsConfirmPurchase = "payments.confirmPurchase POST /v1/payments/purchases/{purchaseId}/confirm UK";
export const paymentsGetTransactions = "payments.getTransactions GET /v1/wallet/transactions US";
export const paymentsGetTransaction = "payments.getTransaction GET /v1/wallet/transactions/{transactionId} US";
export const paymentsAddPaymentMethod = "payments.addPaymentMethod POST /v1/payments/methods UK";
export const paymentsRemovePaymentMethod = "payments.removePaymentMethod DELETE /v1/payments/methods/{paymentMethodId} UK";
export const paymentsSetDefaultPaymentMethod = "payments.setDefaultPaymentMethod PUT /v1/payments/methods/{paymentMethodId}/default US";
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
export const aiGetCompanions = "ai.getCompanions GET /v1/ai/companions US";
export const aiGetCompanion = "ai.getCompanion GET /v1/ai/companions/{companionId} US";
export const aiCreateCompanion = "ai.createCompanion POST /v1/ai/companions UK";
export const aiUpdateCompanion = "ai.updateCompanion PATCH /v1/ai/companions/{companionId} UK";
export const aiDeleteCompanion = "ai.deleteCompanion DELETE /v1/ai/companions/{companionId} UK";
export const aiStartChat = "ai.startChat POST /v1/ai/chats UK";
export const aiListChats = "ai.listChats GET /v1/ai/chats US";
export const aiGetChat = "ai.getChat GET /v1/ai/chats/{chatId} US";
export const aiGetMessages = "ai.getMessages GET /v1/ai/chats/{chatId}/messages US";
export const aiSendMessage = "ai.sendMessage POST /v1/ai/chats/{chatId}/messages UK";
export const aiStreamMessage = "ai.streamMessage POST /v1/ai/chats/{chatId}/messages/stream UK stream";
export const aiCloseChat = "ai.closeChat POST /v1/ai/chats/{chatId}/close UK";
export const aiEnableNsfw = "ai.enableNsfw PUT /v1/ai/chats/{chatId}/nsfw VS";
export const aiModerateContent = "ai.moderateContent POST /v1/ai/moderate UK";
export const aiDetectNsfw = "ai.detectNsfw POST /v1/ai/moderate/image UK";
export const aiGenerateContent = "ai.generateContent POST /v1/ai/generate CK";
export const aiGetUsage = "ai.getUsage GET /v1/ai/usage US";
export const aiUnlockGalleryPhoto = "ai.unlockGalleryPhoto POST /v1/ai/companions/{companionId}/gallery/{photoId}/unlock UK";
export const aiGetPlan = "ai.getPlan GET /v1/ai/plan US";
export const aiSubscribe = "ai.subscribe POST /v1/ai/plan UK";
export const aiCancelSubscription = "ai.cancelSubscription DELETE /v1/ai/plan UK";
export const creatorGetStats = "creator.getStats GET /v1/creator/stats CS";
export const creatorGetDashboard = "creator.getDashboard GET /v1/creator/dashboard CS";
export const creatorGetRevenueBreakdown = "creator.getRevenueBreakdown GET /v1/creator/revenue CS";
export const creatorGetSubscriberAnalytics = "creator.getSubscriberAnalytics GET /v1/creator/subscribers/analytics CS";
export const creatorListSubscribers = "creator.listSubscribers GET /v1/creator/subscribers CS";
export const creatorGetTopFans = "creator.getTopFans GET /v1/creator/fans CS";
export const creatorGetContentPerformance = "creator.getContentPerformance GET /v1/creator/content CS";
export const creatorGetContentPricing = "creator.getContentPricing GET /v1/creator/pricing CS";
export const creatorSetContentPricing = "creator.setContentPricing PUT /v1/creator/pricing CS";
export const creatorScheduleContent = "creator.scheduleContent POST /v1/creator/schedule CK";
export const creatorListScheduled = "creator.listScheduled GET /v1/creator/schedule CS";
export const creatorCancelScheduled = "creator.cancelScheduled DELETE /v1/creator/schedule/{scheduledId} CK";
export const matchmakingGetSuggestions = "matchmaking.getSuggestions GET /v1/matchmaking/suggestions VS";
export const matchmakingLikeProfile = "matchmaking.likeProfile POST /v1/matchmaking/likes VK";
export const matchmakingPassProfile = "matchmaking.passProfile POST /v1/matchmaking/passes VK";
export const matchmakingRewind = "matchmaking.rewind POST /v1/matchmaking/rewind VK";
export const matchmakingGetMatches = "matchmaking.getMatches GET /v1/matchmaking/matches VS";
export const matchmakingUnmatch = "matchmaking.unmatch DELETE /v1/matchmaking/matches/{matchId} UK";
export const matchmakingGetPreferences = "matchmaking.getPreferences GET /v1/matchmaking/preferences US";
export const matchmakingUpdatePreferences = "matchmaking.updatePreferences PUT /v1/matchmaking/preferences US";
export const matchmakingGetLikesReceived = "matchmaking.getLikesReceived GET /v1/matchmaking/likes/received VS";
export const matchmakingGetAllowance = "matchmaking.getAllowance GET /v1/matchmaking/allowance VS";
export const matchmakingGetFreeMessagesStatus = "matchmaking.getFreeMessagesStatus GET /v1/matchmaking/matches/{matchId}/free-messages US";
export const matchmakingGetCompatibility = "matchmaking.getCompatibility GET /v1/matchmaking/compatibility/{userId} VS";
export const notificationsGetNotifications = "notifications.getNotifications GET /v1/notifications US";
export const notificationsGetUnreadCount = "notifications.getUnreadCount GET /v1/notifications/unread-count US";
export const notificationsMarkAsRead = "notifications.markAsRead PUT /v1/notifications/{notificationId}/read US";
export const notificationsMarkAllAsRead = "notifications.markAllAsRead POST /v1/notifications/read-all UK";
export const notificationsDismiss = "notifications.dismiss DELETE /v1/notifications/{notificationId} UK";
export const notificationsRegisterPushToken = "notifications.registerPushToken PUT /v1/notifications/push-tokens US";
export const notificationsListPushTokens = "notifications.listPushTokens GET /v1/notifications/push-tokens US";
export const notificationsUnregisterPushToken = "notifications.unregisterPushToken DELETE /v1/notifications/push-tokens/{pushTokenId} UK";
export const notificationsGetPreferences = "notifications.getPreferences GET /v1/notifications/preferences US";
export const notificationsUpdatePreferences = "notifications.updatePreferences PUT /v1/notifications/preferences US";
export const notificationsSubscribeToNotifications = "notifications.subscribeToNotifications GET /v1/notifications/events US stream";
export const adminGetDashboardStats = "admin.getDashboardStats GET /v1/admin/stats SS";
export const adminGetUsers = "admin.getUsers GET /v1/admin/users SS";
export const adminGetUser = "admin.getUser GET /v1/admin/users/{userId} SS";
export const adminSuspendUser = "admin.suspendUser POST /v1/admin/users/{userId}/suspend SK";
export const adminUnsuspendUser = "admin.unsuspendUser POST /v1/admin/users/{userId}/reinstate SK";
export const adminBanUser = "admin.banUser POST /v1/admin/users/{userId}/ban AK";
export const adminSetRole = "admin.setRole PUT /v1/admin/users/{userId}/role AS step-up";
export const adminGetModerationQueue = "admin.getModerationQueue GET /v1/admin/moderation/queue SS";
export const adminModerateContent = "admin.moderateContent POST /v1/admin/moderation/actions SK";
export const adminGetReports = "admin.getReports GET /v1/admin/reports SS";
export const adminReviewKyc = "admin.reviewKyc POST /v1/admin/kyc/{userId}/review SK";
export const adminListWithdrawals = "admin.listWithdrawals GET /v1/admin/withdrawals SS";
export const adminReviewWithdrawal = "admin.reviewWithdrawal POST /v1/admin/withdrawals/{withdrawalId}/review SK";
export const adminRefundTransaction = "admin.refundTransaction POST /v1/admin/transactions/{transactionId}/refund SK";
export const adminCreditTokens = "admin.creditTokens POST /v1/admin/wallets/{userId}/credit AK";
export const adminGetRevenueAnalytics = "admin.getRevenueAnalytics GET /v1/admin/revenue SS";
export const adminGetSystemHealth = "admin.getSystemHealth GET /v1/admin/health SS";
export const adminListFeatureFlags = "admin.listFeatureFlags GET /v1/admin/flags AS";
export const adminSetFeatureFlag = "admin.setFeatureFlag PUT /v1/admin/flags/{name} AS";
export const adminGetAuditLog = "admin.getAuditLog GET /v1/admin/audit AS";
export const adminSendSystemNotification = "admin.sendSystemNotification POST /v1/admin/notifications AK";

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
  authGetFeatureFlags,
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
  profilesDeletePhoto,
  profilesDeleteAccount,
  profilesRestoreAccount,
  profilesSearch,
  profilesFollowUser,
  profilesUnfollowUser,
  profilesGetFollowers,
  profilesGetFollowing,
  profilesBlockUser,
  profilesUnblockUser,
  profilesCreateReport,
  profilesBecomeCreator,
  profilesCreateSubscriptionTier,
  profilesListSubscriptionTiers,
  profilesUpdateSubscriptionTier,
  feedGetFeed,
  feedCreatePost,
  feedGetPost,
  feedUpdatePost,
  feedDeletePost,
  feedGetUserPosts,
  feedSharePost,
  feedLikePost,
  feedUnlikePost,
  feedCommentOnPost,
  feedGetComments,
  feedDeleteComment,
  feedUnlockPost,
  feedCreateStory,
  feedGetStories,
  feedUnlockStory,
  feedViewStory,
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
  chatSetAutoReload,
  chatCloseChat,
  chatRefundByEarner,
  chatMarkAsRead,
  chatDeleteMessage,
  chatSetTyping,
  chatSetPresence,
  chatGetPresence,
  chatUpdatePricing,
  chatSubscribeToMessages,
  paymentsGetWallet,
  paymentsGetPackages,
  paymentsPurchaseTokens,
  paymentsGetPurchase,
  paymentsConfirmPurchase,
  paymentsGetTransactions,
  paymentsGetTransaction,
  paymentsAddPaymentMethod,
  paymentsRemovePaymentMethod,
  paymentsSetDefaultPaymentMethod,
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
  aiGetCompanions,
  aiGetCompanion,
  aiCreateCompanion,
  aiUpdateCompanion,
  aiDeleteCompanion,
  aiStartChat,
  aiListChats,
  aiGetChat,
  aiGetMessages,
  aiSendMessage,
  aiStreamMessage,
  aiCloseChat,
  aiEnableNsfw,
  aiModerateContent,
  aiDetectNsfw,
  aiGenerateContent,
  aiGetUsage,
  aiUnlockGalleryPhoto,
  aiGetPlan,
  aiSubscribe,
  aiCancelSubscription,
  creatorGetStats,
  creatorGetDashboard,
  creatorGetRevenueBreakdown,
  creatorGetSubscriberAnalytics,
  creatorListSubscribers,
  creatorGetTopFans,
  creatorGetContentPerformance,
  creatorGetContentPricing,
  creatorSetContentPricing,
  creatorScheduleContent,
  creatorListScheduled,
  creatorCancelScheduled,
  matchmakingGetSuggestions,
  matchmakingLikeProfile,
  matchmakingPassProfile,
  matchmakingRewind,
  matchmakingGetMatches,
  matchmakingUnmatch,
  matchmakingGetPreferences,
  matchmakingUpdatePreferences,
  matchmakingGetLikesReceived,
  matchmakingGetAllowance,
  matchmakingGetFreeMessagesStatus,
  matchmakingGetCompatibility,
  notificationsGetNotifications,
  notificationsGetUnreadCount,
  notificationsMarkAsRead,
  notificationsMarkAllAsRead,
  notificationsDismiss,
  notificationsRegisterPushToken,
  notificationsListPushTokens,
  notificationsUnregisterPushToken,
  notificationsGetPreferences,
  notificationsUpdatePreferences,
  notificationsSubscribeToNotifications,
  adminGetDashboardStats,
  adminGetUsers,
  adminGetUser,
  adminSuspendUser,
  adminUnsuspendUser,
  adminBanUser,
  adminSetRole,
  adminGetModerationQueue,
  adminModerateContent,
  adminGetReports,
  adminReviewKyc,
  adminListWithdrawals,
  adminReviewWithdrawal,
  adminRefundTransaction,
  adminCreditTokens,
  adminGetRevenueAnalytics,
  adminGetSystemHealth,
  adminListFeatureFlags,
  adminSetFeatureFlag,
  adminGetAuditLog,
  adminSendSystemNotification,
];

// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.

// All operations by domain, one row a line. What a row says: avalo-sdk/src/operation/row.rs.

export const table = {
  auth: `
register POST /v1/auth/register PK
login POST /v1/auth/login PK
verifyTwoFactor POST /v1/auth/2fa/verify PK
startOauth POST /v1/auth/oauth/start PK
loginWithOauth POST /v1/auth/oauth PK
refreshToken POST /v1/auth/token/refresh PK
logout POST /v1/auth/logout UK
logoutAll POST /v1/auth/logout-all UK step-up
getCurrentUser GET /v1/auth/me US
getFeatureFlags GET /v1/config/flags US cache=60
listSessions GET /v1/auth/sessions US
revokeSession DELETE /v1/auth/sessions/{sessionId} UK
enableTwoFactor POST /v1/auth/2fa/enable UK
confirmTwoFactor POST /v1/auth/2fa/confirm UK
disableTwoFactor POST /v1/auth/2fa/disable UK step-up
startStepUp POST /v1/auth/step-up UK
completeStepUp POST /v1/auth/step-up/{challengeId}/verify UK
requestPasswordReset POST /v1/auth/password/reset-request PK
resetPassword POST /v1/auth/password/reset PK
submitKyc POST /v1/auth/kyc UK
getKycStatus GET /v1/auth/kyc US
`,
  profiles: `
getProfile GET /v1/profiles/{userId} US
updateProfile PATCH /v1/profiles/me UK
updateSettings PATCH /v1/profiles/me/settings UK
uploadProfilePhoto POST /v1/profiles/me/photos UK
deletePhoto DELETE /v1/profiles/me/photos/{photoId} UK
deleteAccount DELETE /v1/profiles/me UK step-up
restoreAccount POST /v1/profiles/me/restore PK
search GET /v1/profiles US
followUser PUT /v1/profiles/{userId}/follow US
unfollowUser DELETE /v1/profiles/{userId}/follow UK
getFollowers GET /v1/profiles/{userId}/followers US
getFollowing GET /v1/profiles/{userId}/following US
blockUser PUT /v1/profiles/{userId}/block US
unblockUser DELETE /v1/profiles/{userId}/block UK
createReport POST /v1/reports UK
becomeCreator POST /v1/profiles/me/creator VK
createSubscriptionTier POST /v1/profiles/me/tiers CK
listSubscriptionTiers GET /v1/profiles/{userId}/tiers US
updateSubscriptionTier PATCH /v1/profiles/me/tiers/{tierId} CK
`,
  feed: `
getFeed GET /v1/feed US
createPost POST /v1/posts UK
getPost GET /v1/posts/{postId} US
updatePost PATCH /v1/posts/{postId} UK
deletePost DELETE /v1/posts/{postId} UK
getUserPosts GET /v1/profiles/{userId}/posts US
sharePost POST /v1/posts/{postId}/share UK
likePost PUT /v1/posts/{postId}/like US
unlikePost DELETE /v1/posts/{postId}/like UK
commentOnPost POST /v1/posts/{postId}/comments UK
getComments GET /v1/posts/{postId}/comments US
deleteComment DELETE /v1/posts/{postId}/comments/{commentId} UK
unlockPost POST /v1/posts/{postId}/unlock UK
createStory POST /v1/stories UK
getStories GET /v1/stories US
unlockStory POST /v1/stories/{storyId}/unlock UK
viewStory PUT /v1/stories/{storyId}/view US
deleteStory DELETE /v1/stories/{storyId} UK
requestUpload POST /v1/media/uploads UK
`,
  chat: `
getChats GET /v1/chats US
createChat POST /v1/chats UK
getChat GET /v1/chats/{chatId} US
getMessages GET /v1/chats/{chatId}/messages US
quoteMessage POST /v1/chats/{chatId}/quote UK
sendMessage POST /v1/chats/{chatId}/messages UK
sendIntroMessage POST /v1/chats/intro UK
deposit POST /v1/chats/{chatId}/deposit UK
setAutoReload PUT /v1/chats/{chatId}/auto-reload US
closeChat POST /v1/chats/{chatId}/close UK
refundByEarner POST /v1/chats/{chatId}/refund UK
markAsRead POST /v1/chats/{chatId}/read UK
deleteMessage DELETE /v1/chats/{chatId}/messages/{messageId} UK
setTyping PUT /v1/chats/{chatId}/typing UN
setPresence PUT /v1/presence US
getPresence POST /v1/presence/query UK
updatePricing PATCH /v1/chats/pricing CK
subscribeToMessages GET /v1/events US stream
`,
  payments: `
getWallet GET /v1/wallet US
getPackages GET /v1/payments/packages PS cache=300
purchaseTokens POST /v1/payments/purchases UK
getPurchase GET /v1/payments/purchases/{purchaseId} US
confirmPurchase POST /v1/payments/purchases/{purchaseId}/confirm UK
getTransactions GET /v1/wallet/transactions US
getTransaction GET /v1/wallet/transactions/{transactionId} US
addPaymentMethod POST /v1/payments/methods UK
removePaymentMethod DELETE /v1/payments/methods/{paymentMethodId} UK
setDefaultPaymentMethod PUT /v1/payments/methods/{paymentMethodId}/default US
sendTip POST /v1/payments/tips UK
getGifts GET /v1/payments/gifts US cache=300
sendGift POST /v1/payments/gifts UK
subscribeToCreator POST /v1/subscriptions UK
cancelSubscription DELETE /v1/subscriptions/{subscriptionId} UK
listSubscriptions GET /v1/subscriptions US
getWithdrawable GET /v1/payments/withdrawals/quote CS
requestWithdrawal POST /v1/payments/withdrawals CK step-up
listWithdrawals GET /v1/payments/withdrawals CS
cancelWithdrawal DELETE /v1/payments/withdrawals/{withdrawalId} CK
getEarningsSummary GET /v1/payments/earnings CS
webhook POST /v1/payments/webhook PN
`,
  ai: `
getCompanions GET /v1/ai/companions US
getCompanion GET /v1/ai/companions/{companionId} US
createCompanion POST /v1/ai/companions UK
updateCompanion PATCH /v1/ai/companions/{companionId} UK
deleteCompanion DELETE /v1/ai/companions/{companionId} UK
startChat POST /v1/ai/chats UK
listChats GET /v1/ai/chats US
getChat GET /v1/ai/chats/{chatId} US
getMessages GET /v1/ai/chats/{chatId}/messages US
sendMessage POST /v1/ai/chats/{chatId}/messages UK
streamMessage POST /v1/ai/chats/{chatId}/messages/stream UK stream
closeChat POST /v1/ai/chats/{chatId}/close UK
enableNsfw PUT /v1/ai/chats/{chatId}/nsfw VS
moderateContent POST /v1/ai/moderate UK
detectNsfw POST /v1/ai/moderate/image UK
generateContent POST /v1/ai/generate CK
getUsage GET /v1/ai/usage US
unlockGalleryPhoto POST /v1/ai/companions/{companionId}/gallery/{photoId}/unlock UK
getPlan GET /v1/ai/plan US
subscribe POST /v1/ai/plan UK
cancelSubscription DELETE /v1/ai/plan UK
`,
  creator: `
getStats GET /v1/creator/stats CS
getDashboard GET /v1/creator/dashboard CS
getRevenueBreakdown GET /v1/creator/revenue CS
getSubscriberAnalytics GET /v1/creator/subscribers/analytics CS
listSubscribers GET /v1/creator/subscribers CS
getTopFans GET /v1/creator/fans CS
getContentPerformance GET /v1/creator/content CS
getContentPricing GET /v1/creator/pricing CS
setContentPricing PUT /v1/creator/pricing CS
scheduleContent POST /v1/creator/schedule CK
listScheduled GET /v1/creator/schedule CS
cancelScheduled DELETE /v1/creator/schedule/{scheduledId} CK
`,
  matchmaking: `
getSuggestions GET /v1/matchmaking/suggestions VS
likeProfile POST /v1/matchmaking/likes VK
passProfile POST /v1/matchmaking/passes VK
rewind POST /v1/matchmaking/rewind VK
getMatches GET /v1/matchmaking/matches VS
unmatch DELETE /v1/matchmaking/matches/{matchId} UK
getPreferences GET /v1/matchmaking/preferences US
updatePreferences PUT /v1/matchmaking/preferences US
getLikesReceived GET /v1/matchmaking/likes/received VS
getAllowance GET /v1/matchmaking/allowance VS
getFreeMessagesStatus GET /v1/matchmaking/matches/{matchId}/free-messages US
getCompatibility GET /v1/matchmaking/compatibility/{userId} VS
`,
  notifications: `
getNotifications GET /v1/notifications US
getUnreadCount GET /v1/notifications/unread-count US
markAsRead PUT /v1/notifications/{notificationId}/read US
markAllAsRead POST /v1/notifications/read-all UK
dismiss DELETE /v1/notifications/{notificationId} UK
registerPushToken PUT /v1/notifications/push-tokens US
listPushTokens GET /v1/notifications/push-tokens US
unregisterPushToken DELETE /v1/notifications/push-tokens/{pushTokenId} UK
getPreferences GET /v1/notifications/preferences US
updatePreferences PUT /v1/notifications/preferences US
subscribeToNotifications GET /v1/notifications/events US stream
`,
  admin: `
getDashboardStats GET /v1/admin/stats SS
getUsers GET /v1/admin/users SS
getUser GET /v1/admin/users/{userId} SS
suspendUser POST /v1/admin/users/{userId}/suspend SK
unsuspendUser POST /v1/admin/users/{userId}/reinstate SK
banUser POST /v1/admin/users/{userId}/ban AK
setRole PUT /v1/admin/users/{userId}/role AS step-up
getModerationQueue GET /v1/admin/moderation/queue SS
moderateContent POST /v1/admin/moderation/actions SK
getReports GET /v1/admin/reports SS
reviewKyc POST /v1/admin/kyc/{userId}/review SK
listWithdrawals GET /v1/admin/withdrawals SS
reviewWithdrawal POST /v1/admin/withdrawals/{withdrawalId}/review SK
refundTransaction POST /v1/admin/transactions/{transactionId}/refund SK
creditTokens POST /v1/admin/wallets/{userId}/credit AK
getRevenueAnalytics GET /v1/admin/revenue SS
getSystemHealth GET /v1/admin/health SS
listFeatureFlags GET /v1/admin/flags AS
setFeatureFlag PUT /v1/admin/flags/{name} AS
getAuditLog GET /v1/admin/audit AS
sendSystemNotification POST /v1/admin/notifications AK
`,
};

// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.

export const getWallet = (client, params, options) =>
  client.call("payments.getWallet GET /v1/wallet US", params, options);
export const getPackages = (client, params, options) =>
  client.call("payments.getPackages GET /v1/payments/packages PS cache=300", params, options);
export const purchaseTokens = (client, params, options) =>
  client.call("payments.purchaseTokens POST /v1/payments/purchases UK", params, options);
export const getPurchase = (client, params, options) =>
  client.call("payments.getPurchase GET /v1/payments/purchases/{purchaseId} US", params, options);
export const confirmPurchase = (client, params, options) =>
  client.call("payments.confirmPurchase POST /v1/payments/purchases/{purchaseId}/confirm UK", params, options);
export const getTransactions = (client, params, options) =>
  client.call("payments.getTransactions GET /v1/wallet/transactions US", params, options);
export const getTransaction = (client, params, options) =>
  client.call("payments.getTransaction GET /v1/wallet/transactions/{transactionId} US", params, options);
export const addPaymentMethod = (client, params, options) =>
  client.call("payments.addPaymentMethod POST /v1/payments/methods UK", params, options);
export const removePaymentMethod = (client, params, options) =>
  client.call("payments.removePaymentMethod DELETE /v1/payments/methods/{paymentMethodId} UK", params, options);
export const setDefaultPaymentMethod = (client, params, options) =>
  client.call("payments.setDefaultPaymentMethod PUT /v1/payments/methods/{paymentMethodId}/default US", params, options);
export const sendTip = (client, params, options) =>
  client.call("payments.sendTip POST /v1/payments/tips UK", params, options);
export const getGifts = (client, params, options) =>
  client.call("payments.getGifts GET /v1/payments/gifts US cache=300", params, options);
export const sendGift = (client, params, options) =>
  client.call("payments.sendGift POST /v1/payments/gifts UK", params, options);
export const subscribeToCreator = (client, params, options) =>
  client.call("payments.subscribeToCreator POST /v1/subscriptions UK", params, options);
export const cancelSubscription = (client, params, options) =>
  client.call("payments.cancelSubscription DELETE /v1/subscriptions/{subscriptionId} UK", params, options);
export const listSubscriptions = (client, params, options) =>
  client.call("payments.listSubscriptions GET /v1/subscriptions US", params, options);
export const getWithdrawable = (client, params, options) =>
  client.call("payments.getWithdrawable GET /v1/payments/withdrawals/quote CS", params, options);
export const requestWithdrawal = (client, params, options) =>
  client.call("payments.requestWithdrawal POST /v1/payments/withdrawals CK step-up", params, options);
export const listWithdrawals = (client, params, options) =>
  client.call("payments.listWithdrawals GET /v1/payments/withdrawals CS", params, options);
export const cancelWithdrawal = (client, params, options) =>
  client.call("payments.cancelWithdrawal DELETE /v1/payments/withdrawals/{withdrawalId} CK", params, options);
export const getEarningsSummary = (client, params, options) =>
  client.call("payments.getEarningsSummary GET /v1/payments/earnings CS", params, options);
export const webhook = (client, params, options) =>
  client.call("payments.webhook POST /v1/payments/webhook PN", params, options);

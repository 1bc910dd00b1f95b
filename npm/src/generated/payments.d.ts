// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.

import type { AvaloClient, ApiResponse, CallOptions, ReplyStream, LiveSubscription, SubscribeOptions } from "../types.js";
import type * as t from "./types.js";

/**
 * Returns the caller's wallet.
 *
 * `GET /v1/wallet`; for anyone who is signed in.
 *
 * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
 */
export declare function getWallet(client: AvaloClient, params?: t.GetWallet, options?: CallOptions): Promise<ApiResponse<t.Wallet>>;

/**
 * Returns the packs on sale; anyone may ask.
 *
 * `GET /v1/payments/packages`; for anyone; its answer may be used again for 300 s.
 *
 * Problems: `invalid_request`, `validation_failed`, `internal`, `unavailable`.
 */
export declare function getPackages(client: AvaloClient, params?: t.GetPackages, options?: CallOptions): Promise<ApiResponse<t.PackageList>>;

/**
 * Begins a purchase, to be confirmed within 30 minutes. Nothing is paid yet.
 *
 * Fails with `not_found` for an unknown pack or payment method, `failed_precondition` without any method,
 * `too_fast` for a third purchase within 60 s.
 *
 * `POST /v1/payments/purchases`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`, `not_found`,
 * `idempotency_in_flight`, `failed_precondition`, `payload_too_large`, `unsupported_media_type`,
 * `validation_failed`, `idempotency_key_reused`, `too_fast`, `internal`, `unavailable`.
 */
export declare function purchaseTokens(client: AvaloClient, params: t.PurchaseTokens, options?: CallOptions): Promise<ApiResponse<t.Purchase>>;

/**
 * Reads one purchase of the caller's: how far it is.
 *
 * Fails with `not_found`.
 *
 * `GET /v1/payments/purchases/{purchaseId}`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_found`, `validation_failed`,
 * `internal`, `unavailable`.
 */
export declare function getPurchase(client: AvaloClient, params: t.GetPurchase, options?: CallOptions): Promise<ApiResponse<t.Purchase>>;

/**
 * Pays a purchase and puts its tokens into the wallet, once, whoever is first to say so: this call or the
 * provider.
 *
 * Fails with `not_found`, `payment_declined`, or `failed_precondition` for a purchase that failed or expired.
 *
 * `POST /v1/payments/purchases/{purchaseId}/confirm`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `payment_declined`, `not_found`, `idempotency_in_flight`, `failed_precondition`, `validation_failed`,
 * `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function confirmPurchase(client: AvaloClient, params: t.ConfirmPurchase, options?: CallOptions): Promise<ApiResponse<t.Purchase>>;

/**
 * Lists what moved the caller's tokens, newest first.
 *
 * Fails with `invalid_cursor`.
 *
 * `GET /v1/wallet/transactions`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `validation_failed`,
 * `internal`, `unavailable`.
 */
export declare function getTransactions(client: AvaloClient, params?: t.GetTransactions, options?: CallOptions): Promise<ApiResponse<t.TransactionPage>>;

/**
 * Reads one transaction of the caller's.
 *
 * Fails with `not_found`.
 *
 * `GET /v1/wallet/transactions/{transactionId}`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_found`, `validation_failed`,
 * `internal`, `unavailable`.
 */
export declare function getTransaction(client: AvaloClient, params: t.GetTransaction, options?: CallOptions): Promise<ApiResponse<t.Transaction>>;

/**
 * Stores a payment method, ten at most.
 *
 * Fails with `failed_precondition` for an eleventh.
 *
 * `POST /v1/payments/methods`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `idempotency_in_flight`, `failed_precondition`, `payload_too_large`, `unsupported_media_type`,
 * `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function addPaymentMethod(client: AvaloClient, params: t.AddPaymentMethod, options?: CallOptions): Promise<ApiResponse<t.PaymentMethod>>;

/**
 * Forgets a payment method; one that is not there is forgotten already. Was it the default, the oldest of the
 * others is from now on.
 *
 * `DELETE /v1/payments/methods/{paymentMethodId}`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function removePaymentMethod(client: AvaloClient, params: t.RemovePaymentMethod, options?: CallOptions): Promise<ApiResponse<null>>;

/**
 * Makes a payment method the one that is used when none is named.
 *
 * Fails with `not_found`.
 *
 * `PUT /v1/payments/methods/{paymentMethodId}/default`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_found`, `validation_failed`,
 * `internal`, `unavailable`.
 */
export declare function setDefaultPaymentMethod(client: AvaloClient, params: t.SetDefaultPaymentMethod, options?: CallOptions): Promise<ApiResponse<t.PaymentMethod>>;

/**
 * Gives someone tokens: 80 % go to the recipient, the rest to the platform.
 *
 * Fails with `cannot_target_self`, `not_found`, `blocked`, `insufficient_balance`, and `validation_failed`
 * outside 5 to 10,000.
 *
 * `POST /v1/payments/tips`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `insufficient_balance`, `blocked`, `not_found`, `idempotency_in_flight`, `payload_too_large`,
 * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `cannot_target_self`, `internal`,
 * `unavailable`.
 */
export declare function sendTip(client: AvaloClient, params: t.SendTip, options?: CallOptions): Promise<ApiResponse<t.TipReceipt>>;

/**
 * Returns the catalogue of gifts.
 *
 * `GET /v1/payments/gifts`; for anyone who is signed in; its answer may be used again for 300 s.
 *
 * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
 */
export declare function getGifts(client: AvaloClient, params?: t.GetGifts, options?: CallOptions): Promise<ApiResponse<t.GiftList>>;

/**
 * Gives someone a gift: 65 % of its price go to the recipient, the rest to the platform. If the two have an
 * open chat it shows there.
 *
 * Fails as `sendTip`, and with `too_fast` after ten gifts within 60 s.
 *
 * `POST /v1/payments/gifts`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `insufficient_balance`, `blocked`, `not_found`, `idempotency_in_flight`, `payload_too_large`,
 * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `cannot_target_self`, `too_fast`,
 * `internal`, `unavailable`.
 */
export declare function sendGift(client: AvaloClient, params: t.SendGift, options?: CallOptions): Promise<ApiResponse<t.GiftReceipt>>;

/**
 * Subscribes to a tier and pays its first period: 70 % go to the creator, the rest to the platform. It renews
 * itself at the price it began with: after 30, 90 or 365 days, as long as the balance suffices, both have
 * their accounts and neither has blocked the other.
 *
 * Fails as `sendTip`, with `not_found` for a tier that is not offered, with `already_exists` for a second
 * subscription to a creator.
 *
 * `POST /v1/subscriptions`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `insufficient_balance`, `blocked`, `not_found`, `already_exists`, `idempotency_in_flight`,
 * `payload_too_large`, `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`,
 * `cannot_target_self`, `internal`, `unavailable`.
 */
export declare function subscribeToCreator(client: AvaloClient, params: t.SubscribeToCreator, options?: CallOptions): Promise<ApiResponse<t.Subscription>>;

/**
 * Cancels a subscription. It goes on to the end of the period that is paid.
 *
 * Fails with `not_found`.
 *
 * `DELETE /v1/subscriptions/{subscriptionId}`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`, `not_found`,
 * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function cancelSubscription(client: AvaloClient, params: t.CancelSubscription, options?: CallOptions): Promise<ApiResponse<t.Subscription>>;

/**
 * Lists the caller's subscriptions, newest first.
 *
 * `GET /v1/subscriptions`; for anyone who is signed in.
 *
 * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
 */
export declare function listSubscriptions(client: AvaloClient, params?: t.ListSubscriptions, options?: CallOptions): Promise<ApiResponse<t.SubscriptionList>>;

/**
 * Returns what may be withdrawn and for how much money.
 *
 * `GET /v1/payments/withdrawals/quote`; for a creator.
 *
 * Problems: `unauthenticated`, `token_expired`, `creator_required`, `validation_failed`, `internal`,
 * `unavailable`.
 */
export declare function getWithdrawable(client: AvaloClient, params?: t.GetWithdrawable, options?: CallOptions): Promise<ApiResponse<t.Withdrawable>>;

/**
 * Requests a withdrawal and locks its tokens. Once the staff has approved it, the money takes 2 to 5 business
 * days, at 0.20 PLN for a token less the fee of 2 %, rounded up. Each request takes a step-up of its own.
 *
 * Fails with `below_minimum`, `above_maximum`, `insufficient_balance` beyond what was earned,
 * `monthly_limit_exceeded` beyond 10 requests or 100,000 tokens in a calendar month (UTC),
 * `verification_required`, `step_up_required`. Tells each step with a `Notification`.
 *
 * `POST /v1/payments/withdrawals`; for a creator; needs a second factor that was proved in the last ten
 * minutes.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `insufficient_balance`, `step_up_required`, `verification_required`, `creator_required`,
 * `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
 * `idempotency_key_reused`, `below_minimum`, `above_maximum`, `monthly_limit_exceeded`, `internal`,
 * `unavailable`.
 */
export declare function requestWithdrawal(client: AvaloClient, params: t.RequestWithdrawal, options?: CallOptions): Promise<ApiResponse<t.Withdrawal>>;

/**
 * Lists the caller's withdrawals, newest first.
 *
 * `GET /v1/payments/withdrawals`; for a creator.
 *
 * Problems: `unauthenticated`, `token_expired`, `creator_required`, `validation_failed`, `internal`,
 * `unavailable`.
 */
export declare function listWithdrawals(client: AvaloClient, params?: t.ListWithdrawals, options?: CallOptions): Promise<ApiResponse<t.WithdrawalList>>;

/**
 * Takes a withdrawal back that is still pending, and unlocks its tokens.
 *
 * Fails with `not_found`, and `failed_precondition` for one that is under way.
 *
 * `DELETE /v1/payments/withdrawals/{withdrawalId}`; for a creator.
 *
 * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `creator_required`, `not_found`, `idempotency_in_flight`, `failed_precondition`, `validation_failed`,
 * `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function cancelWithdrawal(client: AvaloClient, params: t.CancelWithdrawal, options?: CallOptions): Promise<ApiResponse<t.Withdrawal>>;

/**
 * Adds up what was earned in a period.
 *
 * `GET /v1/payments/earnings`; for a creator.
 *
 * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `creator_required`, `validation_failed`,
 * `internal`, `unavailable`.
 */
export declare function getEarningsSummary(client: AvaloClient, params?: t.GetEarningsSummary, options?: CallOptions): Promise<ApiResponse<t.EarningsSummary>>;

/**
 * Takes a report of the payment provider, each once by its `id`. Apps do not call this.
 *
 * Fails with `invalid_signature`, `invalid_json`, and `not_found` for a purchase that is not there.
 *
 * `POST /v1/payments/webhook`; for anyone.
 *
 * Problems: `invalid_json`, `invalid_signature`, `not_found`, `payload_too_large`, `unsupported_media_type`,
 * `validation_failed`, `internal`, `unavailable`.
 */
export declare function webhook(client: AvaloClient, params: t.Webhook, options?: CallOptions): Promise<ApiResponse<null>>;

/** The wallet and everything that moves tokens. */
export interface PaymentsApi {
  /**
   * Returns the caller's wallet.
   *
   * `GET /v1/wallet`; for anyone who is signed in.
   *
   * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
   */
  getWallet(params?: t.GetWallet, options?: CallOptions): Promise<ApiResponse<t.Wallet>>;
  /**
   * Returns the packs on sale; anyone may ask.
   *
   * `GET /v1/payments/packages`; for anyone; its answer may be used again for 300 s.
   *
   * Problems: `invalid_request`, `validation_failed`, `internal`, `unavailable`.
   */
  getPackages(params?: t.GetPackages, options?: CallOptions): Promise<ApiResponse<t.PackageList>>;
  /**
   * Begins a purchase, to be confirmed within 30 minutes. Nothing is paid yet.
   *
   * Fails with `not_found` for an unknown pack or payment method, `failed_precondition` without any method,
   * `too_fast` for a third purchase within 60 s.
   *
   * `POST /v1/payments/purchases`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`, `not_found`,
   * `idempotency_in_flight`, `failed_precondition`, `payload_too_large`, `unsupported_media_type`,
   * `validation_failed`, `idempotency_key_reused`, `too_fast`, `internal`, `unavailable`.
   */
  purchaseTokens(params: t.PurchaseTokens, options?: CallOptions): Promise<ApiResponse<t.Purchase>>;
  /**
   * Reads one purchase of the caller's: how far it is.
   *
   * Fails with `not_found`.
   *
   * `GET /v1/payments/purchases/{purchaseId}`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_found`, `validation_failed`,
   * `internal`, `unavailable`.
   */
  getPurchase(params: t.GetPurchase, options?: CallOptions): Promise<ApiResponse<t.Purchase>>;
  /**
   * Pays a purchase and puts its tokens into the wallet, once, whoever is first to say so: this call or the
   * provider.
   *
   * Fails with `not_found`, `payment_declined`, or `failed_precondition` for a purchase that failed or
   * expired.
   *
   * `POST /v1/payments/purchases/{purchaseId}/confirm`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `payment_declined`, `not_found`, `idempotency_in_flight`, `failed_precondition`, `validation_failed`,
   * `idempotency_key_reused`, `internal`, `unavailable`.
   */
  confirmPurchase(params: t.ConfirmPurchase, options?: CallOptions): Promise<ApiResponse<t.Purchase>>;
  /**
   * Lists what moved the caller's tokens, newest first.
   *
   * Fails with `invalid_cursor`.
   *
   * `GET /v1/wallet/transactions`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `validation_failed`,
   * `internal`, `unavailable`.
   */
  getTransactions(params?: t.GetTransactions, options?: CallOptions): Promise<ApiResponse<t.TransactionPage>>;
  /**
   * Reads one transaction of the caller's.
   *
   * Fails with `not_found`.
   *
   * `GET /v1/wallet/transactions/{transactionId}`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_found`, `validation_failed`,
   * `internal`, `unavailable`.
   */
  getTransaction(params: t.GetTransaction, options?: CallOptions): Promise<ApiResponse<t.Transaction>>;
  /**
   * Stores a payment method, ten at most.
   *
   * Fails with `failed_precondition` for an eleventh.
   *
   * `POST /v1/payments/methods`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `idempotency_in_flight`, `failed_precondition`, `payload_too_large`, `unsupported_media_type`,
   * `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  addPaymentMethod(params: t.AddPaymentMethod, options?: CallOptions): Promise<ApiResponse<t.PaymentMethod>>;
  /**
   * Forgets a payment method; one that is not there is forgotten already. Was it the default, the oldest of
   * the others is from now on.
   *
   * `DELETE /v1/payments/methods/{paymentMethodId}`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  removePaymentMethod(params: t.RemovePaymentMethod, options?: CallOptions): Promise<ApiResponse<null>>;
  /**
   * Makes a payment method the one that is used when none is named.
   *
   * Fails with `not_found`.
   *
   * `PUT /v1/payments/methods/{paymentMethodId}/default`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_found`, `validation_failed`,
   * `internal`, `unavailable`.
   */
  setDefaultPaymentMethod(params: t.SetDefaultPaymentMethod, options?: CallOptions): Promise<ApiResponse<t.PaymentMethod>>;
  /**
   * Gives someone tokens: 80 % go to the recipient, the rest to the platform.
   *
   * Fails with `cannot_target_self`, `not_found`, `blocked`, `insufficient_balance`, and `validation_failed`
   * outside 5 to 10,000.
   *
   * `POST /v1/payments/tips`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `insufficient_balance`, `blocked`, `not_found`, `idempotency_in_flight`, `payload_too_large`,
   * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `cannot_target_self`,
   * `internal`, `unavailable`.
   */
  sendTip(params: t.SendTip, options?: CallOptions): Promise<ApiResponse<t.TipReceipt>>;
  /**
   * Returns the catalogue of gifts.
   *
   * `GET /v1/payments/gifts`; for anyone who is signed in; its answer may be used again for 300 s.
   *
   * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
   */
  getGifts(params?: t.GetGifts, options?: CallOptions): Promise<ApiResponse<t.GiftList>>;
  /**
   * Gives someone a gift: 65 % of its price go to the recipient, the rest to the platform. If the two have an
   * open chat it shows there.
   *
   * Fails as `sendTip`, and with `too_fast` after ten gifts within 60 s.
   *
   * `POST /v1/payments/gifts`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `insufficient_balance`, `blocked`, `not_found`, `idempotency_in_flight`, `payload_too_large`,
   * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `cannot_target_self`,
   * `too_fast`, `internal`, `unavailable`.
   */
  sendGift(params: t.SendGift, options?: CallOptions): Promise<ApiResponse<t.GiftReceipt>>;
  /**
   * Subscribes to a tier and pays its first period: 70 % go to the creator, the rest to the platform. It
   * renews itself at the price it began with: after 30, 90 or 365 days, as long as the balance suffices, both
   * have their accounts and neither has blocked the other.
   *
   * Fails as `sendTip`, with `not_found` for a tier that is not offered, with `already_exists` for a second
   * subscription to a creator.
   *
   * `POST /v1/subscriptions`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `insufficient_balance`, `blocked`, `not_found`, `already_exists`, `idempotency_in_flight`,
   * `payload_too_large`, `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`,
   * `cannot_target_self`, `internal`, `unavailable`.
   */
  subscribeToCreator(params: t.SubscribeToCreator, options?: CallOptions): Promise<ApiResponse<t.Subscription>>;
  /**
   * Cancels a subscription. It goes on to the end of the period that is paid.
   *
   * Fails with `not_found`.
   *
   * `DELETE /v1/subscriptions/{subscriptionId}`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`, `not_found`,
   * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  cancelSubscription(params: t.CancelSubscription, options?: CallOptions): Promise<ApiResponse<t.Subscription>>;
  /**
   * Lists the caller's subscriptions, newest first.
   *
   * `GET /v1/subscriptions`; for anyone who is signed in.
   *
   * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
   */
  listSubscriptions(params?: t.ListSubscriptions, options?: CallOptions): Promise<ApiResponse<t.SubscriptionList>>;
  /**
   * Returns what may be withdrawn and for how much money.
   *
   * `GET /v1/payments/withdrawals/quote`; for a creator.
   *
   * Problems: `unauthenticated`, `token_expired`, `creator_required`, `validation_failed`, `internal`,
   * `unavailable`.
   */
  getWithdrawable(params?: t.GetWithdrawable, options?: CallOptions): Promise<ApiResponse<t.Withdrawable>>;
  /**
   * Requests a withdrawal and locks its tokens. Once the staff has approved it, the money takes 2 to 5
   * business days, at 0.20 PLN for a token less the fee of 2 %, rounded up. Each request takes a step-up of
   * its own.
   *
   * Fails with `below_minimum`, `above_maximum`, `insufficient_balance` beyond what was earned,
   * `monthly_limit_exceeded` beyond 10 requests or 100,000 tokens in a calendar month (UTC),
   * `verification_required`, `step_up_required`. Tells each step with a `Notification`.
   *
   * `POST /v1/payments/withdrawals`; for a creator; needs a second factor that was proved in the last ten
   * minutes.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `insufficient_balance`, `step_up_required`, `verification_required`, `creator_required`,
   * `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
   * `idempotency_key_reused`, `below_minimum`, `above_maximum`, `monthly_limit_exceeded`, `internal`,
   * `unavailable`.
   */
  requestWithdrawal(params: t.RequestWithdrawal, options?: CallOptions): Promise<ApiResponse<t.Withdrawal>>;
  /**
   * Lists the caller's withdrawals, newest first.
   *
   * `GET /v1/payments/withdrawals`; for a creator.
   *
   * Problems: `unauthenticated`, `token_expired`, `creator_required`, `validation_failed`, `internal`,
   * `unavailable`.
   */
  listWithdrawals(params?: t.ListWithdrawals, options?: CallOptions): Promise<ApiResponse<t.WithdrawalList>>;
  /**
   * Takes a withdrawal back that is still pending, and unlocks its tokens.
   *
   * Fails with `not_found`, and `failed_precondition` for one that is under way.
   *
   * `DELETE /v1/payments/withdrawals/{withdrawalId}`; for a creator.
   *
   * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `creator_required`, `not_found`, `idempotency_in_flight`, `failed_precondition`, `validation_failed`,
   * `idempotency_key_reused`, `internal`, `unavailable`.
   */
  cancelWithdrawal(params: t.CancelWithdrawal, options?: CallOptions): Promise<ApiResponse<t.Withdrawal>>;
  /**
   * Adds up what was earned in a period.
   *
   * `GET /v1/payments/earnings`; for a creator.
   *
   * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `creator_required`, `validation_failed`,
   * `internal`, `unavailable`.
   */
  getEarningsSummary(params?: t.GetEarningsSummary, options?: CallOptions): Promise<ApiResponse<t.EarningsSummary>>;
  /**
   * Takes a report of the payment provider, each once by its `id`. Apps do not call this.
   *
   * Fails with `invalid_signature`, `invalid_json`, and `not_found` for a purchase that is not there.
   *
   * `POST /v1/payments/webhook`; for anyone.
   *
   * Problems: `invalid_json`, `invalid_signature`, `not_found`, `payload_too_large`,
   * `unsupported_media_type`, `validation_failed`, `internal`, `unavailable`.
   */
  webhook(params: t.Webhook, options?: CallOptions): Promise<ApiResponse<null>>;
}

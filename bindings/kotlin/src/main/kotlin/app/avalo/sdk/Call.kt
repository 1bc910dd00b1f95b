package app.avalo.sdk

import app.avalo.sdk.api.CallOptions
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObjectBuilder
import kotlinx.serialization.json.buildJsonObject

/**
 * Calls an operation by its id: `client.call("feed.getFeed") { put("limit", 20) }`.
 *
 * Cancelling the coroutine cancels the call.
 *
 * @throws app.avalo.sdk.api.AvaloException.Failed which says what failed in its `kind`.
 */
public suspend fun AvaloClient.call(
    operation: String,
    options: CallOptions? = null,
    params: JsonObjectBuilder.() -> Unit = {},
): JsonElement = Json.parseToJsonElement(callJson(operation, buildJsonObject(params).toString(), options))

package app.avalo.sdk

import app.avalo.sdk.api.Ai
import app.avalo.sdk.api.CallOptions
import app.avalo.sdk.api.Chat
import app.avalo.sdk.api.ChatId
import app.avalo.sdk.api.Event
import app.avalo.sdk.api.JsonPart
import app.avalo.sdk.api.Message
import app.avalo.sdk.api.Notification
import app.avalo.sdk.api.Notifications
import app.avalo.sdk.api.ReplyPart
import app.avalo.sdk.api.StreamMessage
import app.avalo.sdk.api.SubscribeToNotifications
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.serialization.json.JsonObjectBuilder
import kotlinx.serialization.json.buildJsonObject

// Streams as flows. Each is cold: every collector has a connection of its own, which is opened when it
// begins to collect and closed when it ends, is cancelled or fails.

/** Everything that happens to the user, as it happens. */
public fun AvaloClient.eventFlow(): Flow<Event> = live({ events() }, { next() }, { stop() })

/** The messages of one chat as they arrive, the caller's own from other devices included. */
public fun Chat.messageFlow(chatId: ChatId): Flow<Message> =
    live({ subscribeToMessages(chatId) }, { next() }, { stop() })

/** The notifications as they arrive. */
public fun Notifications.notificationFlow(): Flow<Notification> =
    live({ subscribeToNotifications(SubscribeToNotifications()) }, { next() }, { stop() })

/**
 * Sends a message to a companion and gives its reply out as the words come, then the whole.
 *
 * To collect it twice is to send the message twice.
 */
public fun Ai.replyFlow(request: StreamMessage): Flow<ReplyPart> =
    live({ streamMessage(request) }, { next() }, { stop() })

/** The stream of an operation by its id: of `chat.subscribeToMessages` everything that happens to the user. */
public fun AvaloClient.jsonFlow(
    operation: String,
    options: CallOptions? = null,
    params: JsonObjectBuilder.() -> Unit = {},
): Flow<JsonPart> = live({ streamJson(operation, buildJsonObject(params).toString(), options) }, { next() }, { stop() })

private fun <S : AutoCloseable, T : Any> live(begin: () -> S, next: suspend S.() -> T?, stop: S.() -> Unit): Flow<T> =
    flow {
        begin().use { stream ->
            try {
                while (true) emit(stream.next() ?: break)
            } finally {
                stream.stop()
            }
        }
    }

import AvaloBindings
import Foundation

// Streams as sequences. Each has one connection, which is opened when something is first asked for, and closed
// when the task is cancelled or the sequence is gone.

extension AvaloClient {
    /// Everything that happens to the user, as it happens.
    public func eventSequence() -> AsyncThrowingStream<Event, any Error> {
        let stream = events()
        return live(stream.next, until: stream.stop)
    }

    /// The stream of an operation by its id: of `chat.subscribeToMessages` everything that happens to the user.
    /// - Throws: `AvaloError.Failed` with the kind `invalid` for an id that is no stream.
    public func jsonSequence(
        _ operation: String, _ params: some Encodable & Sendable = [String: String](), options: CallOptions? = nil
    ) throws -> AsyncThrowingStream<JsonPart, any Error> {
        let json = String(decoding: try JSONEncoder().encode(params), as: UTF8.self)
        let stream = try streamJson(operation: operation, params: json, options: options)
        return live(stream.next, until: stream.stop)
    }
}

extension Chat {
    /// The messages of one chat as they arrive, the caller's own from other devices included.
    public func messageSequence(_ chatId: ChatId) -> AsyncThrowingStream<Message, any Error> {
        let stream = subscribeToMessages(chatId)
        return live(stream.next, until: stream.stop)
    }
}

extension Notifications {
    /// The notifications as they arrive.
    public func notificationSequence() -> AsyncThrowingStream<AvaloBindings.Notification, any Error> {
        let stream = subscribeToNotifications(SubscribeToNotifications())
        return live(stream.next, until: stream.stop)
    }
}

extension Ai {
    /// Sends a message to a companion and gives its reply out as the words come, then the whole.
    public func replySequence(_ request: StreamMessage) -> AsyncThrowingStream<ReplyPart, any Error> {
        let stream = streamMessage(request)
        return live(stream.next, until: stream.stop)
    }
}

/// Cancelling a task does not reach Rust by itself (uniffi 0.32): `stop` carries it there.
private func live<Item: Sendable>(
    _ next: @escaping @Sendable () async throws -> Item?, until stop: @escaping @Sendable () -> Void
) -> AsyncThrowingStream<Item, any Error> {
    AsyncThrowingStream(unfolding: {
        try await withTaskCancellationHandler(operation: next, onCancel: stop)
    })
}

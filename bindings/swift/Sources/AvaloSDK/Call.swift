@_exported import AvaloBindings
import Foundation

/// Makes calls that end with the task: cancelling a task does not reach Rust by itself (uniffi 0.32),
/// the token carries it there.
///
/// `try await withCancelToken { try await client.feed(cancel: $0).getFeed(GetFeed(limit: 20)) }`
/// - Throws: What `calls` throws, with `CancellationError` for a call that the token ended.
public func withCancelToken<Answer>(
    isolation: isolated (any Actor)? = #isolation, _ calls: (CancelToken) async throws -> Answer
) async throws -> Answer {
    let token = CancelToken()
    do {
        return try await withTaskCancellationHandler {
            try await calls(token)
        } onCancel: {
            token.cancel()
        }
    } catch AvaloError.Failed(kind: "cancelled", _, _, _, _, _) {
        throw CancellationError()
    }
}

extension AvaloClient {
    /// Calls an operation by its id and answers its JSON:
    /// `try await client.call("feed.getFeed", ["limit": 20])`.
    ///
    /// Cancelling the task cancels the call, which then throws `CancellationError`.
    /// - Throws: `AvaloError.Failed`, which says what failed in its `kind`.
    @discardableResult
    public func call(
        _ operation: String, _ params: some Encodable & Sendable = [String: String](), options: CallOptions? = nil
    ) async throws -> Data {
        let json = String(decoding: try JSONEncoder().encode(params), as: UTF8.self)
        let answer = try await withCancelToken {
            try await callJson(operation: operation, params: json, options: options, cancel: $0)
        }
        return Data(answer.utf8)
    }

    /// Calls an operation by its id and decodes its answer:
    /// `try await client.call("feed.getFeed", ["limit": 20], as: Page.self)`.
    ///
    /// Cancelling the task cancels the call, which then throws `CancellationError`.
    /// - Throws: `AvaloError.Failed`, which says what failed in its `kind`, or `DecodingError`.
    public func call<Answer: Decodable & Sendable>(
        _ operation: String, _ params: some Encodable & Sendable = [String: String](), options: CallOptions? = nil,
        as answer: Answer.Type
    ) async throws -> Answer {
        try JSONDecoder().decode(answer, from: await call(operation, params, options: options))
    }
}

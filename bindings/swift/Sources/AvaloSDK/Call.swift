@_exported import AvaloBindings
import Foundation

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
        // Cancelling a task does not reach Rust by itself (uniffi 0.32); the token carries it there.
        let token = CancelToken()
        do {
            let answer = try await withTaskCancellationHandler {
                try await callJson(operation: operation, params: json, options: options, cancel: token)
            } onCancel: {
                token.cancel()
            }
            return Data(answer.utf8)
        } catch AvaloError.Failed(kind: "cancelled", _, _, _, _, _) {
            throw CancellationError()
        }
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

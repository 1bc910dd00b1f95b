import AvaloSDK
import Foundation
import XCTest

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

let url = ProcessInfo.processInfo.environment["AVALO_URL"] ?? "http://127.0.0.1:5001"

func newClient(store: (any TokenStore)? = nil, listener: (any SessionListener)? = nil) throws -> AvaloClient {
    let options = ClientOptions(requestsPerMinute: 1_000_000)
    return try AvaloClient(endpoint: url, options: options, tokenStore: store, sessionListener: listener)
}

func signedIn(
    _ user: Int, store: (any TokenStore)? = nil, listener: (any SessionListener)? = nil
) async throws -> AvaloClient {
    let client = try newClient(store: store, listener: listener)
    _ = try await client.auth().login(Login(email: "user\(user)@avalo.test", password: "Password1"))
    return client
}

/// The kind of the failure that `work` ends with; nothing if it does not fail so.
func kind(_ work: () async throws -> Void) async -> String? {
    do {
        try await work()
    } catch AvaloError.Failed(let kind, _, _, _, _, _) {
        return kind
    } catch {}
    return nil
}

/// Waits until something holds, for at most a minute.
func until(_ holds: () async throws -> Bool) async throws {
    for _ in 0..<30_000 {
        if try await holds() { return }
        try await Task.sleep(for: .milliseconds(2))
    }
    XCTFail("it never came to that")
}

/// What a test may do to the reference server.
enum Server {
    struct Streams: Decodable { let open: Int }

    static func openStreams() async throws -> Int {
        try JSONDecoder().decode(Streams.self, from: try await send("GET", "streams")).open
    }

    static func closeStreams() async throws { _ = try await send("DELETE", "streams") }

    static func advance(_ ms: Int) async throws { _ = try await send("POST", "clock", #"{"advanceMs":\#(ms)}"#) }

    private static func send(_ method: String, _ what: String, _ body: String? = nil) async throws -> Data {
        var request = URLRequest(url: URL(string: "\(url)/_test/\(what)")!)
        request.httpMethod = method
        request.httpBody = body.map { Data($0.utf8) }
        return try await URLSession.shared.data(for: request).0
    }
}

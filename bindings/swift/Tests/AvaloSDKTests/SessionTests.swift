import AvaloSDK
import Foundation
import XCTest

/// A store whose every method does the same.
private final class Same: TokenStore {
    private let work: @Sendable () async throws -> String?

    init(_ work: @escaping @Sendable () async throws -> String?) { self.work = work }

    func load() async throws -> String? { try await work() }
    func save(session: String) async throws { _ = try await work() }
    func clear() async throws { _ = try await work() }
}

private struct Odd: Error {}

/// Keeps what it hears, and throws.
private final class Heard: SessionListener, LogSink, @unchecked Sendable {
    private let lock = NSLock()
    private var kept: [String] = []

    var all: [String] { lock.withLock { kept } }

    func onSession(event: SessionEvent) throws {
        lock.withLock { kept.append("\(event)") }
        throw Odd()
    }

    func log(level: LogLevel, text: String) throws {
        lock.withLock { kept.append("\(level) \(text)") }
        throw Odd()
    }
}

private final class Hanging: SessionListener {
    func onSession(event: SessionEvent) throws { Thread.sleep(forTimeInterval: 86_400) }
}

final class SessionTests: XCTestCase {
    func testAStoreThatThrowsCostsNoCall() async throws {
        let said = Heard()
        setLogSink(sink: said)
        let client = try await signedIn(1, store: Same { throw Odd() })
        let page = try await client.feed().getFeed(GetFeed(limit: 1))
        XCTAssertEqual(page.posts.count, 1)
        try await until { said.all.contains { $0.hasPrefix("warn ") && $0.contains("Odd") } }
        setLogSink(sink: nil)
    }

    func testAStoreThatHangsCostsNoCall() async throws {
        let client = try await signedIn(1, store: Same { try await Task.sleep(for: .seconds(86_400)); return nil })
        let page = try await client.feed().getFeed(GetFeed(limit: 1))
        XCTAssertEqual(page.posts.count, 1)
    }

    func testWhatIsNoSessionIsNone() async throws {
        for text in ["", "garbage", "{}", "[1]", "\0", String(repeating: "x", count: 1_000_000)] {
            let client = try newClient(store: Same { text })
            let kind = await kind { _ = try await client.feed().getFeed(GetFeed(limit: 1)) }
            XCTAssertEqual(kind, "unauthenticated", "\(text.prefix(9))")
        }
    }

    func testASessionInAFileOutlivesItsClientAndOnlyItsOwnerMayReadIt() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        let file = folder.appendingPathComponent("session")
        _ = try await signedIn(2, store: FileTokenStore(file: file))
        try await until { FileManager.default.fileExists(atPath: file.path) }
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        XCTAssertEqual(mode, 0o600)
        let next = try newClient(store: FileTokenStore(file: file))
        XCTAssertNil(next.userId())
        let user = await next.restore()
        XCTAssertEqual(user, "usr_2")
        await next.signOut()
        XCTAssertEqual(try FileManager.default.contentsOfDirectory(atPath: folder.path), [])
    }

    func testAFileThatCannotBeWrittenIsAFailureOfTheStoreAlone() async throws {
        let store = FileTokenStore(file: URL(fileURLWithPath: "/dev/null/session"))
        let client = try await signedIn(3, store: store)
        XCTAssertEqual(client.userId(), "usr_3")
    }

    func testAListenerHearsOfTheSessionInOrderAndMayThrow() async throws {
        let heard = Heard()
        let client = try await signedIn(4, listener: heard)
        try await Server.advance(7_200_000)
        _ = try await client.feed().getFeed(GetFeed(limit: 1))
        await client.signOut()
        try await until { heard.all.count == 3 }
        let events: [SessionEvent] = [.signedIn(userId: "usr_4"), .refreshed, .signedOut]
        XCTAssertEqual(heard.all, events.map { "\($0)" })
    }

    func testAListenerThatHangsHoldsNoCallUp() async throws {
        let client = try await signedIn(4, listener: Hanging())
        let page = try await client.feed().getFeed(GetFeed(limit: 1))
        XCTAssertEqual(page.posts.count, 1)
    }

    func testAnErrorSaysWhatFailed() async throws {
        do {
            _ = try await signedIn(1).feed().getFeed(GetFeed(limit: 1, cursor: "nonsense"))
            XCTFail("it did not fail")
        } catch AvaloError.Failed(_, let code, let detail, let status, _, let requestId) {
            XCTAssertEqual(code, "invalid_cursor")
            XCTAssertEqual(status, 400)
            XCTAssertNotNil(requestId)
            XCTAssertFalse(detail.isEmpty)
        }
    }

    func testTwoClientsAreTwoUsers() async throws {
        let (ada, linus) = (try await signedIn(5), try await signedIn(6))
        XCTAssertEqual([ada.userId(), linus.userId()], ["usr_5", "usr_6"])
        await ada.signOut()
        let kind = await kind { _ = try await ada.payments().getWallet(GetWallet()) }
        XCTAssertEqual(kind, "unauthenticated")
        _ = try await linus.payments().getWallet(GetWallet())
    }

    func testAnEndpointThatIsNoneIsRefused() async {
        let kind = await kind { _ = try AvaloClient(endpoint: "avalo") }
        XCTAssertEqual(kind, "config")
    }
}

import AvaloSDK
import Foundation
import XCTest

private struct Words: Decodable { let words: String }

final class LifeTests: XCTestCase {
    func testCancellingATaskClosesItsConnection() async throws {
        let server = try Listening()
        let client = try quiet(server)
        let call = Task { try await client.call("payments.getPackages") }
        let connection = await server.request()
        let begun = ContinuousClock.now
        call.cancel()
        let more = await rest(of: connection)
        print("# the server saw the connection close after \(begun.duration(to: .now))")
        XCTAssertEqual(more, 0)
        close(connection)
        do {
            _ = try await call.value
            XCTFail("it answered")
        } catch is CancellationError {}
    }

    func testACallMayBeCancelledAtAnyMomentAndTheNextOneWorks() async throws {
        let client = try await signedIn(1)
        for step in 0..<200 {
            let limit = UInt32(step % 20 + 1)
            let call = Task {
                try await withCancelToken { try await client.feed(cancel: $0).getFeed(GetFeed(limit: limit)) }
            }
            try await Task.sleep(for: .milliseconds(step % 8))
            call.cancel()
            _ = await call.result
        }
        let page = try await client.feed().getFeed(GetFeed(limit: 2))
        XCTAssertEqual(page.posts.count, 2)
    }

    func testAPlainThreadMayCall() async throws {
        let count: Int = try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread {
                Task {
                    do {
                        let page = try await signedIn(1).feed().getFeed(GetFeed(limit: 3))
                        done.resume(returning: page.posts.count)
                    } catch {
                        done.resume(throwing: error)
                    }
                }
            }
        }
        XCTAssertEqual(count, 3)
    }

    func testAHandleOutlivesItsClient() async throws {
        let feed = try await signedIn(1).feed()
        let page = try await feed.getFeed(GetFeed(limit: 1))
        XCTAssertEqual(page.posts.count, 1)
    }

    func testADefectOfTheEngineIsTheFailureOfItsCall() async throws {
        let client = try await signedIn(1)
        let kind = await kind { _ = try await client.callJson(operation: "test.panic", params: "{}") }
        XCTAssertEqual(kind, "internal")
        let page = try await client.feed().getFeed(GetFeed(limit: 1))
        XCTAssertEqual(page.posts.count, 1)
    }

    func testAnAnswerOf10MBArrivesWhole() async throws {
        let server = try Listening()
        let client = try quiet(server)
        let call = Task { try await client.call("payments.getPackages", as: Words.self).words.utf8.count }
        let connection = await server.request()
        let body = #"{"packages":[],"words":"\#(String(repeating: "z", count: 10_000_000))"}"#
        let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: \(body.utf8.count)\r\n\r\n"
        await answer(connection, head + body)
        let count = try await call.value
        XCTAssertEqual(count, 10_000_000)
        close(connection)
    }

    func test10000CallsLeaveNothingBehind() async throws {
        guard FileManager.default.fileExists(atPath: "/proc/self/status") else {
            throw XCTSkip("there is no /proc to count in")
        }
        try await calls(2_000)
        try await until { Counted.all.now == 0 }
        let before = try Held()
        try await calls(10_000)
        // Every handle of the library holds its client, and the client this store: one that was left would show.
        try await until { Counted.all.now == 0 }
        let after = try Held()
        print("# before \(before)\n# after  \(after)")
        XCTAssertEqual(after.futures, before.futures)
        // A pool may grow by one or two; a leak would be thousands.
        XCTAssertLessThanOrEqual(after.threads, before.threads + 8)
        XCTAssertLessThanOrEqual(after.files, before.files + 8)
        XCTAssertLessThanOrEqual(after.megabytes, before.megabytes + 32)
    }

    /// Some 16 at once, each call with a handle of its own.
    private func calls(_ times: Int) async throws {
        let client = try await signedIn(1, store: Counted())
        XCTAssertEqual(Counted.all.now, 1)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for place in 0..<16 {
                group.addTask {
                    for _ in 0..<times / 16 {
                        _ = try await client.feed().getFeed(GetFeed(limit: UInt32(place % 4 + 1)))
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private func quiet(_ server: Listening) throws -> AvaloClient {
        try AvaloClient(endpoint: "http://127.0.0.1:\(server.port)", options: ClientOptions(discovery: false))
    }
}

/// A store that knows how many of it there are.
private final class Counted: TokenStore {
    static let all = Count()

    init() { Self.all.add(1) }
    deinit { Self.all.add(-1) }

    func load() async throws -> String? { nil }
    func save(session: String) async throws {}
    func clear() async throws {}
}

private final class Count: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0

    var now: Int { lock.withLock { count } }

    func add(_ more: Int) { lock.withLock { count += more } }
}

/// What a program holds.
private struct Held {
    let futures: Int
    let threads: Int
    let files: Int
    let megabytes: Int

    init() throws {
        futures = uniffiForeignFutureHandleCountAvaloSdkFfi()
        threads = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").count
        files = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
        megabytes = (Int(line.filter(\.isNumber)) ?? 0) / 1024
    }
}

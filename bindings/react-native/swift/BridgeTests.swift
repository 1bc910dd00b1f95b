import AvaloBindings
import AvaloBridge
import Foundation
import XCTest

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

private let url = ProcessInfo.processInfo.environment["AVALO_URL"] ?? "http://127.0.0.1:5001"
private let wallet = "payments.getWallet GET /v1/wallet US"

final class BridgeTests: XCTestCase {
    func testACallIsAnsweredByItsNumberAndSaysWhoIsSignedIn() async throws {
        let app = App()
        try await app.signIn(1, user: 1)
        app.call(1, 7, wallet)
        let answer = try await app.line("1 answer 7 ")
        XCTAssertTrue(answer.contains(#""balance""#), answer)
        XCTAssertEqual(app.all("1 user "), ["1 user 0 usr_1"])
    }

    func testTwoEnginesAreTwoUsersAndAnswerUnderTheirOwnNumbers() async throws {
        let app = App()
        try await app.signIn(1, user: 2)
        try await app.signIn(2, user: 3)
        app.bridge.engine(1)?.signOut(number: 8)
        _ = try await app.line("1 answer 8")
        app.call(1, 9, wallet)
        app.call(2, 9, wallet)
        let refused = try await app.line("1 refuse 9 ")
        XCTAssertTrue(refused.contains(#""kind":"unauthenticated""#), refused)
        _ = try await app.line("2 answer 9 ")
    }

    func testAnEndpointThatIsNoneIsRefusedWithoutACall() async throws {
        let app = App()
        app.bridge.open(3, settings: #"{"endpoint":"avalo"}"#)
        let refused = try await app.line("3 refuse 0 ")
        XCTAssertTrue(refused.contains(#""kind":"config""#), refused)
    }

    func testWhatIsSaidToNoEngineIsLetGo() {
        let app = App()
        XCTAssertNil(app.bridge.engine(9))
        app.bridge.close(9)
        app.bridge.setAwake(false)
        app.bridge.closeAll()
        XCTAssertEqual(app.all(""), [])
    }

    func testAnEngineIsReplacedByOneThatTakesItsNumber() async throws {
        let app = App()
        try await app.signIn(1, user: 4)
        let first = app.bridge.engine(1)
        app.open(1)
        XCTAssertFalse(app.bridge.engine(1) === first)
        app.call(1, 2, wallet)
        let refused = try await app.line("1 refuse 2 ")
        XCTAssertTrue(refused.contains(#""kind":"unauthenticated""#), refused)
    }

    func testThereIsNoConnectionInTheBackgroundNorAfterTheEnd() async throws {
        let app = App()
        try await app.signIn(1, user: 5)
        app.bridge.engine(1)?.listen(number: 4, row: "chat.subscribeToMessages GET /v1/events US stream")
        try await streams(1)
        app.bridge.setAwake(false)
        try await streams(0)
        app.bridge.setAwake(true)
        try await streams(1)
        app.bridge.closeAll()
        try await streams(0)
    }

    func testCallsFromManyThreadsAreAnsweredEachByItsOwn() async throws {
        let app = App()
        try await app.signIn(1, user: 6)
        DispatchQueue.concurrentPerform(iterations: 200) { app.call(1, UInt32(100 + $0), wallet) }
        for number in 100..<300 { _ = try await app.line("1 answer \(number) ") }
    }
}

/// JavaScript's side: what it was told, and its answers to what the engines ask of it.
private final class App: @unchecked Sendable {
    private(set) var bridge: AvaloBridge!
    private let lock = NSLock()
    private var told: [String] = []

    init() {
        bridge = AvaloBridge { [weak self] line in self?.hear(line) }
    }

    func open(_ engine: Int) {
        bridge.open(engine, settings: #"{"endpoint":"\#(url)","requestsPerMinute":1000000}"#)
    }

    func call(_ engine: Int, _ number: UInt32, _ row: String, _ params: String = "{}") {
        bridge.engine(engine)?.call(number: number, row: row, params: params, options: "{}")
    }

    func signIn(_ engine: Int, user: Int) async throws {
        open(engine)
        let params = #"{"email":"user\#(user)@avalo.test","password":"Password1"}"#
        call(engine, 1, "auth.login POST /v1/auth/login PK", params)
        _ = try await line("\(engine) answer 1 ")
    }

    /// What was told so far that begins like this.
    func all(_ start: String) -> [String] {
        lock.withLock { told.filter { $0.hasPrefix(start) } }
    }

    /// The first line that begins like this, once it is told.
    func line(_ start: String) async throws -> String {
        try await until { !self.all(start).isEmpty }
        return all(start)[0]
    }

    private func hear(_ line: String) {
        let words = line.split(separator: " ", maxSplits: 3)
        if ["load", "save", "clear"].contains(words[1]) {
            // No session is kept.
            let (engine, work) = (Int(words[0])!, UInt32(words[2])!)
            bridge.engine(engine)?.settle(work: work, done: true, text: nil)
        } else {
            lock.withLock { told.append(line) }
        }
    }
}

/// Waits until so many streams are open at the server.
private func streams(_ number: Int) async throws {
    struct Streams: Decodable { let open: Int }
    try await until {
        let (data, _) = try await URLSession.shared.data(from: URL(string: "\(url)/_test/streams")!)
        return try JSONDecoder().decode(Streams.self, from: data).open == number
    }
}

private struct Never: Error {}

/// Waits until something holds, for at most a minute.
private func until(_ holds: () async throws -> Bool) async throws {
    for _ in 0..<30_000 {
        if try await holds() { return }
        try await Task.sleep(for: .milliseconds(2))
    }
    throw Never()
}

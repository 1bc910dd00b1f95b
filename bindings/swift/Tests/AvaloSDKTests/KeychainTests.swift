import AvaloBindings
import Foundation
import XCTest

@testable import AvaloKeychain
@testable import AvaloSDK

/// A keychain in memory, which outlives the app as the true one does.
private final class Chain: Keychain, @unchecked Sendable {
    private let lock = NSLock()
    private var items: [KeychainPlace: Data] = [:]
    private var locked = false

    func lock(_ locked: Bool) { lock.withLock { self.locked = locked } }

    private func open<Answer>(_ work: () -> Answer) throws -> Answer {
        try lock.withLock {
            if locked { throw KeychainError(status: -25308) }
            return work()
        }
    }

    func read(_ place: KeychainPlace) throws -> Data? { try open { items[place] } }
    func write(_ data: Data, to place: KeychainPlace) throws { try open { items[place] = data } }
    func delete(_ place: KeychainPlace) throws { try open { items[place] = nil } }
}

final class KeychainTests: XCTestCase {
    private let chain = Chain()
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)

    override func tearDown() { try? FileManager.default.removeItem(at: folder) }

    private func item(_ account: String = "session", in folder: URL? = nil) -> KeychainItem {
        let place = KeychainPlace(service: "app.avalo/50%", account: account)
        return KeychainItem(keychain: chain, place: place, installation: Installation(folder: folder ?? self.folder))
    }

    func testASessionOf8KBIsKeptAndClearedApartFromOthers() throws {
        let session = String(repeating: "ż", count: 4_096)
        try item().save(session)
        try item("other").save("another")
        XCTAssertEqual(try item().load(), session)
        try item().clear()
        XCTAssertNil(try item().load())
        try item().clear()
        XCTAssertEqual(try item("other").load(), "another")
    }

    func testAnAppThatWasInstalledAgainBeginsWithoutASession() throws {
        try item().save("of a former owner")
        try item("other").save("another")
        try FileManager.default.removeItem(at: folder)
        XCTAssertNil(try item().load())
        try item("other").save("of this one")
        XCTAssertEqual(try item("other").load(), "of this one")
    }

    func testADeviceThatIsLockedLosesNothing() throws {
        try item().save("kept")
        chain.lock(true)
        XCTAssertThrowsError(try item().load()) { XCTAssertEqual("\($0)", "the keychain answered -25308") }
        chain.lock(false)
        XCTAssertEqual(try item().load(), "kept")
    }

    func testAFormerSessionThatCannotBeForgottenYetIsForgottenLater() throws {
        try item().save("of a former owner")
        try FileManager.default.removeItem(at: folder)
        chain.lock(true)
        XCTAssertThrowsError(try item().load())
        chain.lock(false)
        XCTAssertNil(try item().load())
    }

    func testWhereNoMarkCanBeLeftTheSessionIsKept() throws {
        let nowhere = URL(fileURLWithPath: "/dev/null/marks")
        try item(in: nowhere).save("kept")
        XCTAssertEqual(try item(in: nowhere).load(), "kept")
    }

    func testTheStoreOfAClientKeepsItsSessionThere() async throws {
        _ = try await signedIn(4, store: KeychainTokenStore(item: item()))
        try await until { try item().load() != nil }
        let next = try newClient(store: KeychainTokenStore(item: item()))
        let user = await next.restore()
        XCTAssertEqual(user, "usr_4")
        await next.signOut()
        XCTAssertNil(try item().load())
        chain.lock(true)
        do {
            try await KeychainTokenStore(item: item()).save(session: "secret")
            XCTFail("a locked keychain kept it")
        } catch TokenStoreError.Failed(let detail) {
            XCTAssertEqual(detail, "the keychain answered -25308")
        }
    }
}

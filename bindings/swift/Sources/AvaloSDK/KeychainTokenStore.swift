import AvaloBindings
import AvaloKeychain

/// Keeps the session in the keychain of Apple's systems, on this device alone, once it was unlocked after its start.
///
/// An app that was deleted and installed again begins without a session.
public final class KeychainTokenStore: TokenStore {
    private let item: KeychainItem

    init(item: KeychainItem) {
        self.item = item
    }

    #if canImport(Security)
        /// - Parameters:
        ///   - service: The app's name in the keychain.
        ///   - account: Tells the sessions of two clients apart. An extension that shares a keychain with its app is
        ///     installed by itself, so it takes an account of its own: its first use forgets what is there.
        public convenience init(service: String, account: String = "session") {
            self.init(item: KeychainItem(service: service, account: account))
        }
    #endif

    public func load() async throws -> String? {
        try told { try item.load() }
    }

    public func save(session: String) async throws {
        try told { try item.save(session) }
    }

    public func clear() async throws {
        try told { try item.clear() }
    }

    private func told<Answer>(_ work: () throws -> Answer) throws -> Answer {
        do {
            return try work()
        } catch {
            throw TokenStoreError.Failed(detail: "\(error)")
        }
    }
}

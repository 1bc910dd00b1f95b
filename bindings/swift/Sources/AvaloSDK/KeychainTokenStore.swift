#if canImport(Security)
    import AvaloBindings
    import Foundation
    import Security

    /// Keeps the session in the keychain, on this device alone, once it was unlocked after its start.
    public final class KeychainTokenStore: TokenStore {
        private let service: String
        private let account: String

        /// - Parameters:
        ///   - service: The app's name in the keychain.
        ///   - account: Tells the sessions of two clients apart.
        public init(service: String, account: String = "session") {
            self.service = service
            self.account = account
        }

        public func load() async throws -> String? {
            var query = item
            query[kSecReturnData] = true
            query[kSecMatchLimit] = kSecMatchLimitOne
            var found: CFTypeRef?
            let status = SecItemCopyMatching(query as CFDictionary, &found)
            if status == errSecItemNotFound { return nil }
            try check(status)
            return (found as? Data).map { String(decoding: $0, as: UTF8.self) }
        }

        public func save(session: String) async throws {
            let content: [CFString: Any] = [
                kSecValueData: Data(session.utf8),
                kSecAttrAccessible: kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly,
            ]
            let status = SecItemUpdate(item as CFDictionary, content as CFDictionary)
            guard status == errSecItemNotFound else { return try check(status) }
            try check(SecItemAdd(item.merging(content) { _, new in new } as CFDictionary, nil))
        }

        public func clear() async throws {
            let status = SecItemDelete(item as CFDictionary)
            if status != errSecItemNotFound { try check(status) }
        }

        private var item: [CFString: Any] {
            [kSecClass: kSecClassGenericPassword, kSecAttrService: service, kSecAttrAccount: account]
        }

        private func check(_ status: OSStatus) throws {
            guard status == errSecSuccess else {
                throw TokenStoreError.Failed(detail: "the keychain answered \(status)")
            }
        }
    }
#endif

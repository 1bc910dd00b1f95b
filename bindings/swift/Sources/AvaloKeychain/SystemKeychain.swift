#if canImport(Security)
    import Foundation
    import Security

    extension KeychainItem {
        /// A text in the keychain of this device.
        ///
        /// - Parameters:
        ///   - service: The app's name in the keychain.
        ///   - account: Tells the texts of one service apart, and those of an app from those of its extensions.
        public init(service: String, account: String) {
            let folders = FileManager.default.urls(for: .applicationSupportDirectory, in: .userDomainMask)
            let folder = (folders.first ?? FileManager.default.temporaryDirectory).appendingPathComponent("app.avalo.sdk")
            self.init(
                keychain: SystemKeychain(), place: KeychainPlace(service: service, account: account),
                installation: Installation(folder: folder))
        }
    }

    struct SystemKeychain: Keychain {
        func read(_ place: KeychainPlace) throws -> Data? {
            var query = item(place)
            query[kSecReturnData] = true
            query[kSecMatchLimit] = kSecMatchLimitOne
            var found: CFTypeRef?
            let status = SecItemCopyMatching(query as CFDictionary, &found)
            if status == errSecItemNotFound { return nil }
            try check(status)
            return found as? Data
        }

        func write(_ data: Data, to place: KeychainPlace) throws {
            let content: [CFString: Any] = [
                kSecValueData: data,
                kSecAttrAccessible: kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly,
            ]
            let status = SecItemUpdate(item(place) as CFDictionary, content as CFDictionary)
            guard status == errSecItemNotFound else { return try check(status) }
            try check(SecItemAdd(item(place).merging(content) { _, new in new } as CFDictionary, nil))
        }

        func delete(_ place: KeychainPlace) throws {
            let status = SecItemDelete(item(place) as CFDictionary)
            if status != errSecItemNotFound { try check(status) }
        }

        private func item(_ place: KeychainPlace) -> [CFString: Any] {
            [kSecClass: kSecClassGenericPassword, kSecAttrService: place.service, kSecAttrAccount: place.account]
        }

        private func check(_ status: OSStatus) throws {
            guard status == errSecSuccess else { throw KeychainError(status: status) }
        }
    }
#endif

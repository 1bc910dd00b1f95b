// The session in the keychain of this device, readable once it was unlocked after its start.

#if canImport(Security)
import Foundation
import Security

struct KeychainStore: Sendable {
    struct Failed: Error {
        let status: OSStatus
    }

    private var place: [CFString: Any] {
        [kSecClass: kSecClassGenericPassword, kSecAttrService: "app.avalo.session", kSecAttrAccount: "session"]
    }

    func load() throws -> String? {
        var found: CFTypeRef?
        let query = place.merging([kSecReturnData: true, kSecMatchLimit: kSecMatchLimitOne]) { $1 }
        let status = SecItemCopyMatching(query as CFDictionary, &found)
        if status == errSecItemNotFound { return nil }
        guard status == errSecSuccess, let data = found as? Data else { throw Failed(status: status) }
        return String(data: data, encoding: .utf8)
    }

    func save(_ session: String) throws {
        let value: [CFString: Any] = [
            kSecValueData: Data(session.utf8),
            kSecAttrAccessible: kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly,
        ]
        var status = SecItemUpdate(place as CFDictionary, value as CFDictionary)
        if status == errSecItemNotFound {
            status = SecItemAdd(place.merging(value) { $1 } as CFDictionary, nil)
        }
        guard status == errSecSuccess else { throw Failed(status: status) }
    }

    func clear() throws {
        let status = SecItemDelete(place as CFDictionary)
        guard status == errSecSuccess || status == errSecItemNotFound else { throw Failed(status: status) }
    }
}
#endif

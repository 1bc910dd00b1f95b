import Foundation

/// One text in a keychain: on this device alone, readable once the device was unlocked after its start.
///
/// A keychain outlives an app that is deleted. What a former installation left there is forgotten by the next one
/// before anything is read or kept, so that nobody finds somebody else's session in an app that is new to them.
public struct KeychainItem: Sendable {
    private let keychain: any Keychain
    private let place: KeychainPlace
    private let installation: Installation

    init(keychain: any Keychain, place: KeychainPlace, installation: Installation) {
        self.keychain = keychain
        self.place = place
        self.installation = installation
    }

    /// The text, if there is one.
    ///
    /// - Throws: `KeychainError`, with the keychain's word; before the device was unlocked for the first time it
    ///   gives nothing out.
    public func load() throws -> String? {
        try forgetFormer()
        return try keychain.read(place).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Keeps a text in place of the one before.
    ///
    /// - Throws: `KeychainError`; the text before is still there then.
    public func save(_ text: String) throws {
        try forgetFormer()
        try keychain.write(Data(text.utf8), to: place)
    }

    /// Forgets the text.
    ///
    /// - Throws: `KeychainError`.
    public func clear() throws {
        try keychain.delete(place)
    }

    private func forgetFormer() throws {
        try installation.first(use: place) { try keychain.delete(place) }
    }
}

/// What a keychain answered in place of what it was asked for.
public struct KeychainError: Error, CustomStringConvertible {
    /// Apple's `OSStatus`, such as -25308 before the device was unlocked.
    public let status: Int32

    /// The same in words, without what is kept.
    public var description: String { "the keychain answered \(status)" }
}

/// Where a text is.
struct KeychainPlace: Hashable, Sendable {
    let service: String
    let account: String
}

/// What keeps data where no other app reads it.
protocol Keychain: Sendable {
    /// Nothing, if there is nothing.
    func read(_ place: KeychainPlace) throws -> Data?
    func write(_ data: Data, to place: KeychainPlace) throws
    /// It is none of its failures that there was nothing.
    func delete(_ place: KeychainPlace) throws
}

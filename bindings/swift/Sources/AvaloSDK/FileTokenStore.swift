import AvaloBindings
import Foundation

/// Keeps the session in a file that only its owner may read: for servers and programs of a command line. On
/// Apple's devices use `KeychainTokenStore`.
///
/// The file is replaced as a whole, so that a crash leaves the session before or the one after.
public actor FileTokenStore: TokenStore {
    private let file: URL

    /// - Parameter file: Where; folders that are missing are made.
    public init(file: URL) {
        self.file = file
    }

    public func load() async throws -> String? {
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        return try disk { try String(contentsOf: file, encoding: .utf8) }
    }

    public func save(session: String) async throws {
        try disk {
            let folder = file.deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let next = folder.appendingPathComponent(".\(file.lastPathComponent).\(UUID().uuidString)")
            let owner: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
            let written = FileManager.default.createFile(
                atPath: next.path, contents: Data(session.utf8), attributes: owner)
            guard written, rename(next.path, file.path) == 0 else {
                try? FileManager.default.removeItem(at: next)
                throw CocoaError(.fileWriteUnknown)
            }
        }
    }

    public func clear() async throws {
        guard FileManager.default.fileExists(atPath: file.path) else { return }
        try disk { try FileManager.default.removeItem(at: file) }
    }

    // The text of these errors names the file, and never holds what is in it.
    private func disk<Answer>(_ work: () throws -> Answer) throws -> Answer {
        do {
            return try work()
        } catch {
            throw TokenStoreError.Failed(detail: "\(error)")
        }
    }
}

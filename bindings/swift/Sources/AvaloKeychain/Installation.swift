import Foundation

/// Knows an app that was installed again: its files went with the installation before, its keychain did not.
///
/// Whether a file exists can be told before the device was unlocked, when `UserDefaults` are empty.
struct Installation: Sendable {
    /// Looks and marks are one step, for all clients of the program.
    private static let turn = NSLock()

    /// Where the marks are: a folder that ends with the app.
    let folder: URL

    /// Calls `forget` unless this installation used the place before.
    ///
    /// If it throws, the next use tries again. Where no mark can be left nothing is forgotten: otherwise every start
    /// would be the first.
    func first(use place: KeychainPlace, forget: () throws -> Void) throws {
        Self.turn.lock()
        defer { Self.turn.unlock() }
        let mark = folder.appendingPathComponent(name(place))
        let files = FileManager.default
        guard !files.fileExists(atPath: mark.path) else { return }
        try? files.createDirectory(at: folder, withIntermediateDirectories: true)
        guard files.createFile(atPath: mark.path, contents: nil) else { return }
        do {
            try forget()
        } catch {
            try? files.removeItem(at: mark)
            throw error
        }
    }

    /// A file's name of a place: short, and never that of another one.
    private func name(_ place: KeychainPlace) -> String {
        let text = [place.service, place.account].map { $0.replacingOccurrences(of: "%", with: "%25") }
        return text.map { $0.replacingOccurrences(of: "/", with: "%2F").replacingOccurrences(of: "+", with: "%2B") }
            .joined(separator: "+")
    }
}

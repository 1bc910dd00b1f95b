// The module `Avalo` as Objective-C sees it: RCTAvalo.mm forwards to it, since Swift cannot be a TurboModule itself.

#if canImport(Security)
import AvaloBindings
import Foundation

// The pod has both in one module.
#if canImport(AvaloKeychain)
import AvaloKeychain
#endif

@objc(AvaloModule)
public final class AvaloModule: NSObject {
    private let bridge: AvaloBridge
    private let store = KeychainItem(service: "app.avalo.session", account: "session")
    /// One after another: a session that is saved and then cleared is cleared.
    private let keeper = DispatchQueue(label: "app.avalo.session")

    @objc public init(tell: @escaping @Sendable (String) -> Void) {
        bridge = AvaloBridge(tell: tell)
    }

    @objc public func open(_ engine: Int, settings: String) {
        bridge.open(engine, settings: settings)
    }

    @objc public func call(_ engine: Int, call: UInt32, row: String, params: String, options: String) {
        bridge.engine(engine)?.call(number: call, row: row, params: params, options: options)
    }

    @objc public func stream(_ engine: Int, call: UInt32, row: String, params: String, options: String) {
        bridge.engine(engine)?.stream(number: call, row: row, params: params, options: options)
    }

    @objc public func listen(_ engine: Int, call: UInt32, row: String) {
        bridge.engine(engine)?.listen(number: call, row: row)
    }

    @objc public func signOut(_ engine: Int, call: UInt32) {
        bridge.engine(engine)?.signOut(number: call)
    }

    @objc public func giveUp(_ engine: Int, call: UInt32) {
        bridge.engine(engine)?.giveUp(number: call)
    }

    @objc public func settle(_ engine: Int, work: UInt32, done: Bool, text: String?) {
        bridge.engine(engine)?.settle(work: work, done: done, text: text)
    }

    @objc public func close(_ engine: Int) {
        bridge.close(engine)
    }

    @objc public func setAwake(_ awake: Bool) {
        bridge.setAwake(awake)
    }

    /// JavaScript ends: the app was reloaded, or closes.
    @objc public func invalidate() {
        bridge.closeAll()
    }

    /// Tells the session, or nothing, and whether that is the truth.
    @objc public func loadSession(_ done: @escaping @Sendable (String?, Bool) -> Void) {
        keep { [store] in done(try store.load(), true) } orElse: { done(nil, false) }
    }

    @objc public func saveSession(_ session: String, _ done: @escaping @Sendable (Bool) -> Void) {
        keep { [store] in try store.save(session); done(true) } orElse: { done(false) }
    }

    @objc public func clearSession(_ done: @escaping @Sendable (Bool) -> Void) {
        keep { [store] in try store.clear(); done(true) } orElse: { done(false) }
    }

    private func keep(_ act: @escaping @Sendable () throws -> Void, orElse failed: @escaping @Sendable () -> Void) {
        keeper.async {
            // Why it failed is not told: it might hold the session.
            do { try act() } catch { failed() }
        }
    }
}
#endif

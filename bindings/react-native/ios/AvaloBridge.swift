// Carries lines between JavaScript and the engines, and knows nothing of React Native.

import AvaloBindings
import Foundation

/// Engines by number. `tell` hears their lines, from any thread. Whatever is said to an engine that is not there, or
/// no more, is let go: the rules are the engine's.
public final class AvaloBridge: NSObject, @unchecked Sendable {
    private let tell: @Sendable (String) -> Void
    private let lock = NSLock()
    private var engines: [Int: NativeEngine] = [:]
    private var awake = true

    public init(tell: @escaping @Sendable (String) -> Void) {
        self.tell = tell
    }

    /// Makes the engine of this number, in place of one that a reload of the app's JavaScript left behind.
    public func open(_ engine: Int, settings: String) {
        close(engine)
        let tell = tell
        let opened = NativeEngine.open(settings: settings, listener: Ear { tell("\(engine) \($0)") })
        let awake = lock.withLock {
            engines[engine] = opened
            return self.awake
        }
        opened.setAwake(awake: awake)
    }

    /// The engine of this number, to have it do something.
    public func engine(_ engine: Int) -> NativeEngine? {
        lock.withLock { engines[engine] }
    }

    public func close(_ engine: Int) {
        lock.withLock { engines.removeValue(forKey: engine) }?.end()
    }

    public func closeAll() {
        let all = lock.withLock {
            defer { engines = [:] }
            return Array(engines.values)
        }
        for engine in all { engine.end() }
    }

    public func setAwake(_ awake: Bool) {
        let all = lock.withLock {
            self.awake = awake
            return Array(engines.values)
        }
        for engine in all { engine.setAwake(awake: awake) }
    }
}

private final class Ear: EngineListener, Sendable {
    private let hears: @Sendable (String) -> Void

    init(_ hears: @escaping @Sendable (String) -> Void) {
        self.hears = hears
    }

    func hear(told: String) {
        hears(told)
    }
}

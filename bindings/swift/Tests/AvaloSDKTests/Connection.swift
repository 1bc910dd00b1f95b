import Foundation

/// A server of one connection, which says nothing by itself.
final class Listening: Sendable {
    private let listening: Int32
    let port: UInt16

    init() throws {
        #if canImport(Glibc)
            let stream = Int32(SOCK_STREAM.rawValue)
        #else
            let stream = SOCK_STREAM
        #endif
        listening = socket(AF_INET, stream, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = listening
        let bound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 && listen(descriptor, 1) == 0
                    && getsockname(descriptor, $0, &size) == 0
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        guard bound else { throw POSIXError(.EADDRNOTAVAIL) }
    }

    /// The first connection, once its request has begun to arrive.
    func request() async -> Int32 {
        await blocking {
            let connection = accept(self.listening, nil, nil)
            var bytes = [UInt8](repeating: 0, count: 65_536)
            _ = read(connection, &bytes, bytes.count)
            return connection
        }
    }

    deinit { close(listening) }
}

/// How many bytes come before the connection closes.
func rest(of connection: Int32) async -> Int {
    await blocking {
        var (bytes, count) = ([UInt8](repeating: 0, count: 65_536), 0)
        while case let more = read(connection, &bytes, bytes.count), more > 0 { count += more }
        return count
    }
}

func answer(_ connection: Int32, _ text: String) async {
    await blocking {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(connection, $0.baseAddress!, $0.count) }
            if written <= 0 { break }
            rest = rest.dropFirst(written)
        }
    }
}

/// What blocks does so on a thread of its own.
private func blocking<Answer: Sendable>(_ work: @escaping @Sendable () -> Answer) async -> Answer {
    await withCheckedContinuation { done in
        Thread.detachNewThread { done.resume(returning: work()) }
    }
}

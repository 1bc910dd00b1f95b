// Makes the calls of the shared scenarios: the lines are described in `tests/scenarios/README.md`.
import AvaloSDK
import Foundation

struct Told: Decodable {
    let id: Int
    let client: String
    let url: String
    let call: String?
    let with: String?
    let key: String?
}

struct Said: Encodable {
    var id: Int?
    var heard: String?
    var answer: String?
    var fails: String?
    var detail: String?

    /// What `work` answers, or the word that says why it fails.
    mutating func outcome(_ work: () async throws -> String) async {
        do {
            answer = try await work()
        } catch AvaloError.Failed(let kind, let code, let detail, _, _, _) {
            (fails, self.detail) = (code ?? kind, detail)
        } catch {
            (fails, detail) = ("driver", "\(error)")
        }
    }

    /// One write: lines of two tasks do not mix.
    func say() {
        var line = try! JSONEncoder().encode(self)
        line.append(0x0A)
        FileHandle.standardOutput.write(line)
    }
}

@main
struct Driver {
    static func main() async throws {
        var clients: [String: AvaloClient] = [:]
        while let line = readLine() {
            let told = try JSONDecoder().decode(Told.self, from: Data(line.utf8))
            // Made here, in the order of the lines, and not in two tasks at once.
            let options = ClientOptions(requestsPerMinute: 1_000_000)
            let client = try clients[told.client] ?? AvaloClient(endpoint: told.url, options: options)
            clients[told.client] = client
            // Reading lines keeps this thread, on which `main` and its own tasks would run.
            Task.detached { await (told.call == nil ? listen(told, client) : call(told, client)) }
        }
    }

    static func call(_ told: Told, _ client: AvaloClient) async {
        var said = Said(id: told.id)
        await said.outcome {
            try await client.callJson(
                operation: told.call!, params: told.with!,
                options: told.key.map { CallOptions(idempotencyKey: $0) })
        }
        said.say()
    }

    static func listen(_ told: Told, _ client: AvaloClient) async {
        Said(id: told.id, answer: "null").say()
        var last = Said(heard: told.client)
        await last.outcome {
            for try await event in try client.jsonSequence("chat.subscribeToMessages") {
                Said(heard: told.client, answer: event.json).say()
            }
            throw CancellationError()
        }
        last.say()
    }
}

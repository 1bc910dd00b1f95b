// A chat on the command line: sign in, choose a chat, write lines, see what comes live.
//
// AVALO_URL=http://127.0.0.1:5001 chat user7@avalo.test Password1
import AvaloSDK
import Foundation

@main
struct Chatting {
    static func main() async {
        let words = Array(CommandLine.arguments.dropFirst())
        guard words.count == 2 else {
            say("chat EMAIL PASSWORD")
            exit(2)
        }
        do {
            try await talk(email: words[0], password: words[1])
        } catch AvaloError.Failed(let kind, let code, let detail, _, _, _) {
            say("\(code ?? kind): \(detail)")
            exit(1)
        } catch {
            say("\(error)")
            exit(1)
        }
    }

    static func talk(email: String, password: String) async throws {
        let url = ProcessInfo.processInfo.environment["AVALO_URL"] ?? "http://127.0.0.1:5001"
        let client = try AvaloClient(endpoint: url)
        _ = try await client.auth().login(Login(email: email, password: password))
        let me = client.userId()

        let chats = try await client.chat().getChats(GetChats()).chats
        for (number, chat) in chats.enumerated() {
            say("\(number + 1). \(chat.other.displayName)")
        }
        say("Which chat?")
        guard let number = await line().flatMap({ Int($0) }), chats.indices.contains(number - 1) else { return }
        let chat = chats[number - 1].id

        // It reconnects by itself, and ends when the task is cancelled.
        let live = Task {
            for try await message in client.chat().messageSequence(chat) {
                say("\(message.senderId == me ? "you" : message.senderId): \(message.content)")
            }
        }
        while let words = await line() {
            guard !words.isEmpty else { continue }
            _ = try await client.chat().sendMessage(SendMessage(chatId: chat, content: words))
        }
        live.cancel()
        _ = await live.result
    }

    /// Says a line at once: what is printed waits in a pipe.
    static func say(_ line: String) {
        FileHandle.standardOutput.write(Data("\(line)\n".utf8))
    }

    /// The next line, read where waiting for it holds nothing else up.
    static func line() async -> String? {
        await withCheckedContinuation { done in
            Thread.detachNewThread { done.resume(returning: readLine()) }
        }
    }
}

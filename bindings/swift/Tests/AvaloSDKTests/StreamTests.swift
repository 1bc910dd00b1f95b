import AvaloSDK
import Foundation
import XCTest

final class StreamTests: XCTestCase {
    func testMessagesComeOverAConnectionThatBreaksAndTheEndClosesIt() async throws {
        let (grace, mary) = (try await signedIn(1), try await signedIn(7))
        let chat = try await mary.chat().createChat(CreateChat(userId: "usr_1")).id
        let heard = Task {
            var words: [String] = []
            for try await message in grace.chat().messageSequence(chat) {
                words.append(message.content)
                if words.count == 3 { break }
            }
            return words
        }
        try await until { try await Server.openStreams() == 1 }
        for number in 1...3 {
            _ = try await mary.chat().sendMessage(SendMessage(chatId: chat, content: "number \(number)"))
            if number == 2 { try await Server.closeStreams() }
        }
        let words = try await heard.value
        XCTAssertEqual(words, ["number 1", "number 2", "number 3"])
        try await until { try await Server.openStreams() == 0 }
    }

    func testCancellingTheTaskClosesItsStreamAndNoOther() async throws {
        let client = try await signedIn(2)
        let tasks = (0..<2).map { _ in Task { for try await _ in client.eventSequence() {} } }
        try await until { try await Server.openStreams() == 2 }
        tasks[0].cancel()
        _ = await tasks[0].result
        try await until { try await Server.openStreams() == 1 }
        tasks[1].cancel()
        try await until { try await Server.openStreams() == 0 }
    }

    func testEventsAndNotificationsAreTyped() async throws {
        let (grace, mary) = (try await signedIn(1), try await signedIn(8))
        let event = Task { try await grace.eventSequence().first { $0.kind == .chatMessage } }
        let notice = Task { try await grace.notifications().notificationSequence().first { _ in true } }
        try await until { try await Server.openStreams() == 2 }
        let chat = try await mary.chat().createChat(CreateChat(userId: "usr_1")).id
        _ = try await mary.chat().sendMessage(SendMessage(chatId: chat, content: "Good evening"))
        _ = try await mary.profiles().followUser(FollowUser(userId: "usr_1"))
        let content = try await event.value?.message?.content
        XCTAssertEqual(content, "Good evening")
        let id = try await notice.value?.id
        let inbox = try await grace.notifications().getNotifications(GetNotifications()).notifications
        XCTAssertTrue(inbox.contains { $0.id == id }, "\(id ?? "none")")
        try await until { try await Server.openStreams() == 0 }
    }

    func testACompanionsReplyComesInWordsThenWhole() async throws {
        let client = try await signedIn(9)
        let chat = try await client.ai().startChat(StartChat(companionId: "cmp_nora")).id
        var (words, pieces, whole) = ("", 0, "")
        let request = StreamMessage(chatId: chat, content: "Good morning, Nora")
        for try await part in client.ai().replySequence(request) {
            switch part {
            case .delta(let text): (words, pieces) = (words + text, pieces + 1)
            case .message(let reply): whole = reply.reply.content
            }
        }
        XCTAssertGreaterThan(pieces, 1)
        XCTAssertEqual(words, whole)
    }

    func testAStreamThatCannotBeFailsAsACallDoes() async throws {
        let nobody = try newClient()
        let noSession = await kind { for try await _ in nobody.eventSequence() {} }
        XCTAssertEqual(noSession, "unauthenticated")
        let noStream = await kind { _ = try nobody.jsonSequence("feed.getFeed") }
        XCTAssertEqual(noStream, "invalid")
    }

    func testAStreamThatIsStoppedIsOverAlsoForWhoeverWaits() async throws {
        let events = try await signedIn(3).events()
        let waiting = Task { try await events.next() }
        try await until { try await Server.openStreams() == 1 }
        events.stop()
        let (first, second) = (try await waiting.value, try await events.next())
        XCTAssertNil(first)
        XCTAssertNil(second)
        try await until { try await Server.openStreams() == 0 }
    }
}

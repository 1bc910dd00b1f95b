// The SDK in a Swift program: sign in, read, pay once, stay signed in, change one's mind.
//
// Every language tells this story against the reference server at AVALO_URL; `cargo xtask test Swift`
// starts one, builds this and runs it.
import AvaloSDK
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@main
struct Story {
    let client: AvaloClient
    let server: Server

    static func main() async {
        let url = ProcessInfo.processInfo.environment["AVALO_URL"] ?? "http://127.0.0.1:5001"
        let story: Story
        do {
            story = Story(client: try AvaloClient(endpoint: url), server: Server(url: url))
        } catch {
            print("not ok - starts: \(error)")
            exit(1)
        }
        var good = await told("signs in", story.signsIn)
        good = await told("reads the feed", story.readsTheFeed) && good
        good = await told("tips once through a lost answer", story.tipsOnce) && good
        good = await told("renews an expired token", story.renewsAnExpiredToken) && good
        good = await told("cancels a slow call", story.cancelsASlowCall) && good
        exit(good ? 0 : 1)
    }

    func signsIn() async throws {
        try await client.call("auth.login", ["email": "user6@avalo.test", "password": "Password1"])
        let who = client.userId()
        try ensure(who == "usr_6", "\(who ?? "nobody") is signed in")
    }

    func readsTheFeed() async throws {
        let page = try await client.feed().getFeed(GetFeed(limit: 5))
        try ensure(page.posts.count == 5, "\(page.posts.count) posts came")
        try ensure(page.nextCursor != nil, "there is no next page")
    }

    func tipsOnce() async throws {
        let before = try await balance()
        // The server carries the first tip out and loses its answer.
        try await server.fault("payments.sendTip", #"{"kind":"drop_after_commit"}"#)
        let tip = Tip(recipientId: "usr_1", amount: 10)
        let receipt = try await client.call("payments.sendTip", tip, as: Receipt.self)
        try ensure(receipt.amount == 10, "\(receipt.amount) were tipped")
        let after = try await balance()
        try ensure(before - after == 10, "\(before) became \(after)")
        let sent = try await server.count("payments.sendTip")
        try ensure(sent == 2, "\(sent) requests were sent")
    }

    func renewsAnExpiredToken() async throws {
        try await server.post("clock", #"{"advanceMs":7200000}"#)
        _ = try await client.call("feed.getFeed", ["limit": 4])
        let renewed = try await server.count("auth.refreshToken")
        try ensure(renewed == 1, "the token was renewed \(renewed) times")
    }

    func cancelsASlowCall() async throws {
        try await server.fault("feed.getFeed", #"{"kind":"delay","ms":60000}"#)
        let begun = ContinuousClock.now
        let slow = Task {
            try await withCancelToken { try await client.feed(cancel: $0).getFeed(GetFeed(limit: 3)) }
        }
        try await Task.sleep(for: .milliseconds(200))
        // Cancelling the task cancels the call.
        slow.cancel()
        do {
            _ = try await slow.value
            throw Failure(description: "the call was not slow")
        } catch is CancellationError {}
        try ensure(begun.duration(to: .now) < .seconds(30), "it took \(begun.duration(to: .now)) to cancel")
        try await server.post("faults", "[]")
        let page = try await client.feed().getFeed(GetFeed(limit: 2))
        try ensure(page.posts.count == 2, "the next call did not work")
    }

    func balance() async throws -> Int {
        try await client.call("payments.getWallet", as: Wallet.self).balance
    }
}

struct Wallet: Decodable { let balance: Int }
struct Tip: Encodable { let recipientId: String, amount: Int }
struct Receipt: Decodable { let amount: Int }

/// What a test may do to the reference server.
struct Server {
    struct Request: Decodable { let operation: String? }

    struct Seen: Decodable { let requests: [Request] }

    let url: String

    /// Does something to the next request of an operation.
    func fault(_ operation: String, _ fault: String) async throws {
        try await post("faults", #"[{"route":"\#(operation)","nth":1,"fault":\#(fault)}]"#)
    }

    func post(_ what: String, _ body: String) async throws {
        var request = URLRequest(url: URL(string: "\(url)/_test/\(what)")!)
        request.httpMethod = "POST"
        request.httpBody = Data(body.utf8)
        _ = try await send(request)
    }

    /// How many requests of an operation the server has seen.
    func count(_ operation: String) async throws -> Int {
        let answer = try await send(URLRequest(url: URL(string: "\(url)/_test/requests")!))
        let requests = try JSONDecoder().decode(Seen.self, from: answer).requests
        return requests.filter { $0.operation == operation }.count
    }

    private func send(_ request: URLRequest) async throws -> Data {
        let (body, answer) = try await URLSession.shared.data(for: request)
        let status = (answer as? HTTPURLResponse)?.statusCode ?? 0
        try ensure((200..<300).contains(status), "\(request.url!) answered \(status)")
        return body
    }
}

struct Failure: Error, CustomStringConvertible { let description: String }

func ensure(_ holds: Bool, _ otherwise: @autoclosure () -> String) throws {
    if !holds { throw Failure(description: otherwise()) }
}

func told(_ step: String, _ tell: () async throws -> Void) async -> Bool {
    do {
        try await tell()
    } catch {
        print("not ok - \(step): \(error)")
        return false
    }
    print("ok - \(step)")
    return true
}

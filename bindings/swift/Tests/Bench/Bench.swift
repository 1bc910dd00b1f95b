// What a call costs in Swift: AVALO_CALLS of `payments.getGifts`, answered from the cache, so that nearly all of
// it is the border; the fastest of seven rounds. `cargo xtask bench swift` compares it with the same in Rust.
import AvaloSDK
import Foundation

@main
struct Bench {
    static func main() async throws {
        let environment = ProcessInfo.processInfo.environment
        let calls = environment["AVALO_CALLS"].flatMap(Int.init) ?? 2_000
        let options = ClientOptions(requestsPerMinute: 1_000_000)
        let client = try AvaloClient(endpoint: environment["AVALO_URL"]!, options: options)
        _ = try await client.auth().login(Login(email: "user6@avalo.test", password: "Password1"))
        let payments = client.payments()
        var best = Duration.seconds(3_600)
        for _ in 0..<7 {
            let begun = ContinuousClock.now
            for _ in 0..<calls { _ = try await payments.getGifts(GetGifts()) }
            best = min(best, begun.duration(to: .now))
        }
        print("us", best / .microseconds(calls))
    }
}

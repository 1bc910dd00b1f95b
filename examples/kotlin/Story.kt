// The SDK in a Kotlin program: sign in, read, pay once, stay signed in, change one's mind.
//
// Every language tells this story against the reference server at AVALO_URL; `cargo xtask test Kotlin`
// starts one, builds this and runs it.

import app.avalo.sdk.AvaloClient
import app.avalo.sdk.api.AvaloException
import app.avalo.sdk.api.GetFeed
import app.avalo.sdk.call
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import kotlin.system.exitProcess
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds
import kotlin.time.TimeSource
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeoutOrNull
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.long
import kotlinx.serialization.json.put

fun main() {
    val url = System.getenv("AVALO_URL") ?: "http://127.0.0.1:5001"
    val story = try {
        Story(AvaloClient(url), Server(url))
    } catch (failure: AvaloException) {
        println("not ok - starts: ${failure.message}")
        exitProcess(1)
    }
    val good = runBlocking {
        listOf(
            told("signs in") { story.signsIn() },
            told("reads the feed") { story.readsTheFeed() },
            told("tips once through a lost answer") { story.tipsOnce() },
            told("renews an expired token") { story.renewsAnExpiredToken() },
            told("cancels a slow call") { story.cancelsASlowCall() },
        ).all { it }
    }
    exitProcess(if (good) 0 else 1)
}

class Story(private val client: AvaloClient, private val server: Server) {
    suspend fun signsIn() {
        client.call("auth.login") {
            put("email", "user6@avalo.test")
            put("password", "Password1")
        }
        val who = client.userId()
        ensure(who == "usr_6") { "$who is signed in" }
    }

    suspend fun readsTheFeed() {
        val page = client.feed().getFeed(GetFeed(limit = 5u))
        ensure(page.posts.size == 5) { "${page.posts.size} posts came" }
        ensure(page.nextCursor != null) { "there is no next page" }
    }

    suspend fun tipsOnce() {
        val before = balance()
        // The server carries the first tip out and loses its answer.
        server.fault("payments.sendTip", """{"kind":"drop_after_commit"}""")
        val receipt = client.call("payments.sendTip") {
            put("recipientId", "usr_1")
            put("amount", 10)
        }
        ensure(receipt.long("amount") == 10L) { "${receipt["amount"]} were tipped" }
        val after = balance()
        ensure(before - after == 10L) { "$before became $after" }
        val sent = server.count("payments.sendTip")
        ensure(sent == 2) { "$sent requests were sent" }
    }

    suspend fun renewsAnExpiredToken() {
        server.post("clock", """{"advanceMs":7200000}""")
        client.call("feed.getFeed") { put("limit", 4) }
        val renewed = server.count("auth.refreshToken")
        ensure(renewed == 1) { "the token was renewed $renewed times" }
    }

    suspend fun cancelsASlowCall() {
        server.fault("feed.getFeed", """{"kind":"delay","ms":60000}""")
        val begun = TimeSource.Monotonic.markNow()
        // Cancelling the coroutine cancels the call; here `withTimeoutOrNull` cancels it.
        val slow = withTimeoutOrNull(200.milliseconds) { client.feed().getFeed(GetFeed(limit = 3u)) }
        ensure(slow == null) { "the call was not slow" }
        ensure(begun.elapsedNow() < 30.seconds) { "it took ${begun.elapsedNow()} to cancel" }
        server.post("faults", "[]")
        val page = client.feed().getFeed(GetFeed(limit = 2u))
        ensure(page.posts.size == 2) { "the next call did not work" }
    }

    private suspend fun balance() = client.call("payments.getWallet").long("balance")
}

/** What a test may do to the reference server. */
class Server(private val url: String) {
    private val http = HttpClient.newHttpClient()

    /** Does something to the next request of an operation. */
    fun fault(operation: String, fault: String) =
        post("faults", """[{"route":"$operation","nth":1,"fault":$fault}]""")

    fun post(what: String, body: String) {
        send(HttpRequest.newBuilder(URI("$url/_test/$what")).POST(HttpRequest.BodyPublishers.ofString(body)))
    }

    /** How many requests of an operation the server has seen. */
    fun count(operation: String): Int {
        val seen = Json.parseToJsonElement(send(HttpRequest.newBuilder(URI("$url/_test/requests"))))
        return seen["requests"]!!.jsonArray.count { it["operation"]?.jsonPrimitive?.content == operation }
    }

    private fun send(request: HttpRequest.Builder): String {
        val answer = http.send(request.build(), BodyHandlers.ofString())
        ensure(answer.statusCode() in 200..299) { "${answer.uri()} answered ${answer.statusCode()}" }
        return answer.body()
    }
}

private operator fun JsonElement.get(field: String): JsonElement? = jsonObject[field]

private fun JsonElement.long(field: String) = this[field]!!.jsonPrimitive.long

private fun ensure(holds: Boolean, otherwise: () -> String) {
    if (!holds) throw IllegalStateException(otherwise())
}

private suspend fun told(step: String, tell: suspend () -> Unit): Boolean {
    val failure = runCatching { tell() }.exceptionOrNull()
    println(if (failure == null) "ok - $step" else "not ok - $step: $failure")
    return failure == null
}

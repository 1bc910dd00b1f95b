package app.avalo.sdk.test

import app.avalo.sdk.AvaloClient
import app.avalo.sdk.ClientOptions
import app.avalo.sdk.api.GetFeed
import app.avalo.sdk.api.GetWallet
import app.avalo.sdk.call
import com.sun.net.httpserver.HttpServer
import java.net.InetSocketAddress
import java.util.concurrent.CompletableFuture
import kotlin.concurrent.thread
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

fun lifeTests() {
    told("a client that is closed says so") {
        val client = signedIn(1)
        val feed = client.feed()
        client.close()
        client.close()
        val failure = runCatching { client.userId() }.exceptionOrNull()
        ensure(failure is IllegalStateException) { "$failure" }
        // A handle that was taken before is a client of its own.
        ensure(feed.getFeed(GetFeed(limit = 1u)).posts.size == 1) { "no post" }
        feed.close()
        val after = runCatching { feed.getFeed(GetFeed(limit = 1u)) }.exceptionOrNull()
        ensure(after is IllegalStateException) { "$after" }
    }
    told("a plain thread may call") {
        val posts = CompletableFuture<Int>()
        thread { posts.complete(runBlocking { signedIn(1).feed().getFeed(GetFeed(limit = 3u)).posts.size }) }.join()
        ensure(posts.get() == 3) { "${posts.get()} posts" }
    }
    told("two clients are two users") {
        val (ada, linus) = signedIn(5) to signedIn(6)
        ensure(ada.userId() == "usr_5" && linus.userId() == "usr_6") { "${ada.userId()}, ${linus.userId()}" }
        ada.signOut()
        ensure(kind { ada.payments().getWallet(GetWallet()) } == "unauthenticated") { "still signed in" }
        linus.payments().getWallet(GetWallet())
    }
    told("an endpoint that is none is refused") {
        ensure(kind { AvaloClient("avalo") } == "config") { "another kind" }
    }
    told("a defect of the engine is the failure of its call") {
        val client = signedIn(1)
        ensure(kind { client.callJson("test.panic", "{}") } == "internal") { "another kind" }
        ensure(client.feed().getFeed(GetFeed(limit = 1u)).posts.size == 1) { "no post" }
    }
    told("an answer of 10 MB arrives whole") {
        val words = "z".repeat(10_000_000)
        val server = HttpServer.create(InetSocketAddress("127.0.0.1", 0), 0)
        server.createContext("/") { exchange ->
            val body = """{"packages":[],"words":"$words"}""".toByteArray()
            exchange.responseHeaders.add("content-type", "application/json")
            exchange.sendResponseHeaders(200, body.size.toLong())
            exchange.responseBody.use { it.write(body) }
        }
        server.start()
        try {
            val client = AvaloClient("http://127.0.0.1:${server.address.port}", ClientOptions(discovery = false))
            val answer = client.call("payments.getPackages").jsonObject
            ensure(answer["words"]!!.jsonPrimitive.content.length == words.length) { "some of it is missing" }
        } finally {
            server.stop(0)
        }
    }
}

package app.avalo.sdk.test

import app.avalo.sdk.FileTokenStore
import app.avalo.sdk.LogLevel
import app.avalo.sdk.LogSink
import app.avalo.sdk.SessionEvent
import app.avalo.sdk.SessionListener
import app.avalo.sdk.TokenStore
import app.avalo.sdk.api.AvaloException
import app.avalo.sdk.api.GetFeed
import app.avalo.sdk.setLogSink
import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermission.OWNER_READ
import java.nio.file.attribute.PosixFilePermission.OWNER_WRITE
import java.util.concurrent.CopyOnWriteArrayList
import kotlinx.coroutines.awaitCancellation

/** A store whose every method does the same. */
private class Same(private val work: suspend () -> String?) : TokenStore {
    override suspend fun load() = work()
    override suspend fun save(session: String) { work() }
    override suspend fun clear() { work() }
}

fun storeTests() {
    told("a store that throws costs no call") {
        val said = CopyOnWriteArrayList<String>()
        setLogSink(object : LogSink {
            override fun log(level: LogLevel, text: String) { said += "$level $text" }
        })
        val client = signedIn(1, Same { throw IllegalStateException("the disk is gone") })
        ensure(client.feed().getFeed(GetFeed(limit = 1u)).posts.size == 1) { "no post" }
        until { said.any { "the disk is gone" in it } }
        ensure(said.all { it.startsWith("WARN ") }) { said }
        setLogSink(null)
    }
    told("a store that hangs costs no call") {
        val client = signedIn(1, Same { awaitCancellation() })
        ensure(client.feed().getFeed(GetFeed(limit = 1u)).posts.size == 1) { "no post" }
    }
    told("what is no session is none") {
        for (text in listOf("", "garbage", "{}", "[1]", "\u0000", "x".repeat(1_000_000))) {
            val client = client(Same { text })
            val kind = kind { client.feed().getFeed(GetFeed(limit = 1u)) }
            ensure(kind == "unauthenticated") { "$kind for ${text.take(9)}" }
        }
    }
    told("a session in a file outlives its client, and only its owner may read it") {
        val file = Files.createTempDirectory("avalo").resolve("deep/session")
        signedIn(2, FileTokenStore(file)).use { }
        until { Files.exists(file) }
        ensure(Files.getPosixFilePermissions(file) == setOf(OWNER_READ, OWNER_WRITE)) { "others may read it" }
        val next = client(FileTokenStore(file))
        ensure(next.userId() == null && next.restore() == "usr_2") { "${next.userId()}" }
        next.signOut()
        ensure(!Files.exists(file)) { "the session is still there" }
        ensure(Files.list(file.parent).use { it.count() } == 0L) { "something was left behind" }
    }
    told("a file that cannot be written is a failure of the store alone") {
        val file = Files.createTempDirectory("avalo").resolve("file").also { Files.writeString(it, "") }
        ensure(signedIn(3, FileTokenStore(file.resolve("session"))).userId() == "usr_3") { "nobody" }
    }
}

fun listenerTests() {
    told("a listener hears of the session in order, and may throw") {
        val heard = CopyOnWriteArrayList<SessionEvent>()
        val client = signedIn(4, listener = object : SessionListener {
            override fun onSession(event: SessionEvent) {
                heard += event
                throw IllegalStateException("it does not like it")
            }
        })
        Server.advance(7_200_000)
        client.feed().getFeed(GetFeed(limit = 1u))
        client.signOut()
        until { heard.size == 3 }
        val wanted = listOf(SessionEvent.SignedIn("usr_4"), SessionEvent.Refreshed, SessionEvent.SignedOut)
        ensure(heard.toList() == wanted) { heard }
    }
    told("a listener that hangs holds no call up") {
        val client = signedIn(4, listener = object : SessionListener {
            override fun onSession(event: SessionEvent) = Thread.sleep(Long.MAX_VALUE)
        })
        ensure(client.feed().getFeed(GetFeed(limit = 1u)).posts.size == 1) { "no post" }
    }
    told("an error says what failed") {
        try {
            signedIn(1).feed().getFeed(GetFeed(limit = 1u, cursor = "nonsense"))
            throw AssertionError("it did not fail")
        } catch (failure: AvaloException.Failed) {
            ensure(failure.code == "invalid_cursor" && failure.status == 400.toUShort()) { failure }
            ensure(failure.requestId != null && failure.detail.isNotEmpty()) { failure }
        }
    }
}

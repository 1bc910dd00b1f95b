package app.avalo.sdk.test

import app.avalo.sdk.TokenStore
import app.avalo.sdk.api.GetFeed
import app.avalo.sdk.uniffiContinuationHandleMap
import app.avalo.sdk.uniffiForeignFutureHandleCount
import java.io.File
import java.lang.ref.WeakReference
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.joinAll
import kotlinx.coroutines.launch

/** What a program holds. */
private data class Held(val handles: Int, val threads: Int, val files: Int, val megabytes: Long) {
    companion object {
        fun now(): Held {
            System.gc()
            val status = File("/proc/self/status").readLines()
            val memory = status.first { it.startsWith("VmRSS:") }.filter(Char::isDigit).toLong() / 1024
            return Held(
                uniffiContinuationHandleMap.size + uniffiForeignFutureHandleCount(),
                File("/proc/self/task").list()!!.size,
                File("/proc/self/fd").list()!!.size,
                memory,
            )
        }
    }
}

/** Some 16 at once, each call with a handle of its own. What is returned is there for as long as any of the handles. */
private suspend fun call(times: Int): WeakReference<TokenStore> = coroutineScope {
    val store = object : TokenStore {
        override suspend fun load(): String? = null
        override suspend fun save(session: String) = Unit
        override suspend fun clear() = Unit
    }
    val client = signedIn(1, store)
    val calls = List(16) { place ->
        launch(Dispatchers.Default) {
            repeat(times / 16) {
                client.feed().use { feed -> feed.getFeed(GetFeed(limit = (place % 4 + 1).toUInt())) }
            }
        }
    }
    calls.joinAll()
    client.close()
    WeakReference(store)
}

private suspend fun ended(store: WeakReference<TokenStore>) = until {
    System.gc()
    store.get() == null
}

fun leakTests() = told("10,000 calls leave nothing behind") {
    if (!File("/proc/self/status").exists()) return@told println("# there is no /proc to count in")
    ended(call(2_000))
    val before = Held.now()
    // Every handle of the library holds its client, and the client its store: one that was left would show.
    ended(call(10_000))
    val after = Held.now()
    println("# before $before")
    println("# after  $after")
    ensure(after.handles == before.handles) { "handles: $before, $after" }
    // A pool of the JVM may grow by one or two; a leak would be thousands.
    ensure(after.threads <= before.threads + 8) { "threads: $before, $after" }
    ensure(after.files <= before.files + 8) { "files: $before, $after" }
    ensure(after.megabytes <= before.megabytes + 64) { "memory: $before, $after" }
}

package app.avalo.sdk.test

import app.avalo.sdk.api.GetFeed
import app.avalo.sdk.uniffiContinuationHandleMap
import app.avalo.sdk.uniffiForeignFutureHandleCount
import java.io.File
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
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

/** Some 16 at once, each call with a handle of its own. */
private suspend fun call(times: Int) = coroutineScope {
    val client = signedIn(1)
    repeat(16) { place ->
        launch(Dispatchers.Default) {
            repeat(times / 16) {
                client.feed().use { feed -> feed.getFeed(GetFeed(limit = (place % 4 + 1).toUInt())) }
            }
        }
    }
}

fun leakTests() = told("10,000 calls leave nothing behind") {
    if (!File("/proc/self/status").exists()) return@told println("# there is no /proc to count in")
    call(2_000)
    delay(200)
    val before = Held.now()
    call(10_000)
    delay(200)
    val after = Held.now()
    println("# before $before")
    println("# after  $after")
    ensure(after.handles == before.handles) { "handles: $before, $after" }
    // A pool of the JVM may grow by one or two; a leak would be thousands.
    ensure(after.threads <= before.threads + 8) { "threads: $before, $after" }
    ensure(after.files <= before.files + 8) { "files: $before, $after" }
    ensure(after.megabytes <= before.megabytes + 64) { "memory: $before, $after" }
}

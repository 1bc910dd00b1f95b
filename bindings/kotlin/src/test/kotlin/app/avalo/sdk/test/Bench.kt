package app.avalo.sdk.test

import app.avalo.sdk.api.GetGifts
import kotlin.time.Duration
import kotlin.time.DurationUnit.MICROSECONDS
import kotlin.time.measureTime
import kotlinx.coroutines.runBlocking

/**
 * What a call costs in Kotlin: AVALO_CALLS of `payments.getGifts`, answered from the cache, so that nearly all of
 * it is the border; the fastest of seven rounds. `cargo xtask bench kotlin` compares it with the same in Rust.
 */
object Bench {
    @JvmStatic
    fun main(arguments: Array<String>) = runBlocking {
        val calls = System.getenv("AVALO_CALLS").toInt()
        val payments = signedIn(6).payments()
        var best = Duration.INFINITE
        repeat(7) { best = minOf(best, measureTime { repeat(calls) { payments.getGifts(GetGifts()) } }) }
        println("us ${best.toDouble(MICROSECONDS) / calls}")
    }
}

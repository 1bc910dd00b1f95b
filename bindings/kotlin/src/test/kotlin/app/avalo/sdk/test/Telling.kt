package app.avalo.sdk.test

import app.avalo.sdk.AvaloClient
import app.avalo.sdk.ClientOptions
import app.avalo.sdk.SessionListener
import app.avalo.sdk.TokenStore
import app.avalo.sdk.api.AvaloException
import app.avalo.sdk.api.Login
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import kotlin.system.exitProcess
import kotlinx.coroutines.delay
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** Everything that Kotlin alone can test, against the reference server at AVALO_URL. */
fun main() {
    storeTests()
    listenerTests()
    lifeTests()
    streamTests()
    cancelTests()
    leakTests()
    // What hangs on purpose must not keep the program.
    exitProcess(if (good) 0 else 1)
}

private var good = true

val url: String = System.getenv("AVALO_URL") ?: "http://127.0.0.1:5001"

/** Runs one test and says how it went; one that hangs says so after ten minutes. */
fun told(name: String, test: suspend () -> Unit) {
    val failure = runCatching { runBlocking { withTimeout(600_000) { test() } } }.exceptionOrNull()
    println(if (failure == null) "ok - $name" else "not ok - $name: ${failure.stackTraceToString()}")
    good = good && failure == null
}

inline fun ensure(holds: Boolean, otherwise: () -> Any?) {
    if (!holds) throw AssertionError(otherwise())
}

/** The kind of the failure that `work` ends with. */
suspend fun kind(work: suspend () -> Any?): String = try {
    throw AssertionError("it did not fail: ${work()}")
} catch (failure: AvaloException.Failed) {
    failure.kind
}

/** Waits until something holds, for as long as the test may take. */
suspend fun until(holds: () -> Boolean) {
    while (!holds()) delay(2)
}

fun client(store: TokenStore? = null, listener: SessionListener? = null): AvaloClient =
    AvaloClient(url, ClientOptions(requestsPerMinute = 1_000_000u), store, listener)

suspend fun signedIn(user: Int, store: TokenStore? = null, listener: SessionListener? = null): AvaloClient =
    client(store, listener).also { it.auth().login(Login("user$user@avalo.test", "Password1")) }

/** What a test may do to the reference server. */
object Server {
    private val http = HttpClient.newHttpClient()

    fun fault(operation: String, fault: String) =
        send(request("faults").POST(BodyPublishers.ofString("""[{"route":"$operation","nth":1,"fault":$fault}]""")))

    fun openStreams(): Int = send(request("streams"))["open"]!!.jsonPrimitive.int

    fun closeStreams() = send(request("streams").DELETE())

    fun advance(ms: Long) = send(request("clock").POST(BodyPublishers.ofString("""{"advanceMs":$ms}""")))

    fun count(operation: String): Int = send(request("requests"))["requests"]!!.jsonArray
        .count { it.jsonObject["operation"]?.jsonPrimitive?.content == operation }

    private fun request(what: String) = HttpRequest.newBuilder(URI("$url/_test/$what"))

    private fun send(request: HttpRequest.Builder) =
        Json.parseToJsonElement(http.send(request.build(), BodyHandlers.ofString()).body()).jsonObject
}

package app.avalo.sdk.test

import app.avalo.sdk.AvaloClient
import app.avalo.sdk.ClientOptions
import app.avalo.sdk.api.AvaloException
import app.avalo.sdk.api.CallOptions
import app.avalo.sdk.jsonFlow
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonObjectBuilder
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.long
import kotlinx.serialization.json.put

/** Makes the calls of the shared scenarios: the lines are described in `tests/scenarios/README.md`. */
object Driver {
    private val clients = HashMap<String, AvaloClient>()

    @JvmStatic
    fun main(arguments: Array<String>) = runBlocking(Dispatchers.Default) {
        for (line in generateSequence(::readLine)) {
            val told = Json.parseToJsonElement(line).jsonObject
            // Made here, in the order of the lines, and not in two coroutines at once.
            val client = clients.getOrPut(told.text("client")!!) {
                AvaloClient(told.text("url")!!, ClientOptions(requestsPerMinute = 1_000_000u))
            }
            launch { if ("listen" in told) listen(told, client) else call(told, client) }
        }
    }

    private suspend fun call(told: JsonObject, client: AvaloClient) = say({ put("id", told.number()) }) {
        val options = told.text("key")?.let { CallOptions(idempotencyKey = it) }
        client.callJson(told.text("call")!!, told.text("with")!!, options)
    }

    private suspend fun listen(told: JsonObject, client: AvaloClient) {
        say({ put("id", told.number()) }) { "null" }
        say({ put("heard", told.text("client")) }) {
            client.jsonFlow("chat.subscribeToMessages").collect { event ->
                say({ put("heard", told.text("client")) }) { event.json }
            }
            return
        }
    }

    /** Says what `work` answers, or the word that says why it fails. */
    private inline fun say(about: JsonObjectBuilder.() -> Unit, work: () -> String) {
        val line = buildJsonObject {
            about()
            try {
                put("answer", work())
            } catch (failure: AvaloException.Failed) {
                put("fails", failure.code ?: failure.kind)
                put("detail", failure.detail)
            }
        }
        // One call: lines of two coroutines do not mix.
        print("$line\n")
    }

    private fun JsonObject.text(name: String) = this[name]?.jsonPrimitive?.content

    private fun JsonObject.number() = this["id"]!!.jsonPrimitive.long
}

import app.avalo.reactnative.AvaloModule
import app.avalo.sdk.KeystoreTokenStore
import com.facebook.react.bridge.BridgeReactContext
import com.facebook.react.bridge.Promise
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.booleanOrNull
import kotlinx.serialization.json.doubleOrNull
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonPrimitive
import java.io.PrintStream
import java.lang.reflect.Proxy

/**
 * React Native's module on a JVM, with its JavaScript in another process: `["call", 1, 2, "…"]` comes in, a line each,
 * and what the module says goes out as `["told", "…"]` or, for promise 3, `["settled", 3, true, "…"]`. What happens to
 * the device comes in as `["device", "full"]`.
 */
fun main() {
    val out = PrintStream(System.out, true, Charsets.UTF_8)
    System.setOut(System.err)
    fun write(vararg parts: Any?) {
        val line = parts.map {
            when (it) {
                is Boolean -> JsonPrimitive(it)
                is Number -> JsonPrimitive(it)
                null -> JsonNull
                else -> JsonPrimitive("$it")
            }
        }
        synchronized(out) { out.println(JsonArray(line)) }
    }
    MemoryKeystore.install()
    val module = PipedModule { write("told", it) }
    for (line in generateSequence(::readlnOrNull)) {
        val words = Json.parseToJsonElement(line).jsonArray
        val name = words[0].jsonPrimitive.content
        val arguments = words.drop(1).map { it.jsonPrimitive }.map {
            if (it is JsonNull) null else if (it.isString) it.content else it.booleanOrNull ?: it.doubleOrNull
        }
        when (name) {
            "invalidate" -> {
                module.invalidate()
                continue
            }
            "device" -> {
                become("${arguments[0]}")
                continue
            }
        }
        // As React Native itself finds a method: by its name.
        val method = AvaloModule::class.java.methods.first { it.name == name }
        val promised = method.parameterCount == arguments.size
        // The first argument of a method with a promise is the promise's number.
        val given = if (promised && name.endsWith("Session")) {
            val number = (arguments[0] as Double).toInt()
            arguments.drop(1) + promise { kept, value -> write("settled", number, kept, value) }
        } else {
            arguments
        }
        method.invoke(module, *given.toTypedArray())
    }
    module.invalidate()
}

/** React Native's own keeps a rejection in a map that is not there without its engine of JavaScript. */
private fun promise(settled: (Boolean, String?) -> Unit): Any {
    val type = Promise::class.java
    return Proxy.newProxyInstance(type.classLoader, arrayOf(type)) { _, method, values ->
        // A value that there may be; or a word for a program and one for people.
        val told = values.orEmpty().filterNotNull()
        settled(method.name == "resolve", if (told.isEmpty()) null else told.joinToString(": "))
    }
}

/** The module with what only React Native has replaced: the way back to JavaScript. */
private class PipedModule(private val write: (String) -> Unit) :
    AvaloModule(BridgeReactContext(NoApp), KeystoreTokenStore(NoApp)) {
    override fun tell(line: String) = write(line)
}

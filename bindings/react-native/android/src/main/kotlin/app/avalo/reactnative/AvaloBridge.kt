package app.avalo.reactnative

import app.avalo.sdk.EngineListener
import app.avalo.sdk.NativeEngine
import java.util.concurrent.ConcurrentHashMap

/**
 * Carries lines between JavaScript and the engines, and knows nothing of React Native: [tell] hears them, from any
 * thread.
 *
 * The rules are the engine's. Whatever is said to an engine that is not there, or no more, is let go.
 */
internal class AvaloBridge(private val tell: (String) -> Unit) {
    private val engines = ConcurrentHashMap<Int, NativeEngine>()
    private var awake = true

    /** Makes the engine of this number, in place of one that a reload of the app's JavaScript left behind. */
    fun open(engine: Int, settings: String) {
        close(engine)
        val listener = object : EngineListener {
            override fun hear(told: String) = say("$engine $told")
        }
        val opened = try {
            NativeEngine.open(settings, listener)
        } catch (error: Throwable) {
            // Above all a library that is not in the app, or not for this processor.
            return say("""$engine refuse 0 {"kind":"config","message":"${plain(error)}"}""")
        }
        opened.setAwake(awake)
        engines[engine] = opened
    }

    /** Has an engine do something. */
    inline fun engine(engine: Int, act: NativeEngine.() -> Unit) {
        val found = engines[engine] ?: return
        try {
            found.act()
        } catch (_: IllegalStateException) {
            // It was closed meanwhile, and told so whoever waited.
        }
    }

    fun close(engine: Int) {
        val closed = engines.remove(engine) ?: return
        closed.end()
        closed.destroy()
    }

    fun closeAll() = engines.keys.toList().forEach(::close)

    fun setAwake(awake: Boolean) {
        this.awake = awake
        for (engine in engines.keys) engine(engine) { setAwake(awake) }
    }

    /** The engine must not hear of what JavaScript's side throws. */
    private fun say(line: String) {
        try {
            tell(line)
        } catch (_: Throwable) {
            // The app's JavaScript is gone: nobody is left to be told.
        }
    }

    private fun plain(error: Throwable) =
        "the engine is not in this app: $error".map { if (it in " !'#$%&()*+,-./:;<=>?@[]_" || it.isLetterOrDigit()) it else ' ' }
            .joinToString("")
}

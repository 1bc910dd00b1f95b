package app.avalo.reactnative

import app.avalo.sdk.TokenStore
import app.avalo.sdk.TokenStoreException
import com.facebook.react.bridge.Promise
import com.facebook.react.bridge.ReactApplicationContext
import java.util.concurrent.Executors
import kotlinx.coroutines.runBlocking

/** The module `Avalo` of JavaScript: numbers and text for [AvaloBridge], promises for the [TokenStore]. */
internal open class AvaloModule(context: ReactApplicationContext, private val store: TokenStore) :
    NativeAvaloSpec(context) {
    private val bridge = AvaloBridge(::tell)

    /** One after another, as JavaScript says it: a session that is saved and then cleared is cleared. */
    private val keeper = Executors.newSingleThreadExecutor { Thread(it, "avalo-session").apply { isDaemon = true } }

    /** Says a line to JavaScript. */
    protected open fun tell(line: String) = emitOnTold(line)

    override fun open(engine: Double, settings: String) = bridge.open(engine.toInt(), settings)

    override fun call(engine: Double, call: Double, row: String, params: String, options: String) =
        bridge.engine(engine.toInt()) { call(number(call), row, params, options) }

    override fun stream(engine: Double, call: Double, row: String, params: String, options: String) =
        bridge.engine(engine.toInt()) { stream(number(call), row, params, options) }

    override fun listen(engine: Double, call: Double, row: String) =
        bridge.engine(engine.toInt()) { listen(number(call), row) }

    override fun signOut(engine: Double, call: Double) = bridge.engine(engine.toInt()) { signOut(number(call)) }

    override fun giveUp(engine: Double, call: Double) = bridge.engine(engine.toInt()) { giveUp(number(call)) }

    override fun settle(engine: Double, work: Double, done: Boolean, text: String?) =
        bridge.engine(engine.toInt()) { settle(number(work), done, text) }

    override fun close(engine: Double) = bridge.close(engine.toInt())

    override fun setAwake(awake: Boolean) = bridge.setAwake(awake)

    override fun loadSession(promise: Promise) = keep(promise) { store.load() }

    override fun saveSession(session: String, promise: Promise) = keep(promise) { store.save(session).let { null } }

    override fun clearSession(promise: Promise) = keep(promise) { store.clear().let { null } }

    /** JavaScript ends: the app was reloaded, or closes. */
    override fun invalidate() {
        bridge.closeAll()
        keeper.shutdown()
        super.invalidate()
    }

    private fun keep(promise: Promise, act: suspend () -> Any?) {
        keeper.execute {
            try {
                promise.resolve(runBlocking { act() })
            } catch (failure: TokenStoreException.Failed) {
                promise.reject("avalo_store", failure.detail)
            } catch (failure: Throwable) {
                // A promise that is not settled is waited for. The message might hold the session.
                promise.reject("avalo_store", "the store broke: ${failure.javaClass.simpleName}")
            }
        }
    }
}

/** JavaScript knows one sort of number. */
private fun number(number: Double): UInt = number.toUInt()

import android.content.Context
import android.content.ContextWrapper
import android.content.SharedPreferences
import android.security.keystore.KeyGenParameterSpec
import java.io.InputStream
import java.io.OutputStream
import java.lang.reflect.Proxy
import java.security.Key
import java.security.KeyStoreSpi
import java.security.Provider
import java.security.SecureRandom
import java.security.Security
import java.security.cert.Certificate
import java.security.spec.AlgorithmParameterSpec
import java.util.Collections
import java.util.Date
import java.util.Enumeration
import javax.crypto.KeyGeneratorSpi
import javax.crypto.SecretKey
import javax.crypto.spec.SecretKeySpec

// What the archive asks of a device: preferences, and a keystore by the name that Android gives its own.

/** Has something happen to the device. */
internal fun become(what: String) = when (what) {
    "full" -> NoApp.full = true
    "free" -> NoApp.full = false
    "torn" -> NoApp.kept.replaceAll { _, _ -> "torn" }
    // Another device, with what was in a backup of the first: a keystore is in none.
    "restored" -> MemoryKeystore.made.clear()
    else -> throw IllegalArgumentException(what)
}

/** The context of an app that is none. Its preferences refuse to be written while they are [full]. */
internal object NoApp : ContextWrapper(null) {
    val kept = HashMap<String, String>()
    var full = false

    override fun getApplicationContext(): Context = this

    override fun getSharedPreferences(name: String, mode: Int): SharedPreferences = fake { method, arguments ->
        when (method) {
            "getString" -> kept[arguments[0]] ?: arguments[1]
            "edit" -> editor()
            else -> throw UnsupportedOperationException(method)
        }
    }

    private fun editor(): SharedPreferences.Editor {
        val changes = ArrayList<() -> Unit>()
        lateinit var editor: SharedPreferences.Editor
        editor = fake { method, arguments ->
            when (method) {
                "putString" -> editor.also { changes += { kept["${arguments[0]}"] = "${arguments[1]}" } }
                "remove" -> editor.also { changes += { kept.remove("${arguments[0]}") } }
                "commit" -> !full.also { if (!it) changes.forEach { change -> change() } }
                else -> throw UnsupportedOperationException(method)
            }
        }
        return editor
    }

    private inline fun <reified T> fake(crossinline act: (String, Array<Any?>) -> Any?): T {
        val type = T::class.java
        val made = Proxy.newProxyInstance(type.classLoader, arrayOf(type)) { _, method, arguments ->
            act(method.name, arguments ?: emptyArray())
        }
        return made as T
    }
}

/** Keeps keys in memory, and makes them as Android's keystore does: one under a name. */
internal object MemoryKeystore : Provider("AndroidKeyStore", "1", "a keystore in memory") {
    val made = HashMap<String, SecretKey>()

    private fun readResolve(): Any = MemoryKeystore

    init {
        put("KeyStore.AndroidKeyStore", Store::class.java.name)
        put("KeyGenerator.AES", Generator::class.java.name)
    }

    fun install() {
        Security.addProvider(this)
    }

    class Generator : KeyGeneratorSpi() {
        private lateinit var name: String

        override fun engineInit(params: AlgorithmParameterSpec, random: SecureRandom?) {
            name = (params as KeyGenParameterSpec).keystoreAlias
        }

        override fun engineGenerateKey(): SecretKey {
            val bytes = ByteArray(32).also(SecureRandom()::nextBytes)
            return SecretKeySpec(bytes, "AES").also { made[name] = it }
        }

        override fun engineInit(random: SecureRandom?) = no()

        override fun engineInit(size: Int, random: SecureRandom?) = no()
    }

    class Store : KeyStoreSpi() {
        override fun engineLoad(stream: InputStream?, password: CharArray?) = Unit

        override fun engineGetKey(name: String, password: CharArray?): Key? = made[name]

        override fun engineContainsAlias(name: String) = name in made

        override fun engineIsKeyEntry(name: String) = name in made

        override fun engineIsCertificateEntry(name: String) = false

        override fun engineSize() = made.size

        override fun engineAliases(): Enumeration<String> = Collections.enumeration(made.keys)

        override fun engineDeleteEntry(name: String) {
            made.remove(name)
        }

        override fun engineGetCertificateChain(name: String): Array<Certificate>? = null

        override fun engineGetCertificate(name: String): Certificate? = null

        override fun engineGetCertificateAlias(certificate: Certificate): String? = null

        override fun engineGetCreationDate(name: String): Date? = null

        override fun engineSetKeyEntry(name: String, key: Key, password: CharArray?, chain: Array<Certificate>?) = no()

        override fun engineSetKeyEntry(name: String, key: ByteArray, chain: Array<Certificate>?) = no()

        override fun engineSetCertificateEntry(name: String, certificate: Certificate) = no()

        override fun engineStore(stream: OutputStream?, password: CharArray?) = no()
    }

    private fun no(): Nothing = throw UnsupportedOperationException()
}

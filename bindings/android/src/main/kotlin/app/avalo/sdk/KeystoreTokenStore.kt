package app.avalo.sdk

import android.content.Context
import android.content.SharedPreferences
import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyProperties
import java.security.KeyStore
import javax.crypto.AEADBadTagException
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec
import kotlin.io.encoding.Base64
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import kotlinx.coroutines.withContext

/**
 * Keeps the session in the app's preferences, under a key that does not leave Android's keystore.
 *
 * What the key does not open, as after the app was restored on another device, is no session. [name] tells the
 * sessions of two clients apart.
 */
public class KeystoreTokenStore(context: Context, private val name: String = "avalo.session") : TokenStore {
    private val preferences = context.applicationContext.getSharedPreferences(name, Context.MODE_PRIVATE)

    /** One after another: a session that is saved and then cleared is cleared. */
    private val turn = Mutex()

    override suspend fun load(): String? = device {
        val kept = preferences.getString(name, null) ?: return@device null
        try {
            val bytes = Base64.decode(kept)
            val cipher = Cipher.getInstance(CIPHER)
            cipher.init(Cipher.DECRYPT_MODE, key(), GCMParameterSpec(8 * TAG, bytes, 0, NONCE))
            String(cipher.doFinal(bytes, NONCE, bytes.size - NONCE), Charsets.UTF_8)
        } catch (_: AEADBadTagException) {
            null
        } catch (_: IllegalArgumentException) {
            null
        }
    }

    override suspend fun save(session: String): Unit = device {
        val cipher = Cipher.getInstance(CIPHER)
        cipher.init(Cipher.ENCRYPT_MODE, key())
        val bytes = cipher.iv + cipher.doFinal(session.toByteArray())
        write { putString(name, Base64.encode(bytes)) }
    }

    override suspend fun clear(): Unit = device { write { remove(name) } }

    // Only the kind of the failure is told: its text might hold the session.
    private suspend fun <T> device(work: () -> T): T = withContext(Dispatchers.IO) {
        turn.withLock {
            try {
                work()
            } catch (failure: Exception) {
                throw TokenStoreException.Failed("the device could not keep the session: ${failure.javaClass.simpleName}")
            }
        }
    }

    private fun write(change: SharedPreferences.Editor.() -> Unit) {
        // Not `apply`: who is told that a session is kept must be able to rely on it.
        check(preferences.edit().apply(change).commit()) { "the preferences could not be written" }
    }

    private fun key(): SecretKey {
        val keys = KeyStore.getInstance(KEYSTORE).apply { load(null) }
        (keys.getKey(name, null) as? SecretKey)?.let { return it }
        val purposes = KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT
        val spec = KeyGenParameterSpec.Builder(name, purposes)
            .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
            .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
            .build()
        return KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, KEYSTORE).run {
            init(spec)
            generateKey()
        }
    }

    private companion object {
        const val KEYSTORE = "AndroidKeyStore"
        const val CIPHER = "AES/GCM/NoPadding"

        /** In bytes. */
        const val NONCE = 12
        const val TAG = 16
    }
}

package app.avalo.reactnative

import android.content.Context
import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyProperties
import android.util.Base64
import java.security.KeyStore
import javax.crypto.AEADBadTagException
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec

/**
 * A session in the app's preferences, under a key that does not leave Android's keystore.
 *
 * What the key does not open, as after the app was restored on another device, is no session.
 */
internal class KeystoreStore(context: Context, private val name: String = "avalo.session") : SessionStore {
    private val preferences = context.getSharedPreferences(name, Context.MODE_PRIVATE)

    override fun load(): String? {
        val kept = preferences.getString(name, null) ?: return null
        return try {
            val bytes = Base64.decode(kept, Base64.NO_WRAP)
            val cipher = Cipher.getInstance(CIPHER)
            cipher.init(Cipher.DECRYPT_MODE, key(), GCMParameterSpec(8 * TAG, bytes, 0, NONCE))
            String(cipher.doFinal(bytes, NONCE, bytes.size - NONCE), Charsets.UTF_8)
        } catch (_: AEADBadTagException) {
            null
        } catch (_: IllegalArgumentException) {
            null
        }
    }

    override fun save(session: String) {
        val cipher = Cipher.getInstance(CIPHER)
        cipher.init(Cipher.ENCRYPT_MODE, key())
        val bytes = cipher.iv + cipher.doFinal(session.toByteArray())
        write { putString(name, Base64.encodeToString(bytes, Base64.NO_WRAP)) }
    }

    override fun clear() = write { remove(name) }

    private fun write(change: android.content.SharedPreferences.Editor.() -> Unit) {
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

package app.avalo.sdk

import java.io.IOException
import java.nio.file.Files
import java.nio.file.NoSuchFileException
import java.nio.file.Path
import java.nio.file.StandardCopyOption.ATOMIC_MOVE
import java.nio.file.StandardCopyOption.REPLACE_EXISTING
import java.nio.file.attribute.FileAttribute
import java.nio.file.attribute.PosixFilePermissions
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/**
 * Keeps the session in a file that only its owner may read: for servers and programs of a command line.
 *
 * The file is replaced as a whole, so that a crash leaves the session before or the one after. On Android keep
 * the session in the keystore.
 */
public class FileTokenStore(private val file: Path) : TokenStore {
    override suspend fun load(): String? = disk {
        try {
            Files.readString(file)
        } catch (_: NoSuchFileException) {
            null
        }
    }

    override suspend fun save(session: String): Unit = disk {
        val folder = file.toAbsolutePath().parent
        Files.createDirectories(folder)
        val next = Files.createTempFile(folder, file.fileName.toString(), ".next", *ownerOnly())
        try {
            Files.writeString(next, session)
            Files.move(next, file, ATOMIC_MOVE, REPLACE_EXISTING)
        } finally {
            Files.deleteIfExists(next)
        }
    }

    override suspend fun clear(): Unit = disk { Files.deleteIfExists(file) }

    private fun ownerOnly(): Array<FileAttribute<*>> {
        val posix = "posix" in file.fileSystem.supportedFileAttributeViews()
        if (!posix) return emptyArray()
        return arrayOf(PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
    }

    // The text of the exception names the file, and never holds what is in it.
    private suspend fun <T> disk(work: () -> T): T = withContext(Dispatchers.IO) {
        try {
            work()
        } catch (failure: IOException) {
            throw TokenStoreException.Failed("$failure")
        }
    }
}

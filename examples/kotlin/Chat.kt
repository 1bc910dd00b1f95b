// A chat on the command line: sign in, choose a chat, write lines, see what comes live.
//
// AVALO_URL=http://127.0.0.1:5001 java ... chat.ChatKt user7@avalo.test Password1

package chat

import app.avalo.sdk.AvaloClient
import app.avalo.sdk.api.AvaloException
import app.avalo.sdk.api.GetChats
import app.avalo.sdk.api.Login
import app.avalo.sdk.api.SendMessage
import app.avalo.sdk.messageFlow
import kotlin.system.exitProcess
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext

fun main(words: Array<String>) {
    if (words.size != 2) {
        println("chat EMAIL PASSWORD")
        exitProcess(2)
    }
    try {
        runBlocking { talk(words[0], words[1]) }
    } catch (failure: AvaloException.Failed) {
        println("${failure.code ?: failure.kind}: ${failure.detail}")
        exitProcess(1)
    }
}

private suspend fun talk(email: String, password: String) {
    val client = AvaloClient(System.getenv("AVALO_URL") ?: "http://127.0.0.1:5001")
    client.auth().login(Login(email, password))
    val me = client.userId()

    val chats = client.chat().getChats(GetChats()).chats
    chats.forEachIndexed { index, chat -> println("${index + 1}. ${chat.other.displayName}") }
    println("Which chat?")
    val chat = line()?.toIntOrNull()?.let { chats.getOrNull(it - 1) }?.id ?: return

    coroutineScope {
        // It reconnects by itself, and ends when the coroutine is cancelled.
        val live = launch {
            client.chat().messageFlow(chat).collect { message ->
                println("${if (message.senderId == me) "you" else message.senderId}: ${message.content}")
            }
        }
        while (true) {
            val words = line() ?: break
            if (words.isNotEmpty()) client.chat().sendMessage(SendMessage(chat, words))
        }
        live.cancel()
    }
}

/** The next line, read where waiting for it holds nothing else up. */
private suspend fun line(): String? = withContext(Dispatchers.IO) { readlnOrNull() }

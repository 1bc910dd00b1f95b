package app.avalo.sdk.test

import app.avalo.sdk.AvaloClient
import app.avalo.sdk.ClientOptions
import app.avalo.sdk.api.CancelToken
import app.avalo.sdk.api.CreateChat
import app.avalo.sdk.api.EventKind
import app.avalo.sdk.api.FollowUser
import app.avalo.sdk.api.GetFeed
import app.avalo.sdk.api.GetNotifications
import app.avalo.sdk.api.ReplyPart
import app.avalo.sdk.api.SendMessage
import app.avalo.sdk.api.StartChat
import app.avalo.sdk.api.StreamMessage
import app.avalo.sdk.eventFlow
import app.avalo.sdk.jsonFlow
import app.avalo.sdk.messageFlow
import app.avalo.sdk.notificationFlow
import app.avalo.sdk.replyFlow
import java.net.ServerSocket
import kotlin.time.TimeSource
import kotlinx.coroutines.CoroutineStart.UNDISPATCHED
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext

fun streamTests() {
    told("messages flow, over a connection that breaks, and the end of the flow closes it") {
        coroutineScope {
            val (grace, mary) = signedIn(1) to signedIn(7)
            val chat = mary.chat().createChat(CreateChat("usr_1")).id
            val heard = async { grace.chat().messageFlow(chat).take(3).toList() }
            until { Server.openStreams() == 1 }
            for (number in 1..3) {
                mary.chat().sendMessage(SendMessage(chat, "number $number"))
                if (number == 2) Server.closeStreams()
            }
            val words = heard.await().map { it.content }
            ensure(words == listOf("number 1", "number 2", "number 3")) { words }
            until { Server.openStreams() == 0 }
        }
    }
    told("every collector of a flow has a connection of its own, from its first moment to its last") {
        coroutineScope {
            val events = signedIn(2).eventFlow()
            ensure(Server.openStreams() == 0) { "it is open before anybody collects" }
            val collectors = List(2) { launch { events.collect { } } }
            until { Server.openStreams() == 2 }
            collectors[0].cancelAndJoin()
            until { Server.openStreams() == 1 }
            collectors[1].cancelAndJoin()
            until { Server.openStreams() == 0 }
        }
    }
    told("events and notifications are typed") {
        coroutineScope {
            val (grace, mary) = signedIn(1) to signedIn(8)
            val event = async { grace.eventFlow().first { it.kind == EventKind.CHAT_MESSAGE } }
            val notice = async { grace.notifications().notificationFlow().first() }
            until { Server.openStreams() == 2 }
            val chat = mary.chat().createChat(CreateChat("usr_1")).id
            mary.chat().sendMessage(SendMessage(chat, "Good evening"))
            mary.profiles().followUser(FollowUser("usr_1"))
            ensure(event.await().message?.content == "Good evening") { event.await() }
            val newest = grace.notifications().getNotifications(GetNotifications()).notifications.map { it.id }
            ensure(notice.await().id in newest) { notice.await() }
            until { Server.openStreams() == 0 }
        }
    }
    told("a companion's reply comes in words, then whole") {
        val client = signedIn(9)
        val chat = client.ai().startChat(StartChat("cmp_nora")).id
        val parts = client.ai().replyFlow(StreamMessage(chat, "Good morning, Nora")).toList()
        val words = parts.filterIsInstance<ReplyPart.Delta>().joinToString("") { it.text }
        val whole = parts.last() as ReplyPart.Message
        ensure(parts.size > 2 && words == whole.reply.reply.content) { parts }
    }
    told("a stream that cannot be fails as a call does") {
        val nobody = client()
        ensure(kind { nobody.eventFlow().first() } == "unauthenticated") { "another kind" }
        ensure(kind { nobody.jsonFlow("feed.getFeed").first() } == "invalid") { "another kind" }
        val used = CancelToken().also { it.cancel() }
        ensure(kind { signedIn(1).events(used).next() } == "cancelled") { "another kind" }
    }
    told("a stream that is stopped is over, also for whoever waits") {
        coroutineScope {
            val events = signedIn(3).events()
            val waiting = async(start = UNDISPATCHED) { events.next() }
            until { Server.openStreams() == 1 }
            events.stop()
            ensure(waiting.await() == null && events.next() == null) { "something came" }
            until { Server.openStreams() == 0 }
        }
    }
}

fun cancelTests() {
    told("cancelling a coroutine closes its connection") {
        ServerSocket(0).use { server ->
            val client = AvaloClient("http://127.0.0.1:${server.localPort}", ClientOptions(discovery = false))
            coroutineScope {
                val call = launch(Dispatchers.Default) { client.callJson("payments.getPackages", "{}") }
                withContext(Dispatchers.IO) {
                    val connection = server.accept().apply { soTimeout = 30_000 }
                    val input = connection.getInputStream()
                    ensure(input.read(ByteArray(65_536)) > 0) { "no request came" }
                    val begun = TimeSource.Monotonic.markNow()
                    call.cancelAndJoin()
                    ensure(input.read() == -1) { "more came" }
                    println("# the server saw the connection close after ${begun.elapsedNow()}")
                }
            }
        }
    }
    told("a call may be cancelled at any moment, and the next one works") {
        val client = signedIn(1)
        coroutineScope {
            repeat(200) { step ->
                val call = launch(Dispatchers.Default) { client.feed().getFeed(GetFeed(limit = (step % 20 + 1).toUInt())) }
                delay((step % 8).toLong())
                call.cancelAndJoin()
            }
        }
        ensure(client.feed().getFeed(GetFeed(limit = 2u)).posts.size == 2) { "no posts" }
    }
}

package app.avalo.reactnative

/** Where the device keeps the session. Its functions are called on a thread that may wait. */
internal interface SessionStore {
    fun load(): String?

    fun save(session: String)

    fun clear()
}

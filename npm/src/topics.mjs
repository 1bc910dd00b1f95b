// What a subscription takes of everything that happens.

/** By operation: given its parameters, what it gives out for an event, or nothing. */
const topics = {
  "chat.subscribeToMessages":
    (params) =>
    ({ kind, message }) =>
      kind === "chat_message" && message?.chatId === params?.chatId ? message : undefined,
  "notifications.subscribeToNotifications": () => (event) => event.notification,
};

/** The choice that the operation of a row makes, and what is left of the arguments: one without parameters takes none. */
export function topicOf(row, args) {
  const topic = topics[row.split(" ", 1)];
  const [params = {}, ...rest] = topic.length > 0 ? args : [undefined, ...args];
  return [topic(params), ...rest];
}

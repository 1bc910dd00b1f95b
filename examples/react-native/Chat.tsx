// One chat, in which messages appear as they are written.

import type { Message } from "@avalo/react-native";
import { useEffect, useState } from "react";
import { Button, FlatList, Text, TextInput, View } from "react-native";
import { sdk } from "./sdk";

interface Props {
  chatId: string;
  userId: string;
  onBack: () => void;
}

export function Chat({ chatId, userId, onBack }: Props) {
  const [messages, setMessages] = useState<Message[]>([]);
  const [content, setContent] = useState("");
  const [wrong, setWrong] = useState<string>();

  /** A message may be known already: what one sends is answered, and arrives. */
  const add = (message: Message) =>
    setMessages((known) => (known.some(({ id }) => id === message.id) ? known : [message, ...known]));

  useEffect(() => {
    // First listened, then read: nothing falls between.
    const live = sdk.chat.subscribeToMessages({ chatId }, add, { onError: ({ message }) => setWrong(message) });
    void sdk.chat.getMessages({ chatId }).then(({ success, data, error }) => {
      if (success) for (const message of [...data.messages].reverse()) add(message);
      else setWrong(error.message);
    });
    return () => live.unsubscribe();
  }, [chatId]);

  const send = async () => {
    const { success, data, error } = await sdk.chat.sendMessage({ chatId, content });
    if (!success) return setWrong(error.message);
    add(data);
    setContent("");
  };
  return (
    <View style={{ flex: 1 }}>
      <Button title="Back" onPress={onBack} />
      <FlatList
        inverted
        data={messages}
        keyExtractor={({ id }) => id}
        renderItem={({ item }) => (
          <Text style={{ textAlign: item.senderId === userId ? "right" : "left" }}>{item.content}</Text>
        )}
      />
      {wrong && <Text accessibilityRole="alert">{wrong}</Text>}
      <TextInput value={content} onChangeText={setContent} placeholder="Message" />
      <Button title="Send" onPress={send} disabled={content.trim() === ""} />
    </View>
  );
}

// The user's chats, page by page.

import type { Conversation } from "@avalo/react-native";
import { useEffect, useState } from "react";
import { Button, FlatList, Pressable, Text } from "react-native";
import { sdk } from "./sdk";

interface Props {
  onOpen: (chatId: string) => void;
  onLeave: () => void;
}

export function Chats({ onOpen, onLeave }: Props) {
  const [chats, setChats] = useState<Conversation[]>([]);
  const [cursor, setCursor] = useState<string>();
  const [wrong, setWrong] = useState<string>();

  const more = async (from?: string) => {
    const { success, data, error } = await sdk.chat.getChats({ limit: 20, cursor: from });
    if (!success) return setWrong(error.message);
    setChats((known) => [...known, ...data.chats]);
    setCursor(data.nextCursor);
  };
  useEffect(() => void more(), []);

  return (
    <FlatList
      data={chats}
      keyExtractor={({ id }) => id}
      renderItem={({ item }) => (
        <Pressable onPress={() => onOpen(item.id)}>
          <Text>{item.other.displayName}</Text>
          {item.lastMessage && <Text numberOfLines={1}>{item.lastMessage.content}</Text>}
        </Pressable>
      )}
      onEndReached={() => cursor !== undefined && void more(cursor)}
      ListHeaderComponent={<Button title="Sign out" onPress={onLeave} />}
      ListFooterComponent={wrong === undefined ? undefined : <Text accessibilityRole="alert">{wrong}</Text>}
    />
  );
}

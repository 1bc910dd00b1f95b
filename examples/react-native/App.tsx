// A chat in three screens: sign in, the chats, one of them. These are checked by their types and were run on no device.

import { useState } from "react";
import { SafeAreaView } from "react-native";
import { Chat } from "./Chat";
import { Chats } from "./Chats";
import { SignIn } from "./SignIn";
import { sdk } from "./sdk";

export function App() {
  const [user, setUser] = useState<string>();
  const [chat, setChat] = useState<string>();
  const leave = async () => {
    await sdk.auth.logout();
    setUser(undefined);
  };
  return (
    <SafeAreaView style={{ flex: 1 }}>
      {user === undefined ? (
        <SignIn onDone={setUser} />
      ) : chat === undefined ? (
        <Chats onOpen={setChat} onLeave={leave} />
      ) : (
        <Chat chatId={chat} userId={user} onBack={() => setChat(undefined)} />
      )}
    </SafeAreaView>
  );
}

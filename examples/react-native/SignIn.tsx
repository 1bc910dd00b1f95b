// Asks who it is, unless the device knows.

import { useEffect, useState } from "react";
import { Button, Text, TextInput, View } from "react-native";
import { sdk } from "./sdk";

export function SignIn({ onDone }: { onDone: (userId: string) => void }) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [wrong, setWrong] = useState<string>();

  useEffect(() => {
    // Whoever is signed in still has a wallet to read.
    void sdk.payments.getWallet().then(({ success }) => success && sdk.userId && onDone(sdk.userId));
  }, []);

  const signIn = async () => {
    const { success, error } = await sdk.auth.login({ email, password });
    if (success && sdk.userId) onDone(sdk.userId);
    else setWrong(error?.message);
  };
  return (
    <View>
      <TextInput value={email} onChangeText={setEmail} placeholder="E-mail" autoCapitalize="none" />
      <TextInput value={password} onChangeText={setPassword} placeholder="Password" secureTextEntry />
      <Button title="Sign in" onPress={signIn} />
      {wrong && <Text accessibilityRole="alert">{wrong}</Text>}
    </View>
  );
}

"use server";

import { redirect } from "next/navigation";
import { avalo } from "../lib/avalo";

/** What the form shows after a sign-in that failed. */
export interface SignInState {
  email: string;
  message?: string;
}

/** Signs in. The cookie is set by the client itself: a server action may write it. */
export async function signIn(_: SignInState, form: FormData): Promise<SignInState> {
  const [email, password] = [`${form.get("email") ?? ""}`, `${form.get("password") ?? ""}`];
  const { success, data, error } = await (await avalo()).auth.login({ email, password });
  if (!success) {
    const wrong = error.kind === "unauthenticated" || error.kind === "invalid";
    return { email, message: wrong ? "That email and password do not match." : error.message };
  }
  if (!data.session) return { email, message: "This account asks for a second factor, which this example leaves out." };
  redirect("/");
}

/** Signs out, here and at the server; without a connection at least here. */
export async function signOut() {
  const sdk = await avalo();
  const { success } = await sdk.auth.logout();
  if (!success) await sdk.signOut();
  redirect("/sign-in");
}

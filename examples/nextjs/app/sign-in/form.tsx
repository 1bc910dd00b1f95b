"use client";

import { useActionState } from "react";
import { signIn } from "../actions";

export function SignInForm() {
  const [{ email, message }, action, pending] = useActionState(signIn, { email: "" });
  return (
    <form className="fields" action={action}>
      <label>
        Email
        <input name="email" type="email" autoComplete="username" defaultValue={email} required autoFocus />
      </label>
      <label>
        Password
        <input name="password" type="password" autoComplete="current-password" required />
      </label>
      {message && (
        <p className="failure" role="alert">
          {message}
        </p>
      )}
      <button className="button strong" disabled={pending}>
        {pending ? "Signing in…" : "Sign in"}
      </button>
    </form>
  );
}

import { useAvaloMutation } from "@avalo/react";
import { unwrap } from "@avalo/sdk";
import type { FormEvent } from "react";
import { Mark } from "../parts";

/** The door. Once somebody is signed in, `useSession` says so and the application goes on. */
export function SignIn() {
  const signIn = useAvaloMutation(async (sdk, credentials: { email: string; password: string }, options) => {
    const response = await sdk.auth.login(credentials, options);
    const { challengeId } = await unwrap(response);
    if (challengeId) throw new Error("This account asks for a second factor, which this example does not do.");
    return response;
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    signIn.mutate({ email: String(fields.get("email")), password: String(fields.get("password")) });
  }

  return (
    <main className="door">
      <div className="card">
        <Mark />
        <h1>Welcome back</h1>
        <p className="faint">Sign in to see your feed, your chats and your wallet.</p>
        <form className="fields" onSubmit={submit}>
          <label>
            Email
            <input name="email" type="email" autoComplete="username" defaultValue="user6@avalo.test" required />
          </label>
          <label>
            Password
            <input name="password" type="password" autoComplete="current-password" defaultValue="Password1" required />
          </label>
          {signIn.error && (
            <p className="failure" role="alert">
              {signIn.error.message}
            </p>
          )}
          <button className="button strong" disabled={signIn.isPending}>
            {signIn.isPending ? "Signing in…" : "Sign in"}
          </button>
        </form>
        <p className="hint">The reference server has ten users, all with this password.</p>
      </div>
    </main>
  );
}

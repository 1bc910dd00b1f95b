import type { Metadata } from "next";
import { Mark } from "../../components/frame";
import { SignInForm } from "./form";

export const metadata: Metadata = { title: "Sign in" };

export default function SignIn() {
  return (
    <main className="door">
      <div className="card">
        <Mark />
        <h1>Welcome back</h1>
        <p className="faint">Sign in to see your feed and your chats.</p>
        <SignInForm />
        <p className="hint">
          The reference server knows <code>user1@avalo.test</code> with <code>Password1</code>.
        </p>
      </div>
    </main>
  );
}

// supabase-js as a page has it, without the timer that renews a session.

import { createClient } from "@supabase/supabase-js";

export const name = "supabase-js";

export function make({ fetch, endpoint, token }) {
  const auth = { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false };
  // Node 20 has no socket to offer, and none is opened here.
  const realtime = { transport: globalThis.WebSocket ?? class {} };
  const client = createClient(endpoint, token, { auth, realtime, global: { fetch } });
  return async () => (await client.from("feed").select().limit(20)).data;
}

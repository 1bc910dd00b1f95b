// The SDK on the server: the client of the request that is being answered.

import { serverSDK, standIn } from "@avalo/sdk/server";
import { cookies } from "next/headers";
import { cache } from "react";
import { options } from "./options";

/** The client of this request; all components that are rendered for it get the same one. */
export const avalo = cache(async () => serverSDK({ ...options(), cookies: await cookies() }));

/** The session for this page's scripts: whose it is, without its tokens. */
export async function browserSession() {
  return standIn({ ...options(), cookies: await cookies() });
}

// What the scripts of a page call in place of the API: the session is added here and never reaches them.

import { forward } from "@avalo/sdk/server";
import { cookies } from "next/headers";
import { options } from "../../../../lib/options";

async function handler(request: Request) {
  return forward(request, { ...options(), under: "/api/avalo", cookies: await cookies() });
}

export { handler as DELETE, handler as GET, handler as PATCH, handler as POST, handler as PUT };

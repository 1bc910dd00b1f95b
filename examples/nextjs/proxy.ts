// Before a page is rendered: the last moment that may write a cookie, so a session that has expired is renewed here.

import { refreshSession } from "@avalo/sdk/server";
import { NextResponse, type NextRequest } from "next/server";
import { options } from "./lib/options";

export async function proxy(request: NextRequest) {
  const { userId, changes } = await refreshSession({ ...options(), cookies: request.cookies });
  // The page of this very request reads the new session, and the browser keeps it.
  for (const [name, value] of changes) request.cookies.set(name, value);
  const isDoor = request.nextUrl.pathname === "/sign-in";
  const response =
    userId || isDoor || request.cookies.get("avalo-session")?.value
      ? NextResponse.next({ request })
      : NextResponse.redirect(new URL("/sign-in", request.url));
  for (const change of changes) response.cookies.set(...change);
  return response;
}

// Pages alone: the API's path renews by itself, files need nobody, and a prefetch is no visit. What the SDK in the
// browser looks for below .well-known this site does not have.
export const config = {
  matcher: [
    {
      source: "/((?!api/|_next/|\\.well-known/|favicon.ico|icon.svg).*)",
      missing: [{ type: "header", key: "next-router-prefetch" }],
    },
  ],
};

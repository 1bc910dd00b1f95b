// What the API says about itself, to the SDK in the browser.

import { forward } from "@avalo/sdk/server";
import { cookies } from "next/headers";
import { options } from "../../../lib/options";

export async function GET(request: Request) {
  return forward(request, { ...options(), under: "", cookies: await cookies() });
}

// The same SDK in the edge runtime, where the engine's module is a file beside the code.

import { AvaloSDK } from "@avalo/sdk";
import { options } from "../../../lib/options";

export const runtime = "edge";
export const dynamic = "force-dynamic";

export async function GET() {
  const { success, data, error } = await new AvaloSDK(options()).payments.getPackages();
  return success ? Response.json(data) : Response.json(error, { status: error.statusCode ?? 502 });
}

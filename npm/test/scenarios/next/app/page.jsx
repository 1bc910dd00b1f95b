"use client";

// A page with the package as Next.js finds it, which plays what its test gives it.

import * as avalo from "@avalo/sdk";
import { useEffect } from "react";
import { playAll } from "../player/troupe.mjs";

export default function Page() {
  useEffect(() => {
    globalThis.play = (scenarios, server) => playAll(scenarios, server, avalo.AvaloSDK, globalThis.told);
    globalThis.avalo = avalo;
  }, []);
  return <p>Ready.</p>;
}

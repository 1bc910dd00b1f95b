// The application: one client of the API for everything below, with its session in this browser.

import { AvaloProvider } from "@avalo/react";
import { browserStore } from "@avalo/sdk";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import "./styles/base.css";
import "./styles/parts.css";
import "./styles/frame.css";
import "./styles/door.css";
import "./styles/feed.css";
import "./styles/wallet.css";
import "./styles/chats.css";

const options = {
  apiEndpoint: import.meta.env.VITE_AVALO_ENDPOINT ?? "http://127.0.0.1:5001",
  tokenStore: browserStore(),
};

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <AvaloProvider options={options}>
      <App />
    </AvaloProvider>
  </StrictMode>,
);

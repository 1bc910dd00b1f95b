// A page for React: what react-dom looks for when it is loaded. `fetch` and its like stay those of Node.

import { Window } from "happy-dom";

export const window = new Window({ url: "http://localhost/" });
const { document, navigator } = window;
Object.assign(globalThis, { window, document, IS_REACT_ACT_ENVIRONMENT: true });
// Newer versions of Node have one, which is read only.
globalThis.navigator ??= navigator;

/** What React had to complain about: a test that leaves something here has failed. */
export const complaints = [];
console.error = (...words) => complaints.push(words.map(String).join(" "));

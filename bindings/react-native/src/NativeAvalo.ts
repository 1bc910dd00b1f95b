// What the app's two native modules promise; React Native writes their base classes from this file.
//
// It does not grow with the API: an operation is a row of text. Every number that counts something is whole.

import type { CodegenTypes, TurboModule } from "react-native";
import { TurboModuleRegistry } from "react-native";

export interface Spec extends TurboModule {
  /** Makes the engine of this number, of settings as JSON. */
  open(engine: number, settings: string): void;
  /** Begins a call: what comes of it is told by its number. */
  call(engine: number, call: number, row: string, params: string, options: string): void;
  /** The same where the answer comes in parts. */
  stream(engine: number, call: number, row: string, params: string, options: string): void;
  /** Begins to tell of events. */
  listen(engine: number, call: number, row: string): void;
  /** Ends the session on this device. */
  signOut(engine: number, call: number): void;
  /** Ends a call. */
  giveUp(engine: number, call: number): void;
  /** Says what became of work on the session that an engine asked for. */
  settle(engine: number, work: number, done: boolean, text: string | null): void;
  /** Ends an engine. */
  close(engine: number): void;
  /** Says to all engines whether the app is in use. */
  setAwake(awake: boolean): void;
  /** The session that the device keeps, if there is one. */
  loadSession(): Promise<string | null>;
  /** Has the device keep a session. */
  saveSession(session: string): Promise<void>;
  /** Has it keep none. */
  clearSession(): Promise<void>;
  /** Lines such as `3 answer 12 {"posts":[]}`: the engine, a word, a number of the engine's and maybe text. */
  readonly onTold: CodegenTypes.EventEmitter<string>;
}

export default TurboModuleRegistry.getEnforcing<Spec>("Avalo");

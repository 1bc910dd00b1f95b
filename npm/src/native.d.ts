export * from "./index.js";

/**
 * What the engines of a program are made by: React Native's module `Avalo`, which `@avalo/react-native` registers.
 * Engines, calls and pieces of work have numbers; what comes of them is told in lines, as
 * `3 answer 12 {"posts":[]}` for call 12 of engine 3.
 */
export interface NativeEngine {
  open(engine: number, settings: string): void;
  call(engine: number, call: number, row: string, params: string, options: string): void;
  stream(engine: number, call: number, row: string, params: string, options: string): void;
  listen(engine: number, call: number, row: string): void;
  signOut(engine: number, call: number): void;
  giveUp(engine: number, call: number): void;
  settle(engine: number, work: number, done: boolean, text: string | null): void;
  close(engine: number): void;
  readonly onTold: (hear: (line: string) => void) => unknown;
}

/** Says what engines are made by. */
export declare function registerEngine(engine: NativeEngine): void;

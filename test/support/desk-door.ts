// The door of the window, `window.desk`, with a test in the place of the local side.
import '#renderer/api/bridge.ts';
import type { Result } from '#shared/kernel/result.ts';

type Answer = (input: unknown) => Result<unknown> | Promise<Result<unknown>>;

export type Door = {
  /** What was asked, in its order: the name, and the input. */
  readonly asked: readonly (readonly [name: string, input: unknown])[];
  readonly names: () => readonly string[];
};

/** Whatever has no answer here is answered as the bridge answers when the local side does not. */
export function openDoor(answers: Readonly<Record<string, Answer>>): Door {
  const asked: (readonly [string, unknown])[] = [];
  const known = new Map(Object.entries(answers));
  globalThis.desk = {
    async call(name, input) {
      asked.push([name, input]);
      return (await known.get(name)?.(input)) ?? Promise.reject(new Error(`nobody answers ${name}`));
    },
    on: () => () => undefined,
  };
  return { asked, names: () => asked.map(([name]) => name) };
}

export function closeDoor(): void {
  globalThis.desk = undefined;
}

/** An answer that comes when the test says so. */
export function later<T>(): { readonly answer: Promise<T>; readonly come: (value: T) => void } {
  const { promise, resolve } = Promise.withResolvers<T>();
  return { answer: promise, come: resolve };
}

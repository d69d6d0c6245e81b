// The one door out of the window: names and plain values in, parsed results out. Nothing is thrown to callers: an answer that does not fit its
// schema, or a door that is shut, is an `internal` refusal like any other.
import { z } from 'zod';
import { type AppEvent, appEventSchema } from '#shared/contract/events.ts';
import { type HostEvent, hostEventSchema } from '#shared/contract/host.ts';
import { type CommandReceipt, commandReceiptSchema } from '#shared/contract/ipc.ts';
import { commands } from '#shared/domain/registry.ts';
import { type AppError, appErrorSchema, invalidInput } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type AskInput, type AskName, type AskOutput, answerSchema } from './calls.ts';

/** What the preload script exposes as `window.desk`. */
export type DeskBridge = {
  call(name: string, input: unknown): Promise<unknown>;
  /** Answers how to stop. */
  on(listener: (event: unknown) => void): () => void;
};

declare global {
  // A `var` is the only declaration that becomes a property of globalThis.
  var desk: DeskBridge | undefined;
}

/** Of the local side, and of the host. */
export type WindowEvent = AppEvent | HostEvent;
const eventSchema = z.union([appEventSchema, hostEventSchema]);

const resultSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: appErrorSchema }),
]);

/** Asks the local side or the host. */
export async function ask<N extends AskName>(name: N, input: AskInput<N>): Promise<Result<AskOutput<N>>> {
  const answer = await call(name, input);
  if (!answer.ok) return answer;
  const parsed = answerSchema(name).safeParse(answer.value);
  return parsed.success ? ok(parsed.data as AskOutput<N>) : err(broken(name));
}

/** Carries out a command, after its input has passed the command's own schema. */
export async function command(name: string, input: unknown): Promise<Result<CommandReceipt>> {
  const known = commands.get(name);
  if (known === undefined) return err({ code: 'unknown_name' });
  const checked = known.input.safeParse(input);
  if (!checked.success) return err(invalidInput(checked.error.issues));
  const answer = await call(name, input);
  if (!answer.ok) return answer;
  const receipt = commandReceiptSchema.safeParse(answer.value);
  return receipt.success ? ok(receipt.data) : err(broken(name));
}

/** Every event that fits its schema; others are dropped, because what an event speaks of can always be asked. */
export function listen(listener: (event: WindowEvent) => void): () => void {
  const { desk } = globalThis;
  if (desk === undefined) return () => undefined;
  return desk.on((event) => {
    const parsed = eventSchema.safeParse(event);
    if (parsed.success) listener(parsed.data);
  });
}

async function call(name: string, input: unknown): Promise<Result<unknown>> {
  const { desk } = globalThis;
  if (desk === undefined) return err(broken(name));
  try {
    const answer = resultSchema.safeParse(await desk.call(name, input));
    if (!answer.success) return err(broken(name));
    return answer.data.ok ? ok(answer.data.value) : err(answer.data.error);
  } catch {
    // The host refuses a message that is too large or malformed by rejecting it.
    return err(broken(name));
  }
}

function broken(name: string): AppError {
  return { code: 'internal', params: { call: name } };
}

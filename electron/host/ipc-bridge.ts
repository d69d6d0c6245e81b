// Every call of a window comes through here: its sender, its size and its name are checked before anything else sees it, its input and its
// answer by their schemas. Whatever goes wrong, the window gets a Result with a code.
import type { IpcMainInvokeEvent, WebFrameMain } from 'electron';
import type { z } from 'zod';
import { type HostCallName, hostCallName, hostCalls, hostOnlyQueries } from '#shared/contract/host.ts';
import { commandReceiptSchema, queries, queryName } from '#shared/contract/ipc.ts';
import { commands } from '#shared/domain/registry.ts';
import { appErrorSchema, invalidInput } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { isOwnPage } from './app-protocol.ts';
import type { Log } from './log-file.ts';
import { checkMessage, limits } from './message-limits.ts';

/** What the host answers itself. The input was parsed by the call's schema. */
export type HostHandlers = {
  readonly [N in HostCallName]: (
    input: z.output<(typeof hostCalls)[N]['input']>,
  ) =>
    | Promise<Result<z.input<(typeof hostCalls)[N]['output']>>>
    | Result<z.input<(typeof hostCalls)[N]['output']>>;
};

export type BridgePorts = {
  /** Ours; only its page may call. */
  window(): { readonly webContents: { readonly id: number } } | undefined;
  readonly host: HostHandlers;
  /** The local side in its thread. */
  local(name: string, input: unknown): Promise<Result<unknown>>;
  readonly log: Log;
};

export type SenderFacts = Pick<IpcMainInvokeEvent, 'senderFrame'> & {
  readonly sender: { readonly id: number; readonly mainFrame: WebFrameMain };
};

export function createBridge(ports: BridgePorts) {
  const { log } = ports;
  return async (event: SenderFacts, ...message: readonly unknown[]): Promise<Result<unknown>> => {
    const [name, input = {}] = message;
    if (!isTrusted(event, ports)) {
      log({ level: 'warn', event: 'bridge.foreign_sender' });
      return err({ code: 'not_allowed' });
    }
    if (message.length > 2 || typeof name !== 'string') return err({ code: 'invalid_input' });
    if (name.length > limits.nameLength) return err({ code: 'unknown_name' });
    const fits = checkMessage(input);
    if (!fits.ok) {
      log({ level: 'warn', event: 'bridge.refused_message', details: { code: fits.error.code } });
      return fits;
    }
    try {
      return await answer(ports, name, input);
    } catch (thrown) {
      const reason = thrown instanceof Error ? thrown.name : 'unknown';
      log({ level: 'error', event: 'bridge.failed', details: { name, reason } });
      return err({ code: 'internal' });
    }
  };
}

/** Fails closed: a frame that is gone, a frame inside ours, a page that is not ours, a window that is not ours. */
function isTrusted({ sender, senderFrame }: SenderFacts, ports: BridgePorts): boolean {
  if (senderFrame === null || ports.window()?.webContents.id !== sender.id) return false;
  const { mainFrame } = sender;
  if (senderFrame.parent !== null) return false;
  if (senderFrame.processId !== mainFrame.processId || senderFrame.routingId !== mainFrame.routingId)
    return false;
  return isOwnPage(senderFrame.url);
}

async function answer(ports: BridgePorts, name: string, input: unknown): Promise<Result<unknown>> {
  const own = hostCallName(name);
  if (own !== undefined) return answerHost(ports, own, input);
  if (hostOnlyQueries.has(name)) return err({ code: 'unknown_name' });
  const query = queryName(name);
  if (query !== undefined) {
    const { input: inputSchema, output } = queries[query];
    const parsed = inputSchema.safeParse(input);
    if (!parsed.success) return err(invalidInput(parsed.error.issues));
    return checked(ports, name, await ports.local(name, input), output);
  }
  if (!commands.has(name)) return err({ code: 'unknown_name' });
  return checked(ports, name, await ports.local(name, input), commandReceiptSchema);
}

async function answerHost(ports: BridgePorts, name: HostCallName, input: unknown): Promise<Result<unknown>> {
  const { input: inputSchema, output } = hostCalls[name];
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) return err(invalidInput(parsed.error.issues));
  // The table pairs each name with the handler of its own input; TypeScript cannot follow a union through that.
  const handler = ports.host[name] as (parsed: unknown) => Promise<Result<unknown>> | Result<unknown>;
  return checked(ports, name, await handler(parsed.data), output);
}

/** An answer that is not what the contract says is a bug of ours: told as such, never passed on. */
function checked(
  ports: BridgePorts,
  name: string,
  result: Result<unknown>,
  output: z.ZodType,
): Result<unknown> {
  const parsed = result.ok ? output.safeParse(result.value) : appErrorSchema.safeParse(result.error);
  if (!parsed.success) {
    ports.log({ level: 'error', event: 'bridge.malformed_answer', details: { name } });
    return err({ code: 'internal' });
  }
  return result.ok ? ok(parsed.data) : err(result.error);
}

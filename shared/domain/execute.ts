// The one way a command is carried out: input parsed, role checked, state loaded, record checked, decided. Desk and server run this same
// generator; they differ only in where requests are answered from (see working-set.ts) and in what they do with the changes.
import { type AppError, invalidInput } from '#shared/kernel/errors.ts';
import { err, type Result } from '#shared/kernel/result.ts';
import { type Change, type Command, type Ctx, changesRow } from './command.ts';
import { checkReach } from './kept.ts';
import type { Load, LoadRequest } from './load.ts';

export type Execution = Generator<LoadRequest, Result<readonly Change[]>, unknown>;

/** Raises an input kept by an older program to the present version; the caller still parses it. */
export function upcast(command: Command, input: unknown, version: number): Result<unknown> {
  if (version > command.version) return err({ code: 'server_too_old' });
  let current = input;
  for (let from = version; from < command.version; from += 1) {
    const step = command.upcasters[from];
    if (step === undefined) return err({ code: 'client_too_old' });
    try {
      current = step(current);
    } catch {
      // An upcaster may rely on the old shape; input that never had it is the sender's fault, not ours.
      return err({ code: 'invalid_input' });
    }
  }
  return { ok: true, value: current };
}

export function* execute(command: Command, input: unknown, inputVersion: number, ctx: Ctx): Execution {
  const refused = roleRefused(command, ctx);
  if (refused !== undefined) return err(refused);
  const raised = upcast(command, input, inputVersion);
  if (!raised.ok) return raised;
  const parsed = command.input.safeParse(raised.value);
  if (!parsed.success) return err(invalidInput(parsed.error.issues));
  const state = yield* withinReach(command, command.load(parsed.data, ctx));
  if (!command.access.record(ctx.actor, state, parsed.data)) return err({ code: 'not_found' });
  const decided = command.decide(state, parsed.data, ctx);
  if (decided.ok) for (const change of decided.value) checkChange(command, change);
  return decided;
}

function checkChange(command: Command, change: Change): void {
  if (changesRow(change)) checkReach(command, change);
  else if (change.op === 'attest' && command.authority !== 'online') {
    throw new Error(`${command.name} is no online command and may attest nothing`);
  }
}

function* withinReach<State>(command: Command, load: Load<State>): Load<State> {
  let step = load.next();
  while (step.done !== true) {
    checkReach(command, step.value);
    step = load.next(yield step.value);
  }
  return step.value;
}

function roleRefused(command: Command, ctx: Ctx): AppError | undefined {
  return command.access.roles.includes(ctx.actor.role) ? undefined : { code: 'not_allowed' };
}

// Sends pending commands in the order of their numbers. What the server said of a batch is stored before the next one is sent; an answer
// that got lost is asked for again by sending the same commands again.
import { maxBatchCommands, type PushResponse, pushResponseSchema } from '#shared/contract/sync.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Account } from '../account.ts';
import type { OutboxCommand } from '../db/outbox/outbox.ts';
import { batchBytes } from './limits.ts';
import { jsonRequest, readRefusal } from './server-call.ts';

export type Pushed = {
  readonly acknowledged: number;
  readonly rejected: number;
  /** The server asked to try again later, from this command on. */
  readonly postponed: boolean;
};

/** An abort does no harm: what the server has carried out, it answers again. Error codes: those of the server, `server_unreachable`, `epoch_changed` {epoch}. */
export async function push(account: Account, signal: AbortSignal): Promise<Result<Pushed>> {
  let acknowledged = 0;
  let rejected = 0;
  // Each round ends with a batch sent, or with the numbers put right; a server that never agrees must not keep us here.
  let corrections = 0;
  if (account.identity.asksLastNo()) {
    const asked = await align(account, null, signal);
    if (!asked.ok) return asked;
  }
  for (;;) {
    const batch = nextBatch(account.outbox.pending());
    if (batch.length === 0) return ok({ acknowledged, rejected, postponed: false });
    const answer = await send(
      account,
      batch.map(wireForm),
      account.outbox.firstKept(),
      account.identity.id('epoch'),
      signal,
    );
    if (!answer.ok) {
      if (answer.error.code !== 'number_gap' || corrections === 3) return answer;
      corrections += 1;
      const aligned = await align(account, null, signal);
      if (!aligned.ok) return aligned;
      continue;
    }
    const taken = takeOutcomes(account, batch, answer.value);
    acknowledged += taken.acknowledged;
    rejected += taken.rejected;
    if (taken.mismatch !== null && corrections < 3) {
      corrections += 1;
      const aligned = await align(account, taken.mismatch, signal);
      if (!aligned.ok) return aligned;
      continue;
    }
    if (taken.open > 0) return ok({ acknowledged, rejected, postponed: true });
  }
}

/**
 * Asks for the desk's last number without sending anything, and numbers from there on. What the server has lost is offered again; where it
 * knows another command under a number of ours (`taken`), only what waits from that one on moves behind its last.
 */
export async function align(
  account: Account,
  taken: number | null,
  signal: AbortSignal,
): Promise<Result<{ readonly offeredAgain: number }>> {
  const answer = await send(account, [], 1, null, signal);
  if (!answer.ok) return answer;
  const { lastNo, epoch } = answer.value;
  const offeredAgain = account.outbox.renumber(taken === null ? lastNo : taken - 1, lastNo, taken === null);
  account.identity.set({ askLastNo: null, epoch });
  account.bringUpToDate();
  return ok({ offeredAgain });
}

function nextBatch(pending: readonly OutboxCommand[]): readonly OutboxCommand[] {
  const batch: OutboxCommand[] = [];
  let bytes = 0;
  for (const command of pending) {
    bytes += Buffer.byteLength(JSON.stringify(wireForm(command)));
    const follows = batch.length === 0 || command.no === (batch.at(-1)?.no ?? 0) + 1;
    if (batch.length === maxBatchCommands || (batch.length > 0 && bytes > batchBytes) || !follows) break;
    batch.push(command);
  }
  return batch;
}

function wireForm({ no, id, name, version, input, madeAt }: OutboxCommand) {
  return { no, id, name, version, input, madeAt };
}

async function send(
  account: Account,
  commands: readonly ReturnType<typeof wireForm>[],
  firstKept: number,
  epoch: Id | null,
  signal: AbortSignal,
): Promise<Result<PushResponse>> {
  const { server, speech, identity, ports } = account;
  const asked = ports.clock();
  const answer = await speech.ask((protocol) => {
    const request = { protocol, deskId: account.deskId, epoch, firstKept, commands };
    return server.json({ ...jsonRequest('/sync/push', request), signal }, pushResponseSchema);
  });
  if (answer.ok) {
    speech.heard(answer.value.protocol);
    const answered = ports.clock();
    identity.heard(answered);
    identity.serverTimeIs(answer.value.now);
    // Half of the way there and back; of no weight, it only makes shown times better.
    identity.serverClockIs(Math.round(answer.value.now - (asked + answered) / 2));
    // From now on a server that was restored refuses to guess.
    if (identity.id('epoch') === null) identity.set({ epoch: answer.value.epoch });
  }
  return answer;
}

type Taken = {
  readonly acknowledged: number;
  readonly rejected: number;
  readonly open: number;
  /** Under this number the server knows another command. */
  readonly mismatch: number | null;
};

function readOutcome<O extends PushResponse['outcomes'][number]>(each: O): O {
  const { outcome } = each;
  return outcome.kind === 'rejected'
    ? { ...each, outcome: { ...outcome, error: readRefusal(outcome.error) } }
    : each;
}

function takeOutcomes(account: Account, batch: readonly OutboxCommand[], answer: PushResponse): Taken {
  const sent = new Map(batch.map((command) => [command.no, command]));
  const outcomes = answer.outcomes.filter(({ no, id }) => sent.get(no)?.id === id).map(readOutcome);
  const mismatch = outcomes.find(
    ({ outcome }) => outcome.kind === 'rejected' && outcome.error.code === 'duplicate_mismatch',
  );
  const taken = mismatch === undefined ? outcomes : outcomes.filter(({ no }) => no < mismatch.no);
  account.outbox.settle(taken, answer.now);
  const rejected = taken.filter(({ outcome }) => outcome.kind === 'rejected').length;
  const acknowledged = taken.filter(({ outcome }) => outcome.kind === 'applied').length;
  account.outboxChanged();
  // What a refused command had done leaves the rows.
  if (rejected > 0) account.bringUpToDate();
  return {
    acknowledged,
    rejected,
    open: batch.length - acknowledged - rejected,
    mismatch: mismatch?.no ?? null,
  };
}

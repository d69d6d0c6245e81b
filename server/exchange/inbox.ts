// Takes a message of a platform: refused, or stored and carried out exactly once. The message's row, the command it becomes and the
// answer to it are one transaction. Messages of one key are carried out in their order; one that comes too early is held until the gap
// closes or has been open for too long. A repeat gets the first answer again, and the same id with other content is refused.
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { contentText, type Envelope, messageTypes, type Refused } from '#shared/contract/exchange.ts';
import type { Platform } from '#shared/domain/admin/model.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { type ErrorCode, errorCodes, invalidInput } from '#shared/kernel/errors.ts';
import { recordContact } from './contacts.ts';
import { decide } from './decide.ts';
import type { Database, ExchangeDeps } from './deps.ts';
import { releaseHeldOf } from './held.ts';
import { recordRefusal } from './refusals.ts';
import { platformRows } from './rows.ts';
import { exchangeInbox } from './schema.ts';
import { advance, isTaken, lockSequence } from './sequences.ts';
import { sha256Hex } from './signatures.ts';
import { repeatAck, storeAck } from './store-sends.ts';
import { httpStatusOf, type Refusal, readEnvelope, verify } from './verify.ts';

const errorCodeSchema = z.enum(errorCodes);

export type InboxAnswer = {
  readonly status: number;
  readonly body: { readonly msgId: string; readonly status: 'received' } | Refused;
};

/** Answers one request of POST /exchange/inbox. Whatever the text holds, it does not throw; a failure of ours is `retry_later`. */
export async function receive(deps: ExchangeDeps, text: string): Promise<InboxAnswer> {
  const read = readEnvelope(text);
  try {
    if (!read.ok) return await refuse(deps, read.error);
    return await receiveEnvelope(deps, read.value);
  } catch (error) {
    const msgId = read.ok ? read.value.msgId : null;
    deps.log.warn('exchange.not_taken', { msgId, reason: String(error) });
    return refused(msgId, 'retry_later', null);
  }
}

async function receiveEnvelope(deps: ExchangeDeps, envelope: Envelope): Promise<InboxAnswer> {
  const now = deps.clock();
  const { settings } = deps;
  const rows = await platformRows(deps.database);
  if (rows.some(({ id, platform }) => id === envelope.from && platform === undefined)) {
    return refused(envelope.msgId, 'retry_later', null);
  }
  const platforms = rows.flatMap(({ platform }) => platform ?? []);
  const verified = verify(envelope, { systemId: deps.systemId, platforms, settings, now });
  if (!verified.ok) return refuse(deps, verified.error);
  const platform = verified.value;
  const taken = await deps.database.transaction((tx) => take(tx, deps, platform, envelope));
  await recordContact(deps.database, platform.id, now);
  const { msgId, type, businessKey } = envelope;
  if (taken.refusal !== null) {
    const { code, field } = taken.refusal;
    return refuse(deps, { verified: true, platformId: platform.id, msgId, type, code, field });
  }
  if (taken.followed) await releaseHeldOf(deps, platform, businessKey);
  return { status: 202, body: { msgId, status: 'received' } };
}

type Problem = { readonly code: ErrorCode; readonly field: string | null };
/** `followed`: the next message of the key has come before this one. */
type Taken = { readonly refusal: Problem | null; readonly followed: boolean };

async function take(
  tx: Database,
  deps: ExchangeDeps,
  platform: Platform,
  envelope: Envelope,
): Promise<Taken> {
  const { msgId, businessKey, seq } = envelope;
  const now = deps.clock();
  const type = messageTypes.get(envelope.type);
  const ordered = type?.ordered ?? true;
  // Locked first, so that messages of one key are taken one after another in every process.
  const last = ordered ? await lockSequence(tx, platform.id, businessKey) : 0;
  const problem = problemOf(envelope);
  const contentHash = sha256Hex(contentText(envelope));
  const early = ordered && seq > last + 1;
  const stored = await tx
    .insert(exchangeInbox)
    .values({
      platformId: platform.id,
      msgId,
      type: envelope.type,
      businessKey,
      seq,
      ordered,
      contentHash,
      body: canonicalJson(envelope.body),
      createdAt: envelope.createdAt,
      receivedAt: now,
      state: 'held',
      httpStatus: problem === undefined ? 202 : httpStatusOf(problem.code),
    })
    .onConflictDoNothing()
    .returning({ msgId: exchangeInbox.msgId });
  if (stored.length === 0) return takeRepeat(tx, deps, platform, msgId, contentHash);

  // Before the command runs: it ends with the feed's head, and from there on every other writer waits for this transaction.
  if (ordered && seq === last + 1) await advance(tx, platform.id, businessKey, seq);
  const followed = ordered && !early && (await isTaken(tx, platform.id, businessKey, seq + 1));
  const held = { status: 'held', code: 'out_of_order', field: 'seq' } as const;
  const decision =
    problem !== undefined
      ? ({ status: 'rejected', ...problem } as const)
      : early
        ? held
        : await decide(tx, deps, platform, envelope.type, envelope.body);
  await tx
    .update(exchangeInbox)
    .set({
      state: decision.status,
      code: decision.code,
      field: decision.field,
      decidedAt: decision.status === 'held' ? null : now,
    })
    .where(and(eq(exchangeInbox.platformId, platform.id), eq(exchangeInbox.msgId, msgId)));
  if (problem === undefined && type?.acknowledged === true) {
    await storeAck(tx, platform.id, { ofMsgId: msgId, ...decision }, deps);
  }
  return { refusal: problem ?? null, followed };
}

/** What is wrong with a message that is really the platform's: a type or a body that we cannot read. */
function problemOf(envelope: Envelope): Problem | undefined {
  const type = messageTypes.get(envelope.type);
  if (type === undefined || type.direction === 'out') return { code: 'unknown_message_type', field: 'type' };
  if (envelope.schemaVersion > type.version) {
    return { code: 'unknown_message_type', field: 'schemaVersion' };
  }
  const parsed = type.body.safeParse(envelope.body);
  if (parsed.success) return undefined;
  const path = invalidInput(parsed.error.issues).fields?.[0]?.path;
  return { code: 'invalid_input', field: path === undefined || path === '' ? 'body' : `body.${path}` };
}

/** The id or the place in the order has been used before: the same message again, or another one under its name. */
async function takeRepeat(
  tx: Database,
  deps: ExchangeDeps,
  platform: Platform,
  msgId: string,
  contentHash: string,
): Promise<Taken> {
  const [first] = await tx
    .select()
    .from(exchangeInbox)
    .where(and(eq(exchangeInbox.platformId, platform.id), eq(exchangeInbox.msgId, msgId)));
  if (first === undefined) return { refusal: { code: 'out_of_order', field: 'seq' }, followed: false };
  if (first.contentHash !== contentHash) {
    return { refusal: { code: 'message_reused', field: 'msgId' }, followed: false };
  }
  const { state: status, code, field } = first;
  if (first.httpStatus !== 202) {
    return { refusal: { code: errorCodeSchema.parse(code), field }, followed: false };
  }
  await repeatAck(tx, platform.id, { ofMsgId: msgId, status, code, field }, deps.clock());
  return { refusal: null, followed: false };
}

async function refuse(deps: ExchangeDeps, refusal: Refusal): Promise<InboxAnswer> {
  await recordRefusal(deps.database, refusal, deps.clock());
  return refused(refusal.msgId, refusal.code, refusal.field);
}

function refused(msgId: string | null, code: ErrorCode, field: string | null): InboxAnswer {
  return { status: httpStatusOf(code), body: { msgId, status: 'refused', code, field } };
}

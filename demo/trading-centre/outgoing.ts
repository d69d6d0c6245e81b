// The centre's own outbox: numbered per platform and key, sent in order (unless told to reorder), tried again until answered, and sent
// once more when the business answer stays out.
import { randomUUID } from 'node:crypto';
import { bodyHash, signEnvelope } from '#server/exchange/signatures.ts';
import {
  inboxAnswerSchema,
  isFinal,
  messageTypes,
  type UnsignedEnvelope,
} from '#shared/contract/exchange.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import type { Context, HttpAnswer } from './ports.ts';
import type { Outgoing } from './records.ts';

const firstWaitMs = 5000;
const longestWaitMs = 10 * 60_000;
const answerTimeoutMs = 30 * 60_000;

export type Draft = Pick<Outgoing, 'platformId' | 'type' | 'businessKey' | 'body'> & {
  readonly dueAt: Instant;
};

export function queue(context: Context, { platformId, type, businessKey, body, dueAt }: Draft): Outgoing {
  const { ports, records } = context;
  const ordered = messageTypes.get(type)?.ordered ?? true;
  const counter = `out/${platformId}/${businessKey}`;
  const seq = ordered ? (records.sequences.get(counter) ?? 0) + 1 : 1;
  if (ordered) records.sequences.put(counter, seq);
  const msgId = uuidV7(context.now(), ports.randomBytes(10));
  const state = 'pending' as const;
  const message: Outgoing = {
    msgId,
    platformId,
    type,
    businessKey,
    seq,
    body,
    state,
    attempts: 0,
    dueAt,
    answer: null,
    code: null,
    field: null,
  };
  records.outgoing.put(msgId, message);
  return message;
}

const isOpen = ({ state }: Outgoing) => state === 'pending' || state === 'received';

/** When something is to be sent next; null when nothing waits. */
export function nextDueAt({ records }: Context): Instant | null {
  const times = records.outgoing
    .values()
    .filter(isOpen)
    .map(({ dueAt }) => dueAt);
  return times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b));
}

/** Sends what is due, until nothing is. The number of attempts. */
export async function sendDue(context: Context): Promise<number> {
  let attempts = 0;
  for (;;) {
    const due = dueNow(context);
    if (due.length === 0) return attempts;
    for (const { msgId } of due) {
      // Looked up again: an answer may have come in while an earlier one was being sent.
      const message = context.records.outgoing.get(msgId);
      if (message === undefined || !isOpen(message)) continue;
      attempts += 1;
      await attempt(context, message);
    }
  }
}

function dueNow(context: Context): readonly Outgoing[] {
  const now = context.ports.clock();
  const open = context.records.outgoing.values().filter(isOpen);
  const due = open.filter(({ dueAt }) => dueAt <= now).sort((a, b) => a.dueAt - b.dueAt || a.seq - b.seq);
  if (context.faults.current.reorder) return due.reverse();
  const first = new Map<string, number>();
  for (const { state, type, platformId, businessKey, seq } of open) {
    const key = `${platformId}/${businessKey}`;
    const counts = state === 'pending' && messageTypes.get(type)?.ordered !== false;
    if (counts) first.set(key, Math.min(seq, first.get(key) ?? seq));
  }
  return due.filter(
    ({ platformId, businessKey, seq }) => seq <= (first.get(`${platformId}/${businessKey}`) ?? seq),
  );
}

async function attempt(context: Context, message: Outgoing): Promise<void> {
  const { faults, ports, records } = context;
  const tries = message.attempts + 1;
  const wait = Math.min(firstWaitMs * 2 ** Math.min(tries - 1, 20), longestWaitMs);
  // Saved before it is sent: whatever happens meanwhile, it is due again later.
  records.outgoing.put(message.msgId, { ...message, attempts: tries, dueAt: ports.clock() + wait });
  records.commit();
  const answer = await send(context, message);
  for (let again = 0; again < faults.current.repeat; again += 1) await send(context, message);
  record(context, message.msgId, answer);
}

/** Undefined: no answer came. */
export async function send(context: Context, message: Outgoing): Promise<HttpAnswer | undefined> {
  const { faults, ports } = context;
  const unsigned: UnsignedEnvelope = {
    msgId: message.msgId,
    type: message.type,
    schemaVersion: Math.min(messageTypes.get(message.type)?.version ?? 1, faults.current.understands),
    from: message.platformId,
    to: ports.serverId,
    businessKey: message.businessKey,
    seq: message.seq,
    createdAt: context.now(),
    notBefore: null,
    bodyHash: bodyHash(message.body),
    body: message.body,
    attachments: [],
  };
  const signed = signEnvelope(unsigned, ports.signingKey);
  // A signature over something else: well formed, and wrong.
  const envelope = faults.signsWrongly()
    ? { ...signed, sig: signEnvelope({ ...unsigned, msgId: randomUUID() }, ports.signingKey).sig }
    : signed;
  if (faults.loses()) return undefined;
  try {
    const answer = await ports.post(canonicalJson(envelope));
    return faults.loses() ? undefined : answer;
  } catch {
    return undefined;
  }
}

function record({ records, ports }: Context, msgId: string, answer: HttpAnswer | undefined): void {
  const message = records.outgoing.get(msgId);
  if (message === undefined || !isOpen(message) || answer === undefined) return;
  const parsed = inboxAnswerSchema.safeParse(jsonOrUndefined(answer.body));
  if (!parsed.success) return;
  if (parsed.data.status === 'received') {
    const answered = messageTypes.get(message.type)?.acknowledged === true;
    const dueAt = ports.clock() + answerTimeoutMs;
    records.outgoing.put(msgId, { ...message, state: answered ? 'received' : 'done', dueAt });
  } else if (isFinal(parsed.data)) {
    const { code, field } = parsed.data;
    records.outgoing.put(msgId, { ...message, state: 'refused', code, field });
  }
  records.commit();
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

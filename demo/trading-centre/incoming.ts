// The centre's inbox: believes nothing before the signature holds, keeps the order of each key, answers a repeat as the first time.

import { bodyHash, sha256Hex, signatureHolds } from '#server/exchange/signatures.ts';
import {
  type AckBody,
  contentText,
  type Envelope,
  envelopeSchema,
  maxEnvelopeBytes,
  messageTypes,
  type Refused,
} from '#shared/contract/exchange.ts';
import type { Answer } from './answer.ts';
import { carryOut } from './business.ts';
import { queue } from './outgoing.ts';
import type { Context, HttpAnswer } from './ports.ts';
import type { Incoming } from './records.ts';

const clockWindowMs = 10 * 60_000;
export const heldTimeoutMs = 15 * 60_000;

type Problem = { readonly status: number; readonly code: string; readonly field: string | null };

/** Answers one request. Undefined: the request or the answer to it got lost. */
export function receive(context: Context, text: string): HttpAnswer | undefined {
  const { faults, records } = context;
  const instead = faults.answersInstead();
  if (instead !== null) return { status: instead, body: 'Service Unavailable' };
  if (faults.loses()) return undefined;
  const answer = look(context, text);
  records.commit();
  return faults.loses() ? undefined : answer;
}

function look(context: Context, text: string): HttpAnswer {
  const read = readEnvelope(text);
  if (!('msgId' in read)) return refused(null, read);
  const problem =
    refusedAnyway(context) ?? check(context, read) ?? unread(context, read) ?? take(context, read);
  if (problem !== undefined) return refused(read.msgId, problem);
  return { status: 202, body: JSON.stringify({ msgId: read.msgId, status: 'received' }) };
}

function refused(msgId: string | null, { status, code, field }: Problem): HttpAnswer {
  const body: Refused = { msgId, status: 'refused', code, field };
  return { status, body: JSON.stringify(body) };
}

function readEnvelope(text: string): Envelope | Problem {
  if (Buffer.byteLength(text, 'utf8') > maxEnvelopeBytes)
    return { status: 413, code: 'too_large', field: null };
  try {
    const parsed = envelopeSchema.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    return { status: 400, code: 'invalid_input', field: parsed.error.issues[0]?.path.join('.') ?? null };
  } catch {
    return { status: 400, code: 'invalid_input', field: null };
  }
}

function refusedAnyway({ faults }: Context): Problem | undefined {
  const code = faults.refusesEnvelope();
  return code === null ? undefined : { status: 400, code, field: null };
}

function check(context: Context, envelope: Envelope): Problem | undefined {
  const { ports } = context;
  if (envelope.from !== ports.serverId) return { status: 403, code: 'unknown_platform', field: 'from' };
  if (!ports.platformIds.includes(envelope.to)) return { status: 403, code: 'unknown_platform', field: 'to' };
  const key = ports.serverKeys().find(({ keyId }) => keyId === envelope.sig.keyId);
  if (key === undefined) return { status: 401, code: 'bad_signature', field: 'sig.keyId' };
  if (!signatureHolds(envelope, key.publicKey)) {
    return { status: 401, code: 'bad_signature', field: 'sig.value' };
  }
  if (bodyHash(envelope.body) !== envelope.bodyHash) {
    return { status: 400, code: 'body_hash_mismatch', field: 'bodyHash' };
  }
  if (Math.abs(context.now() - envelope.createdAt) > clockWindowMs) {
    return { status: 422, code: 'stale_message', field: 'createdAt' };
  }
  if (envelope.notBefore !== null && envelope.notBefore > context.now()) {
    return { status: 425, code: 'too_early', field: 'notBefore' };
  }
  return undefined;
}

/** Really from the server, and of a form that cannot be read. Its place in the order is used up all the same: the next one does not wait for it. */
function unread(context: Context, envelope: Envelope): Problem | undefined {
  const problem = wrongForm(context, envelope);
  if (problem !== undefined) passOver(context, envelope);
  return problem;
}

function wrongForm({ faults }: Context, envelope: Envelope): Problem | undefined {
  const type = messageTypes.get(envelope.type);
  // What the centre itself sends is not for it to take.
  if (type === undefined || type.direction === 'in') {
    return { status: 422, code: 'unknown_message_type', field: 'type' };
  }
  if (envelope.schemaVersion > Math.min(type.version, faults.current.understands)) {
    return { status: 422, code: 'unknown_message_type', field: 'schemaVersion' };
  }
  const body = type.body.safeParse(envelope.body);
  if (body.success) return undefined;
  const path = body.error.issues[0]?.path.join('.') ?? '';
  return { status: 400, code: 'invalid_input', field: path === '' ? 'body' : `body.${path}` };
}

function take(context: Context, envelope: Envelope): Problem | undefined {
  const { records } = context;
  const { msgId, type, businessKey, seq, body, to: platformId } = envelope;
  const contentHash = sha256Hex(contentText(envelope));
  const first = records.incoming.get(msgId);
  if (first !== undefined) {
    if (first.contentHash !== contentHash) return { status: 409, code: 'message_reused', field: 'msgId' };
    if (first.answer !== null) answer(context, first, first.answer);
    return undefined;
  }
  const ordered = messageTypes.get(type)?.ordered ?? true;
  const last = records.sequences.get(`in/${platformId}/${businessKey}`) ?? 0;
  const early = ordered && seq > last + 1;
  const incoming: Incoming = {
    msgId,
    platformId,
    type,
    businessKey,
    seq,
    contentHash,
    body,
    heldSince: early ? context.ports.clock() : null,
    answer: null,
  };
  if (early) {
    records.incoming.put(msgId, incoming);
    answer(context, incoming, { ofMsgId: msgId, status: 'held', code: 'out_of_order', field: 'seq' });
    return undefined;
  }
  decide(context, incoming);
  if (ordered && seq === last + 1) {
    records.sequences.put(`in/${platformId}/${businessKey}`, seq);
    releaseHeld(context);
  }
  return undefined;
}

function passOver(context: Context, { type, to, businessKey, seq, msgId }: Envelope): void {
  const { sequences, incoming } = context.records;
  const key = `in/${to}/${businessKey}`;
  const ordered = messageTypes.get(type)?.ordered ?? true;
  if (!ordered || seq !== (sequences.get(key) ?? 0) + 1 || incoming.get(msgId) !== undefined) return;
  sequences.put(key, seq);
  releaseHeld(context);
}

function decide(context: Context, incoming: Incoming): void {
  const { status, code, field }: Answer = carryOut(context, incoming);
  const ack: AckBody = { ofMsgId: incoming.msgId, status, code, field };
  context.records.incoming.put(incoming.msgId, { ...incoming, heldSince: null, answer: ack });
  answer(context, incoming, ack);
}

/** Carries out what waited for an earlier message: the gap has closed, or has been open for too long. */
export function releaseHeld(context: Context): void {
  const { records, ports } = context;
  const held = () =>
    records.incoming
      .values()
      .filter(({ heldSince }) => heldSince !== null)
      .sort((a, b) => a.seq - b.seq);
  for (;;) {
    const next = held().find(({ platformId, businessKey, seq, heldSince }) => {
      const last = records.sequences.get(`in/${platformId}/${businessKey}`) ?? 0;
      return seq === last + 1 || (heldSince !== null && heldSince + heldTimeoutMs <= ports.clock());
    });
    if (next === undefined) return;
    decide(context, next);
    records.sequences.put(`in/${next.platformId}/${next.businessKey}`, next.seq);
  }
}

function answer(context: Context, { platformId, type }: Incoming, body: AckBody): void {
  if (messageTypes.get(type)?.acknowledged !== true || context.faults.current.silent) return;
  const dueAt = context.ports.clock() + context.faults.current.answerDelayMs;
  queue(context, { platformId, type: 'ack', businessKey: `ack/${body.ofMsgId}`, body, dueAt });
}

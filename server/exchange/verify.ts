// Whether an envelope may be believed: its form, its sender and key, its signature over everything, its hash, its time. Nothing in it
// is used for anything but these checks before the signature holds. Each refusal names its code, field and HTTP status.
import { type Envelope, envelopeSchema, maxEnvelopeBytes } from '#shared/contract/exchange.ts';
import type { Platform } from '#shared/domain/admin/model.ts';
import type { ErrorCode } from '#shared/kernel/errors.ts';
import { invalidInput } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ExchangeSettings } from './deps.ts';
import { bodyHash, signatureHolds } from './signatures.ts';

export type Refusal = {
  readonly code: ErrorCode;
  readonly field: string | null;
  /** Whether the signature held, so that the platform, id and type may be believed. */
  readonly verified: boolean;
  readonly platformId: string | null;
  readonly msgId: string | null;
  readonly type: string | null;
};

const httpStatuses: ReadonlyMap<ErrorCode, number> = new Map<ErrorCode, number>([
  ['invalid_input', 400],
  ['body_hash_mismatch', 400],
  ['bad_signature', 401],
  ['unknown_platform', 403],
  ['message_reused', 409],
  ['out_of_order', 409],
  ['too_large', 413],
  ['unknown_message_type', 422],
  ['stale_message', 422],
  ['too_early', 425],
  ['rate_limited', 429],
  ['retry_later', 503],
]);

export function httpStatusOf(code: ErrorCode): number {
  return httpStatuses.get(code) ?? 400;
}

/** The envelope in the text, or the first thing wrong with it. */
export function readEnvelope(text: string): Result<Envelope, Refusal> {
  const nobody = { verified: false, platformId: null, msgId: null, type: null } as const;
  if (Buffer.byteLength(text, 'utf8') > maxEnvelopeBytes) {
    return err({ ...nobody, code: 'too_large', field: null });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err({ ...nobody, code: 'invalid_input', field: null });
  }
  const parsed = envelopeSchema.safeParse(value);
  if (!parsed.success) {
    const field = invalidInput(parsed.error.issues).fields?.[0]?.path;
    return err({
      ...nobody,
      code: 'invalid_input',
      field: field === undefined || field === '' ? null : field,
    });
  }
  return ok(parsed.data);
}

export type Known = {
  readonly systemId: string;
  readonly platforms: readonly Platform[];
  readonly settings: ExchangeSettings;
  readonly now: number;
};

/** The platform that signed the envelope, or why it is refused. */
export function verify(envelope: Envelope, known: Known): Result<Platform, Refusal> {
  const { msgId, type } = envelope;
  const platform = known.platforms.find(({ id, active }) => active && id === envelope.from);
  const claimed = { verified: false, platformId: platform?.id ?? null, msgId, type } as const;
  const refuse = (code: ErrorCode, field: string, verified = false) =>
    err({ ...claimed, code, field, verified });

  if (platform === undefined) return refuse('unknown_platform', 'from');
  if (envelope.to !== known.systemId) return refuse('unknown_platform', 'to');
  const key = platform.publicKeys.find(({ keyId, retired }) => !retired && keyId === envelope.sig.keyId);
  if (key === undefined) return refuse('bad_signature', 'sig.keyId');
  if (!signatureHolds(envelope, key.publicKey)) return refuse('bad_signature', 'sig.value');
  if (bodyHash(envelope.body) !== envelope.bodyHash) return refuse('body_hash_mismatch', 'bodyHash', true);
  if (Math.abs(known.now - envelope.createdAt) > known.settings.clockWindowMs) {
    return refuse('stale_message', 'createdAt', true);
  }
  if (envelope.notBefore !== null && envelope.notBefore > known.now) {
    return refuse('too_early', 'notBefore', true);
  }
  return ok(platform);
}

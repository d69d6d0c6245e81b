// The closed set of refusals. A code is stable and machine-readable; shared/text turns it into words for the user.
// Log text never leaves this set plus params, so it cannot carry personal data by accident.
import { z } from 'zod';

export const errorCodes = [
  // input and access
  'invalid_input',
  'unknown_name',
  'too_large',
  'not_signed_in',
  'bad_credentials',
  'locked_out',
  'rate_limited',
  'not_allowed',
  /** Also the answer for a record that exists but is not the actor's to see. */
  'not_found',
  'already_exists',
  // workflow
  'wrong_state',
  'same_person',
  'conflict',
  'rule_broken',
  'warning_unacknowledged',
  'classified',
  'reference_missing',
  // sync
  'client_too_old',
  'server_too_old',
  'desk_unknown',
  'desk_taken',
  'number_gap',
  'duplicate_mismatch',
  'epoch_changed',
  'cursor_expired',
  'retry_later',
  'offline',
  'server_unreachable',
  /** An online command that came by the outbox. */
  'online_only',
  /** An online command of which it is not known whether it was carried out; asked again, it is not carried out twice. */
  'unanswered',
  'stale',
  // exchange
  'bad_signature',
  'unknown_platform',
  'unknown_message_type',
  'body_hash_mismatch',
  'message_reused',
  'too_early',
  'stale_message',
  'out_of_order',
  // files and storage
  'hash_mismatch',
  /** What was chosen is no file, may not be read, or its drive does not answer. */
  'file_unreadable',
  /** While it was being read. */
  'file_changed',
  /** The copy that was to be sent is not on this disk any more. */
  'file_missing',
  'disk_full',
  'read_only',
  'storage_damaged',
  'schema_too_new',
  /** Of a newer program, or damaged; it stays as it is. */
  'unreadable_record',
  /** Another program has the desk's files open. */
  'files_in_use',
  // experts
  /** The server has no key for the library of experts, or another than it is sealed with. */
  'library_locked',
  'library_full',
  /** No pool stands in yesterday's signed head: nobody can be drawn today. */
  'pool_missing',
  /** Secrets of a draw have nobody to be sealed to. */
  'recovery_key_missing',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export type ErrorParam = string | number | boolean | null;

/** One thing wrong at one place of a form. `path` is dotted, e.g. `items.0.qty`; `article` cites the law where one decides. */
export type FieldError = {
  readonly path: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, ErrorParam>>;
  readonly article?: string;
};

/** Two people changed the same field: what each wrote, who, and when (UTC milliseconds). */
export type FieldConflict = {
  readonly path: string;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
  readonly theirAuthor: string;
  readonly theirAt: number;
};

export type AppError = {
  readonly code: ErrorCode;
  readonly params?: Readonly<Record<string, ErrorParam>>;
  readonly fields?: readonly FieldError[];
  readonly conflicts?: readonly FieldConflict[];
};

const errorParam = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const paramsSchema = z.record(z.string(), errorParam);

export const appErrorSchema: z.ZodType<AppError> = z.object({
  code: z.enum(errorCodes),
  params: z.record(z.string(), errorParam).exactOptional(),
  fields: z
    .array(
      z.object({
        path: z.string(),
        code: z.string(),
        params: z.record(z.string(), errorParam).exactOptional(),
        article: z.string().exactOptional(),
      }),
    )
    .exactOptional(),
  conflicts: z
    .array(
      z.object({
        path: z.string(),
        base: z.unknown(),
        mine: z.unknown(),
        theirs: z.unknown(),
        theirAuthor: z.string(),
        theirAt: z.number(),
      }),
    )
    .exactOptional(),
});

/** Turns a failed parse into field errors that a form can show; the path stays, the library's English words do not. */
export function invalidInput(issues: readonly z.core.$ZodIssue[]): AppError {
  return {
    code: 'invalid_input',
    fields: issues.slice(0, 50).map((issue) => {
      const params = paramsOf(issue);
      return {
        path: issue.path.map(String).join('.'),
        code: issue.code === 'custom' && typeof issue.message === 'string' ? issue.message : issue.code,
        ...(params === undefined ? {} : { params }),
      };
    }),
  };
}

function paramsOf(issue: z.core.$ZodIssue): FieldError['params'] {
  if (issue.code === 'custom') return paramsSchema.safeParse(issue.params).data;
  return issue.code === 'too_big' && issue.origin === 'string' ? { most: Number(issue.maximum) } : undefined;
}

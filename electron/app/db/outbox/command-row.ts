// A command as it is stored, with everything that is known of it. Rows are parsed when they are read: a damaged file must not reach further
// than here.
import { z } from 'zod';
import type { Outcome } from '#shared/contract/sync.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import { type AppError, appErrorSchema } from '#shared/kernel/errors.ts';
import { type Id, idSchema } from '#shared/kernel/ids.ts';

/** `held`: made by a newer program; nothing is done with it before one that knows it is started. */
export const commandStates = ['pending', 'acknowledged', 'rejected', 'discarded', 'done', 'held'] as const;
export type CommandState = (typeof commandStates)[number];

export type Subject = { readonly entity: string; readonly id: Id; readonly title: string };

export type OutboxCommand = {
  readonly no: number;
  readonly id: Id;
  readonly name: string;
  readonly version: number;
  readonly input: unknown;
  readonly madeAt: Instant;
  /** The corrected clock at that time; replays decide with it. */
  readonly decidedAt: Instant;
  readonly authority: 'local' | 'server';
  readonly state: CommandState;
  readonly seq: number | null;
  readonly error: AppError | null;
  readonly settledAt: Instant | null;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  readonly subject: Subject | null;
  /** The refused command whose effect this one stood on. */
  readonly dependsOnRejected: Id | null;
  readonly replacedBy: Id | null;
  readonly offeredAgain: number;
};

export type NewCommand = Pick<
  OutboxCommand,
  'id' | 'name' | 'version' | 'input' | 'madeAt' | 'decidedAt' | 'authority' | 'reads' | 'writes' | 'subject'
>;

const jsonText = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text, ctx): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        ctx.addIssue({ code: 'custom', message: 'no JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);
const subjectSchema = z.object({ entity: z.string(), id: z.string(), title: z.string() });

const rowSchema = z.object({
  no: z.int(),
  id: idSchema,
  name: z.string(),
  version: z.int(),
  input: jsonText(z.unknown()),
  made_at: z.int(),
  decided_at: z.int(),
  authority: z.enum(['local', 'server']),
  state: z.enum(commandStates),
  seq: z.int().nullable(),
  error: jsonText(appErrorSchema).nullable(),
  settled_at: z.int().nullable(),
  reads: jsonText(z.array(z.string())),
  writes: jsonText(z.array(z.string())),
  subject: jsonText(subjectSchema).nullable(),
  depends_on_rejected: z.string().nullable(),
  replaced_by: z.string().nullable(),
  offered_again: z.int(),
});

/** What recovery trusts of a damaged file: nothing but values that this program writes. */
export const strictCommandRowSchema = rowSchema.transform(commandOf);

/**
 * A row of a sound file. What a newer program has written into it never stops this one: a state that we do not know counts as held, an
 * authority as the server's, so that nothing is shown before it has come back, and an error as one that needs an upgrade.
 */
export const commandRowSchema = rowSchema
  .extend({
    state: rowSchema.shape.state.catch('held'),
    authority: rowSchema.shape.authority.catch('server'),
    error: rowSchema.shape.error.catch({ code: 'client_too_old' }),
    subject: rowSchema.shape.subject.catch(null),
  })
  .transform(commandOf);

function commandOf(row: z.infer<typeof rowSchema>): OutboxCommand {
  return {
    no: row.no,
    id: row.id,
    name: row.name,
    version: row.version,
    input: row.input,
    madeAt: row.made_at,
    decidedAt: row.decided_at,
    authority: row.authority,
    state: row.state,
    seq: row.seq,
    error: row.error,
    settledAt: row.settled_at,
    reads: row.reads,
    writes: row.writes,
    subject: row.subject,
    dependsOnRejected: row.depends_on_rejected,
    replacedBy: row.replaced_by,
    offeredAgain: row.offered_again,
  };
}

export const insertCommandSql = `INSERT INTO commands (no, id, name, version, input, made_at, decided_at, authority, state, seq, error, settled_at,
  reads, writes, subject, depends_on_rejected, replaced_by, offered_again) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`;

/** For writing a whole command, as recovery does; `add` is the way of a new one. */
export function commandValues(command: OutboxCommand): readonly (string | number | null)[] {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  return [
    command.no,
    command.id,
    command.name,
    command.version,
    JSON.stringify(command.input),
    command.madeAt,
    command.decidedAt,
    command.authority,
    command.state,
    command.seq,
    json(command.error),
    command.settledAt,
    JSON.stringify(command.reads),
    JSON.stringify(command.writes),
    json(command.subject),
    command.dependsOnRejected,
    command.replacedBy,
    command.offeredAgain,
  ];
}

/** What the server's word makes of it. */
export function settled(command: OutboxCommand, outcome: Outcome, now: Instant): OutboxCommand {
  switch (outcome.kind) {
    case 'applied':
      return { ...command, state: 'acknowledged', seq: outcome.seq, error: null, settledAt: now };
    case 'rejected':
      return { ...command, state: 'rejected', error: outcome.error, settledAt: now };
    case 'retry':
      return { ...command, error: outcome.error };
  }
}

/** For a WHERE clause; a state that a newer program has written counts as held. */
export function inStates(states: readonly CommandState[]): {
  readonly where: string;
  readonly values: string[];
} {
  const marks = (some: readonly unknown[]) => some.map(() => '?').join(',');
  const asked = `state IN (${marks(states)})`;
  return states.includes('held')
    ? { where: `(${asked} OR state NOT IN (${marks(commandStates)}))`, values: [...states, ...commandStates] }
    : { where: asked, values: [...states] };
}

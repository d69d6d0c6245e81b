// A step of a workflow is a command made from its declaration. What all steps do alike is said here once: the record is loaded; person, state and gate
// are asked (`mayTake`); errors stop and warnings must have been read; the state changes, and the history says who did it.
import { z } from 'zod';
import type { Instant } from '#shared/kernel/dates.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Finding } from '#shared/rules/engine.ts';
import type { Actor, Role } from './actor.ts';
import { type Change, type Command, type Ctx, command, put, remove } from './command.ts';
import { code, reason, text } from './fields.ts';
import { type HistoryEntry, withStep } from './history.ts';
import { type Load, one } from './load.ts';
import { fieldErrors, refuse, refuseField } from './refuse.ts';
import { type Conditions, mayTake, type Step, type Subject, type Way, type WithStatus } from './workflow.ts';

/** A record that goes a way. Where it has a history, every step writes into it. */
export type Stepped = WithStatus & {
  readonly updatedAt: Instant;
  readonly submittedAt?: Instant | null;
  readonly history?: readonly HistoryEntry[];
};

/** What the parts of a step are given, one after the other. */
export type Given<R, Known = unknown, Shape extends z.ZodRawShape = z.ZodRawShape> = {
  readonly row: R;
  /** What `load` has found. */
  readonly known: Known;
  readonly input: Told<Shape>;
  /** The note or the reason; empty where the step asks for neither. */
  readonly note: string;
  readonly ctx: Ctx;
};
export type Lawful<R, Known = unknown, C = unknown, Shape extends z.ZodRawShape = z.ZodRawShape> = Given<
  R,
  Known,
  Shape
> & {
  /** What `check` has found out. */
  readonly checked: C;
};
export type Moving<R, Known = unknown, C = unknown, Shape extends z.ZodRawShape = z.ZodRawShape> = Lawful<
  R,
  Known,
  C,
  Shape
> & {
  /** The record after the step, with these parts. */
  moved(parts: Parts<R>): R;
};
/** What a step changes besides the state, which `to` alone says. */
type Parts<R> = Partial<R> & { readonly status?: never };

/** Several ways: the first whose state and `when` fit is taken. */
type Ways<R extends WithStatus> = Way<R> | { readonly ways: readonly Way<R>[] };

// What is known comes from `load`, what is checked from `check`; everything else only has to fit them.
type Definition<R extends Stepped, Around, Known, Shape extends z.ZodRawShape, C> = {
  /** `approve` of `plans` is the command `plans.approve`. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** `asked`: an optional `note`. `demanded`: a `reason`; a schema says which words will do. Either goes into the history. */
  readonly note?: 'asked' | 'demanded' | z.ZodType<string>;
  /**
   * A decision on what was submitted tells which submission was looked at (`submittedAt`): it may have been taken back and made otherwise since.
   * `since_2`: the first version of the command did not, and desks of before still send that.
   */
  readonly submission?: 'demanded' | 'since_2';
  /** What else the step is told. */
  readonly input?: Shape;
  /** What the law must know besides the row. Undefined is answered `not_found`. */
  load?(row: R, ctx: Ctx, input: Told<NoInfer<Shape>>): Load<Known | undefined>;
  /** The law. What it finds out is handed on as `checked`. */
  check?(given: Given<R, NoInfer<Known>, NoInfer<Shape>>): Result<C>;
  /** What rules and periods say. Errors stop; warnings must be named in `acknowledged` and are kept on the record. */
  findings?(given: Lawful<R, NoInfer<Known>, NoInfer<C>, NoInfer<Shape>>): readonly Finding[];
  /** What changes besides state, time and history. */
  set?(given: Lawful<R, NoInfer<Known>, NoInfer<C>, NoInfer<Shape>>): Result<Parts<R>>;
  /** Other rows and messages that go with it; `row` is the record after the step. */
  also?(given: Lawful<R, NoInfer<Known>, NoInfer<C>, NoInfer<Shape>>): Result<readonly Change[]>;
  /** Instead of `set` and `also`, where the changes are irregular. */
  decide?(given: Moving<R, NoInfer<Known>, NoInfer<C>, NoInfer<Shape>>): Result<readonly Change[]>;
} & Ways<R> &
  Conditions<R, Around> &
  Partial<Pick<Command, 'authority' | 'version' | 'upcasters'>>;

export function step<R extends Stepped, Around, Known, Shape extends z.ZodRawShape, C>(
  subject: Subject<R, Around>,
  definition: Definition<NoInfer<R>, NoInfer<Around>, Known, Shape, C>,
): Step<R, Around> {
  const { kind, commandsOf = kind.name, key = 'id' } = subject;
  const { roles, load, check, findings, set, also, decide, submission, authority = 'local' } = definition;
  const name = `${commandsOf}.${definition.name}`;
  const asked: z.ZodRawShape = {
    ...(submission === 'demanded' ? { submittedAt: z.int() } : {}),
    ...definition.input,
    ...noteShape(definition.note),
    ...(findings === undefined ? {} : warningsShape),
  };
  type State = { readonly row: R; readonly around: Around; readonly known: Known | null | undefined };

  // The schema has these parts and the id.
  const told = (input: Readonly<Record<string, unknown>>) => input as Told<Shape>;
  const made = command({
    name,
    authority,
    version: definition.version ?? (submission === 'since_2' ? 2 : 1),
    upcasters: definition.upcasters ?? (submission === 'since_2' ? { 1: (input) => input } : {}),
    input: z.strictObject({ [key]: idSchema, ...asked, ...(submission === 'since_2' ? toldSince2 : {}) }),
    access: {
      roles,
      record: (actor: Actor, state: State | undefined) =>
        state !== undefined && subject.mayAct(actor, state.row),
    },
    *load(input, ctx): Load<State | undefined> {
      const row = yield* one(kind, String(input[key]));
      if (row === undefined) return undefined;
      const around = yield* subject.around(row);
      return { row, around, known: load === undefined ? null : yield* load(row, ctx, told(input)) };
    },
    decide(state, input, ctx) {
      if (state === undefined || state.known === undefined) return refuse('not_found');
      const { row, around } = state;
      const way = mayTake(self, ctx.actor, row, around);
      if (!way.ok) return way;
      if (submission !== undefined && isAnother(row, input['submittedAt'])) {
        return refuseField('stale', key, 'submitted_anew');
      }
      const note = String(input['note'] ?? input['reason'] ?? '');
      // Without a `load` nobody can read it.
      const known = state.known as Known;
      const given = { row, known, input: told(input), note, ctx };
      const law = check?.(given) ?? ok(undefined as C);
      if (!law.ok) return law;
      const lawful = { ...given, checked: law.value };
      const found = findings?.(lawful);
      const read = found === undefined ? ok({}) : acknowledged(found, input['acknowledged']);
      if (!read.ok) return read;
      const moved = (parts: Parts<R>): R => ({
        ...row,
        ...read.value,
        ...parts,
        ...stateAfter(way.value),
        ...(row.history === undefined ? {} : { history: withStep(row.history, ctx, name, note) }),
        updatedAt: ctx.now,
      });
      if (decide !== undefined) return decide({ ...lawful, moved });
      const parts = set?.(lawful) ?? ok({});
      if (!parts.ok) return parts;
      const after = moved(parts.value);
      const others = also?.({ ...lawful, row: after }) ?? ok([]);
      if (!others.ok) return others;
      const own = way.value.to === 'removed' ? remove(kind, row.id) : put(kind, after);
      return ok([own, ...others.value]);
    },
  });
  const self: Step<R, Around> = {
    command: made,
    ways: 'ways' in definition ? definition.ways : [definition],
    conditions: definition,
    asks: Object.keys(asked),
  };
  return self;
}

/** Where nothing was told, nobody can say. */
function isAnother({ submittedAt }: Stepped, lookedAt: unknown): boolean {
  return lookedAt !== null && lookedAt !== submittedAt;
}

function stateAfter<R extends WithStatus>({ to }: Way<R>): { readonly status?: R['status'] } {
  return to === 'same' || to === 'removed' ? {} : { status: to };
}

type Told<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>>;

const noteSchema = text(2000).default('');
/** Ids of the rules whose warnings the user has read and answers for. */
export const warningsShape = { acknowledged: z.array(code).max(300).default([]) };

const toldSince2: z.ZodRawShape = { submittedAt: z.int().nullable().default(null) };

function noteShape(note: 'asked' | 'demanded' | z.ZodType<string> | undefined): z.ZodRawShape {
  if (note === undefined) return {};
  if (note === 'asked') return { note: noteSchema };
  return { reason: note === 'demanded' ? reason : note };
}

/** Errors stop: what is not lawful is not done, whatever was acknowledged. Refusal: rule_broken. */
export function lawful(findings: readonly Finding[]): Result<null> {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return errors.length === 0 ? ok(null) : refuse('rule_broken', { fields: errors.flatMap(fieldErrors) });
}

/** What is kept of the warnings. Refusals: rule_broken, warning_unacknowledged. */
export function acknowledged(
  findings: readonly Finding[],
  read: unknown,
): Result<{ readonly acknowledgedWarnings: readonly string[] }> {
  const possible = lawful(findings);
  if (!possible.ok) return possible;
  const unread = findings.filter(({ ruleId }) => !Array.isArray(read) || !read.includes(ruleId));
  if (unread.length > 0) return refuse('warning_unacknowledged', { fields: unread.flatMap(fieldErrors) });
  return ok({ acknowledgedWarnings: [...new Set(findings.map(({ ruleId }) => ruleId))] });
}

/** Who submitted a record may not approve it: 87号令 art 6 demands internal control. */
export function submittedByActor(
  { submittedBy }: { readonly submittedBy: string | null },
  { accountId }: Actor,
): AppError | undefined {
  return submittedBy === accountId ? { code: 'same_person' } : undefined;
}

/** `set` of a submission. */
export function submittedNow({ ctx }: Given<unknown>) {
  return ok({ submittedBy: ctx.actor.accountId, submittedAt: ctx.now });
}

// The way of a record is data: which step leads from which states to which, who takes it, and what stands in its way. The command of a step
// (step.ts) and its button ask the same `mayTake`, so a button never offers what the command refuses by state, person or gate.
import type { AppError } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Actor } from './actor.ts';
import type { Command } from './command.ts';
import type { Entity, Row } from './entity.ts';
import type { Load } from './load.ts';
import { refuse } from './refuse.ts';

export type WithStatus = Row & { readonly status: string };

export type Way<R extends WithStatus> = {
  readonly from: readonly R['status'][];
  /** What happens: the step sets this state, and nothing else says it. `same` keeps the state, `removed` deletes the record. */
  readonly to: R['status'] | 'same' | 'removed';
  /** What the row must fulfil besides its state. */
  when?(row: R): boolean;
};

/** What the steps of one record type have in common. */
export type Subject<R extends WithStatus, Around> = {
  readonly kind: Entity<R>;
  /** The module whose commands they are; that of the record type where it is left out. */
  readonly commandsOf?: string;
  /** The record's id in the inputs; `id` where it is left out. */
  readonly key?: string;
  /** Whose record it is. For all others it does not exist. */
  mayAct(actor: Actor, row: R): boolean;
  /** What `by` and `unless` must know besides the row: settings, or facts on other rows; mostly `nothing`. Whoever offers buttons loads the same. */
  around(row: R): Load<Around>;
};

/** Who may take a step, and when not. */
export type Conditions<R, Around> = {
  /** Who of the roles, where row and settings decide it. All others are answered `not_allowed`, whatever the state. */
  by?(actor: Actor, row: R, around: Around): boolean;
  /** Why the step may not be taken although role and state allow it; undefined where nothing stands in its way. */
  unless?(row: R, actor: Actor, around: Around): AppError | undefined;
};

export type Step<R extends WithStatus = WithStatus, Around = unknown> = {
  readonly command: Command;
  readonly ways: readonly Way<R>[];
  readonly conditions: Conditions<R, Around>;
  /** What the input has besides the record's id: `note`, `reason`, `acknowledged`, and what belongs to this step alone. */
  readonly asks: readonly string[];
};

/** All steps of a record type, in the order in which they are offered. */
export type Workflow<R extends WithStatus = WithStatus, Around = unknown> = Subject<R, Around> & {
  readonly key: string;
  readonly steps: readonly Step<R, Around>[];
  readonly commands: readonly Command[];
};

export function workflow<R extends WithStatus, Around>(
  subject: Subject<R, Around>,
  steps: readonly Step<R, Around>[],
): Workflow<R, Around> {
  return { key: 'id', ...subject, steps, commands: steps.map(({ command }) => command) };
}

/**
 * The way that the step takes from here; roles and whose record it is are asked before. Refusals: not_allowed, wrong_state with `status` and
 * the states it may start from, and what `unless` says.
 */
export function mayTake<R extends WithStatus, Around>(
  { command, ways, conditions }: Step<R, Around>,
  actor: Actor,
  row: R,
  around: Around,
): Result<Way<R>> {
  if (conditions.by?.(actor, row, around) === false) return refuse('not_allowed');
  const way = ways.find((each) => leads(each, row));
  if (way === undefined) {
    const expected = ways.flatMap(({ from }) => from).join(' ');
    return refuse('wrong_state', { params: { status: row.status, command: command.name, expected } });
  }
  const barred = conditions.unless?.(row, actor, around);
  return barred === undefined ? ok(way) : err(barred);
}

/** Whether the way starts at this row. */
export function leads<R extends WithStatus>({ from, when }: Way<R>, row: R): boolean {
  return from.includes(row.status) && (when === undefined || when(row));
}

/** Names of the commands that this actor may carry out on this row now: the buttons of lists and pages. */
export function stepsFor<R extends WithStatus, Around>(
  { mayAct, steps }: Workflow<R, Around>,
  actor: Actor,
  row: R,
  around: Around,
): readonly string[] {
  if (!mayAct(actor, row)) return [];
  return steps
    .filter((step) => step.command.access.roles.includes(actor.role))
    .filter((step) => mayTake(step, actor, row, around).ok)
    .map(({ command }) => command.name);
}

/** The same by role and state alone, for lists that do not hold the row. */
export function stepsByState({ steps }: Workflow, actor: Actor, status: string): readonly string[] {
  return steps
    .filter(({ command }) => command.access.roles.includes(actor.role))
    .filter(({ ways }) => ways.some(({ from }) => from.includes(status)))
    .map(({ command }) => command.name);
}

// What a user saved is somewhere: carried out exactly once, or waiting in the outbox, or in 未通过的操作 with its whole input and a reason, or
// given up by the user. What the desk believes of a command is what the server says of it.
import { keptMs } from '#electron/app/db/outbox/outbox.ts';
import { contentHash } from '#server/command/decide.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { OutboxRow } from '../read-desk.ts';
import type { OutcomeEntry, ServerTables } from '../read-server.ts';

/** One command that the app told the user it had saved. */
export type Saved = { readonly id: string; readonly name: string; readonly input: unknown };

export type DeskBooks = {
  readonly desk: string;
  /** Undefined for a desk that nobody has signed in at. */
  readonly deskId: string | undefined;
  readonly saved: readonly Saved[];
  /** Ids the user gave up: discarded, or replaced by resubmitting. */
  readonly givenUp: ReadonlySet<string>;
  readonly outbox: readonly OutboxRow[];
  /** Whether the desk's account can reach the server: then nothing may be left pending. */
  readonly connected: boolean;
};

/** Commands that a desk may have forgotten: the server carried them out longer ago than desks keep them. */
export function forgettable(server: ServerTables, now: number): ReadonlySet<string> {
  const old = server.outcomes.filter(({ at }) => at < now - keptMs);
  return new Set(old.map(({ command_id }) => command_id));
}

export function nothingSavedIsMissing(
  { desk, saved, givenUp, outbox, connected }: DeskBooks,
  forgotten: ReadonlySet<string>,
): readonly string[] {
  const problems: string[] = [];
  const byId = new Map(outbox.map((row) => [row.id, row]));
  for (const { id, name, input } of saved) {
    const row = byId.get(id);
    if (row === undefined && forgotten.has(id)) continue;
    if (row === undefined) {
      problems.push(`${desk}: ${name} ${id} was saved and is nowhere`);
      continue;
    }
    if (row.name !== name || canonicalJson(JSON.parse(row.input)) !== canonicalJson(input)) {
      problems.push(`${desk}: ${name} ${id} has lost part of its input`);
    }
    if (row.state === 'discarded' && !givenUp.has(id)) {
      problems.push(`${desk}: ${name} ${id} was discarded by nobody`);
    }
  }
  for (const row of outbox) {
    if (row.state === 'rejected' && row.error === null) {
      problems.push(`${desk}: ${row.name} ${row.id} was refused without a reason`);
    }
    if (row.state === 'pending' && connected) {
      problems.push(
        `${desk}: ${row.name} ${row.id} no ${row.no} is still pending: ${row.error ?? 'no reason'}`,
      );
    }
  }
  return problems;
}

/** The server's outcomes, audit and feed speak of each command once, and the desks agree with them. */
export function exactlyOnce(
  books: readonly DeskBooks[],
  server: ServerTables,
  forgotten: ReadonlySet<string>,
): readonly string[] {
  const problems: string[] = [];
  const byDesk = Map.groupBy(server.outcomes, ({ desk_id }) => desk_id);
  problems.push(
    ...twice(
      server.outcomes.map(({ command_id }) => command_id),
      'outcomes',
    ),
  );
  const effective = server.audit.filter(({ command_id }) => command_id !== null);
  problems.push(
    ...twice(
      effective.map(({ command_id }) => command_id ?? ''),
      'audit entries',
    ),
  );
  const audited = new Map(effective.map((row) => [row.command_id, row]));
  for (const outcome of server.outcomes) {
    const row = audited.get(outcome.command_id);
    if (row === undefined) problems.push(`server: outcome of ${outcome.command_id} without an audit entry`);
    else if (row.seq !== outcome.seq || (row.outcome === 'applied') !== (outcome.seq !== null)) {
      problems.push(`server: audit and outcome of ${outcome.command_id} differ`);
    }
  }
  for (const { desk, deskId, outbox, connected } of books) {
    const known = new Map((byDesk.get(deskId ?? '') ?? []).map((outcome) => [outcome.command_id, outcome]));
    for (const row of outbox) problems.push(...agreement(desk, row, known.get(row.id), connected));
    const mine = new Set(outbox.map(({ id }) => id));
    for (const { command_id, no } of known.values()) {
      if (!mine.has(command_id) && !forgotten.has(command_id))
        problems.push(`${desk}: the server knows no ${no} ${command_id}, the desk does not`);
    }
  }
  return problems;
}

function agreement(
  desk: string,
  row: OutboxRow,
  outcome: OutcomeEntry | undefined,
  connected: boolean,
): readonly string[] {
  const name = `${desk}: ${row.name} ${row.id} no ${row.no}`;
  const { state } = row;
  if (state === 'acknowledged' || state === 'done') {
    // A desk that cannot reach a restored server still believes what the server has lost.
    if (outcome === undefined)
      return connected ? [`${name} was acknowledged, the server knows nothing of it`] : [];
    if (outcome.seq === null) return connected ? [`${name} is ${state}, the server has refused it`] : [];
    if (outcome.seq !== row.seq && connected)
      return [`${name} has seq ${row.seq}, the server ${outcome.seq}`];
    if (outcome.content_hash !== hashOf(row)) return [`${name} is not what the server has carried out`];
  }
  if (state === 'rejected' && outcome !== undefined && outcome.seq !== null) {
    return [`${name} is in 未通过的操作 and was carried out all the same`];
  }
  return [];
}

function hashOf({ id, name, version, input, made_at }: OutboxRow): string {
  return contentHash({ id, name, version, input: JSON.parse(input), madeAt: made_at });
}

function twice(ids: readonly string[], where: string): readonly string[] {
  const seen = new Set<string>();
  const found: string[] = [];
  for (const id of ids) {
    if (seen.has(id)) found.push(`server: ${id} has two ${where}`);
    seen.add(id);
  }
  return found;
}

// What the commands meant has happened, no more and no less: each step of a history is one carried-out command, each accepted edit
// is in the history with its values, numbers follow one another without gap, and projects and sections add up.

import { keptMs } from '#electron/app/db/outbox/outbox.ts';
import { systemActor } from '#server/exchange/actors.ts';
import type { NumberSeries } from '#shared/domain/admin/model.ts';
import type { Announcement } from '#shared/domain/announcements/model.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import { workflows } from '#shared/domain/registry.ts';
import type { Step } from '#shared/domain/workflow.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { OutboxRow } from '../read-desk.ts';
import { type AuditRow, rowsOf, type ServerTables } from '../read-server.ts';

/** Record types whose rows tell their own history. */
const told = ['plans', 'announcements'] as const;
/** What stands in the histories of their rows: how a row began, and every step that moved it. */
const stepNames: ReadonlySet<string> = new Set(
  workflows
    .filter(({ kind }) => told.some((name) => name === kind.name))
    .flatMap(({ kind, steps }) => [
      `${kind.name}.create`,
      ...(kind.name === 'plans' ? ['plans.changeMethod'] : []),
      ...steps.filter(moves).map(({ command }) => command.name),
    ]),
);

function moves({ ways }: Step): boolean {
  return ways.some(({ to }) => to !== 'same' && to !== 'removed');
}

type Told = Pick<Plan | Announcement, 'id' | 'history'>;

/** Commands on other records that make an announcement, or its draft, with them: it begins with their step. */
const making: ReadonlySet<string> = new Set([
  'awardChanges.approve',
  'contracts.publish',
  'contractChanges.publish',
  'acceptances.conclude',
]);

/** By how much the clocks of desks may be off. */
const clocksOffMs = 5 * 24 * 3_600_000;

/**
 * `from`: the sequence number at which the history of the world began; what was before is not accounted for by commands. Neither is what
 * desks no longer keep.
 */
export function stepsHappenedOnce(
  outboxes: readonly (readonly OutboxRow[])[],
  server: ServerTables,
  { from, now }: { readonly from: number; readonly now: number },
): readonly string[] {
  const problems: string[] = [];
  // By the server's word: a desk whose account was switched off may never have heard of it.
  const applied = new Map(server.outcomes.map(({ command_id, seq }) => [command_id, seq]));
  const done = outboxes.flat().flatMap((row) => {
    const seq = applied.get(row.id) ?? null;
    return seq === null || seq <= from ? [] : [{ ...row, seq }];
  });
  // A plan that was deleted and made again tells its second life only.
  const deleted = new Map(
    server.history.filter(({ op }) => op === 'delete').map(({ id, seq }) => [id, seq] as const),
  );
  const made = new Set(done.filter(({ name }) => making.has(name)).map(({ seq }) => seq));
  const wanted = new Map<string, number>();
  for (const { name, input, seq } of done) {
    if (!stepNames.has(name) || seq <= (deleted.get(idOf(input)) ?? 0)) continue;
    const key = `${idOf(input)} ${name} ${seq}`;
    wanted.set(key, (wanted.get(key) ?? 0) + 1);
  }
  const rows = told.flatMap((entity) => rowsOf(server, entity)) as readonly Told[];
  const kept = new Set(rows.map(({ id }) => id));
  const lengths = new Map<string, number>();
  for (const entry of server.history.toSorted((a, b) => a.seq - b.seq)) {
    const isTold = told.some((entity) => entity === entry.entity);
    if (!isTold || entry.text === null || entry.seq <= (deleted.get(entry.id) ?? 0)) continue;
    const { id, history } = JSON.parse(entry.text) as Told;
    const known = lengths.get(id) ?? 0;
    lengths.set(id, history.length);
    if (entry.seq <= from || !kept.has(id)) continue;
    const begins = known === 0 && made.has(entry.seq) ? 1 : 0;
    for (const { action, at, role } of history.slice(known + begins)) {
      if (role === 'system') continue;
      const key = `${id} ${action} ${entry.seq}`;
      const left = wanted.get(key) ?? 0;
      if (left === 0 && at < now - keptMs + clocksOffMs) continue;
      if (left === 0) problems.push(`${id}: step ${action} of ${entry.seq} came from no carried-out command`);
      else wanted.set(key, left - 1);
    }
  }
  for (const [key, left] of wanted) {
    if (left > 0 && kept.has(key.slice(0, key.indexOf(' ')))) {
      problems.push(`step ${key} was acknowledged and is not in the history`);
    }
  }
  problems.push(...editsHappened(done, server), ...ownStepsAreAudited(rows, server.audit));
  return problems;
}

/** What the server does by itself stands in the history as often as in the audit log. */
function ownStepsAreAudited(rows: readonly Told[], audit: readonly AuditRow[]): readonly string[] {
  const steps = rows.flatMap(({ history }) => history).filter(({ role }) => role === 'system').length;
  const entries = audit.filter(
    ({ account_id, action, outcome, desk_id }) =>
      account_id === systemActor.accountId &&
      stepNames.has(action) &&
      outcome === 'applied' &&
      desk_id === null,
  ).length;
  return steps === entries ? [] : [`the server filed ${entries} plans by itself, ${steps} say so`];
}

type FieldChange = { readonly field: string; readonly to: unknown };
type Edited = Pick<Plan, 'id'> & { readonly content: object; readonly sectionIds?: readonly string[] };

/** An edit changes its fields and no others, at its own number. */
function editsHappened(done: readonly OutboxRow[], server: ServerTables): readonly string[] {
  const problems: string[] = [];
  const edits = new Map<string, readonly FieldChange[]>();
  for (const { name, input, seq } of done) {
    if (!told.some((entity) => name === `${entity}.edit`)) continue;
    const { id, changes } = JSON.parse(input) as { id: string; changes: readonly FieldChange[] };
    const key = `${seq}/${id}`;
    // An edit that changed nothing shares the number of the command before it.
    edits.set(key, [...(edits.get(key) ?? []), ...changes]);
  }
  const previous = new Map<string, Edited>();
  for (const entry of server.history) {
    if (entry.text === null || !told.some((entity) => entity === entry.entity)) continue;
    const row = JSON.parse(entry.text) as Edited;
    const before = previous.get(row.id);
    previous.set(row.id, row);
    const changes = edits.get(`${entry.seq}/${row.id}`);
    if (before === undefined) continue;
    const fields = new Set([...Object.keys(row.content), ...Object.keys(before.content), 'sectionIds']);
    const differing = [...fields].filter((field) => valueIn(row, field) !== valueIn(before, field));
    for (const field of differing) {
      if (!(changes ?? []).some((change) => change.field === field) && changes !== undefined) {
        problems.push(`${entry.entity} ${row.id} at ${entry.seq}: ${field} changed without being edited`);
      }
    }
    for (const { field, to } of changes ?? []) {
      if (valueIn(row, field) !== canonicalJson(to)) {
        problems.push(`${entry.entity} ${row.id} at ${entry.seq}: the edit of ${field} is not in the row`);
      }
    }
  }
  return problems;
}

/** What nobody typed into an announcement is null in an edit. */
function valueIn({ content, sectionIds }: Edited, field: string): string {
  return canonicalJson(field === 'sectionIds' ? (sectionIds ?? null) : (Reflect.get(content, field) ?? null));
}

function idOf(input: string): string {
  const parsed: unknown = JSON.parse(input);
  if (typeof parsed !== 'object' || parsed === null) return '';
  return 'id' in parsed && typeof parsed.id === 'string' ? parsed.id : '';
}

export function numbersAreConsecutive(server: ServerTables): readonly string[] {
  const problems: string[] = [];
  const plans = rowsOf(server, 'plans') as readonly Plan[];
  const series = (rowsOf(server, 'number_series') as readonly NumberSeries[]).filter(({ id }) =>
    id.startsWith('plan/'),
  );
  const numbers = plans.flatMap(({ planNo }) => planNo ?? []);
  if (new Set(numbers).size !== numbers.length) problems.push(`a number was given twice: ${numbers.join()}`);
  const bySeries = new Map<string, number[]>();
  for (const plan of plans) {
    if (plan.planNo === null) continue;
    const seq = Number(/(\d+)$/.exec(plan.planNo)?.[1]);
    const stem = plan.planNo.replace(/\d+$/, '');
    bySeries.set(stem, [...(bySeries.get(stem) ?? []), seq]);
  }
  for (const [stem, given] of bySeries) {
    const sorted = given.toSorted((a, b) => a - b);
    if (sorted.some((seq, index) => seq !== index + 1))
      problems.push(`${stem} has the numbers ${sorted.join()}`);
  }
  const total = series.reduce((sum, { last }) => sum + last, 0);
  if (total !== numbers.length)
    problems.push(`${total} numbers were given, ${numbers.length} plans have one`);
  return problems;
}

/** A project counts its sections; each section stands by its project and plan. */
export function projectsAddUp(server: ServerTables): readonly string[] {
  const problems: string[] = [];
  const plans = new Map((rowsOf(server, 'plans') as readonly Plan[]).map((plan) => [plan.id, plan]));
  const sections = rowsOf(server, 'sections') as readonly Section[];
  for (const project of rowsOf(server, 'projects') as readonly Project[]) {
    const plan = plans.get(project.planId);
    if (plan?.projectId !== project.id || plan.planNo !== project.planNo) {
      problems.push(`project ${project.id} and its plan disagree`);
    }
    const live = sections.filter(
      ({ projectId, status }) => projectId === project.id && status !== 'cancelled',
    );
    const sum = live.reduce((total, { budget }) => total + budget, 0);
    if (live.length !== project.sectionCount || sum !== project.sectionBudgetTotal) {
      problems.push(`project ${project.id} counts ${project.sectionCount} sections, has ${live.length}`);
    }
  }
  return problems;
}

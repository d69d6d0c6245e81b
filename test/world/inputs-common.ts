// What every input is made of: what the user sees, and chance.
import type { Actor } from '#shared/domain/actor.ts';
import type { Account, Organisation, Platform } from '#shared/domain/admin/model.ts';
import type { Announcement } from '#shared/domain/announcements/model.ts';
import type { AwardChange } from '#shared/domain/award-changes/model.ts';
import type { Award } from '#shared/domain/awards/model.ts';
import type { Challenge } from '#shared/domain/challenges/model.ts';
import type { Acceptance } from '#shared/domain/contracts/acceptances/model.ts';
import type { Breach } from '#shared/domain/contracts/breaches/model.ts';
import type { ContractChange } from '#shared/domain/contracts/changes/model.ts';
import type { Contract } from '#shared/domain/contracts/model.ts';
import type { Payment } from '#shared/domain/contracts/payments/model.ts';
import type { ExpertApplication } from '#shared/domain/experts/applications/model.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import type { SectionEvent } from '#shared/domain/projects/events/model.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import { workflows } from '#shared/domain/registry.ts';
import type { Supplier } from '#shared/domain/suppliers/model.ts';
import type { SavedView } from '#shared/domain/views/model.ts';
import { leads, type WithStatus } from '#shared/domain/workflow.ts';
import { camelCase } from '#shared/kernel/camel-case.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import { everyWarning, regularSteps, type Words } from '#test/support/step-inputs.ts';
import type { Random } from './chance.ts';

/** What the user has before his eyes. */
export type View = {
  readonly actor: Actor;
  readonly now: Instant;
  readonly plans: readonly Plan[];
  readonly projects: readonly Project[];
  readonly sections: readonly Section[];
  readonly sectionEvents: readonly SectionEvent[];
  readonly announcements: readonly Announcement[];
  readonly challenges: readonly Challenge[];
  readonly awards: readonly Award[];
  readonly awardChanges: readonly AwardChange[];
  readonly contracts: readonly Contract[];
  readonly contractChanges: readonly ContractChange[];
  readonly acceptances: readonly Acceptance[];
  readonly payments: readonly Payment[];
  readonly breaches: readonly Breach[];
  readonly expertApplications: readonly ExpertApplication[];
  readonly suppliers: readonly Supplier[];
  readonly accounts: readonly Account[];
  readonly organisations: readonly Organisation[];
  readonly platforms: readonly Platform[];
  readonly savedViews: readonly SavedView[];
};

export type Draw = {
  readonly view: View;
  readonly random: Random;
  /** Which of the records that fit, counted round. */
  readonly pick: number;
  readonly fit: boolean;
};

export const nth = <T>(rows: readonly T[], pick: number): T | undefined =>
  rows[pick % Math.max(1, rows.length)];

export const idOr = (row: { readonly id: string } | undefined, random: Random, now: Instant): string =>
  row === undefined ? random.uuid(now) : row.id;

/** The rows of a record type before the user. */
function rowsIn(view: View, entity: string): readonly WithStatus[] {
  const rows: unknown = Reflect.get(view, camelCase(entity));
  if (!Array.isArray(rows)) throw new Error(`${entity} are not in View`);
  return rows;
}

/** Whether the step may start at this record, by its state. */
export function startsAt(command: string): (row: WithStatus) => boolean {
  const step = workflows.flatMap(({ steps }) => steps).find((each) => each.command.name === command);
  if (step === undefined) throw new Error(`no step ${command}`);
  return (row) => step.ways.some((way) => leads(way, row));
}

const reasons = ['请补充示例材料。', '示例原因：预算有误。', '任务变更（示例）。'] as const;
const wordsOf = (random: Random): Words => ({
  note: () => random.pick(['', '同意（示例）']),
  reason: () => random.pick(reasons),
  acknowledged: () => (random.chance(0.9) ? everyWarning : []),
});
export const withReason = ({ random }: Draw) => ({ reason: wordsOf(random).reason() });

/** Of every regular step. */
export const stepInputs: ReadonlyMap<string, (draw: Draw) => unknown> = new Map(
  regularSteps.map(({ name, entity, input }) => [
    name,
    ({ view, random, pick, fit }: Draw) => {
      const rows = rowsIn(view, entity);
      const row = nth(fit ? rows.filter(startsAt(name)) : rows, pick);
      return input(idOr(row, random, view.now), wordsOf(random));
    },
  ]),
);

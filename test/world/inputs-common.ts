// What every input is made of: what the user sees, and chance.
import type { Actor } from '#shared/domain/actor.ts';
import type { Account, Organisation, Platform } from '#shared/domain/admin/model.ts';
import type { Announcement } from '#shared/domain/announcements/model.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import type { Project, Section } from '#shared/domain/projects/model.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import type { Random } from './chance.ts';

/** What the user has before his eyes. */
export type View = {
  readonly actor: Actor;
  readonly now: Instant;
  readonly plans: readonly Plan[];
  readonly projects: readonly Project[];
  readonly sections: readonly Section[];
  readonly announcements: readonly Announcement[];
  readonly accounts: readonly Account[];
  readonly organisations: readonly Organisation[];
  readonly platforms: readonly Platform[];
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

const reasons = ['请补充示例材料。', '示例原因：预算有误。', '任务变更（示例）。'] as const;
export const withReason = ({ random }: Draw) => ({ reason: random.pick(reasons) });
export const withNote = ({ random }: Draw) => ({ note: random.pick(['', '同意（示例）']) });

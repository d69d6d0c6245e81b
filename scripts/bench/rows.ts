// The records of a run: plan rows of many units, every one visible to 采购办, a few of them with a title that is rare. Row n is the same on every
// machine and in every process, so a generator can stand on either side of the wire.
import { benchPlanRow } from '#demo/data/bench-rows.ts';
import type { PullLine } from '#shared/contract/sync.ts';
import { type Plan, plans } from '#shared/domain/plans/model.ts';

export const rareWord = '应急广播';
const rareEvery = 4096;
const draftStates = new Set(['draft', 'unit_review', 'returned']);

export function benchRow(n: number): Plan {
  const row = benchPlanRow(n);
  const shown = draftStates.has(row.status) ? { ...row, leftUnit: true } : row;
  if (n % rareEvery !== 17) return shown;
  const projectName = shown.content.projectName.replace('采购项目', `${rareWord}采购项目`);
  return { ...shown, content: { ...shown.content, projectName } };
}

export function scopesOfRow(row: Plan): string[] {
  return [...new Set(plans.scopes(row))].sort();
}

/** As the server writes it. */
export function pullLine(row: Plan, version = 1): string {
  return JSON.stringify({
    t: plans.name,
    i: row.id,
    v: version,
    s: scopesOfRow(row),
    b: row,
  } satisfies PullLine);
}

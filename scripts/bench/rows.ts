// The records of a run: plan rows of many units, every one visible to 采购办, a few of them with a title that is rare. Row n is the same on every
// machine and in every process, so a generator can stand on either side of the wire.
import { benchPlanRow } from '#demo/data/bench-rows.ts';
import type { PullLine } from '#shared/contract/sync.ts';
import type { Entity, Row } from '#shared/domain/entity.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import { bodyOf } from '#shared/domain/stored-body.ts';

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

export function scopesOfRow(kind: Entity, row: Row): string[] {
  return [...new Set(kind.scopes(row))].sort();
}

/** As the server writes it. */
export function pullLine(kind: Entity, row: Row, version = 1): string {
  const head = { t: kind.name, i: row.id, v: version, s: scopesOfRow(kind, row) };
  return `${JSON.stringify(head satisfies Omit<PullLine, 'b'>).slice(0, -1)},"b":${bodyOf(kind, row)}}`;
}

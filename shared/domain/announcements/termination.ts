// What a 终止公告 says of why, and how far its sections have come, which some reasons presuppose.

import { z } from 'zod';
import { codeName, findCode } from '#shared/codes/code-table.ts';
import { type CourseStage, courseStages, terminationReasons } from '#shared/codes/outcome-reasons.ts';
import type { LocalTime } from '#shared/kernel/dates.ts';
import type { AnnouncementFacts } from './facts-model.ts';
import { tableLineSchema, type Values } from './values.ts';

type Sections = AnnouncementFacts['sections'];

const linesSchema = z.array(tableLineSchema);

/** In words: the code's name, then a line for each section. */
export function reasonOf(values: Values): string {
  const name = codeName(terminationReasons, codeIn(values)) ?? '';
  const lines = linesSchema.safeParse(values['reason']);
  const words = (lines.data ?? []).map(({ cells }) =>
    `${cells['lotNo'] ?? ''} ${cells['explanation'] ?? ''}`.trim(),
  );
  return [name, ...words].filter((line) => line !== '').join('\n');
}

export function reasonIn(values: Values) {
  return findCode(terminationReasons, codeIn(values));
}

function codeIn(values: Values): string {
  return String(values['reasonCode'] ?? '');
}

/** The earliest and the latest stage of the sections; undefined of none. */
export function stagesOf(
  sections: Sections,
  now: LocalTime,
): { readonly first: CourseStage; readonly last: CourseStage } | undefined {
  const stages = sections.map((section) => courseStages.indexOf(stageOf(section, now)));
  if (stages.length === 0) return undefined;
  const [first, last] = [courseStages[Math.min(...stages)], courseStages[Math.max(...stages)]];
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** By what has been recorded of it, and by the days that its announcement set: at its deadline it is closed. */
function stageOf({ status, schedule }: Sections[number], now: LocalTime): CourseStage {
  if (status === 'awarded' || status === 'opened') return status;
  if (status === 'evaluated') return 'opened';
  const deadline = schedule?.deadline ?? null;
  // 单一来源公示 sets neither: nobody waits for bids.
  const opening = schedule?.opening ?? deadline;
  if (opening === null || now >= opening) return 'opened';
  return deadline === null || now >= deadline ? 'closed' : 'announced';
}

// What a 终止公告 says of why.

import { z } from 'zod';
import { codeName, findCode } from '#shared/codes/code-table.ts';
import { terminationReasons } from '#shared/codes/outcome-reasons.ts';
import { tableLineSchema, type Values } from './values.ts';

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

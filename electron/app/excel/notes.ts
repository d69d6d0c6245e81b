// What a preview has found, as comments at the cells: what is wrong there, and at the first row of each record that has been made meanwhile, that it has.
import type { CellProblem, ImportedRecord } from '#shared/contract/excel.ts';
import { describeField } from '#shared/text/index.ts';
import { importNotes } from '#shared/text/zh-CN/excel.ts';
import type { Preview } from './import-kind.ts';
import { addressOf } from './read-sheet.ts';
import type { NotesPlan } from './workbook.ts';

export function notesOf(
  { records, problems, key }: Preview<ImportedRecord>,
  made: ReadonlySet<string>,
): NotesPlan {
  const texts = new Map<string, string[]>();
  const say = (cell: string, text: string) => texts.set(cell, [...(texts.get(cell) ?? []), text]);
  const tell = ({ row, column, code, params }: CellProblem) =>
    say(`${column ?? key}${row}`, describeField({ path: '', code, params }));
  for (const record of records) {
    record.problems.forEach(tell);
    if (made.has(record.no)) say(`${key}${record.rows[0] ?? 1}`, importNotes.made);
  }
  problems.forEach(tell);
  return {
    author: importNotes.author,
    heading: importNotes.heading,
    notes: [...texts].map(([cell, lines]) => ({ ...addressOf(cell), text: lines.join('\n') })),
  };
}

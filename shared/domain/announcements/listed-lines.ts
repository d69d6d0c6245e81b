// Lines of a table that a document says as text: the parties of a case one below the other, the reviewers in one line.
import type { DocumentBlock } from '#shared/documents/model.ts';
import { documentText } from '#shared/text/zh-CN/announcements-document.ts';
import { cellWords, paragraphsOf } from './print-values.ts';
import type { Listed, TableColumn, TableKind } from './template.ts';
import type { TableLine } from './values.ts';

export function listedBlocks(
  { columns }: TableKind,
  listed: Listed,
  lines: readonly TableLine[],
): readonly DocumentBlock[] {
  const words = (key: string, line: TableLine): string => {
    const column = columns.find((each) => each.key === key);
    return column === undefined ? '' : cellWords(column, line);
  };
  if (listed.as === 'names') {
    const names = lines.map((line) => {
      const [name, role] = [words('name', line), words('role', line)];
      const unsaid = role === '' || listed.unsaid.some((code) => code === line.cells['role']);
      return unsaid ? name : documentText.namedAs(name, role);
    });
    return [{ kind: 'paragraph', text: [{ text: documentText.listed(names) }] }];
  }
  const called = lines.map((line) => listed.called ?? words('role', line));
  const more = columns.filter(({ key, hidden }) => key !== 'role' && key !== 'name' && hidden !== true);
  return lines.flatMap((line, index) => [
    fieldBlock(numbered(called, index), words('name', line)),
    ...more.flatMap((column) => said(column, line)),
  ]);
}

/** 被投诉人1, 被投诉人2; without a number where there is one. */
function numbered(called: readonly string[], index: number): string {
  const own = called[index] ?? '';
  const same = (all: readonly string[]) => all.filter((each) => each === own).length;
  return same(called) > 1 ? `${own}${same(called.slice(0, index + 1))}` : own;
}

function said(column: TableColumn, line: TableLine): readonly DocumentBlock[] {
  const words = cellWords(column, line);
  return words === '' ? [] : [fieldBlock(column.label, words)];
}

function fieldBlock(label: string, words: string): DocumentBlock {
  return { kind: 'field', no: '', label, value: paragraphsOf(words) };
}

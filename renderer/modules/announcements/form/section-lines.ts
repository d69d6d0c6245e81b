// A table whose lines follow the choice of sections: what was typed for a section that is not chosen now stays kept.
import type { TableLine } from '#shared/domain/announcements/values.ts';

/** What is kept when the shown lines have changed. */
export function keptLines(shown: readonly TableLine[], typed: readonly TableLine[]): readonly TableLine[] {
  const here = new Set(shown.map(sectionOf));
  return [...shown, ...typed.filter((line) => !here.has(sectionOf(line)))];
}

function sectionOf({ id, cells }: TableLine): string {
  const section = cells['section'];
  return typeof section === 'string' ? section : id;
}

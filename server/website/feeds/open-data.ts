// The facts of all announcements of a month, for programs. One table says which fields there are: files and their description come from it.
import { zonedTime } from '#shared/text/index.ts';
import type { websiteText } from '#shared/text/zh-CN/website.ts';
import { columnNameOf, methodName, regionName, typeName } from '../names.ts';
import { announcementAddress } from '../pages/items.ts';
import type { Shown } from '../read/records.ts';

type Name = keyof typeof websiteText.openDataPage.fields;
type Cell = string | number | null;
/** A column of a data file. */
export type FieldOf<R, N extends string = string> = { readonly name: N; read(row: R, origin: string): Cell };
type Field = FieldOf<Shown, Name>;

const field = (name: Name, read: Field['read']): Field => ({ name, read });
const timeOrNull = (instant: number | null): Cell => (instant === null ? null : zonedTime(instant));

export const openDataFields: readonly Field[] = [
  field('id', ({ id }) => id),
  field('url', ({ id }, origin) => `${origin}${announcementAddress(id)}`),
  field('column', ({ columnCode }) => columnCode),
  field('columnName', ({ columnCode }) => columnNameOf(columnCode)),
  field('type', ({ type }) => type),
  field('typeName', ({ type }) => typeName(type)),
  field('title', ({ title }) => title),
  field('regionCode', ({ regionCode }) => regionCode),
  field('regionName', ({ regionCode }) => regionName(regionCode)),
  field('methodCode', ({ method }) => method),
  field('methodName', ({ method }) => (method === null ? null : methodName(method))),
  field('purchaserName', ({ purchaserName }) => purchaserName),
  field('projectName', ({ projectName }) => projectName),
  field('projectNo', ({ projectNo }) => projectNo),
  field('planNo', ({ planNo }) => planNo),
  field('projectId', ({ projectId }) => projectId),
  field('round', ({ round }) => round),
  field('targetId', ({ targetId }) => targetId),
  field('publishedAt', ({ publishedAt }) => zonedTime(publishedAt)),
  field('displayUntil', ({ displayUntil }) => displayUntil),
  field('withdrawnAt', ({ withdrawnAt }) => timeOrNull(withdrawnAt)),
  field('withdrawnReason', ({ withdrawnReason }) => withdrawnReason),
];

export const openDataJson = (origin: string, rows: readonly Shown[]): string =>
  jsonText(openDataFields, origin, rows);
export const openDataCsv = (origin: string, rows: readonly Shown[]): string =>
  csvText(openDataFields, origin, rows);

export function jsonText<R>(fields: readonly FieldOf<R>[], origin: string, rows: readonly R[]): string {
  const records = rows.map((row) =>
    JSON.stringify(Object.fromEntries(fields.map(({ name, read }) => [name, read(row, origin)]))),
  );
  return `[${records.join(',\n')}]\n`;
}

const byteOrderMark = '\ufeff';

export function csvText<R>(fields: readonly FieldOf<R>[], origin: string, rows: readonly R[]): string {
  const head = fields.map(({ name }) => name);
  const lines = rows.map((row) => fields.map(({ read }) => read(row, origin)));
  return `${byteOrderMark}${[head, ...lines].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`;
}

/** Spreadsheets take a text that begins like this for a formula, whatever it stands in; an apostrophe before it makes it a text. */
const beginsLikeFormula = /^\s*[=+\-@＝＋－＠\t\r|%]/u;

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return `"${(beginsLikeFormula.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;
}

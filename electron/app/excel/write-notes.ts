// Comments at cells of a workbook that somebody else made. Of all its parts only those change that say where comments are; formats, formulas, other
// sheets and everything that this program does not know stay as they are, to the byte. Comments of others stay; ours of an earlier time are taken out.
import { unzipSync, zipSync } from 'fflate';
import { appended, type Edit, edited, element, elementsOf, freeName, prefixOf, rootOf } from './edit-xml.ts';
import { emptyComments, withComments } from './note-comments.ts';
import { emptyDrawing, withShapes } from './note-shapes.ts';
import {
  openParts,
  type Parts,
  RefusedWorkbook,
  relationsOf,
  relationsPath,
  workbookParts,
} from './parts.ts';
import type { ExcelAnswer, NotesPlan } from './workbook.ts';

/** All parts together, unpacked. */
const mostBytes = 100_000_000;

/** Codes: excel_no_workbook, excel_no_sheet, excel_too_large. */
export function writeNotes(file: Uint8Array, sheet: string, plan: NotesPlan): ExcelAnswer {
  try {
    const changed = changedParts(openParts(file, mostBytes), sheet, plan);
    const encoder = new TextEncoder();
    const parts = { ...allParts(file) };
    for (const [name, text] of changed) parts[name] = encoder.encode(text);
    return { kind: 'written', bytes: zipSync(parts) };
  } catch (thrown) {
    return { kind: 'refused', code: thrown instanceof RefusedWorkbook ? thrown.code : 'excel_no_workbook' };
  }
}

function allParts(file: Uint8Array): Readonly<Record<string, Uint8Array>> {
  let left = mostBytes;
  return unzipSync(file, {
    filter({ originalSize }) {
      left -= originalSize;
      if (left < 0) throw new RefusedWorkbook('excel_too_large');
      return true;
    },
  });
}

function changedParts(parts: Parts, sheetName: string, plan: NotesPlan): ReadonlyMap<string, string> {
  const sheet = workbookParts(parts).sheets.find(({ name }) => name === sheetName);
  if (sheet === undefined) throw new RefusedWorkbook('excel_no_sheet');
  const xml = parts.text(sheet.part);
  const relations = relationsOf(parts, sheet.part);
  const [legacy] = elementsOf(xml, new Set(['legacyDrawing']));
  const oldDrawing = relations.find(({ id }) => id === legacy?.tag.attributes.get('id'))?.target;
  if (legacy !== undefined && oldDrawing === undefined) throw new RefusedWorkbook('excel_no_workbook');
  const oldComments = relations.find(({ type }) => type === 'comments')?.target;

  const isTaken = (name: string) => parts.find(name) !== undefined;
  const comments = oldComments ?? freeName(isTaken, (no) => `xl/comments${no}.xml`);
  const drawing = oldDrawing ?? freeName(isTaken, (no) => `xl/drawings/vmlDrawing${no}.vml`);
  const words = withComments(oldComments === undefined ? emptyComments : parts.text(oldComments), plan);
  const shapes = withShapes(oldDrawing === undefined ? emptyDrawing : parts.text(oldDrawing), words);

  const changed = new Map([
    [comments, words.xml],
    [drawing, shapes],
  ]);
  const links: string[] = [];
  const ids = new Set(relations.map(({ id }) => id));
  const base = isStrict(xml) ? strictRelations : relationTypes;
  const link = (type: string, part: string): string => {
    const Id = freeName(
      (name) => ids.has(name),
      (no) => `rId${no}`,
    );
    ids.add(Id);
    links.push(
      element('Relationship', { xmlns: packageRelations, Id, Type: `${base}/${type}`, Target: `/${part}` }),
    );
    return Id;
  };
  const types: string[] = [];
  if (oldComments === undefined) {
    link('comments', comments);
    types.push(
      element('Override', { xmlns: packageTypes, PartName: `/${comments}`, ContentType: commentsType }),
    );
  }
  if (oldDrawing === undefined) {
    changed.set(sheet.part, withDrawing(xml, base, link('vmlDrawing', drawing)));
    types.push(
      element('Override', { xmlns: packageTypes, PartName: `/${drawing}`, ContentType: drawingType }),
    );
  }
  if (links.length > 0) {
    const path = relationsPath(sheet.part);
    const none = element('Relationships', { xmlns: packageRelations });
    changed.set(path, withMore(isTaken(path) ? parts.text(path) : none, links));
    changed.set(contentTypes, withMore(parts.text(contentTypes), types));
  }
  return new Map([...changed].map(([name, text]) => [parts.find(name) ?? name, text]));
}

const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const strictRelations = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const packageTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const contentTypes = '[Content_Types].xml';
const commentsType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const drawingType = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

/** Whose names are those of the standard's strict form. */
function isStrict(xml: string): boolean {
  const { tag } = rootOf(xml);
  return xml.slice(tag.start, tag.end).includes('http://purl.oclc.org/ooxml/spreadsheetml/main');
}

function withMore(xml: string, lines: readonly string[]): string {
  return edited(xml, [appended(xml, rootOf(xml), lines.join(''))]);
}

/** What follows a drawing of comments in a sheet (CT_Worksheet). */
const later: ReadonlySet<string> = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
]);

function withDrawing(xml: string, base: string, id: string): string {
  const root = rootOf(xml);
  const line = element(`${prefixOf(root.tag)}legacyDrawing`, { 'xmlns:r': base, 'r:id': id });
  const [data] = elementsOf(xml, new Set(['sheetData']));
  // Programs wrap what only some versions know, from the controls on.
  const next = elementsOf(xml, new Set([...later, 'AlternateContent'])).find(
    ({ tag }) => tag.depth === 1 && tag.start > (data?.end ?? 0),
  );
  const edit: Edit =
    next === undefined
      ? appended(xml, root, line)
      : { start: next.tag.start, end: next.tag.start, text: line };
  return edited(xml, [edit]);
}

// The part of a workbook that holds the words of a sheet's comments (ECMA-376 part 1, 18.7).
import { getCellAddress } from 'write-excel-file/utility';
import {
  appended,
  type Edit,
  type Element,
  edited,
  element,
  elementsOf,
  prefixOf,
  rootOf,
} from './edit-xml.ts';
import { addressOf } from './read-sheet.ts';
import type { CellNote, NotesPlan } from './workbook.ts';
import { BrokenXml, escapeXml, xmlPieces } from './xml.ts';

type CellAt = Pick<CellNote, 'row' | 'column'>;

export const emptyComments =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors/><commentList/></comments>';

function cellName({ row, column }: CellAt): string {
  return getCellAddress(row - 1, column);
}

export type CommentChanges = {
  readonly xml: string;
  /** Cells whose comments have gone, and those that have got one. */
  readonly gone: readonly CellAt[];
  readonly come: readonly CellNote[];
};

/** What was ours goes, what is ours comes; a cell that somebody else wrote at gets it below. */
export function withComments(xml: string, { author, heading, notes }: NotesPlan): CommentChanges {
  const prefix = prefixOf(rootOf(xml).tag);
  const names = elementsOf(xml, new Set(['author'])).map((each) => textOf(xml, each));
  const [authors] = elementsOf(xml, new Set(['authors']));
  const [list] = elementsOf(xml, new Set(['commentList']));
  if (authors === undefined || list === undefined) throw new BrokenXml('comments without authors or list');
  const ours = names.indexOf(author);
  const edits: Edit[] = [];
  if (ours === -1) edits.push(appended(xml, authors, element(`${prefix}author`, {}, escapeXml(author))));

  const left = new Map(notes.map((note) => [cellName(note), note]));
  const gone: CellAt[] = [];
  for (const comment of elementsOf(xml, new Set(['comment']))) {
    const at = addressOf(comment.tag.attributes.get('ref') ?? '');
    if (Number(comment.tag.attributes.get('authorId') ?? 0) === ours) {
      gone.push(at);
      edits.push({ start: comment.tag.start, end: comment.end, text: '' });
      continue;
    }
    const note = left.get(cellName(at));
    left.delete(cellName(at));
    const added = note === undefined ? '' : run(prefix, `\n${heading}\n${note.text}`);
    edits.push(...changesOf(xml, comment, heading, added));
  }
  const authorId = String(ours === -1 ? names.length : ours);
  const fresh = [...left].map(([ref, note]) =>
    element(`${prefix}comment`, { ref, authorId }, element(`${prefix}text`, {}, run(prefix, note.text))),
  );
  edits.push(appended(xml, list, fresh.join('')));
  return { xml: edited(xml, edits), gone, come: [...left.values()] };
}

/** Of a comment of somebody else: our words of an earlier time out, and those of now in. */
function changesOf(xml: string, { tag, end }: Element, heading: string, added: string): readonly Edit[] {
  const inside = elementsOf(xml.slice(tag.start, end), new Set(['text', 'r', 't']));
  const [text, ...runs] = inside.map((each) => moved(each, tag.start));
  if (text === undefined || text.tag.name !== 'text') return [];
  const from = runs.find((each) => textOf(xml, each).includes(heading));
  if (from === undefined) return added === '' ? [] : [appended(xml, text, added)];
  const words = textOf(xml, from);
  const theirs = words.slice(0, words.indexOf(heading)).trimEnd();
  // A program that keeps no runs has put ours behind theirs in one.
  const kept = theirs === '' ? '' : run(prefixOf(tag), theirs);
  return [{ start: from.tag.start, end: text.closing, text: kept + added }];
}

function moved(each: Element, by: number): Element {
  const tag = { ...each.tag, start: each.tag.start + by, end: each.tag.end + by };
  return { tag, end: each.end + by, closing: each.closing + by };
}

function run(prefix: string, text: string): string {
  const font = `${prefix}rPr`;
  const size = element(`${prefix}sz`, { val: '9' });
  const words = element(`${prefix}t`, { 'xml:space': 'preserve' }, escapeXml(text));
  return element(`${prefix}r`, {}, element(font, {}, size) + words);
}

function textOf(xml: string, { tag, end }: Element): string {
  let text = '';
  for (const piece of xmlPieces(xml.slice(tag.start, end))) if (piece.kind === 'text') text += piece.text;
  return text;
}

// A workbook as the parts it is packed of (ECMA-376 part 2): their texts, and which part refers to which. Nothing is unpacked but what is asked for,
// and never into more than it says it needs.
import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import { xmlPieces } from './xml.ts';

/** The file is refused as a whole. `code`: a field code about it. */
export class RefusedWorkbook extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

export type Parts = {
  /** As the archive spells it, if there is such a part. */
  find(name: string): string | undefined;
  readonly names: readonly string[];
  /** Refuses what is not there. */
  text(name: string): string;
};

/** `most`: bytes of all parts that are asked for, unpacked. */
export function openParts(file: Uint8Array, most: number): Parts {
  const stored: string[] = [];
  unzipSync(file, {
    filter({ name }) {
      stored.push(name);
      return false;
    },
  });
  // Names of parts do not differ by case alone, and some programs write them as paths of Windows.
  const spelling = new Map(stored.map((name) => [plainName(name), name]));
  const texts = new Map<string, string>();
  let left = most;
  const read = (name: string): string => {
    const unpacked = unzipSync(file, {
      filter(entry) {
        if (entry.name !== name) return false;
        left -= entry.originalSize;
        if (left < 0) throw new RefusedWorkbook('excel_too_large');
        return true;
      },
    });
    return decoded(new Map(Object.entries(unpacked)).get(name) ?? new Uint8Array());
  };
  return {
    names: stored,
    find: (name) => spelling.get(plainName(name)),
    text(name) {
      const spelt = spelling.get(plainName(name));
      if (spelt === undefined) throw new RefusedWorkbook('excel_no_workbook');
      const known = texts.get(spelt);
      if (known !== undefined) return known;
      const text = read(spelt);
      texts.set(spelt, text);
      return text;
    },
  };
}

function plainName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

/** Bytes that are no text of their encoding are refused, never replaced. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le', { fatal: true }).decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be', { fatal: true }).decode(bytes);
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

export type Relation = {
  readonly id: string;
  /** The last word of its type: worksheet, styles, comments, … */
  readonly type: string;
  /** The part it leads to. */
  readonly target: string;
};

export function relationsPath(part: string): string {
  return posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
}

/** Of the package itself for the part ''. What leads out of the file is left out. */
export function relationsOf(parts: Parts, part: string): readonly Relation[] {
  const path = part === '' ? '_rels/.rels' : relationsPath(part);
  if (parts.find(path) === undefined) return [];
  const relations: Relation[] = [];
  for (const piece of xmlPieces(parts.text(path))) {
    if (piece.kind !== 'open' || piece.name !== 'Relationship') continue;
    const { attributes } = piece;
    if (attributes.get('TargetMode') === 'External') continue;
    const target = attributes.get('Target') ?? '';
    relations.push({
      id: attributes.get('Id') ?? '',
      type: attributes.get('Type')?.split('/').at(-1) ?? '',
      target: target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target),
    });
  }
  return relations;
}

export type WorkbookSheet = { readonly name: string; readonly part: string };
export type WorkbookParts = {
  readonly sheets: readonly WorkbookSheet[];
  readonly styles: string | undefined;
  readonly sharedStrings: string | undefined;
  /** Days are counted from 1904. */
  readonly from1904: boolean;
  /** Whoever wrote it did not calculate: results of formulas that are stored in it mean nothing. */
  readonly uncalculated: boolean;
};

/** Codes: excel_no_workbook, excel_other_format, excel_too_large. */
export function workbookParts(parts: Parts): WorkbookParts {
  const main = relationsOf(parts, '').find(({ type }) => type === 'officeDocument')?.target;
  const workbook = main !== undefined && parts.find(main) !== undefined ? main : 'xl/workbook.xml';
  if (workbook.endsWith('.bin') || parts.find('xl/workbook.bin') !== undefined) {
    throw new RefusedWorkbook('excel_other_format');
  }
  const relations = relationsOf(parts, workbook);
  const sheets: WorkbookSheet[] = [];
  let from1904 = false;
  let uncalculated = false;
  for (const piece of xmlPieces(parts.text(workbook))) {
    if (piece.kind !== 'open') continue;
    const { name, attributes } = piece;
    if (name === 'workbookPr') from1904 = isTrue(attributes.get('date1904'));
    if (name === 'calcPr') uncalculated = isTrue(attributes.get('fullCalcOnLoad'));
    if (name !== 'sheet') continue;
    const relation = relations.find(({ id }) => id === attributes.get('id'));
    // Sheets that are charts have no cells.
    if (relation?.type === 'worksheet') {
      sheets.push({ name: unescapedText(attributes.get('name') ?? ''), part: relation.target });
    }
  }
  const partOf = (type: string) => relations.find((relation) => relation.type === type)?.target;
  return { sheets, styles: partOf('styles'), sharedStrings: partOf('sharedStrings'), from1904, uncalculated };
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** What XML cannot hold is written as _x000D_ (ST_Xstring). */
export function unescapedText(text: string): string {
  if (!text.includes('_x')) return text;
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\r\n?/g, '\n');
}

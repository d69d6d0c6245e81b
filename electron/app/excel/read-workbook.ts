// A workbook somebody else made, read by read-excel-file. It runs in the thread for Excel, whose limits end what takes too long or fills the heap
// bit by bit. What would take very much in one go no limit of a thread catches (it ends the process), so that is refused beforehand.
import { unzipSync, zipSync } from 'fflate';
import { readSheet, SheetNotFoundError } from 'read-excel-file/universal';
import { type ExcelAnswer, mostCharacters, type ReadLimits, type SheetRow } from './workbook.ts';

class Refused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Codes: excel_no_workbook, excel_too_large, excel_no_sheet, excel_too_many_rows. */
export async function readWorkbook(
  file: Uint8Array,
  sheet: string,
  limits: ReadLimits,
): Promise<ExcelAnswer> {
  try {
    const rows = await rowsOf(measured(file, limits.bytes), sheet);
    const filled = rows.flatMap((cells, index) => filledRow(cells, index + 1, limits.columns));
    if (filled.length > limits.rows) throw new Refused('excel_too_many_rows');
    return { kind: 'read', rows: filled };
  } catch (thrown) {
    // What the libraries throw at a damaged file is of all kinds.
    return { kind: 'refused', code: thrown instanceof Refused ? thrown.code : 'excel_no_workbook' };
  }
}

async function rowsOf(file: ArrayBuffer, sheet: string): Promise<readonly (readonly unknown[])[]> {
  try {
    return await readSheet(file, sheet);
  } catch (thrown) {
    if (!(thrown instanceof SheetNotFoundError)) throw thrown;
  }
  try {
    return await readSheet(file, 1);
  } catch (thrown) {
    throw thrown instanceof SheetNotFoundError ? new Refused('excel_no_sheet') : thrown;
  }
}

/** The parts that are read, unpacked into no more than they say they need, and packed again as they are: nothing grows in the library. */
function measured(file: Uint8Array, most: number): ArrayBuffer {
  let left = most;
  const parts = unzipSync(file, {
    filter({ name, originalSize }) {
      if (!/\.(xml|rels)$/.test(name)) return false;
      left -= originalSize;
      if (left < 0) throw new Refused('excel_too_large');
      return true;
    },
  });
  for (const part of Object.values(parts)) {
    const xml = Buffer.from(part.buffer, part.byteOffset, part.length).toString('latin1');
    if (endless.test(xml)) throw new Refused('excel_too_large');
    if (noAddress.test(xml)) throw new Refused('excel_no_workbook');
  }
  return zipSync(parts, { level: 0 }).slice().buffer;
}

/**
 * An address far beyond XFD1048576, up to which the library would fill in every cell: four letters, a larger number, or anything escaped. Looked
 * for in tags and texts alike, for what is a tag to the library is not known here. The namespace `r` that every workbook declares is none.
 */
const noAddress =
  /\br\s*=\s*(["'])(?!http:\/\/schemas\.openxmlformats\.org\/officeDocument\/2006\/relationships\1)(?:(?:(?!\1)\D){4,}\d|(?:(?!\1)\D){0,3}(?!(?:\d{1,6}|10[0-4]\d{4})\1)\d|(?:(?!\1)[^&])*&)/;
/** The library goes over what is no whole tag or text yet again and again. The longest text Excel itself saves is shorter, however it is escaped. */
const endless = /(?:^|<)[^<]{300000}/;

function filledRow(cells: readonly unknown[], no: number, columns: number): readonly SheetRow[] {
  // Columns far to the right hold nothing of ours.
  const values = cells.slice(0, columns).map((cell) => {
    if (typeof cell === 'string') return cell.slice(0, mostCharacters + 1);
    return typeof cell === 'number' || typeof cell === 'boolean' || cell instanceof Date ? cell : null;
  });
  return values.every((value) => value === null) ? [] : [{ no, cells: values }];
}

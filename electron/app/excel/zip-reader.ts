// Reads the entries of a zip archive that somebody else made. Nothing it says of itself is believed: what comes out of an entry is measured while it
// comes, so that a small file cannot become a large one.
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { fileRefused } from './refusals.ts';

const unpack = promisify(inflateRaw);

const mostEntries = 1000;
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
/** The end record's own length, and the longest comment behind it. */
const endLength = 22;
const longestComment = 65_535;
/** How a file of the time before .xlsx begins, and one that is locked with a password. */
const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex');

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
};

export type Archive = {
  readonly names: readonly string[];
  /** The entry's text; undefined when there is none. Field codes: excel_no_workbook, excel_too_large. */
  text(name: string): Promise<Result<string | undefined>>;
};

/** `mostBytes`: all entries that are read together. Field codes: excel_no_workbook, excel_protected. */
export function openArchive(file: Buffer, mostBytes: number): Result<Archive> {
  if (file.subarray(0, compoundFile.length).equals(compoundFile)) return err(fileRefused('excel_protected'));
  const entries = directory(file);
  if (entries === undefined) return err(fileRefused('excel_no_workbook'));
  let left = mostBytes;
  return ok({
    names: [...entries.keys()],
    async text(name) {
      const entry = entries.get(name);
      if (entry === undefined) return ok(undefined);
      const packed = contentsOf(file, entry);
      if (packed === undefined) return err(fileRefused('excel_no_workbook'));
      const bytes = await unpacked(packed, entry.method, left);
      if (!bytes.ok) return bytes;
      left -= bytes.value.length;
      return decoded(bytes.value);
    },
  });
}

async function unpacked(packed: Buffer, method: number, most: number): Promise<Result<Buffer>> {
  if (method === 0) return packed.length > most ? err(fileRefused('excel_too_large')) : ok(packed);
  if (method !== 8) return err(fileRefused('excel_no_workbook'));
  try {
    return ok(await unpack(packed, { maxOutputLength: Math.max(1, most) }));
  } catch (thrown) {
    const tooLong = thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_BUFFER_TOO_LARGE';
    return err(fileRefused(tooLong ? 'excel_too_large' : 'excel_no_workbook'));
  }
}

function decoded(bytes: Buffer): Result<string> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return err(fileRefused('excel_no_workbook'));
  }
}

/** Entries by name; undefined for what is no archive, or one with things that no workbook has (parts, passwords). */
function directory(file: Buffer): ReadonlyMap<string, Entry> | undefined {
  const end = endOf(file);
  if (end === undefined) return undefined;
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  if (count > mostEntries) return undefined;
  const entries = new Map<string, Entry>();
  for (let no = 0; no < count; no += 1) {
    if (at + 46 > end || file.readUInt32LE(at) !== entrySignature) return undefined;
    const flags = file.readUInt16LE(at + 8);
    if ((flags & 1) !== 0) return undefined;
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      file.readUInt16LE(at + field),
    ) as [number, number, number];
    const next = at + 46 + nameLength + extraLength + commentLength;
    if (next > end) return undefined;
    const name = file.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    // The same name twice: two readers would see two different workbooks.
    if (entries.has(name)) return undefined;
    entries.set(name, {
      name,
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      offset: file.readUInt32LE(at + 42),
    });
    at = next;
  }
  return entries;
}

function endOf(file: Buffer): number | undefined {
  const lowest = Math.max(0, file.length - endLength - longestComment);
  for (let at = file.length - endLength; at >= lowest; at -= 1) {
    if (file.readUInt32LE(at) === endSignature) return at;
  }
  return undefined;
}

function contentsOf(file: Buffer, { offset, packed }: Entry): Buffer | undefined {
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== localSignature) return undefined;
  const begin = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  return begin + packed > file.length ? undefined : file.subarray(begin, begin + packed);
}

// Files as they lie on people's drives, and references to files as they stand in records.
import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { maxFileBytes } from '#shared/domain/file.ts';
import type { ErrorCode } from '#shared/kernel/errors.ts';

export type OddFile = {
  readonly title: string;
  /** Puts it there, and says where it is chosen. */
  make(folder: string): string;
  /** `taken`: it reaches the server as it is. Otherwise the refusal that the person sees. */
  readonly becomes: 'taken' | ErrorCode;
};

function holding(title: string, name: string, content: string | Uint8Array): OddFile {
  return { title, becomes: 'taken', make: (folder) => written(join(folder, name), content) };
}

function written(path: string, content: string | Uint8Array): string {
  writeFileSync(path, content);
  return path;
}

/** A file of that length without any bytes on the disk. */
function sparse(path: string, size: number): string {
  const handle = openSync(path, 'w');
  ftruncateSync(handle, size);
  closeSync(handle);
  return path;
}

const pdf = '%PDF-1.7\n';

export const oddFiles: readonly OddFile[] = [
  holding('an empty file', '空文件.pdf', ''),
  holding('a second empty file of another name', '又一个.docx', ''),
  holding('one byte', '一.txt', '1'),
  holding(
    'bytes that are no text',
    'bytes.bin',
    Uint8Array.from({ length: 256 }, (_, byte) => byte),
  ),
  holding('exactly one piece of the upload', 'piece.zip', new Uint8Array(4 * 1024 * 1024)),
  holding('one byte more than a piece', 'pieces.zip', new Uint8Array(4 * 1024 * 1024 + 1)),
  holding('a program that calls itself a document', '合同.pdf.exe', 'MZ'),
  holding('no ending', '采购需求', pdf),
  holding('an ending alone', '.pdf', `${pdf}1`),
  holding('a very long name', `${'长'.repeat(80)}.pdf`, `${pdf}2`),
  holding('a name of rare characters', '𠮷𠮷😀.pdf', `${pdf}3`),
  holding('a name that turns the reading direction', 'a\u202Efdp.exe', `${pdf}4`),
  holding('a name of blanks', '   .pdf', `${pdf}5`),
  holding('a name that is a device elsewhere', 'CON.pdf', `${pdf}6`),
  holding('a name with a line break', '采购\n需求.pdf', `${pdf}7`),
  holding('a name with signs of markup', `<img src=x onerror=alert(1)>&"'.pdf`, `${pdf}8`),
  holding('a name with an umlaut in two signs', 'u\u0308bung.pdf', `${pdf}9`),
  {
    title: 'a link to a file',
    becomes: 'taken',
    make: (folder) => {
      const link = join(folder, '快捷方式.pdf');
      symlinkSync(written(join(folder, '原件.pdf'), `${pdf}a`), link);
      return link;
    },
  },
  {
    title: 'a link to nothing',
    becomes: 'not_found',
    make: (folder) => {
      symlinkSync(join(folder, 'nowhere'), join(folder, '失效.pdf'));
      return join(folder, '失效.pdf');
    },
  },
  {
    title: 'a file that was removed meanwhile',
    becomes: 'not_found',
    make: (folder) => join(folder, '已删除.pdf'),
  },
  {
    title: 'a file below a file',
    becomes: 'not_found',
    make: (folder) => join(written(join(folder, 'file'), 'x'), '附件.pdf'),
  },
  {
    title: 'a folder',
    becomes: 'file_unreadable',
    make: (folder) => {
      mkdirSync(join(folder, '资料'));
      return join(folder, '资料');
    },
  },
  {
    title: 'a pipe, which would never end',
    becomes: 'file_unreadable',
    make: (folder) => {
      execFileSync('mkfifo', [join(folder, 'pipe')]);
      return join(folder, 'pipe');
    },
  },
  { title: 'a device without end', becomes: 'file_unreadable', make: () => '/dev/zero' },
  // The system lists it as a file, and every read of it fails with EIO, as reads from a drive that is gone.
  {
    title: 'a file whose drive does not give its bytes',
    becomes: 'file_unreadable',
    make: () => '/proc/self/mem',
  },
  // As a log that is written to while it is read: its length is not what it was.
  { title: 'a file that is longer than it was', becomes: 'file_changed', make: () => '/proc/self/maps' },
  {
    title: 'a file of more than 2 GB',
    becomes: 'too_large',
    make: (folder) => sparse(join(folder, '录像.mp4'), maxFileBytes + 1),
  },
];

const sha256 = 'a'.repeat(64);
const reference = { fileName: 'a.pdf', mediaType: 'application/pdf', size: 1, sha256 };

/** What a record may say of a file, and what it may not. */
export const fileReferences: readonly (readonly [string, object, 'taken' | 'refused'])[] = [
  ['as it should be', reference, 'taken'],
  ['an empty file', { ...reference, size: 0 }, 'taken'],
  ['2 GB', { ...reference, size: maxFileBytes }, 'taken'],
  ['more than 2 GB', { ...reference, size: maxFileBytes + 1 }, 'refused'],
  ['a negative size', { ...reference, size: -1 }, 'refused'],
  ['half a byte', { ...reference, size: 0.5 }, 'refused'],
  ['no size', { ...reference, size: null }, 'refused'],
  ['a hash in capitals', { ...reference, sha256: 'A'.repeat(64) }, 'refused'],
  ['a hash that is too short', { ...reference, sha256: 'a'.repeat(63) }, 'refused'],
  ['a path for a hash', { ...reference, sha256: '../../../etc/passwd' }, 'refused'],
  ['no name', { ...reference, fileName: '' }, 'refused'],
  ['a name beyond all names', { ...reference, fileName: 'a'.repeat(201) }, 'refused'],
  ['a path beside it', { ...reference, path: '/etc/passwd' }, 'refused'],
];

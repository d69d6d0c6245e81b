// Names and kinds of files: what an attachment is called on this disk, and which kinds are opened in another program. What could run as a program
// is never opened; one can save it and take it from there.
import { extname } from 'node:path';

const kinds: ReadonlyMap<string, string> = new Map([
  ['.pdf', 'application/pdf'],
  ['.ofd', 'application/ofd'],
  ['.doc', 'application/msword'],
  ['.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['.wps', 'application/vnd.ms-works'],
  ['.xls', 'application/vnd.ms-excel'],
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['.et', 'application/vnd.ms-excel'],
  ['.ppt', 'application/vnd.ms-powerpoint'],
  ['.pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['.txt', 'text/plain'],
  ['.csv', 'text/csv'],
  ['.jpg', 'image/jpeg'],
  ['.jpeg', 'image/jpeg'],
  ['.png', 'image/png'],
  ['.bmp', 'image/bmp'],
  ['.tif', 'image/tiff'],
  ['.tiff', 'image/tiff'],
  ['.zip', 'application/zip'],
  ['.7z', 'application/x-7z-compressed'],
  ['.rar', 'application/vnd.rar'],
]);

const maxName = 150;
/** Separators, control characters, what Windows forbids, and signs that turn the reading direction and so hide an ending. */
const unsafe = /[\p{Cc}\p{Cf}/\\:*?"<>|]/gu;
/** Names that Windows takes for devices. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

export function mediaTypeOf(fileName: string): string {
  return kinds.get(extname(fileName).toLowerCase()) ?? 'application/octet-stream';
}

export function opensSafely(fileName: string): boolean {
  return kinds.has(extname(fileName).toLowerCase());
}

/** A name that is one part of a path on every system, with its ending kept. */
export function safeName(name: string): string {
  // Half of a character, as Windows allows it in names, cannot be stored.
  const clean = name
    .toWellFormed()
    .normalize('NFC')
    .replace(unsafe, '_')
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '')
    .trim();
  const named = clean === '' || device.test(clean) ? `file_${clean}` : clean;
  const ending = upTo(extname(named), 12);
  return named.length <= maxName ? named : `${upTo(named, maxName - ending.length)}${ending}`;
}

/** Never half a character. */
function upTo(text: string, length: number): string {
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > length) break;
    kept += character;
  }
  return kept;
}

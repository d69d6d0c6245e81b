// The files that everybody may download: those that the document of a published announcement names, under names that can stand in an address and
// on any disk.
import { fieldsOf, valueAt } from '#shared/domain/announcements/field-values.ts';
import type { PublishedAnnouncement } from '#shared/domain/announcements/model.ts';
import { withoutTurns } from '#shared/domain/announcements/published-text.ts';
import { templateOf } from '#shared/domain/announcements/templates/index.ts';
import { filesIn } from '#shared/domain/announcements/values.ts';
import { websiteText } from '#shared/text/zh-CN/website.ts';

export type PublicFile = { readonly name: string; readonly size: number; readonly sha256: string };

export function publicFiles({ type, templateVersion, frozen }: PublishedAnnouncement): readonly PublicFile[] {
  const template = templateOf(type, templateVersion);
  const fields = template === undefined ? [] : fieldsOf(template);
  const named = fields
    .filter(({ kind, printed }) => kind === 'files' && printed !== 'elsewhere')
    .flatMap(({ key }) => filesIn(valueAt(frozen.values, key)))
    .map(({ fileName, size, sha256 }) => ({ name: safeName(fileName), size, sha256 }));
  return [...new Map(named.map((file) => [`${file.sha256} ${file.name}`, file])).values()];
}

/** Signs that separate folders, that some disks refuse, or that turn the direction of writing; `..` is no name. */
function safeName(fileName: string): string {
  const plain = withoutTurns(fileName)
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[<>:"/\\|?*%#;]/g, '_')
    .replace(/^[. ]+|[. ]+$/g, '');
  return plain === '' ? websiteText.files.unnamed : plain;
}

const types: ReadonlyMap<string, string> = new Map([
  ['pdf', 'application/pdf'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['zip', 'application/zip'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
]);

/** By its ending: what was declared when it was attached is anybody's word. */
export function typeOfFile(name: string): string {
  return types.get(name.split('.').at(-1)?.toLowerCase() ?? '') ?? 'application/octet-stream';
}

/** Saved, never shown in the page (RFC 6266); programs that read ASCII alone get the ending. */
export function dispositionOf(name: string): string {
  const [ending = ''] = /\.[A-Za-z0-9]{1,10}$/.exec(name) ?? [];
  return `attachment; filename="file${ending}"; filename*=UTF-8''${encoded(name)}`;
}

/** As RFC 5987 wants it: what `encodeURIComponent` leaves, less what a header gives a meaning. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

export const fileAddress = (announcementId: string, { sha256, name }: PublicFile): string =>
  `/announcements/${announcementId}/files/${sha256}/${encoded(name)}`;

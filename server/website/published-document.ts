// The row of a published announcement with the very document that preview, print and Word show.
import { announcementDocument } from '#shared/domain/announcements/document-of-row.ts';
import type { PublishedAnnouncement } from '#shared/domain/announcements/model.ts';
import { templateOf } from '#shared/domain/announcements/templates/index.ts';
import { type WebsiteRow, websiteRow } from './published.ts';

export function websiteRowOf(published: PublishedAnnouncement): WebsiteRow {
  const document = announcementDocument(published);
  // What this server published it can print: the formats of all versions stay in the program.
  if (!document.ok) throw new Error(`no document of a published announcement: ${document.error.code}`);
  const { column } = templateOf(published.type);
  if (column === null) throw new Error(`${published.type} is not public`);
  return websiteRow(published, column, document.value);
}

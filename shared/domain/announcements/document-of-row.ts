// The document of an announcement: of one that was submitted as it was frozen, of a draft as it stands. Preview, print, Word and website ask here.
import type { OfficialDocument } from '#shared/documents/model.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Composed } from './compose.ts';
import { documentOf } from './document.ts';
import type { AnnouncementFacts } from './facts-model.ts';
import { textIn, valueAt } from './field-values.ts';
import type { Announcement } from './model.ts';
import type { Template } from './template.ts';
import { templateOf } from './templates/index.ts';
import type { Values } from './values.ts';

type Side = Announcement['draftedBy'];

/** Error codes: wrong_state (not submitted), client_too_old (a format of a newer program). */
export function announcementDocument(announcement: Announcement): Result<OfficialDocument> {
  const { type, templateVersion, frozen, publishedAt, draftedBy, purchaserName } = announcement;
  if (frozen === null) return err({ code: 'wrong_state' });
  const template = templateOf(type, templateVersion);
  if (template === undefined) return err({ code: 'client_too_old' });
  return ok(
    documentOf(template, frozen.title, frozen.values, {
      publishedOn: publishedAt === null ? null : toPlainDate(publishedAt),
      signer: signerOf(template, draftedBy, frozen.values, purchaserName),
    }),
  );
}

/** A draft as it would be published, without the day. */
export function draftDocument(
  { template, purchaser }: AnnouncementFacts,
  { title, values }: Composed,
  draftedBy: Side,
): OfficialDocument {
  const signer = signerOf(template, draftedBy, values, purchaser?.name ?? '');
  return documentOf(template, title, values, { publishedOn: null, signer });
}

/** Whoever wrote it, unless the format says that the purchaser answers for it (条例 art 50). */
function signerOf({ signedBy }: Template, draftedBy: Side, values: Values, purchaserName: string): string {
  const byAgency = draftedBy === 'agency' && signedBy !== 'purchaser';
  const agency = byAgency ? textIn(valueAt(values, 'agencyName')) : '';
  return agency === '' ? purchaserName : agency;
}

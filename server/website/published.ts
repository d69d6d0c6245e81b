// A published announcement as the website shows it: a function of the stored record alone, so that the projection can be made again at any time.
import { documentHtml } from '#shared/documents/html.ts';
import type { OfficialDocument } from '#shared/documents/model.ts';
import type { PublishedAnnouncement } from '#shared/domain/announcements/model.ts';
import type { Instant, PlainDate } from '#shared/kernel/dates.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { wordsOfDocument } from './document-words.ts';
import { type PublicFile, publicFiles } from './public-files.ts';
import { sanitised } from './sanitise.ts';
import { termsOf } from './search-terms.ts';

export type WebsiteRow = {
  readonly id: Id;
  readonly type: string;
  readonly columnCode: string;
  readonly title: string;
  readonly regionCode: string;
  readonly method: string | null;
  readonly purchaserId: Id;
  readonly purchaserName: string;
  readonly projectId: Id | null;
  readonly projectName: string;
  /** 变更采购方式: the project of before, whose page is linked to this one's. */
  readonly predecessorProjectId: Id | null;
  readonly projectNo: string;
  readonly planNo: string;
  readonly targetId: Id | null;
  readonly round: number;
  readonly publishedAt: Instant;
  readonly displayUntil: PlainDate | null;
  readonly withdrawnAt: Instant | null;
  readonly withdrawnReason: string | null;
  readonly html: string;
  readonly files: readonly PublicFile[];
  readonly body: string;
  readonly terms: readonly string[];
};

export function websiteRow(
  published: PublishedAnnouncement,
  columnCode: string,
  document: OfficialDocument,
): WebsiteRow {
  const { id, type, regionCode, method, purchaserId, purchaserName } = published;
  const { projectId, projectName, projectNo, planNo, targetId, round, displayUntil, withdrawal } = published;
  const { publishedAt, predecessorProjectId } = published;
  const { title } = document;
  const body = wordsOfDocument(document);
  return {
    id,
    type,
    columnCode,
    title,
    regionCode,
    method,
    purchaserId,
    purchaserName,
    projectId,
    projectName,
    predecessorProjectId,
    projectNo,
    planNo,
    targetId,
    round,
    publishedAt,
    displayUntil,
    // Who withdrew it is the office's affair; that it did, when and why is everyone's.
    withdrawnAt: withdrawal?.at ?? null,
    withdrawnReason: withdrawal?.reason ?? null,
    html: sanitised(documentHtml(document)),
    files: publicFiles(published),
    body,
    terms: termsOf({
      title,
      body,
      projectName,
      projectNo,
      planNo,
      purchaserName,
      columnCode,
      regionCode,
      method,
      publishedAt,
    }),
  };
}

// A record for each section that a month's notices announced, for programs. Its status is in the words of the lots of OCDS 1.1.

import { resultOf, type SectionResult } from '#shared/domain/projects/result.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { cleanText } from '#shared/kernel/text.ts';
import type { websiteText } from '#shared/text/zh-CN/website.ts';
import { announcementAddress } from '../pages/items.ts';
import type { Lot } from '../read/lots.ts';
import { csvText, type FieldOf, jsonText } from './open-data.ts';

type Name = keyof typeof websiteText.openDataPage.lotFields;
type Field = FieldOf<Lot, Name>;
type Status = Lot['section']['status'];

const field = (name: Name, read: Field['read']): Field => ({ name, read });
const yuan = (amount: Fen | null) => (amount === null ? null : amount / 100);

const lotStatuses: Readonly<Record<Status, string>> = {
  received: 'planned',
  announced: 'active',
  opened: 'active',
  evaluated: 'active',
  awarded: 'complete',
  contracted: 'complete',
  accepted: 'complete',
  failed: 'unsuccessful',
  terminated: 'cancelled',
  cancelled: 'cancelled',
};

export const lotFields: readonly Field[] = [
  field('announcementId', ({ announcementId }) => announcementId),
  field('announcementUrl', ({ announcementId }, origin) => `${origin}${announcementAddress(announcementId)}`),
  field('projectId', ({ projectId }) => projectId),
  field('projectNo', ({ projectNo }) => projectNo),
  field('projectName', ({ projectName }) => projectName),
  field('lotId', ({ section }) => section.id),
  field('lotNo', ({ section }) => section.sectionNo),
  field('lotName', ({ section }) => section.name),
  field('status', ({ section }) => lotStatuses[section.status]),
  field('budget', ({ section }) => yuan(section.budget)),
  field('ceiling', ({ section }) => yuan(section.ceiling)),
  field('deadline', ({ section }) => section.schedule?.deadline ?? null),
  field('opening', ({ section }) => section.schedule?.opening ?? null),
  field('supplierName', ({ section }) => cleanText(publicResult(section)?.supplierName ?? '') || null),
  field('supplierUscc', ({ section }) => publicResult(section)?.supplierUscc || null),
  field('awardAmount', ({ section }) => yuan(publicResult(section)?.amount ?? null)),
  field('awardAnnouncementId', ({ section }) => publicResult(section)?.announcementId ?? null),
];

const hasEnded: ReadonlySet<Status> = new Set(['failed', 'terminated', 'cancelled']);

/** Nobody outside hears of a result before it is announced. */
function publicResult(section: Lot['section']): SectionResult | undefined {
  const result = hasEnded.has(section.status) ? undefined : resultOf(section);
  return result === undefined || result.announcementId === null ? undefined : result;
}

export const lotsJson = (origin: string, lots: readonly Lot[]): string => jsonText(lotFields, origin, lots);
export const lotsCsv = (origin: string, lots: readonly Lot[]): string => csvText(lotFields, origin, lots);

// A record for each section that a month's notices (of invitations, their results) announced, for programs. Its status is in the words of the lots of OCDS 1.1.

import { resultOf, type SectionResult } from '#shared/domain/projects/result.ts';
import { liveContracts, type SectionContract } from '#shared/domain/projects/section-contracts.ts';
import { type Fen, sumFen } from '#shared/kernel/money.ts';
import { cleanText } from '#shared/kernel/text.ts';
import type { websiteText } from '#shared/text/zh-CN/website.ts';
import { methodName } from '../names.ts';
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
  field('methodCode', ({ method }) => method),
  field('methodName', ({ method }) => (method === null ? null : methodName(method))),
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
  field('contractCount', ({ section }) => publicContracts(section).length),
  field('contractAmount', ({ section }) => yuan(contractSum(section))),
  field('contractSignedOn', ({ section }) => publicContracts(section)[0]?.signedOn ?? null),
  field('contractAnnouncementId', ({ section }) => publicContracts(section)[0]?.announcementId ?? null),
  field('contractStatus', ({ section }) => contractStatus(section)),
  field('contractAcceptedOn', ({ section }) => acceptedOn(section)),
];

const hasEnded: ReadonlySet<Status> = new Set(['failed', 'terminated', 'cancelled']);

/** Nobody outside hears of a result before it is announced. */
function publicResult(section: Lot['section']): SectionResult | undefined {
  const result = hasEnded.has(section.status) ? undefined : resultOf(section);
  return result === undefined || result.announcementId === null ? undefined : result;
}

/** In force, in the order of signing; of those that may not be announced nobody outside hears. */
function publicContracts(section: Lot['section']): readonly SectionContract[] {
  return liveContracts(section)
    .filter(({ announcementId }) => announcementId !== null)
    .toSorted((a, b) => (a.signedOn < b.signedOn ? -1 : 1));
}

/** Of OCDS: `terminated` once nothing of what was signed is left to be carried out, whether it came to its end or was ended. */
function contractStatus(section: Lot['section']): 'active' | 'terminated' | null {
  const announced = section.contracts.filter(({ announcementId }) => announcementId !== null);
  if (announced.length === 0) return null;
  const open = announced.some(
    ({ endedAt, settledAt, acceptedOn: on }) => endedAt === null && (on === null || settledAt === null),
  );
  return open ? 'active' : 'terminated';
}

/** The day of the last acceptance, once all of them are. */
function acceptedOn(section: Lot['section']): string | null {
  const days = publicContracts(section).map((contract) => contract.acceptedOn);
  return days.includes(null) ? null : (days.toSorted().at(-1) ?? null);
}

/** Of all of them; null where there is none, or one of them names no amount. */
function contractSum(section: Lot['section']): Fen | null {
  const amounts = publicContracts(section).map(({ amount }) => amount);
  return amounts.length === 0 || amounts.includes(null) ? null : sumFen(amounts.map((amount) => amount ?? 0));
}

export const lotsJson = (origin: string, lots: readonly Lot[]): string => jsonText(lotFields, origin, lots);
export const lotsCsv = (origin: string, lots: readonly Lot[]): string => csvText(lotFields, origin, lots);

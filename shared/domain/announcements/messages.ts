// What the trading centre is told of what is published: what everybody can read, and the dates that hold for its sections. Messages about one
// project leave in the order in which they were published.
import {
  type AnnouncementCorrectBody,
  type AnnouncementDates,
  type AnnouncementPushBody,
  type AnnouncementTerminateBody,
  type AwardChangePushBody,
  type AwardPushBody,
  type ContractChangeBody,
  type ContractPushBody,
  type CorrectionLine,
  maxEnvelopeBytes,
} from '#shared/contract/exchange.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { ExchangeMessageDraft } from '../exchange-message.ts';
import type { Section } from '../projects/model.ts';
import { resultOf } from '../projects/result.ts';
import type { PublishedAnnouncement } from './model.ts';
import type { Values } from './values.ts';

/** What is corrected, or why something ends, is said twice: in the values and by itself. Title, sections and envelope have the rest. */
const maxValuesBytes = Math.floor(maxEnvelopeBytes * 0.45);

/** Whether the values of an announcement can be sent as one message; what cannot be sent may not be submitted. */
export function fitsMessage(values: Values): boolean {
  return utf8Length(canonicalJson(values)) <= maxValuesBytes;
}

export type Publication = {
  readonly announcement: PublishedAnnouncement & { readonly projectId: string };
  readonly platformId: string;
  /** The sections it is about. */
  readonly sections: readonly Section[];
  /** That hold for these sections once it is published. */
  readonly dates: AnnouncementDates;
};
type AboutAnother = Publication & { readonly targetId: string };

export function announcementPush(publication: Publication): ExchangeMessageDraft {
  return draft('announcement.push', publication, published(publication));
}

export function announcementCorrect(
  publication: AboutAnother,
  corrections: readonly CorrectionLine[],
): ExchangeMessageDraft {
  const body: AnnouncementCorrectBody = {
    ...published(publication),
    targetId: publication.targetId,
    corrections: [...corrections],
  };
  return draft('announcement.correct', publication, body);
}

export function announcementTerminate(publication: AboutAnother, reason: string): ExchangeMessageDraft {
  const body: AnnouncementTerminateBody = {
    ...published(publication),
    targetId: publication.targetId,
    reason,
  };
  return draft('announcement.terminate', publication, body);
}

/** The sections as they are from the publication on. */
export function awardPush(publication: Publication): ExchangeMessageDraft {
  const body: AwardPushBody = {
    ...published(publication),
    results: publication.sections.flatMap((section) => resultIn(section) ?? []),
  };
  return draft('award.push', publication, body);
}

/** `before`: the sections with their changes pending; those of `publication` are as they are from the publication on. */
export function awardChangePush(publication: AboutAnother, before: readonly Section[]): ExchangeMessageDraft {
  const body: AwardChangePushBody = {
    ...published(publication),
    targetId: publication.targetId,
    results: publication.sections.flatMap((section) => {
      const result = resultIn(section);
      const change = before.find(({ id }) => id === section.id)?.change ?? null;
      if (result === undefined || change === null) return [];
      return [{ ...result, changeNo: change.changeNo, action: change.action }];
    }),
  };
  return draft('award-change.push', publication, body);
}

export function contractPush(
  publication: Publication,
  contract: ContractPushBody['contract'],
): ExchangeMessageDraft {
  const body: ContractPushBody = { ...published(publication), contract };
  return draft('contract.push', publication, body);
}

export function contractChangePush(
  publication: Publication,
  change: ContractChangeBody['change'],
): ExchangeMessageDraft {
  const body: ContractChangeBody = { ...published(publication), change };
  return draft('contract.change', publication, body);
}

function resultIn(section: Section): AwardPushBody['results'][number] | undefined {
  const result = resultOf(section);
  if (result === undefined) return undefined;
  const { awardId, supplierName, supplierUscc, members, amount, rate, determinedAt, letter } = result;
  return {
    lotUid: section.lotUid,
    awardId,
    supplier: { name: supplierName, uscc: supplierUscc },
    members: members.map(({ name, uscc }) => ({ name, uscc })),
    amount,
    rate,
    determinedAt,
    letterNo: letter?.no ?? null,
  };
}

function published({ announcement, sections, dates }: Publication): AnnouncementPushBody {
  const { id, type, projectId, planNo, projectNo, round, publishedAt, frozen } = announcement;
  return {
    announcementId: id,
    type,
    title: frozen.title,
    projectId,
    planNo,
    projectNo,
    round,
    lotUids: sections.map(({ lotUid }) => lotUid),
    publishedAt,
    values: frozen.values,
    dates,
  };
}

function draft(type: string, publication: Publication, body: unknown): ExchangeMessageDraft {
  const { announcement, platformId } = publication;
  return { type, platformId, businessKey: `announcement/${announcement.projectId}`, body, notBefore: null };
}

function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return length;
}

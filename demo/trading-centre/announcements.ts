// What the trading centre does with announcements: takes what is about sections it has divided and about announcements it knows, keeps it
// word for word, and refuses the rest with the field that is wrong.
import { z } from 'zod';
import {
  type AnnouncementPushBody,
  type AnnouncementsReport,
  type AwardPushBody,
  announcementCorrectBodySchema,
  announcementPushBodySchema,
  announcementTerminateBodySchema,
  awardChangePushBodySchema,
  awardPushBodySchema,
  contractChangeBodySchema,
  contractPushBodySchema,
} from '#shared/contract/exchange.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { type Answer, accepted, duplicate, rejected } from './answer.ts';
import type { Context } from './ports.ts';
import type { Incoming } from './records.ts';

/** A report of so many announcements stays far below what an envelope may hold. */
const mostInReport = 10_000;

type About = AnnouncementPushBody & Partial<Pick<AwardPushBody, 'results'>> & { readonly targetId?: string };

const bodies: ReadonlyMap<string, z.ZodType<About>> = new Map<string, z.ZodType<About>>([
  ['announcement.push', announcementPushBodySchema],
  ['announcement.correct', announcementCorrectBodySchema],
  ['announcement.terminate', announcementTerminateBodySchema],
  ['award.push', awardPushBodySchema],
  ['award-change.push', awardChangePushBodySchema],
  ['contract.push', contractPushBodySchema],
  ['contract.change', contractChangeBodySchema],
]);

export function isAboutAnnouncement(type: string): boolean {
  return bodies.has(type);
}

export function takeAnnouncement(context: Context, { type, body, platformId }: Incoming): Answer {
  const about = bodies.get(type)?.parse(body);
  if (about === undefined) return rejected('unknown_message_type', 'type');
  const { announcements } = context.records;
  const key = keyOf(platformId, about.announcementId) + (isWithdrawal(about) ? '/withdrawn' : '');
  const held = announcements.get(key);
  if (held !== undefined) {
    const same = held.type === type && canonicalJson(held.body) === canonicalJson(about);
    return same ? duplicate : rejected('duplicate_mismatch', 'announcementId');
  }
  const wrong =
    wrongTarget(context, platformId, about) ??
    wrongSection(context, platformId, about) ??
    wrongResult(context, about);
  if (wrong !== undefined) return wrong;
  announcements.put(key, { platformId, type, body: about });
  return accepted;
}

/** What is held of each project, in as many reports as that needs. */
export function announcementReports(
  { records }: Pick<Context, 'records'>,
  platformId: string,
  projectIds: readonly string[],
): readonly (readonly AnnouncementsReport[])[] {
  const held = records.announcements.values().filter((record) => record.platformId === platformId);
  const reports: AnnouncementsReport[][] = [];
  let room = 0;
  for (const projectId of projectIds) {
    const own = held.filter(({ body }) => body.projectId === projectId).map(({ body }) => body);
    const withdrawn = own.filter(isWithdrawal).map(({ announcementId }) => announcementId);
    const published = own
      .map(({ announcementId }) => announcementId)
      .filter((announcementId) => !withdrawn.includes(announcementId));
    const size = published.length + withdrawn.length;
    if (size > room || reports.length === 0) {
      reports.push([]);
      room = mostInReport;
    }
    reports.at(-1)?.push({ projectId, published, withdrawn });
    room -= size;
  }
  return reports;
}

/** 撤回: the end of an announcement itself. */
function isWithdrawal({
  announcementId,
  targetId,
}: Pick<About, 'announcementId'> & { readonly targetId?: unknown }): boolean {
  return announcementId === targetId;
}

const keyOf = (platformId: string, announcementId: string) => `${platformId}/${announcementId}`;

/** 更正 and 终止 are about an announcement of the same project that has been taken, and about none of its sections twice. */
function wrongTarget(context: Context, platformId: string, about: About): Answer | undefined {
  const { targetId, projectId, lotUids } = about;
  if (targetId === undefined) return undefined;
  const target = context.records.announcements.get(keyOf(platformId, targetId));
  if (target === undefined || target.body.projectId !== projectId) return rejected('not_found', 'targetId');
  const foreign = lotUids.findIndex((lotUid) => !target.body.lotUids.includes(lotUid));
  return foreign < 0 ? undefined : rejected('not_in_target', `lotUids.${foreign}`);
}

function wrongSection(context: Context, platformId: string, about: About): Answer | undefined {
  const { plans, sections } = context.records;
  for (const [index, lotUid] of about.lotUids.entries()) {
    const section = sections.get(lotUid);
    const plan = section === undefined ? undefined : plans.get(`${platformId}/${section.planId}`);
    if (section?.platformId !== platformId || plan?.body.projectId !== about.projectId) {
      return rejected('not_found', `lotUids.${index}`);
    }
    // A correction or an end may well be about a section that is no more.
    if (section.cancelled && about.targetId === undefined) {
      return rejected('section_cancelled', `lotUids.${index}`);
    }
  }
  return undefined;
}

const rankingSchema = z.object({ ranking: z.array(z.object({ supplier: z.string() })) });

/** A result is about a section of its announcement, and names one of those whom the centre's committee has ranked, where it has. */
function wrongResult({ records }: Context, { lotUids, results = [] }: About): Answer | undefined {
  for (const [index, { lotUid, supplier }] of results.entries()) {
    if (!lotUids.includes(lotUid)) return rejected('not_found', `results.${index}.lotUid`);
    const evaluation = rankingSchema.safeParse(records.courses.get(lotUid)?.evaluation);
    const ranked = evaluation.data?.ranking.map((line) => line.supplier) ?? [];
    if (ranked.length > 0 && !ranked.includes(supplier.name)) {
      return rejected('not_ranked', `results.${index}.supplier`);
    }
  }
  return undefined;
}

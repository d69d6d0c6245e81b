// Whether the centre and we hold the same announcements to be in force. After a restore they may not: what was published or withdrawn after the
// backup stands at the centre, and may be refused here when the desks offer it again. A difference is listed for the administrator and nothing is
// sent: only a person can say which side is right. It is resolved when a later comparison finds both sides to agree.
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { type AnnouncementsReport, announcementsReconcileBodySchema } from '#shared/contract/exchange.ts';
import type { Platform } from '#shared/domain/admin/model.ts';
import type { Announcement } from '#shared/domain/announcements/model.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { sqlOf } from '../db/drizzle.ts';
import { accepted, type Decision } from './decision.ts';
import type { Database, ExchangeDeps } from './deps.ts';
import { heldAnnouncements, planNumbers } from './rows.ts';
import { type AnnouncementHolding, exchangeAnnouncementDifferences } from './schema.ts';
import { storeSends } from './store-sends.ts';
import { isUnknownThere } from './unknown-there.ts';

const type = 'reconcile.announcements';
const projectsPerQuestion = 500;
const rowsAStatement = 1000;

type Message = z.infer<typeof announcementsReconcileBodySchema>;
type Report = Extract<Message, { step: 'report' }>;

export async function askAboutAnnouncements(
  tx: Database,
  deps: ExchangeDeps,
  platformId: string,
  projectIds: readonly Id[],
): Promise<void> {
  const askedAt = deps.clock();
  if (await isUnknownThere(tx, platformId, type, askedAt)) return;
  for (let from = 0; from < projectIds.length; from += projectsPerQuestion) {
    const part = projectIds.slice(from, from + projectsPerQuestion);
    const body = { step: 'ask', askedAt, projectIds: part } satisfies Message;
    await storeSends(tx, [{ type, platformId, businessKey: type, body, notBefore: null }], deps);
  }
}

/** The centre only reports: to ask is our part. */
export async function answerAnnouncementsReport(
  tx: Database,
  deps: ExchangeDeps,
  platform: Platform,
  body: unknown,
): Promise<Decision> {
  const message = announcementsReconcileBodySchema.parse(body);
  if (message.step !== 'report') return { status: 'rejected', code: 'not_allowed', field: 'body.step' };
  await compareAnnouncements(tx, deps, platform, message);
  return accepted;
}

async function compareAnnouncements(
  tx: Database,
  deps: ExchangeDeps,
  platform: Platform,
  { askedAt, projects }: Report,
): Promise<void> {
  const now = deps.clock();
  const ids = projects.map(({ projectId }) => projectId);
  const planNos = await planNumbers(tx, platform.id, ids);
  const { announcements, uncertain } = await heldAnnouncements(tx, platform.id, ids);
  const unsettled = new Set(announcements.filter((each) => isUnsettled(each, askedAt)).map(({ id }) => id));
  const compared: Id[] = [];
  const found = new Map<Id, Listed>();
  for (const report of projects) {
    const { projectId } = report;
    const planNo = planNos.get(projectId);
    if (planNo === undefined || uncertain.has(projectId)) continue;
    compared.push(projectId);
    const own = announcements.filter((announcement) => announcement.projectId === projectId);
    for (const difference of differences(own, report)) {
      if (unsettled.has(difference.announcementId)) continue;
      const { announcementId } = difference;
      found.set(announcementId, { ...difference, platformId: platform.id, projectId, planNo, foundAt: now });
    }
  }
  await resolveOthers(tx, platform.id, compared, [...unsettled, ...found.keys()], now);
  await list(tx, [...found.values()]);
}

/** The centre may have said what it holds before it heard of the last change. */
function isUnsettled({ push, updatedAt }: Announcement, askedAt: Instant): boolean {
  return push.status === 'waiting' || push.status === 'received' || updatedAt >= askedAt;
}

type Listed = typeof exchangeAnnouncementDifferences.$inferInsert;
type Difference = {
  readonly announcementId: Id;
  readonly ours: AnnouncementHolding;
  readonly theirs: AnnouncementHolding;
};

function differences(own: readonly Announcement[], report: AnnouncementsReport): readonly Difference[] {
  const theirs = new Map<Id, AnnouncementHolding>([
    ...report.published.map((id) => [id, 'published'] as const),
    ...report.withdrawn.map((id) => [id, 'withdrawn'] as const),
  ]);
  const ours = new Map(own.map((announcement) => [announcement.id, announcement]));
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((announcementId) => {
    const announcement = ours.get(announcementId);
    const difference = {
      announcementId,
      ours: announcement?.status === 'withdrawn' ? 'withdrawn' : announcement ? 'published' : 'none',
      theirs: theirs.get(announcementId) ?? 'none',
    } as const;
    return differs(difference, announcement) ? [difference] : [];
  });
}

function differs({ ours, theirs }: Difference, announcement: Announcement | undefined): boolean {
  if ((ours === 'published') === (theirs === 'published')) return false;
  // What the centre has refused or never received, the announcement itself says.
  const toldBySelf = announcement !== undefined && announcement.push.status !== 'accepted';
  return !toldBySelf || theirs === 'withdrawn';
}

/** Of the projects that were compared, what is not among these any more. */
async function resolveOthers(
  tx: Database,
  platformId: string,
  projectIds: readonly Id[],
  stillOpen: readonly Id[],
  now: Instant,
): Promise<void> {
  await sqlOf(tx).query(
    `UPDATE exchange_announcement_differences SET resolved_at = $1
     WHERE resolved_at IS NULL AND platform_id = $2 AND project_id = ANY($3::text[]) AND announcement_id <> ALL($4::text[])`,
    [now, platformId, projectIds, stillOpen],
  );
}

async function list(tx: Database, rows: readonly Listed[]): Promise<void> {
  const { platformId, announcementId, foundAt, resolvedAt } = exchangeAnnouncementDifferences;
  for (let from = 0; from < rows.length; from += rowsAStatement) {
    await tx
      .insert(exchangeAnnouncementDifferences)
      .values(rows.slice(from, from + rowsAStatement))
      .onConflictDoUpdate({
        target: [platformId, announcementId],
        set: {
          projectId: sql`excluded.project_id`,
          planNo: sql`excluded.plan_no`,
          ours: sql`excluded.ours`,
          theirs: sql`excluded.theirs`,
          // Since when both sides have differed without a break.
          foundAt: sql`CASE WHEN ${resolvedAt} IS NULL THEN ${foundAt} ELSE excluded.found_at END`,
          resolvedAt: null,
        },
      });
  }
}

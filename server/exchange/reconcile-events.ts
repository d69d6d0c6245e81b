// Whether the centre and we hold the same 开标 and 评审, each by its version: after a restore, or where a message was given up, they may not. What the centre holds and we
// do not is asked for again, and comes through the inbox and the commands like everything else. What we hold and the centre does not only a person can judge: it is
// listed, as what is asked for is until it has come. It is resolved when a later comparison finds both sides to agree.
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { type EventsReport, eventsReconcileBodySchema } from '#shared/contract/exchange.ts';
import type { Platform } from '#shared/domain/admin/model.ts';
import type { Instant } from '#shared/kernel/dates.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { sqlOf } from '../db/drizzle.ts';
import { accepted, type Decision } from './decision.ts';
import type { Database, ExchangeDeps } from './deps.ts';
import { heldTold, planNumbers, type ToldOfSection } from './rows.ts';
import { exchangeEventDifferences, toldKinds } from './schema.ts';
import { storeSends } from './store-sends.ts';
import { isUnknownThere } from './unknown-there.ts';

const type = 'reconcile.events';
const projectsPerQuestion = 500;
const lotsPerQuestion = 500;
const rowsAStatement = 1000;

type Message = z.infer<typeof eventsReconcileBodySchema>;
type Report = Extract<Message, { step: 'report' }>;

export async function askAboutEvents(
  tx: Database,
  deps: ExchangeDeps,
  platformId: string,
  projectIds: readonly Id[],
): Promise<void> {
  const askedAt = deps.clock();
  if (await isUnknownThere(tx, platformId, type, askedAt)) return;
  for (let from = 0; from < projectIds.length; from += projectsPerQuestion) {
    const part = projectIds.slice(from, from + projectsPerQuestion);
    await send(tx, deps, platformId, { step: 'ask', askedAt, projectIds: part });
  }
}

/** The centre only reports: to ask and to request again is our part. */
export async function answerEventsReport(
  tx: Database,
  deps: ExchangeDeps,
  platform: Platform,
  body: unknown,
): Promise<Decision> {
  const message = eventsReconcileBodySchema.parse(body);
  if (message.step !== 'report') return { status: 'rejected', code: 'not_allowed', field: 'body.step' };
  await compareEvents(tx, deps, platform, message);
  return accepted;
}

type Listed = typeof exchangeEventDifferences.$inferInsert;

async function compareEvents(
  tx: Database,
  deps: ExchangeDeps,
  platform: Platform,
  { askedAt, projects }: Report,
): Promise<void> {
  const now = deps.clock();
  const ids = projects.map(({ projectId }) => projectId);
  const planNos = await planNumbers(tx, platform.id, ids);
  const { told, uncertain } = await heldTold(tx, platform.id, ids);
  const compared: Id[] = [];
  const unsettled: string[] = [];
  const found: Listed[] = [];
  for (const report of projects) {
    const { projectId } = report;
    const planNo = planNos.get(projectId);
    if (planNo === undefined || uncertain.has(projectId)) continue;
    compared.push(projectId);
    for (const section of told.filter((each) => each.projectId === projectId)) {
      // The centre may have said what it holds before it told of this.
      if (section.recordedAt >= askedAt) unsettled.push(section.lotUid);
      else found.push(...differences(section, report, { platformId: platform.id, planNo, foundAt: now }));
    }
  }
  await resolveOthers(tx, platform.id, compared, { unsettled, found }, now);
  await list(tx, found);
  await askFor(tx, deps, platform.id, [
    ...new Set(found.filter(({ ours, theirs }) => theirs > ours).map(({ lotUid }) => lotUid)),
  ]);
}

type Place = Pick<Listed, 'platformId' | 'planNo' | 'foundAt'>;

function differences(section: ToldOfSection, { projectId, sections }: EventsReport, place: Place): Listed[] {
  const theirs = sections.find(({ lotUid }) => lotUid === section.lotUid);
  return toldKinds.flatMap((kind): Listed[] => {
    const versions = { ours: section[kind], theirs: theirs?.[kind] ?? 0 };
    if (versions.ours === versions.theirs) return [];
    const requestedAt = versions.theirs > versions.ours ? place.foundAt : null;
    return [{ ...place, projectId, lotUid: section.lotUid, kind, ...versions, requestedAt }];
  });
}

async function askFor(
  tx: Database,
  deps: ExchangeDeps,
  platformId: string,
  lotUids: readonly string[],
): Promise<void> {
  for (let from = 0; from < lotUids.length; from += lotsPerQuestion) {
    await send(tx, deps, platformId, {
      step: 'resend',
      lotUids: lotUids.slice(from, from + lotsPerQuestion),
    });
  }
}

async function send(tx: Database, deps: ExchangeDeps, platformId: string, body: Message): Promise<void> {
  await storeSends(tx, [{ type, platformId, businessKey: type, body, notBefore: null }], deps);
}

/** Of the projects that were compared, what is not among these any more. */
async function resolveOthers(
  tx: Database,
  platformId: string,
  projectIds: readonly Id[],
  still: { readonly unsettled: readonly string[]; readonly found: readonly Listed[] },
  now: Instant,
): Promise<void> {
  await sqlOf(tx).query(
    `UPDATE exchange_event_differences SET resolved_at = $1
     WHERE resolved_at IS NULL AND platform_id = $2 AND project_id = ANY($3::text[])
       AND lot_uid <> ALL($4::text[]) AND lot_uid || '/' || kind <> ALL($5::text[])`,
    [
      now,
      platformId,
      projectIds,
      still.unsettled,
      still.found.map(({ lotUid, kind }) => `${lotUid}/${kind}`),
    ],
  );
}

async function list(tx: Database, rows: readonly Listed[]): Promise<void> {
  const { platformId, lotUid, kind, foundAt, resolvedAt } = exchangeEventDifferences;
  for (let from = 0; from < rows.length; from += rowsAStatement) {
    await tx
      .insert(exchangeEventDifferences)
      .values(rows.slice(from, from + rowsAStatement))
      .onConflictDoUpdate({
        target: [platformId, lotUid, kind],
        set: {
          projectId: sql`excluded.project_id`,
          planNo: sql`excluded.plan_no`,
          ours: sql`excluded.ours`,
          theirs: sql`excluded.theirs`,
          requestedAt: sql`excluded.requested_at`,
          // Since when both sides have differed without a break.
          foundAt: sql`CASE WHEN ${resolvedAt} IS NULL THEN ${foundAt} ELSE excluded.found_at END`,
          resolvedAt: null,
        },
      });
  }
}

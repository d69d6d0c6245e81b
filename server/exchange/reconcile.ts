// Whether the centre and we hold the same: asked daily and on demand. We ask with plan numbers, the centre reports per plan how many
// sections it holds and a hash over them; what differs is listed and requested again. Nothing is changed here: what the centre sends
// again comes through the inbox and the commands like everything else, and what we hold already is a duplicate. Announcements and events are asked
// about in messages of their own (reconcile-announcements.ts, reconcile-events.ts).
import { and, eq, isNull } from 'drizzle-orm';
import { type PlanReport, reconcileBodySchema, sectionsText } from '#shared/contract/exchange.ts';
import type { Platform } from '#shared/domain/admin/model.ts';
import { accepted, type Decision } from './decision.ts';
import type { Database, ExchangeDeps } from './deps.ts';
import { askAboutAnnouncements } from './reconcile-announcements.ts';
import { askAboutEvents } from './reconcile-events.ts';
import { type HeldSection, heldSections, pushedPlans } from './rows.ts';
import { exchangeDifferences } from './schema.ts';
import { sha256Hex } from './signatures.ts';
import { storeSends } from './store-sends.ts';

const plansPerQuestion = 500;

/** Asks a platform about every plan that was to be pushed to it. The number of plans asked about. */
export async function askReconcile(deps: ExchangeDeps, platformId: string): Promise<number> {
  return deps.database.transaction(async (tx) => {
    const plans = await pushedPlans(tx, platformId);
    const planNos = plans.map(({ planNo }) => planNo);
    for (let from = 0; from < planNos.length; from += plansPerQuestion) {
      await sendStep(tx, deps, platformId, 'ask', planNos.slice(from, from + plansPerQuestion));
    }
    const projectIds = plans.map(({ projectId }) => projectId);
    await askAboutAnnouncements(tx, deps, platformId, projectIds);
    await askAboutEvents(tx, deps, platformId, projectIds);
    return planNos.length;
  });
}

/** The centre only reports: to ask and to request again is our part. */
export async function answerReport(
  tx: Database,
  deps: ExchangeDeps,
  platform: Platform,
  body: unknown,
): Promise<Decision> {
  const message = reconcileBodySchema.parse(body);
  if (message.step !== 'report') return { status: 'rejected', code: 'not_allowed', field: 'body.step' };
  await compareReport(tx, deps, platform, message.plans);
  return accepted;
}

/** Compares the centre's report with what we hold, lists the differences and asks for the sections once more. */
async function compareReport(
  tx: Database,
  deps: ExchangeDeps,
  platform: Platform,
  reports: readonly PlanReport[],
): Promise<void> {
  const now = deps.clock();
  const planNos = reports.map(({ planNo }) => planNo);
  const plans = await pushedPlans(tx, platform.id, planNos);
  const planIds = new Map(plans.map(({ planNo, planId }) => [planNo, planId]));
  const { sections, uncertain } = await heldSections(tx, [...planIds.values()]);
  const differing: string[] = [];
  for (const report of reports) {
    const { planNo } = report;
    const planId = planIds.get(planNo);
    if (planId === undefined || uncertain.has(planId)) continue;
    const ours = sections.filter((section) => section.planId === planId);
    const place = { platformId: platform.id, planNo };
    if (report.known && report.hash === sectionsHash(ours)) {
      await tx
        .update(exchangeDifferences)
        .set({ resolvedAt: now })
        .where(
          and(
            eq(exchangeDifferences.platformId, platform.id),
            eq(exchangeDifferences.planNo, planNo),
            isNull(exchangeDifferences.resolvedAt),
          ),
        );
      continue;
    }
    const difference = {
      kind: report.known ? ('sections_differ' as const) : ('plan_unknown' as const),
      ourSections: ours.length,
      theirSections: report.sections,
      requestedAt: report.known ? now : null,
      resolvedAt: null,
    };
    await tx
      .insert(exchangeDifferences)
      .values({ ...place, ...difference, foundAt: now })
      .onConflictDoUpdate({
        target: [exchangeDifferences.platformId, exchangeDifferences.planNo],
        set: difference,
      });
    if (report.known) differing.push(planNo);
  }
  if (differing.length > 0) await sendStep(tx, deps, platform.id, 'resend', differing);
}

export function sectionsHash(sections: readonly Pick<HeldSection, 'lotUid' | 'version'>[]): string {
  return sha256Hex(sectionsText(sections));
}

async function sendStep(
  tx: Database,
  deps: ExchangeDeps,
  platformId: string,
  step: 'ask' | 'resend',
  planNos: readonly string[],
): Promise<void> {
  const body = { step, planNos };
  await storeSends(
    tx,
    [{ type: 'reconcile', platformId, businessKey: 'reconcile', body, notBefore: null }],
    deps,
  );
}

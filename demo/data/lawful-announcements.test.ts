// Every announcement that is meant to be submitted passes the rules, on whatever day it is drafted.
import { describe, expect, it } from 'vitest';
import { invitationTypes } from '#shared/codes/announcement-kinds.ts';
import { planBody } from '#shared/contract/exchange.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { calendarYears, numberPatterns, organisations, platforms } from '#shared/domain/admin/model.ts';
import { type AnnouncementTypeCode, announcements } from '#shared/domain/announcements/model.ts';
import { type Plan, plans } from '#shared/domain/plans/model.ts';
import { projects, sections } from '#shared/domain/projects/model.ts';
import { addDays, startOfDay } from '#shared/kernel/dates.ts';
import { aPlan } from '#test/builders/plans.ts';
import { Store } from '#test/builders/store.ts';
import { announcementWarnings } from '#test/support/announcement-warnings.ts';
import { actorOf } from '../seed-steps.ts';
import { sectionsOf } from '../trading-centre/sections.ts';
import { noticeTypesOf, typedContent } from './announcement-content.ts';
import { demoWorld } from './demo-world.ts';
import type { DemoPlan } from './plans.ts';
import { randomOf } from './random.ts';
import { demoCalendar, demoNumberPatterns, demoPlatforms } from './set-up.ts';

const world = demoWorld();
const hour = 3_600_000;
const day = 24 * hour;
/** As announcements of the demo: what is typed is lawful for so many days. */
const lastsDays = 10;

function storeOn(today: string): Store {
  const store = new Store()
    .put(organisations, ...world.organisations.map(({ row }) => row))
    .put(platforms, ...demoPlatforms({ inboxUrl: 'http://127.0.0.1:9/', keyId: 'k1', publicKey: 'AA==' }))
    .put(numberPatterns, ...demoNumberPatterns)
    .put(calendarYears, ...demoCalendar);
  store.now = startOfDay(today) + 9 * hour;
  return store;
}

/** Files the plan and divides it into sections, as the simulator does. */
function filed(store: Store, { id, unit, office, content }: DemoPlan): string {
  const { row } = unit;
  const approved: Plan = { ...aPlan().approved().build(), id, content, purchaserId: row.id };
  store.put(plans, { ...approved, purchaserName: row.name, purchaserUscc: row.uscc });
  must(store.run(actorOf(office), 'plans.file', { id }));
  const plan = store.get(plans, id);
  const { planNo, projectId } = plan;
  if (planNo === null || projectId === null) throw new Error('the plan was not filed');
  const random = randomOf(`sections of ${id}`);
  const arrivals = sectionsOf(planBody({ ...plan, planNo }, projectId), 1).map((arrival) => ({
    id: random.uuid(store.now),
    lotUid: random.uuid(store.now),
    version: 1,
    pushedAt: store.now,
    content: arrival,
  }));
  const centre: Actor = {
    accountId: id,
    name: '',
    role: 'trading_platform',
    organisationId: null,
    regionCodes: [],
    platformId: content.platformId,
  };
  must(store.run(centre, 'sections.receive', { planId: id, planNo, sections: arrivals }));
  return projectId;
}

function must(result: { readonly ok: boolean }): void {
  expect(result).toMatchObject({ ok: true });
}

describe('demo announcements', () => {
  // Before the spring festival, in the middle of the year, before the October days, at the end of the year and in one without a calendar yet.
  it.each(['2026-01-26', '2026-03-16', '2026-09-11', '2026-11-23', '2027-01-05'])(
    'drafted on %s are lawful until they are published, and so are what corrects and ends them',
    (today) => {
      const store = storeOn(today);
      const seen = new Map<string, number>();
      for (const plan of world.plans(300, today)) {
        const keyOf = (each: AnnouncementTypeCode) => `${each} ${plan.content.method}`;
        const type = noticeTypesOf(plan.content.method ?? '').find(
          (each) => (seen.get(keyOf(each)) ?? 0) < 4,
        );
        if (plan.goal !== 'sections_received' || type === undefined) continue;
        seen.set(keyOf(type), (seen.get(keyOf(type)) ?? 0) + 1);
        store.now = startOfDay(today) + 9 * hour;
        const projectId = filed(store, plan);
        const [clerk, reviewer] = [actorOf(plan.clerk), actorOf(plan.reviewer)];
        const random = randomOf(`lawful ${plan.id}`);
        const publish = (of: AnnouncementTypeCode, targetId: string | null) => {
          const id = random.uuid(store.now);
          const own = store.all(sections).filter((section) => section.projectId === projectId);
          const from = new Date(store.now + 8 * hour).toISOString().slice(0, 10);
          const content = typedContent(
            {
              type: of,
              from,
              until: addDays(from, lastsDays),
              sections: own,
              target: targetId === null ? undefined : store.get(announcements, targetId),
              idTime: store.now,
            },
            random,
          );
          const sectionIds = own.map((section) => section.id);
          must(
            store.run(clerk, 'announcements.create', {
              id,
              type: of,
              projectId,
              targetId,
              sectionIds,
              content,
            }),
          );
          must(store.run(clerk, 'announcements.submit', { id, acknowledged: announcementWarnings }));
          must(store.run(reviewer, 'announcements.approve', { id }));
          store.now += lastsDays * day;
          must(store.run(clerk, 'announcements.publish', { id }));
          return id;
        };
        const notice = publish(type, null);
        publish(invitationTypes.has(type) ? 'INVITATION_CORRECTION' : 'CORRECTION', notice);
        publish('TERMINATION', notice);
        expect(store.all(projects).find(({ id }) => id === projectId)?.status).toBe('in_execution');
      }
      expect(seen.size).toBeGreaterThan(3);
    },
  );
});

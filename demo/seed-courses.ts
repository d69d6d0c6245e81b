// Projects of the demo whose sections have been opened and evaluated, each with another end. Their notices were published so long ago that everything is in
// the past: whoever seeds puts the clocks of server and centre back by `followedBefore` for their notices, and on again for `seedCourses`.
import { announcementSchema } from '#shared/domain/announcements/model.ts';
import { planSchema } from '#shared/domain/plans/model.ts';
import { evaluationInForce, eventInForce } from '#shared/domain/projects/events/course.ts';
import {
  type EventKind,
  type SectionEvent,
  sectionEventSchema,
} from '#shared/domain/projects/events/model.ts';
import { type Section, sectionSchema } from '#shared/domain/projects/model.ts';
import { noticeTypeOf } from './data/announcement-content.ts';
import type { DemoPlan } from './data/plans.ts';
import { randomOf } from './data/random.ts';
import { longPatienceMs } from './patience.ts';
import { actorOf, must, type SeedServer } from './seed-steps.ts';
import type { EvaluateOrder, OpenOrder } from './trading-centre/orders.ts';

const day = 86_400_000;
/** Longer than any period between a notice and its opening in the demo, and what follows it. */
export const followedBefore = 50 * day;

export type Ending = {
  readonly bidders: number;
  /** Told once more, and otherwise. */
  readonly corrected?: number;
  readonly outcome?: EvaluateOrder['outcome'];
  /** What the unit writes down afterwards, days after the evaluation. */
  readonly recorded?: readonly (readonly [kind: EventKind, days: number])[];
};
const endings: readonly Ending[] = [
  { bidders: 4 },
  { bidders: 2 },
  { bidders: 5, outcome: 'ranked', recorded: [['report_delivered', 1]] },
  { bidders: 4, corrected: 5, outcome: 'tied' },
  { bidders: 4, outcome: 'failed' },
  {
    bidders: 6,
    outcome: 'ranked',
    recorded: [
      ['report_delivered', 6],
      ['winner_determined', 8],
    ],
  },
];

export type Wanted = (plan: DemoPlan) => boolean;
/** The plans that `seedCourses` takes: one for each ending. */
export const coursesWanted: readonly Wanted[] = endings.map(() => () => true);

/** Chooses a plan that can be followed for each of those wanted, as they come. */
export function followedPlans(of: Wanted, wanted: readonly Wanted[]): Wanted {
  const left = [...wanted];
  return (plan) => {
    const type = noticeTypeOf(plan.content.method ?? '');
    if (plan.goal !== 'sections_received' || !of(plan)) return false;
    if (type !== 'TENDER' && type !== 'NEGOTIATION_NOTICE') return false;
    const place = left.findIndex((suits) => suits(plan));
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  };
}

export type CourseCentre = {
  open(order: OpenOrder): Promise<void>;
  evaluate(order: EvaluateOrder): Promise<void>;
};

/** Of plans whose sections are announced. What has been told already is left alone. */
export async function seedCourses(
  server: SeedServer,
  plans: readonly DemoPlan[],
  centre: CourseCentre,
): Promise<void> {
  for (const [index, plan] of plans.entries()) {
    const ending = endings[index % endings.length];
    const { projectId } = planSchema.parse(await server.row('plans', plan.id));
    if (ending === undefined || projectId === null) continue;
    for (const section of await sectionsOf(server, projectId)) {
      if (section.status === 'announced') await follow(server, plan, section, ending, centre);
    }
  }
}

/** The section is opened and evaluated, and what its ending has is written down. */
export async function follow(
  server: SeedServer,
  plan: DemoPlan,
  section: Section,
  { bidders, corrected, outcome, recorded = [] }: Ending,
  centre: CourseCentre,
): Promise<void> {
  const { lotUid } = section;
  const noticeId = section.schedule?.announcementId;
  if (noticeId === undefined) throw new Error(`${section.name} stands in no notice`);
  // An opening that the centre tells of before it holds the notice belongs to no course.
  await until(section, async () => {
    const notice = announcementSchema.parse(await server.row('announcements', noticeId));
    return notice.push.status === 'accepted';
  });
  const told = async (holds: (events: readonly SectionEvent[]) => boolean) =>
    until(section, async () => holds(await eventsOf(server, section)));
  await centre.open({ lotUid, bidders });
  await told((all) => eventInForce(section, all, 'opening') !== undefined);
  if (corrected !== undefined) {
    await centre.open({ lotUid, bidders: corrected });
    await told((all) => eventInForce(section, all, 'opening')?.platformVersion === 2);
  }
  if (outcome === undefined) return;
  await centre.evaluate({ lotUid, outcome });
  await told((all) => evaluationInForce(section, all) !== undefined);
  const ended = eventInForce(section, await eventsOf(server, section), 'evaluation_ended');
  for (const [kind, days] of recorded) {
    const at = (ended?.at ?? 0) + days * day;
    const id = randomOf(`course/${section.id}/${kind}`).uuid(at);
    const input = { id, sectionId: section.id, noticeId, kind, at };
    must(await server.runAs(actorOf(plan.clerk), 'sectionEvents.record', input), kind);
  }
}

export async function sectionsOf(server: SeedServer, projectId: string): Promise<readonly Section[]> {
  return (await server.rows('sections', { projectId })).map((row) => sectionSchema.parse(row));
}

export async function eventsOf(server: SeedServer, { id }: Section): Promise<readonly SectionEvent[]> {
  return (await server.rows('section_events', { sectionId: id })).map((row) => sectionEventSchema.parse(row));
}

const pollMs = 50;

async function until({ name }: Section, holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + longPatienceMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`the centre tells nothing of ${name}`);
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

// Carries out the announcements of the demo through the commands, each by the person who would do it. What is done already is left alone.
import type { Actor } from '#shared/domain/actor.ts';
import type { Account } from '#shared/domain/admin/model.ts';
import { type Announcement, announcementSchema } from '#shared/domain/announcements/model.ts';
import { planSchema } from '#shared/domain/plans/model.ts';
import { projectSchema, sectionSchema } from '#shared/domain/projects/model.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { type AnnouncementStep, announcementStory, type DemoAnnouncement } from './data/announcements.ts';
import type { DemoWorld } from './data/demo-world.ts';
import { demoIntentions } from './data/intentions.ts';
import type { DemoPlan } from './data/plans.ts';
import { actorOf, must, type SeedServer, submitted } from './seed-steps.ts';

export type AnnouncementSeeding = {
  readonly world: DemoWorld;
  readonly seed: string;
  readonly today: PlainDate;
  /** How far all of them come; without it, each as its story says. */
  readonly goal?: 'published';
};

export async function seedAnnouncements(
  server: SeedServer,
  plans: readonly DemoPlan[],
  { world, seed, today, goal }: AnnouncementSeeding,
): Promise<void> {
  for (const plan of plans) {
    const { projectId } = planSchema.parse(await server.row('plans', plan.id));
    if (projectId === null) continue;
    const project = projectSchema.parse(await server.row('projects', projectId));
    const rows = await server.rows('sections', { projectId });
    const sections = rows.map((row) => sectionSchema.parse(row));
    const { drafter, announcements } = announcementStory({
      ...{ world, seed, plan, project, sections, today },
      ...(goal === undefined ? {} : { goal }),
    });
    for (const announcement of announcements) {
      await drive(server, announcement, projectId, peopleOf(plan, drafter));
    }
  }
}

export async function seedIntentions(
  server: SeedServer,
  plans: readonly DemoPlan[],
  options: Pick<AnnouncementSeeding, 'seed' | 'today'>,
): Promise<void> {
  for (const { id, plan, content, steps } of demoIntentions(plans, options)) {
    const intention = { id, type: 'INTENTION', sections: [], targetId: null, steps, reason: '' } as const;
    await drive(server, { ...intention, content: () => content }, null, peopleOf(plan, plan.clerk));
  }
}

type People = { readonly drafter: Actor; readonly reviewer: Actor; readonly office: Actor };

function peopleOf({ reviewer, office }: DemoPlan, drafter: Account): People {
  return { drafter: actorOf(drafter), reviewer: actorOf(reviewer), office: actorOf(office) };
}

async function drive(
  server: SeedServer,
  announcement: DemoAnnouncement,
  projectId: string | null,
  people: People,
): Promise<void> {
  const { id, type, targetId, sections, steps, reason } = announcement;
  const held = await stored(server, id);
  if (held === undefined) {
    const target = targetId === null ? undefined : await stored(server, targetId);
    const sectionIds = sections.map((section) => section.id);
    const content = announcement.content(target);
    const input = { id, type, projectId, targetId, sectionIds, content };
    must(await server.runAs(people.drafter, 'announcements.create', input), `announcement of ${type}`);
  }
  const done = new Set(held?.history.map(({ action }) => action));
  for (const step of steps) {
    if (!done.has(`announcements.${step}`)) await take(server, step, id, reason, people);
  }
}

async function take(
  server: SeedServer,
  step: AnnouncementStep,
  id: string,
  reason: string,
  { drafter, reviewer, office }: People,
): Promise<void> {
  const run = async (actor: Actor, input: object) => {
    must(await server.runAs(actor, `announcements.${step}`, { id, ...input }), `announcement ${step}`);
  };
  switch (step) {
    case 'submit':
      return submitted(server, drafter, 'announcements.submit', id);
    case 'approve':
      return run(reviewer, { note: '同意' });
    case 'return':
      return run(reviewer, { reason });
    case 'publish':
      return run(drafter, {});
    case 'withdraw':
      return run(office, { reason });
  }
}

async function stored(server: SeedServer, id: string): Promise<Announcement | undefined> {
  const row = await server.row('announcements', id);
  return row === null ? undefined : announcementSchema.parse(row);
}

// Results of the demo, through the commands: sections that were opened and evaluated in the past, whose suppliers are determined on the days after. What is
// done already is left alone.
import { type Announcement, announcementSchema } from '#shared/domain/announcements/model.ts';
import { rankingOf } from '#shared/domain/awards/facts.ts';
import { awardIdOf, awardSchema, emptyAward } from '#shared/domain/awards/model.ts';
import { planSchema } from '#shared/domain/plans/model.ts';
import type { Section } from '#shared/domain/projects/model.ts';
import { supplierIdOf } from '#shared/domain/suppliers/model.ts';
import { type Instant, instantOf, type PlainDate } from '#shared/kernel/dates.ts';
import { typedContent } from './data/announcement-content.ts';
import { demoChanges } from './data/award-changes.ts';
import {
  type AwardStep,
  awardContent,
  bannedSupplier,
  type DemoAward,
  demoAwards,
  demoSuppliers,
  renamedSupplier,
  returnReason,
} from './data/awards.ts';
import { demoFile, demoPapers } from './data/demo-files.ts';
import type { DemoPlan } from './data/plans.ts';
import { randomOf } from './data/random.ts';
import { type CourseCentre, eventsOf, follow, sectionsOf, type Wanted } from './seed-courses.ts';
import { actorOf, must, type SeedServer, submitted } from './seed-steps.ts';

/** The plans that `seedAwards` takes: one for each result. */
export const awardsWanted: readonly Wanted[] = demoAwards.map((award) => (plan) => suits(award, plan));

/** A 联合体 wins where the notice has let one take part. */
function suits({ consortium }: DemoAward, { content }: DemoPlan): boolean {
  return (consortium === true) === (content.smeMode === 'CONSORTIUM');
}

const hour = 3_600_000;
/** From an opening until its report is there and somebody has thought about it: the afternoon of the day after. */
const afterOpening = 30 * hour;

/** When the last of their sections is opened, and its supplier can be determined. */
export async function awardsAt(server: SeedServer, plans: readonly DemoPlan[]): Promise<Instant> {
  const openings: Instant[] = [];
  for (const plan of plans) {
    for (const { schedule } of await sectionsOfPlan(server, plan)) {
      const time = schedule?.opening ?? schedule?.deadline ?? null;
      if (time !== null) openings.push(instantOf(time));
    }
  }
  return Math.max(0, ...openings) + afterOpening;
}

type Options = { readonly centre: CourseCentre; readonly today: PlainDate };

/** Of plans whose sections are announced, with the clocks of server and centre put to `awardsAt`. */
export async function seedAwards(
  server: SeedServer,
  plans: readonly DemoPlan[],
  { centre, today }: Options,
): Promise<void> {
  const [someone] = plans;
  if (someone === undefined) return;
  for (const { bytes } of Object.values(demoPapers)) await server.storeFile(bytes);
  await seedSuppliers(server, someone, today);
  const left = [...demoAwards];
  for (const plan of plans) {
    const place = left.findIndex((each) => suits(each, plan));
    const [award] = place < 0 ? [] : left.splice(place, 1);
    if (award === undefined) continue;
    const made: Section[] = [];
    for (const section of await sectionsOfPlan(server, plan)) {
      if (section.status === 'announced') {
        const ending = { outcome: 'ranked', recorded: [['report_delivered', 1]] } as const;
        await follow(server, plan, section, { ...ending, bidders: award.bidders }, centre);
      }
      if (await determined(server, plan, section, award)) made.push(section);
    }
    if (award.steps.includes('publish')) await announced(server, plan, made, today);
  }
}

/** True where the result is there and has come as far as it shall, but for its announcement. */
async function determined(
  server: SeedServer,
  plan: DemoPlan,
  section: Section,
  award: DemoAward,
): Promise<boolean> {
  const noticeId = section.schedule?.announcementId;
  if (noticeId === undefined) return false;
  const id = awardIdOf(section.id, noticeId, 0);
  const held = await server.row('awards', id);
  if (held === null) {
    const ranking = rankingOf(emptyAward, section, await eventsOf(server, section));
    const content = awardContent(award, ranking, section.receivedAt);
    if (content === undefined) return false;
    const input = { sectionId: section.id, noticeId, content };
    must(await server.runAs(actorOf(plan.clerk), 'awards.create', input), 'award');
  }
  const done = held === null ? [] : awardSchema.parse(held).history.map(({ action }) => action);
  for (const step of award.steps) {
    if (!done.includes(`awards.${step}`)) await take(server, step, plan, id);
  }
  return true;
}

async function take(server: SeedServer, step: AwardStep, plan: DemoPlan, id: string): Promise<void> {
  const reviewer = actorOf(plan.reviewer);
  switch (step) {
    case 'submit':
      return submitted(server, actorOf(plan.clerk), 'awards.submit', id);
    case 'confirm': {
      const { submittedAt } = awardSchema.parse(await server.row('awards', id));
      return submitted(server, reviewer, 'awards.confirm', id, { submittedAt, note: '同意' });
    }
    case 'return':
      return must(await server.runAs(reviewer, 'awards.return', { id, reason: returnReason }), step);
    case 'publish':
      // By its announcement, with the others of the project.
      return;
  }
}

/** The 结果公告 of all sections of a project: with it the letters of award get their numbers. */
async function announced(
  server: SeedServer,
  plan: DemoPlan,
  sections: readonly Section[],
  today: PlainDate,
): Promise<void> {
  const [first] = sections;
  if (first === undefined) return;
  const random = randomOf(`result/${first.projectId}`);
  const id = random.uuid(first.receivedAt);
  const clerk = actorOf(plan.clerk);
  const held = await announcementIn(server, id);
  if (held === undefined) {
    const request = { type: 'RESULT', from: today, until: today, sections, target: undefined } as const;
    const { agencyFeeStandard, agencyFeeAmount, ...typed } = typedContent(
      { ...request, category: plan.content.category ?? 'C', idTime: first.receivedAt },
      random,
    );
    const content = {
      ...typed,
      ...(first.agencyId === null ? {} : { agencyFeeStandard, agencyFeeAmount }),
      ...(sections.some(({ smeReserved }) => smeReserved)
        ? { smeDeclaration: [demoFile(random.uuid(first.receivedAt), demoPapers.smeDeclaration)] }
        : {}),
    };
    const about = { type: 'RESULT', projectId: first.projectId, targetId: null };
    const input = { id, ...about, sectionIds: sections.map((section) => section.id), content };
    must(await server.runAs(clerk, 'announcements.create', input), 'announcement of a result');
  }
  const done = held?.history.map(({ action }) => action) ?? [];
  if (!done.includes('announcements.submit')) {
    await submitted(server, clerk, 'announcements.submit', id);
  }
  if (!done.includes('announcements.approve')) {
    const approval = { id, note: '同意' };
    must(await server.runAs(actorOf(plan.reviewer), 'announcements.approve', approval), 'approval');
  }
  if (held?.publishedAt == null) must(await server.runAs(clerk, 'awards.publish', { id }), 'publication');
}

async function seedSuppliers(
  server: SeedServer,
  { clerk, office }: DemoPlan,
  today: PlainDate,
): Promise<void> {
  const { before, name, on } = renamedSupplier;
  const { document, reason, days, ...banned } = bannedSupplier;
  for (const supplier of [...demoSuppliers, before, banned]) {
    const id = supplierIdOf(supplier.uscc);
    if ((await server.row('suppliers', id)) !== null) continue;
    must(await server.runAs(actorOf(clerk), 'suppliers.save', supplier), supplier.name);
    const random = randomOf(`supplier/${supplier.name}/papers`);
    const paperId = random.uuid(instantOf(`${today}T09:00`));
    if (supplier === before) {
      const file = demoFile(paperId, demoPapers.renamed);
      const input = { id, from: before.name, name, on: on(today), file };
      must(await server.runAs(actorOf(clerk), 'suppliers.rename', input), name);
    }
    if (supplier === banned) {
      const input = { id, banId: paperId, document, reason, ...days(today) };
      must(await server.runAs(actorOf(office), 'suppliers.recordBan', input), document);
    }
  }
}

export type Announced = { readonly plan: DemoPlan; readonly section: Section };

/** Sections with a result that was announced, whatever has become of it since: the same ones whenever it is asked. */
export async function announcedSections(
  server: SeedServer,
  plans: readonly DemoPlan[],
): Promise<readonly Announced[]> {
  const announced: Announced[] = [];
  for (const plan of plans) {
    const own = await sectionsOfPlan(server, plan);
    for (const section of own.toSorted((a, b) => (a.sectionNo < b.sectionNo ? -1 : 1))) {
      if (section.results.some(({ announcementId }) => announcementId !== null))
        announced.push({ plan, section });
    }
  }
  return announced;
}

/** Sections that keep their result as it is, with neither contract nor change: for what people try out first. */
const keptFree = 3;

/** Which of them get contracts, and which changes; the last ones stay free. */
export function divided(announced: readonly Announced[]): {
  readonly signed: readonly Announced[];
  readonly changed: readonly Announced[];
} {
  const used = announced.slice(0, Math.max(1, announced.length - keptFree));
  const changes = Math.min(demoChanges.length, used.length - 1);
  return { signed: used.slice(0, used.length - changes), changed: used.slice(used.length - changes) };
}

async function sectionsOfPlan(server: SeedServer, { id }: DemoPlan): Promise<readonly Section[]> {
  const { projectId } = planSchema.parse(await server.row('plans', id));
  return projectId === null ? [] : await sectionsOf(server, projectId);
}

async function announcementIn(server: SeedServer, id: string): Promise<Announcement | undefined> {
  const row = await server.row('announcements', id);
  return row === null ? undefined : announcementSchema.parse(row);
}

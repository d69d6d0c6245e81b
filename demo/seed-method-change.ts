// Tenders of the demo to which only two suppliers came: ended by a 终止公告, one is left to be decided about, the other is bought by negotiation, as far as the section that
// takes the place of the one that failed. What is done already is left alone.
import { announcementSchema } from '#shared/domain/announcements/model.ts';
import { type Plan, planSchema } from '#shared/domain/plans/model.ts';
import type { Section } from '#shared/domain/projects/model.ts';
import { addDays, type PlainDate } from '#shared/kernel/dates.ts';
import { demoAttachment } from './data/demo-files.ts';
import type { DemoPlan } from './data/plans.ts';
import { randomOf } from './data/random.ts';
import { longPatienceMs } from './patience.ts';
import { type CourseCentre, follow, sectionsOf, type Wanted } from './seed-courses.ts';
import { actorOf, must, type SeedServer, submitted } from './seed-steps.ts';

const isTender: Wanted = ({ content }) => content.method === 'OPEN_TENDER' && content.category !== 'B';
/** The plans that `seedMethodChanges` takes: the first is left as it failed. */
export const changesWanted: readonly Wanted[] = [isTender, isTender];

/** Of plans that were followed for changes and for others, those for changes. */
export function plansToChange(plans: readonly DemoPlan[]): readonly DemoPlan[] {
  return plans.filter(isTender).slice(0, changesWanted.length);
}

type Options = { readonly centre: CourseCentre; readonly today: PlainDate };

/** Of plans whose sections are announced, their deadlines in the past. */
export async function seedMethodChanges(
  server: SeedServer,
  plans: readonly DemoPlan[],
  { centre, today }: Options,
): Promise<void> {
  for (const [index, plan] of plans.entries()) {
    const { projectId } = planSchema.parse(await server.row('plans', plan.id));
    if (projectId === null) continue;
    for (const section of await sectionsOf(server, projectId)) {
      if (section.status === 'announced') await follow(server, plan, section, { bidders: 2 }, centre);
    }
    await ended(server, plan, await sectionsOf(server, projectId));
    if (index > 0) await changed(server, plan, await sectionsOf(server, projectId), today);
  }
}

/** Too few suppliers: all of its sections fail. */
async function ended(server: SeedServer, plan: DemoPlan, sections: readonly Section[]): Promise<void> {
  const [first] = sections;
  const targetId = first?.schedule?.announcementId;
  if (first === undefined || targetId === undefined) return;
  const id = randomOf(`method-change/${plan.id}/end`).uuid(first.receivedAt);
  const held = await server.row('announcements', id);
  const done = new Set(
    held === null ? [] : announcementSchema.parse(held).history.map(({ action }) => action),
  );
  const clerk = actorOf(plan.clerk);
  if (held === null) {
    const content = {
      reasonCode: 'SUPPLIERS_LT_3',
      reason: sections.map((section) => ({
        id: section.id,
        cells: {
          ...{ section: section.id, lotNo: section.sectionNo, lotName: section.name },
          explanation: '截止投标时间，提交投标文件的供应商只有两家，不足三家。',
        },
      })),
    };
    const sectionIds = sections.map((section) => section.id);
    const input = { id, type: 'TERMINATION', projectId: first.projectId, targetId, sectionIds, content };
    must(await server.runAs(clerk, 'announcements.create', input), 'end of a tender');
  }
  if (!done.has('announcements.submit')) await submitted(server, clerk, 'announcements.submit', id);
  if (!done.has('announcements.approve')) {
    const approval = { id, note: '同意' };
    must(await server.runAs(actorOf(plan.reviewer), 'announcements.approve', approval), 'approval of an end');
  }
  if (!done.has('announcements.publish')) {
    must(await server.runAs(clerk, 'announcements.publish', { id }), 'end of a tender');
  }
}

async function changed(
  server: SeedServer,
  plan: DemoPlan,
  sections: readonly Section[],
  today: PlainDate,
): Promise<void> {
  const failed = sections.filter(({ status }) => status === 'failed');
  const [first] = failed;
  if (first === undefined) return;
  const random = randomOf(`method-change/${plan.id}/plan`);
  const id = random.uuid(first.receivedAt);
  const held = await server.row('plans', id);
  const done = new Set(held === null ? [] : planSchema.parse(held).history.map(({ action }) => action));
  const clerk = actorOf(plan.clerk);
  if (held === null) {
    const begin = {
      ...{ id, projectId: first.projectId, method: 'COMPETITIVE_NEGOTIATION' },
      sectionIds: failed.map((section) => section.id),
    };
    must(await server.runAs(clerk, 'plans.changeMethod', begin), 'change of method');
  }
  if (!done.has('plans.submit')) {
    const { content } = planSchema.parse(await server.row('plans', id));
    const changes = filledIn(content, random.uuid(first.receivedAt), today);
    must(await server.runAs(clerk, 'plans.edit', { id, changes }), 'change of method filled in');
    await submitted(server, clerk, 'plans.submit', id);
  }
  if (!done.has('plans.approve')) {
    const approval = { id, note: '同意' };
    must(await server.runAs(actorOf(plan.reviewer), 'plans.approve', approval), 'approval of a change');
  }
  if (!done.has('plans.file')) {
    must(await server.runAs(actorOf(plan.office), 'plans.file', { id }), 'filing of a change');
  }
  const until = performance.now() + longPatienceMs;
  while (planSchema.parse(await server.row('plans', id)).status !== 'sections_received') {
    if (performance.now() > until)
      throw new Error(`the centre makes no section of ${plan.content.projectName}`);
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

const pollMs = 50;

/** What only people know of it. */
export function filledIn(content: Plan['content'], fileId: string, today: PlainDate) {
  const to = {
    methodReasonCode: 'D74_27_TWO_SUPPLIERS',
    methodReason: '公开招标时提交投标文件的供应商只有两家，经论证招标文件没有不合理条款。',
    methodApprovalNo: '许财采〔示例〕16号',
    evalMethod: 'LOWEST_QUOTE',
    plannedStart: addDays(today, 20),
    files: [...content.files, demoAttachment(fileId, 'method_approval')],
  } as const;
  return Object.entries(to).map(([field, value]) => ({
    field,
    from: Reflect.get(content, field),
    to: value,
  }));
}

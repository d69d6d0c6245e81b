// 中标结果变更备案 of the demo, through the commands: of sections whose result is announced and that have no contract, in every state. What is done already is left alone.
import { announcementSchema } from '#shared/domain/announcements/model.ts';
import { noticeIdOf } from '#shared/domain/award-changes/commands/approve.ts';
import { awardChangeSchema } from '#shared/domain/award-changes/model.ts';
import { rankingOf } from '#shared/domain/awards/facts.ts';
import { emptyAward } from '#shared/domain/awards/model.ts';
import { type Section, sectionSchema } from '#shared/domain/projects/model.ts';
import { resultOf } from '#shared/domain/projects/result.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { typedContent } from './data/announcement-content.ts';
import {
  type ChangeStep,
  changeContent,
  changeReasons,
  type DemoChange,
  demoChanges,
} from './data/award-changes.ts';
import { demoFile, demoPapers } from './data/demo-files.ts';
import type { DemoPlan } from './data/plans.ts';
import { randomOf } from './data/random.ts';
import { type Announced, announcedSections, divided } from './seed-awards.ts';
import { eventsOf } from './seed-courses.ts';
import { actorOf, must, type SeedServer, submitted } from './seed-steps.ts';

/** Of plans whose results are announced. */
export async function seedAwardChanges(
  server: SeedServer,
  plans: readonly DemoPlan[],
  { today }: { readonly today: PlainDate },
): Promise<void> {
  const { changed } = divided(await announcedSections(server, plans));
  for (const [place, { plan, section }] of changed.entries()) {
    for (const [index, change] of (demoChanges[place] ?? []).entries()) {
      await seedChange(server, { plan, section }, { change, key: `${section.id}/${index}`, today });
    }
  }
}

type Demo = { readonly change: DemoChange; readonly key: string; readonly today: PlainDate };

async function seedChange(
  server: SeedServer,
  { plan, section }: Announced,
  { change, key, today }: Demo,
): Promise<void> {
  const id = randomOf(`award-change/${key}`).uuid(section.receivedAt);
  const held = await server.row('award_changes', id);
  if (held === null) {
    // With the result that the filing before has made.
    const present = sectionSchema.parse(await server.row('sections', section.id));
    const next = change.ends === true ? undefined : await nextOf(server, present);
    const content = changeContent(next, key, section.receivedAt);
    const input = { id, sectionId: section.id, content };
    must(await server.runAs(actorOf(plan.clerk), 'awardChanges.create', input), 'change of a result');
  }
  const done = held === null ? [] : awardChangeSchema.parse(held).history.map(({ action }) => action);
  for (const step of change.steps) {
    if (done.includes(`awardChanges.${step}`)) continue;
    if (step === 'publish') await announced(server, plan, section, { id, key, today });
    else await take(server, step, plan, id);
  }
}

/** Who stands behind the one that has won so far. */
async function nextOf(server: SeedServer, section: Section) {
  const ranking = rankingOf(emptyAward, section, await eventsOf(server, section));
  const place = ranking.findIndex(({ supplier }) => supplier === resultOf(section)?.supplierName);
  const next = ranking[place + 1];
  if (place < 0 || next === undefined) throw new Error(`nobody follows in the ranking of ${section.name}`);
  return next;
}

async function take(
  server: SeedServer,
  step: Exclude<ChangeStep, 'publish'>,
  plan: DemoPlan,
  id: string,
): Promise<void> {
  const command = `awardChanges.${step}`;
  const [clerk, office] = [actorOf(plan.clerk), actorOf(plan.office)];
  const { submittedAt } = awardChangeSchema.parse(await server.row('award_changes', id));
  const reason = changeReasons[step];
  switch (step) {
    case 'submit':
      return submitted(server, clerk, command, id);
    case 'approve':
      return submitted(server, office, command, id, { submittedAt, note: '材料齐全，同意备案。' });
    case 'return':
      return must(await server.runAs(office, command, { id, submittedAt, reason }), step);
    case 'giveUp':
      return must(await server.runAs(clerk, command, { id, reason }), step);
  }
}

type ToAnnounce = { readonly id: string; readonly key: string; readonly today: PlainDate };

/** Its 结果变更公告, which the approval has drafted. */
async function announced(
  server: SeedServer,
  plan: DemoPlan,
  section: Section,
  { id: changeId, key, today }: ToAnnounce,
): Promise<void> {
  const id = noticeIdOf({ id: changeId });
  const clerk = actorOf(plan.clerk);
  const { history } = announcementSchema.parse(await server.row('announcements', id));
  const done = history.map(({ action }) => action);
  if (!done.includes('announcements.submit')) {
    const random = randomOf(`award-change/${key}/notice`);
    const about = { type: 'RESULT', from: today, until: today, target: undefined } as const;
    const category = plan.content.category ?? 'C';
    const typed = typedContent(
      { ...about, sections: [section], category, idTime: section.receivedAt },
      random,
    );
    const lists = Object.entries(typed).filter(([field]) => /Items$|^smePolicyUsed$/u.test(field));
    const declaration = demoFile(random.uuid(section.receivedAt), demoPapers.smeDeclaration);
    const changes = [...lists, ['attachments', [declaration]] as const].map(([field, to]) => ({
      ...{ field, to },
      from: null,
    }));
    must(await server.runAs(clerk, 'announcements.edit', { id, changes }), 'words of a changed result');
    await submitted(server, clerk, 'announcements.submit', id);
  }
  if (!done.includes('announcements.approve')) {
    must(
      await server.runAs(actorOf(plan.reviewer), 'announcements.approve', { id, note: '同意' }),
      'approval',
    );
  }
  must(await server.runAs(clerk, 'awardChanges.publish', { id }), 'publication of a changed result');
}

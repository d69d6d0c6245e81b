// 中标结果变更备案: of sections with a published result, from 选择项目 to the approval, the announcement and the papers; and what 采购办 sees of it.
import { typedContent } from '#demo/data/announcement-content.ts';
import { demoFile, demoPapers } from '#demo/data/demo-files.ts';
import { randomOf } from '#demo/data/random.ts';
import { noticeIdOf } from '#shared/domain/award-changes/commands/approve.ts';
import { type ChangeContent, emptyChange } from '#shared/domain/award-changes/model.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { awardChangePages, awardChangePaperText, awardPages, forms, label } from '#shared/text/index.ts';
import { dialogPart, page, type Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';
import { newId, usernames } from '../story.ts';

const { choose, form, guide, page: words } = awardChangePages;
const filed = newId();
/** Those that go on: whose next candidate wins, and whose result nobody takes the place of. */
const going = { next: newId(), ended: newId() };

/** The supplier will not sign: the next one, or nobody. */
async function contentFor(stage: Stage, sectionId: string, ends = false): Promise<ChangeContent> {
  const paper = (purpose: 'refusal' | 'liability', made: (typeof demoPapers)[keyof typeof demoPapers]) => {
    return { ...demoFile(newId(), made), purpose };
  };
  const content: ChangeContent = {
    ...emptyChange,
    reasonCode: 'SUPPLIER_REFUSED',
    reason: '中标供应商因经营调整，书面声明不再签订采购合同（示例）。',
    action: ends ? 'procure_again' : 'next_candidate',
    contractState: 'unsigned',
    files: [paper('refusal', demoPapers.gaveUp), paper('liability', demoPapers.renamed)],
  };
  if (ends) return content;
  const { next } = await stage.ask('awardChanges.check', { id: null, sectionId, content });
  const [first] = next;
  if (first === undefined) throw new Error('nobody follows in the ranking');
  const { supplier: winner, price: amount } = first;
  return { ...content, winner, amount, address: '许昌市示例路2号', sizeClass: 'small' };
}

/** Submitted by the clerk of the unit, from another desk. */
async function submitted(stage: Stage, sectionId: string, id: string, ends = false): Promise<void> {
  const content = await contentFor(stage, sectionId, ends);
  const { findings } = await stage.ask('awardChanges.check', { id: null, sectionId, content });
  const clerk = await stage.colleague(usernames.clerk);
  const acknowledged = findings.map(({ ruleId }) => ruleId);
  await clerk.act(
    ['awardChanges.create', { id, sectionId, content }],
    ['awardChanges.submit', { id, acknowledged }],
  );
  await stage.synced();
}

async function approved(stage: Stage, id: string): Promise<void> {
  const { change } = await stage.ask('awardChanges.get', { id });
  const { sectionId, content, submittedAt } = change;
  const { findings } = await stage.ask('awardChanges.check', { id, sectionId, content });
  const office = await stage.colleague(usernames.office);
  const acknowledged = findings.map(({ ruleId }) => ruleId);
  await office.act(['awardChanges.approve', { id, submittedAt, note: '材料齐全，同意备案。', acknowledged }]);
  await stage.synced();
}

/** Its 结果变更公告, by the unit. */
async function published(stage: Stage, id: string): Promise<void> {
  const notice = noticeIdOf({ id });
  const { change } = await stage.ask('awardChanges.get', { id });
  const { sections } = await stage.ask('sections.byProject', { projectId: change.projectId });
  const { project } = await stage.ask('projects.get', { id: change.projectId });
  const today = toPlainDate(Date.now());
  const typed = typedContent(
    {
      ...{ type: 'RESULT', category: project.category, from: today, until: today, target: undefined },
      sections: sections.filter(({ id: own }) => own === change.sectionId),
      idTime: Date.now(),
    },
    randomOf('change/announced'),
  );
  const fields = Object.entries(typed).filter(([field]) => /Items$|^smePolicyUsed$/u.test(field));
  const changes = [
    ...fields.map(([field, to]) => ({ field, from: null, to })),
    { field: 'attachments', from: null, to: [demoFile(newId(), demoPapers.smeDeclaration)] },
  ];
  const { findings } = await stage.ask('announcements.compose', {
    ...{ id: notice, type: 'RESULT_CHANGE', projectId: change.projectId },
    ...{ targetId: change.original.announcementId, sectionIds: [change.sectionId] },
    content: Object.fromEntries(changes.map(({ field, to }) => [field, to])),
  });
  const acknowledged = findings.map(({ ruleId }) => ruleId);
  const clerk = await stage.colleague(usernames.clerk);
  await clerk.act(
    ['announcements.edit', { id: notice, changes }],
    ['announcements.submit', { id: notice, acknowledged }],
  );
  // Each begins with what the one before has sent.
  const reviewer = await stage.colleague(usernames.reviewer);
  await reviewer.act(['announcements.approve', { id: notice, note: '同意' }]);
  const publisher = await stage.colleague(usernames.clerk);
  await publisher.act(['awardChanges.publish', { id: notice }]);
  await stage.synced();
}

async function openFiling(stage: Stage, id: string): Promise<void> {
  await stage.go(`/award-changes/${id}`);
  await stage.page.getByRole('heading', { level: 2, name: words.comparison }).waitFor();
}

async function preview(stage: Stage, name: RegExp): Promise<void> {
  await stage.page.getByRole('button', { name }).first().click();
  await stage.dialog().waitFor();
}

async function toPapers(stage: Stage): Promise<void> {
  const heading = stage.page.getByRole('heading', { level: 2, name: awardChangePaperText.pageTitle });
  await heading.waitFor();
  await heading.evaluate((element) => element.scrollIntoView());
}

async function choosable(stage: Stage) {
  const { projects } = await stage.ask('awardChanges.choosable', {});
  const project = projects.find(({ sections }) => sections.some(({ refused }) => refused === null));
  const section = project?.sections.find(({ refused }) => refused === null);
  if (project === undefined || section === undefined) throw new Error('no result of the demo is published');
  return { project, section };
}

async function openForm(stage: Stage): Promise<void> {
  const { section } = await choosable(stage);
  await stage.go(`/award-changes/new?sectionId=${section.id}`);
  const fresh = stage.page.getByRole('button', { name: form.resume.fresh, exact: true });
  const heading = stage.page.getByRole('heading', { level: 2, name: form.sections.action });
  await fresh.or(heading).first().waitFor();
  if (await fresh.isVisible()) await fresh.click();
  await heading.waitFor();
}

async function chooseCode(stage: Stage, field: string, option: RegExp): Promise<void> {
  await stage.page.getByRole('combobox', { name: new RegExp(`^${field}`, 'u') }).click();
  await stage.page.getByRole('option', { name: option }).click();
}

export const awardChangeScenes: readonly Scene[] = [
  page('award-changes', '中标结果变更备案, the list', '/award-changes'),
  {
    name: 'award-change-choose',
    title: '选择项目: only projects with a published result',
    async show(stage) {
      const { project } = await choosable(stage);
      await stage.go('/award-changes/new');
      await stage.page.getByRole('combobox', { name: new RegExp(`^${choose.project}`, 'u') }).click();
      await stage.page.getByRole('option', { name: project.name }).first().click();
      await stage.page.getByRole('radio').first().waitFor();
    },
  },
  { name: 'award-change-form', title: 'The form of a 变更备案, empty', show: openForm },
  {
    name: 'award-change-form-errors',
    title: 'The form of a 变更备案 that cannot be submitted yet',
    async show(stage) {
      await openForm(stage);
      await chooseCode(stage, label('awardChanges.content.reasonCode'), /质疑/u);
      await stage.page.getByRole('radio', { name: label('awardChanges.action.next_candidate') }).check();
      await stage.page.getByRole('heading', { level: 2, name: form.sections.winner }).waitFor();
      await stage.press(form.buttons.submit);
      await stage.page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'award-change-form-winner',
    title: 'The form of a 变更备案: who follows',
    async show(stage) {
      const heading = stage.page.getByRole('heading', { level: 2, name: form.sections.action });
      await heading.evaluate((element) => element.scrollIntoView());
    },
  },
  {
    name: 'award-change-form-correct',
    title: 'The form of a 变更备案 that puts the announcement right',
    async show(stage) {
      await openForm(stage);
      await chooseCode(stage, label('awardChanges.content.reasonCode'), /其他/u);
      await stage.page.getByRole('radio', { name: label('awardChanges.action.correct') }).check();
      const heading = stage.page.getByRole('heading', { level: 2, name: form.sections.winner });
      await heading.waitFor();
      await heading.evaluate((element) => element.scrollIntoView());
    },
  },
  {
    name: 'award-change-draft',
    title: 'A 变更备案 that is being written, with what is missing',
    async show(stage) {
      const { section } = await choosable(stage);
      const content = {
        ...emptyChange,
        reasonCode: 'SUPPLIER_REFUSED' as const,
        reason: '中标供应商书面放弃（示例）。',
        action: 'procure_again' as const,
        contractState: 'unsigned' as const,
      };
      await stage.call('awardChanges.create', { id: filed, sectionId: section.id, content });
      await stage.go(`/award-changes/${filed}`);
      await stage.page.getByRole('heading', { level: 2, name: words.comparison }).waitFor();
    },
  },
  {
    name: 'award-change-submit',
    title: 'Dialog: 提交, with what stands in its way',
    part: dialogPart,
    async show(stage) {
      await stage.press(label('actions.awardChanges.submit'));
      await stage.dialog().waitFor();
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'award-change-guide',
    title: 'Project: changes of its results',
    async show(stage) {
      const { change } = await stage.ask('awardChanges.get', { id: filed });
      await stage.go(`/projects/${change.projectId}`);
      const heading = stage.page.getByRole('heading', { level: 2, name: guide.title });
      await heading.waitFor();
      await heading.scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'award-change-notice',
    title: 'A published result: 结果变更公告 waits for the 变更备案',
    async show(stage) {
      const { change } = await stage.ask('awardChanges.get', { id: filed });
      await stage.go(`/announcements/${change.original.announcementId}`);
      await stage.page.getByText(awardChangePages.filingNeeded).waitFor();
    },
    leave: async (stage) => {
      await stage.call('awardChanges.delete', { id: filed });
    },
  },
  {
    name: 'award-change-review',
    title: 'A 变更备案 that waits for 采购办',
    async show(stage) {
      const { section } = await choosable(stage);
      await submitted(stage, section.id, going.next);
      await openFiling(stage, going.next);
    },
  },
  {
    name: 'award-change-approved',
    title: 'A 变更备案 that is approved: 结果变更公告 is drafted',
    async show(stage) {
      await approved(stage, going.next);
      await openFiling(stage, going.next);
    },
  },
  {
    name: 'award-change-announced',
    title: 'A 变更备案 whose result is announced',
    async show(stage) {
      await published(stage, going.next);
      await openFiling(stage, going.next);
    },
  },
  {
    name: 'award-change-papers',
    title: 'The papers of a changed result',
    async show(stage) {
      await openFiling(stage, going.next);
      await toPapers(stage);
    },
  },
  {
    name: 'award-change-filing',
    title: 'Preview of a 备案表',
    part: dialogPart,
    show: (stage) =>
      preview(stage, new RegExp(`^${forms.papers.preview}${awardChangePaperText.filing.title}`, 'u')),
    leave: (stage) => stage.escape(),
  },
  {
    name: 'award-void',
    title: 'A result that was changed, and its letter, which is void',
    async show(stage) {
      const { change } = await stage.ask('awardChanges.get', { id: going.next });
      await stage.go(`/awards/${change.original.awardId}`);
      await stage.page.getByRole('heading', { level: 2, name: awardPages.page.facts }).waitFor();
    },
  },
  {
    name: 'award-void-letter',
    title: 'Preview of a letter of award that is void',
    part: dialogPart,
    show: (stage) => preview(stage, new RegExp(`^${forms.papers.preview}.*通知书`, 'u')),
    leave: (stage) => stage.escape(),
  },
  {
    name: 'award-change-closed',
    title: 'A 变更备案 after which nobody wins: the section is to be ended',
    async show(stage) {
      const { section } = await choosable(stage);
      await submitted(stage, section.id, going.ended, true);
      await approved(stage, going.ended);
      await openFiling(stage, going.ended);
    },
  },
];

/** Of 采购办. */
const looked = newId();
export const decideScenes: readonly Scene[] = [
  {
    name: 'award-change-office',
    title: 'A 变更备案 to be decided',
    async show(stage) {
      const { items } = await stage.ask('projects.list', { limit: 200 });
      for (const { id: projectId } of items) {
        const { sections } = await stage.ask('awardChanges.byProject', { projectId });
        const { sections: all } = await stage.ask('sections.byProject', { projectId });
        // With a contract that was performed nobody else can win any more.
        const awarded = new Set(all.filter(({ status }) => status === 'awarded').map(({ id }) => id));
        const own = sections.find(({ sectionId, filing }) => filing === null && awarded.has(sectionId));
        if (own === undefined) continue;
        await submitted(stage, own.sectionId, looked);
        return openFiling(stage, looked);
      }
      throw new Error('no result of the demo is left to be changed');
    },
  },
  {
    name: 'award-change-approve',
    title: 'Dialog: 同意备案',
    part: dialogPart,
    async show(stage) {
      await stage.press(label('actions.awardChanges.approve'));
      await stage.dialog().waitFor();
    },
    // Scenes of contracts begin where no change is under way.
    async leave(stage) {
      await stage.escape();
      const clerk = await stage.colleague(usernames.clerk);
      await clerk.act(['awardChanges.takeBack', { id: looked }], ['awardChanges.delete', { id: looked }]);
      await stage.synced();
    },
  },
];

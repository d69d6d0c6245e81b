// 中标结果变更备案: of a section with a published result, from 选择项目 to the approval.
import { emptyChange } from '#shared/domain/award-changes/model.ts';
import { awardChangePages, label } from '#shared/text/index.ts';
import { dialogPart, page, type Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';
import { newId } from '../story.ts';

const { choose, form, guide, page: words } = awardChangePages;
const filed = newId();

async function choosable(stage: Stage) {
  const { projects } = await stage.ask('awardChanges.choosable', {});
  const [project] = projects;
  const [section] = project?.sections ?? [];
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
];

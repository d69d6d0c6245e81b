// 质疑登记: of a project in execution, from the form to the answered letter.
import { emptyChallenge } from '#shared/domain/challenges/model.ts';
import { isAnnounced } from '#shared/domain/projects/model.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { challengePages, label } from '#shared/text/index.ts';
import { projectIn } from '../find.ts';
import { page, type Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';
import { newId } from '../story.ts';

const answered = newId();
const open = newId();
const supplier = '许昌示例智能科技有限公司';

async function announcedProject(stage: Stage) {
  const projectId = await projectIn(stage, ({ status }) => status === 'in_execution');
  const { sections } = await stage.ask('sections.byProject', { projectId });
  return { projectId, sectionIds: sections.filter(isAnnounced).map(({ id }) => id) };
}

async function register(stage: Stage, id: string, letterNo: string): Promise<string> {
  const { projectId, sectionIds } = await announcedProject(stage);
  const content = {
    ...emptyChallenge,
    sectionIds: sectionIds.slice(0, 1),
    stage: 'process',
    supplierName: supplier,
    supplierContact: '张示例',
    supplierPhone: '0374-2961598',
    letterNo,
    receivedOn: toPlainDate(Date.now()),
    matters: '一、评审过程未按采购文件规定的评分标准进行。\n二、请求重新评审。',
    mayAffectResult: true,
  };
  await stage.call('challenges.create', { id, projectId, content });
  await stage.call('challenges.submit', { id, acknowledged: ['challenge.letter'] });
  return projectId;
}

async function form(stage: Stage): Promise<void> {
  const { projectId } = await announcedProject(stage);
  await stage.go(`/challenges/new?projectId=${projectId}`);
  const { resume, sections } = challengePages.form;
  const fresh = stage.page.getByRole('button', { name: resume.fresh, exact: true });
  const heading = stage.page.getByRole('heading', { name: sections.letter });
  await fresh.or(heading).first().waitFor();
  if (await fresh.isVisible()) await fresh.click();
  await heading.waitFor();
}

export const challengeScenes: readonly Scene[] = [
  { name: 'challenge-form', title: 'The form of a 质疑, empty', show: form },
  {
    name: 'challenge-form-errors',
    title: 'The form of a 质疑 that cannot be registered yet',
    async show(stage) {
      await form(stage);
      await stage.page
        .getByRole('textbox', { name: new RegExp(`^${label('challenges.content.supplierName')}`, 'u') })
        .fill(supplier);
      await stage.press(challengePages.form.buttons.submit);
      await stage.page.getByRole('heading', { level: 1 }).waitFor();
    },
  },
  {
    name: 'challenge-open',
    title: 'A 质疑 that waits for its answer',
    async show(stage) {
      await register(stage, open, 'ZY-2026-1');
      await stage.go(`/challenges/${open}`);
      await stage.page.getByText(challengePages.page.holding).waitFor();
    },
  },
  {
    name: 'challenge-reply',
    title: '登记答复, with what is missing',
    async show(stage) {
      await stage.go(`/challenges/${open}/reply`);
      await stage.page
        .getByRole('radio', { name: label('challenges.conclusion.upheld') })
        .first()
        .check();
      await stage.press(challengePages.reply.confirm);
    },
  },
  {
    name: 'challenge-owes-report',
    title: 'An answer that changes the result: the report to 采购办 is due',
    async show(stage) {
      await register(stage, answered, 'ZY-2026-2');
      await stage.call('challenges.reply', {
        id: answered,
        reply: {
          conclusion: 'upheld',
          consequence: 'restart',
          text: '经核查，质疑事项成立，重新开展采购活动。',
          repliedOn: toPlainDate(Date.now()),
          servedOn: null,
          service: null,
          files: [],
        },
        acknowledged: ['reply.letter'],
      });
      await stage.go(`/challenges/${answered}`);
      await stage.page.getByText(challengePages.page.owesReport).waitFor();
    },
  },
  {
    name: 'challenge-project',
    title: 'Project: 质疑 that hold its sections',
    async show(stage) {
      const { projectId } = await announcedProject(stage);
      await stage.go(`/projects/${projectId}`);
      const heading = stage.page.getByRole('heading', { level: 2, name: challengePages.guide.title });
      await heading.waitFor();
      await heading.scrollIntoViewIfNeeded();
    },
  },
  page('challenges', '质疑登记, the list', '/challenges'),
];

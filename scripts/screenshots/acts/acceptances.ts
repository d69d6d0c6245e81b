// 履约验收: from 选择合同 to its end, each state as it is reached, and where it stands on contract and project.
import { acceptanceContent } from '#demo/data/acceptances.ts';
import { randomOf } from '#demo/data/random.ts';
import { type AcceptanceContent, emptyAcceptance } from '#shared/domain/contracts/acceptances/model.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { acceptancePages, label } from '#shared/text/index.ts';
import { dialogPart, page, type Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';
import { newId, usernames } from '../story.ts';

const { choose, clock, form, guide, page: words, part } = acceptancePages;
const accepted = newId();

async function contractToAccept(stage: Stage) {
  const { contracts } = await stage.ask('acceptances.choosable', {});
  const [contract] = contracts.filter(({ acceptance }) => acceptance === 'none');
  if (contract === undefined) throw new Error('no contract of the demo waits for its acceptance');
  return contract;
}

async function openForm(stage: Stage): Promise<void> {
  const { id } = await contractToAccept(stage);
  await stage.go(`/acceptances/new?contractId=${id}`);
  const fresh = stage.page.getByRole('button', { name: form.resume.fresh, exact: true });
  const heading = stage.page.getByRole('heading', { level: 2, name: form.sections.plan });
  await fresh.or(heading).first().waitFor();
  if (await fresh.isVisible()) await fresh.click();
  await heading.waitFor();
}

const scrolledTo = (name: string, section: keyof typeof form.sections, title: string): Scene => ({
  name,
  title,
  async show(stage) {
    const heading = stage.page.getByRole('heading', { level: 2, name: form.sections[section], exact: true });
    await heading.evaluate((element) => element.scrollIntoView());
  },
});

async function openAcceptance(stage: Stage, id = accepted): Promise<void> {
  await stage.go(`/acceptances/${id}`);
  await stage.page.getByRole('heading', { level: 2, name: words.conclusion }).waitFor();
}

/** Of the demo, one that came off so. */
async function demoAcceptance(stage: Stage, conclusion: string) {
  const { items } = await stage.ask('acceptances.list', { tab: 'concluded', limit: 50 });
  const found = items.find((each) => each.conclusion === conclusion);
  if (found === undefined) throw new Error(`no acceptance of the demo is ${conclusion}`);
  return found;
}

async function content(stage: Stage, contractId: string): Promise<AcceptanceContent> {
  const input = { id: null, contractId, content: emptyAcceptance };
  const { known, category, contract } = await stage.ask('acceptances.check', input);
  const typed = acceptanceContent(known, {
    ...{ as: 'whole', category, unit: contract.purchaserName, today: toPlainDate(Date.now()) },
    ...{ random: randomOf('picture'), idTime: Date.now() },
  });
  // One too few.
  return { ...typed, members: typed.members.slice(0, 2) };
}

async function warnings(stage: Stage): Promise<readonly string[]> {
  const { acceptance } = await stage.ask('acceptances.get', { id: accepted });
  const { contractId } = acceptance;
  const input = { id: accepted, contractId, content: acceptance.content };
  return (await stage.ask('acceptances.check', input)).findings.map(({ ruleId }) => ruleId);
}

const dialog = (name: string, action: string): Scene => ({
  name,
  title: `Dialog: ${label(`actions.acceptances.${action}`)}`,
  part: dialogPart,
  async show(stage) {
    await openAcceptance(stage);
    await stage.press(label(`actions.acceptances.${action}`));
    await stage.dialog().waitFor();
  },
  leave: (stage) => stage.escape(),
});

export const acceptanceScenes: readonly Scene[] = [
  page('acceptance-list', '履约验收: the list', '/acceptances'),
  {
    name: 'acceptance-choose',
    title: '新增: 选择合同',
    async show(stage) {
      await stage.go('/acceptances/new');
      const box = stage.page.getByRole('combobox', { name: choose.contract });
      const fresh = stage.page.getByRole('button', { name: form.resume.fresh, exact: true });
      await box.or(fresh).first().waitFor();
      await box.click();
      await stage.page.getByRole('option').first().waitFor();
    },
  },
  { name: 'acceptance-form', title: 'The form of a 履约验收, with what is known', show: openForm },
  scrolledTo('acceptance-form-at-known', 'rows', 'The form: what the contract demands'),
  {
    name: 'acceptance-form-errors',
    title: 'The form: what is missing',
    async show(stage) {
      await stage.press(form.buttons.submit);
      await stage.page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'acceptance-form-filled',
    title: 'The form, filled in',
    async show(stage) {
      const { id: contractId } = await contractToAccept(stage);
      const input = { id: accepted, contractId, predecessorId: null };
      await stage.call('acceptances.create', { ...input, content: await content(stage, contractId) });
      await stage.go(`/acceptances/${accepted}/edit`);
      await stage.button(clock.whyOf).waitFor();
    },
  },
  scrolledTo('acceptance-form-at-plan', 'plan', 'The form: 验收方案'),
  scrolledTo('acceptance-form-at-members', 'members', 'The form: 验收小组, one too few'),
  scrolledTo('acceptance-form-at-conclusion', 'conclusion', 'The form: 验收结论'),
  {
    name: 'acceptance-form-partly',
    title: 'The form: passed in part, with what is to be put right',
    async show(stage) {
      await stage.page
        .getByRole('radio', { name: label('acceptances.conclusion.partial'), exact: true })
        .check();
      const heading = stage.page.getByRole('heading', { level: 2, name: form.sections.rectification });
      await heading.waitFor();
      await heading.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    },
  },
  scrolledTo('acceptance-form-at-files', 'files', 'The form: papers'),
  {
    name: 'acceptance-preview',
    title: '预览验收书: as it is printed and signed',
    async show(stage) {
      await stage.press(form.files.preview);
      await stage.dialog().waitFor();
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'acceptance-draft',
    title: 'A 履约验收 that is being written',
    show: (stage) => openAcceptance(stage),
  },
  dialog('acceptance-submit', 'submit'),
  {
    name: 'acceptance-approved',
    title: 'A 履约验收 that is to be concluded',
    async show(stage) {
      await stage.call('acceptances.submit', { id: accepted, acknowledged: await warnings(stage) });
      await stage.synced();
      const { acceptance } = await stage.ask('acceptances.get', { id: accepted });
      const reviewer = await stage.colleague(usernames.reviewer);
      const { submittedAt } = acceptance;
      await reviewer.act(['acceptances.approve', { id: accepted, submittedAt, note: '同意' }]);
      await stage.synced();
      await openAcceptance(stage);
    },
  },
  dialog('acceptance-conclude', 'conclude'),
  {
    name: 'acceptance-concluded',
    title: 'A 履约验收 that is concluded',
    async show(stage) {
      await stage.call('acceptances.conclude', { id: accepted, acknowledged: await warnings(stage) });
      await stage.synced();
      await stage.until(
        async () => (await stage.ask('acceptances.get', { id: accepted })).acceptance.status === 'concluded',
      );
      await openAcceptance(stage);
    },
  },
  {
    name: 'acceptance-failed',
    title: 'A 履约验收 that did not pass, and until when it is to be put right',
    show: async (stage) => openAcceptance(stage, (await demoAcceptance(stage, 'failed')).id),
  },
  {
    name: 'acceptance-part',
    title: 'A contract with its acceptances',
    async show(stage) {
      const { contractId } = await demoAcceptance(stage, 'failed');
      await stage.go(`/contracts/${contractId}`);
      const heading = stage.page.getByRole('heading', { level: 2, name: part.title, exact: true });
      await heading.waitFor();
      await heading.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    },
  },
  {
    name: 'acceptance-guide',
    title: '项目向导: 合同验收',
    async show(stage) {
      const { acceptance } = await stage.ask('acceptances.get', {
        id: (await demoAcceptance(stage, 'failed')).id,
      });
      await stage.go(`/projects/${acceptance.projectId}`);
      const heading = stage.page.getByRole('heading', { level: 2, name: guide.title, exact: true });
      await heading.waitFor();
      await heading.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    },
  },
];

// 合同变更: on a contract that is filed, from the form to its announcement.
import { demoAttachment } from '#demo/data/demo-files.ts';
import {
  type ContractChangeContent,
  type ContractChangePurpose,
  emptyContractChange,
} from '#shared/domain/contracts/changes/model.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { contractChangePages, label } from '#shared/text/index.ts';
import { dialogPart, type Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';
import { newId, usernames } from '../story.ts';

const { title, clock, form, page: words, viewChange } = contractChangePages;
const changed = newId();

async function contractInForce(stage: Stage): Promise<string> {
  const { items } = await stage.ask('contracts.list', { tab: 'received', limit: 1 });
  const [contract] = items;
  if (contract === undefined) throw new Error('no contract of the demo is filed');
  return contract.id;
}

async function openForm(stage: Stage): Promise<void> {
  const contractId = await contractInForce(stage);
  await stage.go(`/contracts/changes/new?contractId=${contractId}`);
  const fresh = stage.page.getByRole('button', { name: form.resume.fresh, exact: true });
  const heading = stage.page.getByRole('heading', { level: 2, name: form.sections.contract });
  await fresh.or(heading).first().waitFor();
  if (await fresh.isVisible()) await fresh.click();
  await heading.waitFor();
}

const choose = (stage: Stage, kind: string) =>
  stage.page.getByRole('radio', { name: label(`contractChanges.kind.${kind}`), exact: true }).check();

async function openChange(stage: Stage): Promise<void> {
  await stage.go(`/contracts/changes/${changed}`);
  await stage.page.getByRole('heading', { level: 2, name: words.facts }).waitFor();
}

async function openPart(stage: Stage): Promise<void> {
  await stage.go(`/contracts/${await contractInForce(stage)}`);
  const heading = stage.page.getByRole('heading', { level: 2, name: title, exact: true });
  await heading.waitFor();
  await heading.evaluate((element) => element.scrollIntoView({ block: 'center' }));
}

const paper = (purpose: ContractChangePurpose, of: 'other' | 'requirements') => ({
  ...demoAttachment(newId(), of),
  purpose,
  fileName: `${label(`contractChanges.purpose.${purpose}`)}（示例）.pdf`,
});

async function filledIn(stage: Stage): Promise<void> {
  const contractId = await contractInForce(stage);
  const content: ContractChangeContent = {
    ...emptyContractChange,
    kind: 'addition',
    clauses: '第二条第一款、附件一第3项',
    description: '原合同约定采购数量为10台，现按同一型号、同一单价追加1台；其他条款不变。',
    reason: '新增实验教室一间，需按原配置补充设备。',
    amount: 1_000_000,
    identical: true,
    changedOn: toPlainDate(Date.now()),
    files: [paper('full', 'other'), paper('public', 'requirements')],
  };
  await stage.call('contractChanges.create', { id: changed, contractId, content });
}

async function warnings(stage: Stage): Promise<readonly string[]> {
  const { change } = await stage.ask('contractChanges.get', { id: changed });
  const { contractId, content } = change;
  const { findings } = await stage.ask('contractChanges.check', { id: changed, contractId, content });
  return findings.map(({ ruleId }) => ruleId);
}

const dialog = (name: string, action: string): Scene => ({
  name,
  title: `Dialog: ${label(`actions.contractChanges.${action}`)}`,
  part: dialogPart,
  async show(stage) {
    await openChange(stage);
    await stage.press(label(`actions.contractChanges.${action}`));
    await stage.dialog().waitFor();
  },
  leave: (stage) => stage.escape(),
});

export const contractChangeScenes: readonly Scene[] = [
  { name: 'contract-change-none', title: 'A contract: 合同变更, none yet', show: openPart },
  { name: 'contract-change-form', title: 'The form of a 合同变更, empty', show: openForm },
  {
    name: 'contract-change-form-errors',
    title: 'The form of a 合同变更: more than the tenth',
    async show(stage) {
      await openForm(stage);
      await choose(stage, 'addition');
      const amount = stage.page.locator('[data-field="contract-change-amount"]').getByRole('textbox');
      await amount.fill('99999999');
      await stage.press(form.buttons.submit);
      await stage.page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'contract-change-form-at-amount',
    title: 'The form of a 合同变更: what may still be added',
    async show(stage) {
      const heading = stage.page.getByRole('heading', { level: 2, name: form.sections.amount, exact: true });
      await heading.evaluate((element) => element.scrollIntoView());
    },
  },
  {
    name: 'contract-change-form-party',
    title: 'The form of a 合同变更: another supplier takes it over',
    async show(stage) {
      await openForm(stage);
      await choose(stage, 'party');
      const heading = stage.page.getByRole('heading', { level: 2, name: form.sections.party, exact: true });
      await heading.waitFor();
      await heading.evaluate((element) => element.scrollIntoView());
    },
  },
  {
    name: 'contract-change-form-termination',
    title: 'The form of a 合同变更: 终止合同, from the page of the contract',
    async show(stage) {
      await stage.go(`/contracts/changes/new?contractId=${await contractInForce(stage)}&kind=termination`);
      const fresh = stage.page.getByRole('button', { name: form.resume.fresh, exact: true });
      const heading = stage.page.getByRole('heading', {
        level: 2,
        name: form.sections.termination,
        exact: true,
      });
      await fresh.or(heading).first().waitFor();
      if (await fresh.isVisible()) await fresh.click();
      await heading.waitFor();
    },
  },
  {
    name: 'contract-change-form-at-termination',
    title: 'The form of a 合同变更: why the contract ends, and what becomes of payments',
    async show(stage) {
      const heading = stage.page.getByRole('heading', {
        level: 2,
        name: form.sections.termination,
        exact: true,
      });
      await heading.evaluate((element) => element.scrollIntoView());
    },
  },
  {
    name: 'contract-change-form-filled',
    title: 'The form of a 合同变更, filled in',
    async show(stage) {
      await filledIn(stage);
      await stage.go(`/contracts/changes/${changed}/edit`);
      await stage.button(clock.whyOf).waitFor();
    },
  },
  {
    name: 'contract-change-form-at-files',
    title: 'The form of a 合同变更: day and papers',
    async show(stage) {
      const heading = stage.page.getByRole('heading', { level: 2, name: form.sections.day, exact: true });
      await heading.evaluate((element) => element.scrollIntoView());
    },
  },
  {
    name: 'contract-change-why',
    title: '为什么: until when to announce, day by day',
    part: dialogPart,
    async show(stage) {
      await stage.press(clock.whyOf);
      await stage.dialog().waitFor();
    },
    leave: (stage) => stage.escape(),
  },
  { name: 'contract-change-draft', title: 'A 合同变更 that is being written', show: openChange },
  dialog('contract-change-submit', 'submit'),
  { name: 'contract-change-open', title: 'A contract with a change that is being written', show: openPart },
  {
    name: 'contract-change-approved',
    title: 'A 合同变更 that is to be announced',
    async show(stage) {
      await stage.call('contractChanges.submit', { id: changed, acknowledged: await warnings(stage) });
      await stage.synced();
      const { change } = await stage.ask('contractChanges.get', { id: changed });
      const reviewer = await stage.colleague(usernames.reviewer);
      const { submittedAt } = change;
      await reviewer.act(['contractChanges.approve', { id: changed, submittedAt, note: '同意' }]);
      await stage.synced();
      await openChange(stage);
    },
  },
  dialog('contract-change-publish', 'publish'),
  {
    name: 'contract-change-published',
    title: 'A 合同变更 that is announced',
    async show(stage) {
      await stage.call('contractChanges.publish', { id: changed, acknowledged: await warnings(stage) });
      await stage.synced();
      await stage.until(
        async () => (await stage.ask('contractChanges.get', { id: changed })).change.status === 'published',
      );
      await openChange(stage);
    },
  },
  {
    name: 'contract-change-notice',
    title: 'The 合同变更公告, which leads to its change',
    async show(stage) {
      const { change } = await stage.ask('contractChanges.get', { id: changed });
      await stage.go(`/announcements/${change.announcementId}`);
      await stage.page.getByRole('link', { name: viewChange }).waitFor();
    },
  },
  { name: 'contract-change-part', title: 'A contract with its changes', show: openPart },
];

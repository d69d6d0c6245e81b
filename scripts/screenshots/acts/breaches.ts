// 违约处理: list, form, page and dialogs, and what stands on the page of a contract.
import { demoAttachment } from '#demo/data/demo-files.ts';
import { type BreachStatus, emptyBreach } from '#shared/domain/contracts/breaches/model.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { breachPages, forms, label } from '#shared/text/index.ts';
import { dialogPart, type Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';
import { newId } from '../story.ts';

const { choose, form, page: words, part, title } = breachPages;
const begun = newId();

async function openList(stage: Stage): Promise<void> {
  await stage.go('/breaches');
  await stage.page.getByRole('heading', { level: 1, name: title }).waitFor({ state: 'attached' });
  await stage.page.getByRole('navigation', { name: forms.table.tabs }).waitFor();
}

async function contractInForce(stage: Stage): Promise<string> {
  const { contracts } = await stage.ask('breaches.choosable', {});
  const [contract] = contracts;
  if (contract === undefined) throw new Error('no contract of the demo is in force');
  return contract.id;
}

async function openForm(stage: Stage): Promise<void> {
  const contractId = await contractInForce(stage);
  await stage.go(`/breaches/new?contractId=${contractId}`);
  const fresh = stage.page.getByRole('button', { name: form.resume.fresh, exact: true });
  const heading = stage.page.getByRole('heading', { level: 2, name: form.sections.breach });
  await fresh.or(heading).first().waitFor();
  if (await fresh.isVisible()) await fresh.click();
  await heading.waitFor();
}

async function openOne(stage: Stage, id: string): Promise<void> {
  await stage.go(`/breaches/${id}`);
  await stage.page.getByRole('heading', { level: 2, name: words.breach, exact: true }).waitFor();
}

/** Of the signing day, as it stands before the notice. */
async function filledIn(stage: Stage): Promise<void> {
  const contractId = await contractInForce(stage);
  const today = toPlainDate(Date.now());
  await stage.call('breaches.create', {
    ...{ id: begun, contractId, predecessorId: null },
    content: {
      ...emptyBreach,
      ...{ party: 'supplier', kind: 'delay', clause: '第八条（示例）', happenedOn: today, noticeOn: today },
      ...{ facts: '约定交付日期已过，尚未交付（示例）。', demand: '立即交付（示例）。', delivery: 'post' },
      files: ['evidence', 'delivery'].map((purpose) => ({
        ...{
          ...demoAttachment(newId(), 'other'),
          purpose,
          fileName: `${label(`breaches.purpose.${purpose}`)}.pdf`,
        },
      })),
    },
  });
}

/** In the way of the unit: begun, sent, answered. */
async function heard(stage: Stage): Promise<void> {
  const { breach } = await stage.ask('breaches.get', { id: begun });
  if (breach.status === 'draft') await stage.call('breaches.notify', { id: begun, acknowledged: [] });
  if (breach.status === 'heard') return;
  const said = { silent: false, statedOn: toPlainDate(Date.now()), statement: '物流延误（示例）。' };
  await stage.call('breaches.hear', { id: begun, ...said, acknowledged: [] });
}

async function byState(stage: Stage, tab: BreachStatus): Promise<string> {
  const { items } = await stage.ask('breaches.list', { tab, limit: 1 });
  const [breach] = items;
  if (breach === undefined) throw new Error(`no breach of the demo is ${tab}`);
  return breach.id;
}

async function openPart(stage: Stage): Promise<void> {
  const { breach } = await stage.ask('breaches.get', { id: begun });
  await stage.go(`/contracts/${breach.contractId}`);
  const heading = stage.page.getByRole('heading', { level: 2, name: part.title, exact: true });
  await heading.waitFor();
  await heading.evaluate((element) => element.scrollIntoView({ block: 'center' }));
}

const press = (stage: Stage, name: string) =>
  stage.page.getByRole('button', { name: label(`actions.breaches.${name}`), exact: true }).click();

export const breachScenes: readonly Scene[] = [
  { name: 'breaches', title: 'Breaches: the list', show: openList },
  {
    name: 'breach-choose',
    title: 'Breach: which contract',
    async show(stage) {
      await stage.go('/breaches/new');
      await stage.page.getByText(choose.hint).waitFor();
    },
  },
  { name: 'breach-form', title: 'Breach: a new one', show: openForm },
  {
    name: 'breach-notify',
    title: 'Dialog: 登记已通知',
    part: dialogPart,
    async show(stage) {
      await filledIn(stage);
      await openOne(stage, begun);
      await press(stage, 'notify');
      await stage.page.getByRole('dialog').waitFor();
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'breach-hear',
    title: 'Dialog: 登记陈述',
    part: dialogPart,
    async show(stage) {
      await stage.call('breaches.notify', { id: begun, acknowledged: [] });
      await openOne(stage, begun);
      await press(stage, 'hear');
      await stage.page.getByRole('dialog').getByText(label('breaches.statedOn')).first().waitFor();
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'breach-decision',
    title: 'Breach: the decision is written',
    async show(stage) {
      await heard(stage);
      await stage.go(`/breaches/${begun}/edit`);
      const heading = stage.page.getByRole('heading', { level: 2, name: form.sections.decision });
      await heading.waitFor();
      await stage.page.getByRole('radio', { name: label('breaches.upheld.true'), exact: true }).check();
      await stage.page
        .getByRole('checkbox', { name: label('breaches.consequence.penalty'), exact: true })
        .check();
      await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    },
  },
  {
    name: 'breach-page',
    title: 'Breach: decided, with its papers',
    async show(stage) {
      await openOne(stage, await byState(stage, 'decided'));
      await stage.page.getByRole('heading', { level: 2, name: words.papers, exact: true }).waitFor();
    },
  },
  {
    name: 'breach-withdraw',
    title: 'Dialog: 撤销',
    part: dialogPart,
    async show(stage) {
      await openOne(stage, begun);
      await stage.page.getByRole('button', { name: forms.more, exact: true }).click();
      await stage.page
        .getByRole('menuitem', { name: label('actions.breaches.withdraw'), exact: true })
        .click();
      await stage.page.getByRole('dialog').waitFor();
    },
    leave: (stage) => stage.escape(),
  },
  { name: 'breach-of-contract', title: 'Breaches on the page of a contract', show: openPart },
];

// 合同公告及备案: from 选择项目 to the receipt, each state as it is reached.
import { join } from 'node:path';
import { demoAttachment } from '#demo/data/demo-files.ts';
import { type ContractContent, type ContractStatus, emptyContract } from '#shared/domain/contracts/model.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { contractPages, label, yearEndPages } from '#shared/text/index.ts';
import { contractItemHeaders } from '#shared/text/zh-CN/contracts/imports.ts';
import { excelSheets } from '#shared/text/zh-CN/excel.ts';
import { chooseTemplate, closeDialog, writeTemplate } from '../import-file.ts';
import { dialogPart, page, type Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';
import { newId, usernames } from '../story.ts';

const { choose, clocks, form, guide, page: words } = contractPages;
const filed = newId();

async function choosable(stage: Stage) {
  const { projects } = await stage.ask('contracts.choosable', {});
  for (const project of projects) {
    for (const section of project.sections) {
      const input = { id: null, sectionId: section.id, content: emptyContract };
      const { others } = await stage.ask('contracts.check', input);
      if (others.length === 0) return { project, section };
    }
  }
  throw new Error('no result of the demo waits for its contract');
}

async function openForm(stage: Stage): Promise<void> {
  const { section } = await choosable(stage);
  await stage.go(`/contracts/new?sectionId=${section.id}`);
  const fresh = stage.page.getByRole('button', { name: form.resume.fresh, exact: true });
  const heading = stage.page.getByRole('heading', { level: 2, name: form.sections.price });
  await fresh.or(heading).first().waitFor();
  if (await fresh.isVisible()) await fresh.click();
  await heading.waitFor();
  await stage.page.getByRole('table', { name: clocks.title }).waitFor();
}

async function openContract(stage: Stage, id: string): Promise<void> {
  await stage.go(`/contracts/${id}`);
  await stage.page.getByRole('heading', { level: 2, name: words.facts }).waitFor();
}

/** All that is asked for. */
async function contentOf(stage: Stage, sectionId: string): Promise<ContractContent> {
  const input = { id: null, sectionId, content: emptyContract };
  const { known, begun } = await stage.ask('contracts.check', input);
  const amount = known.amount ?? 100_000_000;
  const advance = Math.floor(amount * 0.3);
  const retention = Math.floor(amount * 0.05);
  const paper = (purpose: ContractContent['files'][number]['purpose'], of: 'other' | 'requirements') => ({
    ...demoAttachment(newId(), of),
    purpose,
    fileName: `${label(`contracts.purpose.${purpose}`)}（示例）.pdf`,
  });
  return {
    ...emptyContract,
    ...known,
    several: begun.length === 0 ? null : 'by_batch',
    contractNo: 'XCSYXX-HT-2026-018',
    contractKind: 'sale',
    signedOn: toPlainDate(Date.now()),
    place: '许昌市',
    copies: 6,
    purchaserContact: '0374-2961598',
    supplierContact: '0371-61234567',
    supplierBank: '示例银行许昌分行营业部',
    supplierAccount: '4100 0000 0000 0000 018',
    amountKind: 'total',
    amount,
    items: known.items.map((item) => ({ ...item, spec: 'SL-100', unitPrice: 1_000_000 })),
    period: '合同签订之日起30个日历日内完成供货、安装和调试',
    performancePlace: known.performancePlace || '实验楼一层机房',
    acceptanceStandard: '按采购文件的技术要求和国家现行标准验收，由采购人组织验收小组现场验收。',
    payments: [
      { kind: 'advance' as const, condition: '合同生效并收到预付款保函后5个工作日内', amount: advance },
      {
        kind: 'acceptance' as const,
        condition: '验收合格并收到发票后10个工作日内',
        amount: amount - advance - retention,
      },
      { kind: 'retention' as const, condition: '质保期（12个月）满，无质量问题', amount: retention },
    ].map((payment) => ({ id: newId(), dueOn: null, ...payment })),
    bondAmount: Math.floor(amount * 0.05),
    bondForm: 'guarantee',
    bondIssuer: '示例银行许昌分行',
    bondExpiresOn: '2027-12-31',
    files: [paper('full', 'other'), paper('public', 'requirements')],
  };
}

async function filledIn(stage: Stage, id: string): Promise<void> {
  const { section } = await choosable(stage);
  const content = await contentOf(stage, section.id);
  await stage.call('contracts.create', { id, sectionId: section.id, content });
}

async function warningsOf(stage: Stage, id: string): Promise<readonly string[]> {
  const { contract } = await stage.ask('contracts.get', { id });
  const { sectionId, content } = contract;
  const { findings } = await stage.ask('contracts.check', { id, sectionId, content });
  return findings.map(({ ruleId }) => ruleId);
}

async function submitted(stage: Stage, id: string): Promise<void> {
  await stage.call('contracts.submit', { id, acknowledged: await warningsOf(stage, id) });
  await stage.synced();
}

async function officeTakes(stage: Stage, step: string, input: object): Promise<void> {
  await (await stage.colleague(usernames.office)).act([`contracts.${step}`, { id: filed, ...input }]);
  await stage.synced();
}

const dialog = (name: string, action: string): Scene => ({
  name,
  title: `Dialog: ${label(`actions.contracts.${action}`)}`,
  part: dialogPart,
  async show(stage) {
    await openContract(stage, filed);
    await stage.press(label(`actions.contracts.${action}`));
    await stage.dialog().waitFor();
  },
  leave: (stage) => stage.escape(),
});

function at(name: string, title: string, section: keyof typeof form.sections): Scene {
  return {
    name,
    title,
    async show(stage) {
      const heading = stage.page.getByRole('heading', {
        level: 2,
        name: form.sections[section],
        exact: true,
      });
      await heading.evaluate((element) => element.scrollIntoView());
    },
  };
}

export const contractScenes: readonly Scene[] = [
  page('contracts', '合同公告及备案, the list', '/contracts'),
  {
    name: 'contract-choose',
    title: '选择项目: only projects with an announced result',
    async show(stage) {
      const { project } = await choosable(stage);
      await stage.go('/contracts/new');
      await stage.page.getByRole('combobox', { name: new RegExp(`^${choose.project}`, 'u') }).click();
      await stage.page.getByRole('option', { name: project.name }).first().click();
      await stage.page.getByRole('radio').first().waitFor();
    },
  },
  { name: 'contract-form', title: 'The form of a contract, with what is known', show: openForm },
  {
    name: 'contract-why',
    title: '为什么: until when to sign, day by day',
    part: dialogPart,
    async show(stage) {
      await stage.press(clocks.whyOf(clocks.sign));
      await stage.dialog().waitFor();
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'contract-form-errors',
    title: 'The form of a contract that cannot be submitted yet',
    async show(stage) {
      await openForm(stage);
      await stage.press(form.buttons.submit);
      await stage.page.getByRole('alert').first().waitFor();
    },
  },
  at('contract-form-at-items', 'The form of a contract: its items', 'items'),
  {
    name: 'contract-form-import',
    title: 'The form of a contract: items out of an Excel file',
    part: dialogPart,
    async show(stage) {
      const file = join(stage.world.folder, 'items.xlsx');
      await writeTemplate(file, excelSheets.contractItems, contractItemHeaders, [
        { name: '下一代防火墙', spec: 'NF-2000', qty: 2, unit: '台', unitPrice: '12.8万' },
        { name: '日志审计系统', spec: 'LA-100', qty: '1套', unitPrice: 86_000 },
        { spec: 'NF-2000', qty: '1台', unitPrice: '十万' },
      ]);
      await stage.press(form.items.import);
      await chooseTemplate(stage, file, form.items.transfer);
    },
    leave: (stage) => closeDialog(stage),
  },
  {
    name: 'contract-form-filled',
    title: 'The form of a contract, filled in',
    async show(stage) {
      await filledIn(stage, filed);
      await stage.go(`/contracts/${filed}/edit`);
      await stage.page.getByRole('heading', { level: 2, name: form.sections.price }).waitFor();
      await stage.page.getByRole('table', { name: clocks.title }).waitFor();
    },
  },
  at('contract-form-at-parties', 'The form of a contract: both parties and the price', 'parties'),
  at('contract-form-at-payments', 'The form of a contract: payments and bond', 'payments'),
  at('contract-form-at-scope', 'The form of a contract: what is announced, and the papers', 'scope'),
  {
    name: 'contract-draft',
    title: 'A contract that is being written',
    show: (stage) => openContract(stage, filed),
  },
  dialog('contract-submit', 'submit'),
  {
    name: 'contract-approved',
    title: 'A contract that is to be announced and filed',
    async show(stage) {
      await submitted(stage, filed);
      const { contract } = await stage.ask('contracts.get', { id: filed });
      const { submittedAt } = contract;
      const reviewer = await stage.colleague(usernames.reviewer);
      await reviewer.act(['contracts.approve', { id: filed, submittedAt, note: '同意' }]);
      await stage.synced();
      await openContract(stage, filed);
    },
  },
  dialog('contract-publish', 'publish'),
  {
    name: 'contract-submitted',
    title: 'A contract that is announced and waits for its receipt',
    async show(stage) {
      const acknowledged = await warningsOf(stage, filed);
      await stage.call('contracts.publish', { id: filed, acknowledged });
      await stage.synced();
      await stage.until(
        async () => (await stage.ask('contracts.get', { id: filed })).contract.status === 'submitted',
      );
      await openContract(stage, filed);
    },
  },
  {
    name: 'contract-notice',
    title: 'The 合同公告, which leads to its contract',
    async show(stage) {
      const { contract } = await stage.ask('contracts.get', { id: filed });
      await stage.go(`/announcements/${contract.announcementId}`);
      await stage.page.getByRole('link', { name: contractPages.list.view }).waitFor();
    },
  },
  {
    name: 'contract-papers',
    title: 'A contract of which papers are missing',
    async show(stage) {
      await officeTakes(stage, 'requestPapers', { reason: '请补充履约保函的扫描件。' });
      await openContract(stage, filed);
    },
  },
  dialog('contract-hand-in', 'handIn'),
  {
    name: 'contract-received',
    title: 'A contract that is filed',
    async show(stage) {
      const bond = { ...demoAttachment(newId(), 'budget_approval'), purpose: 'bond' };
      await stage.call('contracts.handIn', { id: filed, files: [bond] });
      await stage.synced();
      await officeTakes(stage, 'receive', { note: '' });
      await openContract(stage, filed);
    },
  },
  {
    name: 'contract-year-end',
    title: '跨年度事项 of this year',
    async show(stage) {
      await stage.go('/year-end');
      await stage.page.getByRole('heading', { level: 1, name: yearEndPages.title, exact: true }).waitFor();
      await stage.page.getByRole('table').first().waitFor();
    },
  },
  {
    name: 'contract-year-end-funding',
    title: 'Dialog: 追加资金来源 of the next year',
    part: dialogPart,
    async show(stage) {
      await stage.go('/year-end');
      await stage.page
        .getByRole('button', { name: new RegExp(`^${yearEndPages.fund}`, 'u') })
        .first()
        .click();
      await stage.dialog().waitFor();
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'contract-terminated',
    title: 'A contract that was ended: since when, why, and by which change',
    async show(stage) {
      const { items } = await stage.ask('contracts.list', { tab: 'terminated', limit: 1 });
      const [ended] = items;
      if (ended === undefined) throw new Error('no contract of the demo is terminated');
      await openContract(stage, ended.id);
    },
  },
  {
    name: 'contract-guide',
    title: 'Project: contracts of its sections',
    async show(stage) {
      const { contract } = await stage.ask('contracts.get', { id: filed });
      await stage.go(`/projects/${contract.projectId}`);
      const part = stage.page.getByRole('region', { name: guide.title, exact: true });
      await part.waitFor();
      await part.scrollIntoViewIfNeeded();
    },
  },
];

async function openOneIn(stage: Stage, status: ContractStatus): Promise<void> {
  const { items } = await stage.ask('contracts.list', { limit: 200 });
  const found = items.find((each) => each.status === status);
  if (found === undefined) throw new Error(`no contract of the demo is ${status}`);
  await openContract(stage, found.id);
}

/** Of 审核岗. */
export const contractReviewScenes: readonly Scene[] = [
  {
    name: 'contract-review',
    title: 'A contract to be reviewed',
    show: (stage) => openOneIn(stage, 'review'),
  },
  {
    name: 'contract-approve',
    title: 'Dialog: 审核通过',
    part: dialogPart,
    async show(stage) {
      await stage.press(label('actions.contracts.approve'));
      await stage.dialog().waitFor();
    },
    leave: (stage) => stage.escape(),
  },
];

/** Of 采购办. */
export const contractOfficeScenes: readonly Scene[] = [
  {
    name: 'contract-office',
    title: 'A contract that waits for its receipt, as 采购办 sees it',
    show: (stage) => openOneIn(stage, 'submitted'),
  },
  {
    name: 'contract-receive',
    title: 'Dialog: 收讫',
    part: dialogPart,
    async show(stage) {
      await stage.press(label('actions.contracts.receive'));
      await stage.dialog().waitFor();
    },
    leave: (stage) => stage.escape(),
  },
];

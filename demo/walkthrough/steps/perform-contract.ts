import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AcceptanceContent, emptyAcceptance } from '#shared/domain/contracts/acceptances/model.ts';
import { partsOf } from '#shared/domain/contracts/acceptances/parts.ts';
import { changeNoticeIdOf } from '#shared/domain/contracts/changes/commands/publish.ts';
import { emptyContractChange } from '#shared/domain/contracts/changes/model.ts';
import type { Contract } from '#shared/domain/contracts/model.ts';
import { emptyPayment } from '#shared/domain/contracts/payments/model.ts';
import { withCompletion } from '#shared/domain/projects/completion.ts';
import type { Section } from '#shared/domain/projects/model.ts';
import { yearOf } from '#shared/kernel/dates.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import { label } from '#shared/text/index.ts';
import { demoFiles } from '../../data/demo-files.ts';
import {
  announcementBecomes,
  sectionsBecome,
  sectionsOn,
  takenByCentre,
  withWarningsRead,
} from '../announcing.ts';
import { projectBecomes, projectOn, synced } from '../asking.ts';
import type { Desk } from '../desk.ts';
import { accepted, eventually, expect, need, refused } from '../outcome.ts';
import type { Step, World } from '../world.ts';

export const performContract: Step = {
  title: '合同变更、履约验收、付款',
  async run(world) {
    const { desks, story, toServer } = world;
    const { clerk, office, agency } = desks;
    const projectId = need(story.projectId, 'project of an earlier step');
    const contractId = need(story.contractId, 'contract of an earlier step');
    const amount = need((await contractOn(clerk, contractId)).content.amount, 'amount of the contract');
    const added = await amended(world, contractId, amount);
    // What was added is accepted by a line of its own.
    const signed = await contractBecomes(clerk, contractId, '追加', ({ changes }) => changes.length > 0);

    const [first, ...others] = signed.content.items;
    const item = need(first, 'item of the contract');
    // What is not the last acceptance leaves the contract as it is.
    await acceptedAs(world, signed, { part: 'part', stage: 'arrival', passedItems: [] });
    const partly = await contractBecomes(
      clerk,
      contractId,
      '部分验收',
      ({ performance }) => performance.acceptance === 'partial',
    );
    expect(partly.performance.acceptedOn === null, 'the contract is accepted before its last acceptance');
    await acceptedAs(world, signed, { part: 'last', stage: 'final' });
    const sections = await sectionsBecome(clerk, projectId, 'the accepted section', (all) =>
      all.some((each) => isOf(each, contractId) && each.status === 'accepted'),
    );
    expect(
      (await projectOn(clerk, projectId))?.status === 'in_execution',
      'the project is completed before everything is paid',
    );
    const ending = { ...emptyContractChange, kind: 'termination', changedOn: world.today };
    const end = newId();
    accepted(await clerk.act('contractChanges.create', { id: end, contractId, content: ending }), '终止合同');
    const late = refused(
      await clerk.act('contractChanges.submit', { id: end }),
      'rule_broken',
      '验收后的终止',
    );
    expect(
      late.fields?.some(({ code }) => code === 'contract_change.performed') === true,
      JSON.stringify(late),
    );
    accepted(await clerk.act('contractChanges.delete', { id: end }), '删除');

    await paid(world, signed, amount + added);
    await contractBecomes(clerk, contractId, '付清', ({ performance }) => performance.settledAt !== null);
    const after = await sectionsOn(clerk, projectId);
    const project = need(await projectOn(clerk, projectId), 'project');
    const expected = withCompletion({ ...project, status: 'in_execution' }, after).status;
    for (const desk of [clerk, office, agency]) {
      await projectBecomes(desk, projectId, 'its end', ({ status }) => status === expected);
    }
    const page = await (await fetch(`${toServer.origin}/projects/${projectId}`)).text();
    expect(page.includes(label('sections.status.accepted')), 'the website does not say that it is accepted');
    const states = sections.map(
      ({ sectionNo, status }) => `${sectionNo} ${label(`sections.status.${status}`)}`,
    );
    return `追加${added / 100}元（10%以内）并公告；分期验收后最终验收合格（${[item, ...others].length}项），${label(`projects.status.${expected}`)}；标段：${states.join('、')}；网站显示已验收`;
  },
};

const isOf = ({ contracts }: Section, contractId: string) =>
  contracts.some((each) => each.contractId === contractId);
const newId = () => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

/** A tenth would be the most (法 art 49): more is refused, a hundredth is announced. */
async function amended(world: World, contractId: string, amount: number): Promise<number> {
  const { clerk, reviewer, office } = world.desks;
  const id = newId();
  const added = Math.floor(amount / 100);
  const content = {
    ...emptyContractChange,
    ...{ kind: 'addition', clauses: '第二条', description: '按同一型号、同一单价追加备件（示例）。' },
    ...{ reason: '新增使用科室（示例）', amount: amount, identical: true, changedOn: world.today },
    files: [
      { ...(await paper(world, clerk, '补充合同')), purpose: 'full' },
      { ...(await paper(world, clerk, '补充合同公告文本')), purpose: 'public' },
    ],
  };
  accepted(await clerk.act('contractChanges.create', { id, contractId, content }), '登记变更');
  const above = refused(await clerk.act('contractChanges.submit', { id }), 'rule_broken', '超过10%的追加');
  expect(
    above.fields?.some(({ code }) => code === 'contract_change.above_tenth') === true,
    JSON.stringify(above),
  );
  const changes = [{ field: 'amount', from: amount, to: added }];
  accepted(await clerk.act('contractChanges.edit', { id, changes }), '修改变更');
  await withWarningsRead(clerk, 'contractChanges.submit', { id });
  await synced(clerk);
  const { submittedAt } = await changeOn(reviewer, id, 'review');
  accepted(await reviewer.act('contractChanges.approve', { id, submittedAt, note: '同意' }), '审核变更');
  await synced(reviewer);
  await changeOn(clerk, id, 'approved');
  await withWarningsRead(clerk, 'contractChanges.publish', { id });
  await synced(clerk);
  await changeOn(office, id, 'published');
  const noticeId = changeNoticeIdOf({ id });
  await announcementBecomes(clerk, noticeId, 'the acceptance by the centre', ({ push }) => {
    return push.status === 'accepted';
  });
  const taken = await takenByCentre(world.centre, noticeId);
  expect(taken.type === 'contract.change', `the centre has taken it as ${taken.type}`);
  return added;
}

async function acceptedAs(
  world: World,
  contract: Contract,
  parts: Partial<AcceptanceContent>,
): Promise<void> {
  const { id: contractId, content: known, result } = contract;
  const { clerk, reviewer, office } = world.desks;
  const id = newId();
  const member = (name: string, head: boolean) => ({
    ...{ id: newId(), name, unit: '示例单位', role: 'purchaser' as const, head },
  });
  const content: AcceptanceContent = {
    ...emptyAcceptance,
    ...{ requestedBy: result.supplierName, requestedOn: world.today, answeredOn: world.today },
    ...{ method: '清点数量，逐项试运行。', heldOn: world.today, place: '采购人指定地点' },
    ...{ standards: '按采购文件和合同约定', groupOpinion: '符合合同约定。', conclusion: 'passed' },
    ...{ purchaserOpinion: '同意。', supplierAnswer: 'confirmed' },
    members: [member('甲', true), member('乙', false), member('丙', false)],
    rows: partsOf(contract).map(({ id: itemId, name }) => ({
      ...{ id: newId(), itemId, item: name },
      requirement: known.items.find((item) => item.id === itemId)?.requirement || '按合同约定',
      ...{ found: '与合同一致', passed: true, evidenceId: null },
    })),
    files: [{ ...(await paper(world, clerk, '验收书')), purpose: 'signed' }],
    ...parts,
  };
  const input = { id, contractId, predecessorId: null, content };
  accepted(await clerk.act('acceptances.create', input), '新增验收');
  await withWarningsRead(clerk, 'acceptances.submit', { id });
  await synced(clerk);
  const { submittedAt } = await acceptanceOn(reviewer, id, 'review');
  accepted(await reviewer.act('acceptances.approve', { id, submittedAt, note: '同意' }), '审核验收');
  await synced(reviewer);
  await acceptanceOn(clerk, id, 'approved');
  await withWarningsRead(clerk, 'acceptances.conclude', { id });
  await synced(clerk);
  await acceptanceOn(office, id, 'concluded');
}

async function paid(world: World, { id: contractId }: Contract, amount: number): Promise<void> {
  const { clerk } = world.desks;
  const id = newId();
  const content = {
    ...emptyPayment,
    ...{ kind: 'acceptance', condition: '验收合格后30日内', amount, sizeClass: 'small', basis: 'acceptance' },
    ...{ deliveredOn: world.today, acceptedOn: world.today, invoiceNo: '24412000000012345678' },
    ...{ invoiceAmount: amount, invoiceOn: world.today },
    files: [{ ...(await paper(world, clerk, '发票')), purpose: 'invoice' }],
  };
  accepted(await clerk.act('payments.create', { id, contractId, content }), '登记付款');
  const said = { paidOn: world.today, paidAmount: amount, budgetYear: yearOf(world.today), fundingLine: '' };
  const vouchers = [await paper(world, clerk, '付款凭证')];
  await withWarningsRead(clerk, 'payments.pay', { id, ...said, last: true, vouchers });
  await synced(clerk);
}

async function paper({ folder }: World, clerk: Desk, name: string) {
  const fileName = `${name}.pdf`;
  const path = join(folder, fileName);
  await writeFile(path, Buffer.concat([demoFiles.other.bytes, Buffer.from(`% ${name}\n`)]));
  const mediaType = 'application/pdf';
  const { sha256, size } = accepted(await clerk.ask('files.add', { path, fileName, mediaType }), '附件');
  return { id: newId(), fileName, mediaType, size, sha256 };
}

async function contractOn(desk: Desk, id: string): Promise<Contract> {
  return accepted(await desk.ask('contracts.get', { id }), '合同').contract;
}

function contractBecomes(
  desk: Desk,
  id: string,
  what: string,
  is: (contract: Contract) => boolean,
): Promise<Contract> {
  return eventually(`${what} of the contract on the desk of ${desk.title}`, async () => {
    const contract = await contractOn(desk, id);
    return is(contract) ? contract : undefined;
  });
}

function changeOn(desk: Desk, id: string, status: string) {
  return eventually(`the change to be ${status} on the desk of ${desk.title}`, async () => {
    const answer = await desk.ask('contractChanges.get', { id });
    return answer.ok && answer.value.change.status === status ? answer.value.change : undefined;
  });
}

function acceptanceOn(desk: Desk, id: string, status: string) {
  return eventually(`the acceptance to be ${status} on the desk of ${desk.title}`, async () => {
    const answer = await desk.ask('acceptances.get', { id });
    return answer.ok && answer.value.acceptance.status === status ? answer.value.acceptance : undefined;
  });
}

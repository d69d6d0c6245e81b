import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { noticeIdOf } from '#shared/domain/contracts/commands/publish.ts';
import { letterOn } from '#shared/domain/contracts/facts.ts';
import {
  type Contract,
  type ContractContent,
  type ContractPurpose,
  contractSchema,
  emptyContract,
} from '#shared/domain/contracts/model.ts';
import { resultOf } from '#shared/domain/projects/result.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import { demoFiles } from '../../data/demo-files.ts';
import {
  announcementBecomes,
  sectionsBecome,
  sectionsOn,
  takenByCentre,
  withWarningsRead,
} from '../announcing.ts';
import { synced } from '../asking.ts';
import type { Desk } from '../desk.ts';
import { accepted, eventually, expect, need, refused } from '../outcome.ts';
import type { Step, World } from '../world.ts';

/** Must be seen by unit and 采购办 alone. */
const account = '6222020000000000001';

export const signContract: Step = {
  title: '合同公告及备案',
  async run(world) {
    const { desks, story, centre } = world;
    const { clerk, reviewer, office, agency, supervisor, stranger } = desks;
    const projectId = need(story.projectId, 'project of an earlier step');
    const section = need(
      (await sectionsOn(clerk, projectId)).find(({ status }) => status === 'awarded'),
      'awarded section',
    );
    const result = need(resultOf(section), 'result in force');
    expect(
      section.results.some((each) => each.void !== null && each.supplierName !== result.supplierName),
      'the result has not been changed',
    );

    // The section that is to be signed is offered, with the supplier of the changed result.
    const { projects } = accepted(await clerk.ask('contracts.choosable', {}), '选择项目');
    const offered = projects.flatMap((project) => project.sections).find(({ id }) => id === section.id);
    expect(offered?.supplierName === result.supplierName, `offered is ${offered?.supplierName}`);
    const asked = { id: null, sectionId: section.id, content: emptyContract };
    const { known } = accepted(await clerk.ask('contracts.check', asked), '填报');
    expect(
      known.amount === result.amount,
      `the amount is ${known.amount}, that of the result ${result.amount}`,
    );

    const id = newId();
    const full = await text(world, clerk, 'full');
    const content = contentOf(known, letterOn(result), [full, { ...full, id: newId(), purpose: 'public' }]);
    const input = { id, sectionId: section.id, content };
    refused(await agency.act('contracts.create', input), 'not_allowed', '代理机构填报合同');
    accepted(await clerk.act('contracts.create', input), '新增');
    const same = refused(await clerk.act('contracts.submit', { id }), 'rule_broken', '两份相同文本的提交');
    expect(same.fields?.map(({ code }) => code).join() === 'contract.same_text', JSON.stringify(same));
    const files = [full, await text(world, clerk, 'public')];
    const changes = [{ field: 'files', from: content.files, to: files }];
    accepted(await clerk.act('contracts.edit', { id, changes }), '保存');
    await withWarningsRead(clerk, 'contracts.submit', { id });
    await synced(clerk);

    const { submittedAt } = await contractBecomes(reviewer, id, 'review');
    refused(await clerk.act('contracts.publish', { id }), 'wrong_state', '审核前的提交');
    accepted(await reviewer.act('contracts.approve', { id, submittedAt, note: '同意' }), '审核');
    await synced(reviewer);
    await contractBecomes(clerk, id, 'approved');
    expect((await contractOn(office, id)) === undefined, `${office.title} sees what is not filed`);
    await withWarningsRead(clerk, 'contracts.publish', { id });
    await synced(clerk);

    const noticeId = noticeIdOf({ id });
    const notice = await announcementBecomes(clerk, noticeId, 'the acceptance by the centre', ({ push }) => {
      return push.status === 'accepted';
    });
    const taken = await takenByCentre(centre, noticeId);
    expect(taken.type === 'contract.push', `the centre has taken it as ${taken.type}`);
    expect(!JSON.stringify(await centre.state()).includes(account), 'the centre knows the account');

    await contractBecomes(office, id, 'submitted');
    accepted(await office.act('contracts.receive', { id, note: '' }), '收讫');
    await synced(office);
    const { filing } = await contractBecomes(clerk, id, 'received');
    for (const desk of [clerk, agency, supervisor]) {
      await sectionsBecome(desk, projectId, 'the signed section', (sections) =>
        sections.some((each) => each.id === section.id && each.status === 'contracted'),
      );
    }
    for (const desk of [agency, supervisor, stranger]) {
      await synced(desk);
      const rows = await desk.rows();
      expect(!rows.has(`contracts/${id}`), `${desk.title} holds the contract`);
      expect(
        ![...rows.values()].some(({ body }) => body.includes(account) || body.includes(full.sha256)),
        `${desk.title} knows the account or the full text`,
      );
    }
    const held = need((await office.rows()).get(`contracts/${id}`), 'contract of 采购办');
    expect(held.body.includes(account), `${office.title} does not know the account`);
    story.contractNoticeId = noticeId;
    story.contractId = id;
    return `${notice.title}：乙方${result.supplierName}；两份文本相同时不能提交；${reviewer.title}审核，提交一次即公告并备案，交易中心已收 contract.push，收讫编号 ${filing?.no}；标段已签合同；${agency.title}、${supervisor.title}看不到合同全文与账号`;
  },
};

type Known = Pick<
  ContractContent,
  | 'contractName'
  | 'amountKind'
  | 'amount'
  | 'rate'
  | 'purchaserContact'
  | 'items'
  | 'period'
  | 'performancePlace'
>;

function contentOf(
  known: Known,
  signedOn: ContractContent['signedOn'],
  files: ContractContent['files'],
): ContractContent {
  const { amount, items } = known;
  const payment = { id: newId(), condition: '验收合格后30日内', dueOn: null };
  return {
    ...emptyContract,
    ...known,
    contractNo: 'HT-2026-示例-001',
    contractKind: 'sale',
    signedOn,
    purchaserContact: known.purchaserContact || '0374-2960000',
    supplierContact: '0371-60000000',
    supplierBank: '示例银行许昌分行',
    supplierAccount: account,
    items: items.map((item) => ({ ...item, spec: '见合同附件', unitPrice: item.unitPrice ?? amount })),
    period: known.period || '签订后30日内',
    performancePlace: known.performancePlace || '采购人指定地点',
    acceptanceStandard: '按采购文件和合同约定验收',
    payments: [{ ...payment, kind: 'acceptance', amount }],
    files: [...files],
  };
}

const newId = () => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

async function text(
  { folder }: World,
  clerk: Desk,
  purpose: ContractPurpose,
): Promise<ContractContent['files'][number]> {
  const fileName = `合同文本-${purpose}.pdf`;
  const path = join(folder, fileName);
  await writeFile(path, Buffer.concat([demoFiles.other.bytes, Buffer.from(`% contract ${purpose}\n`)]));
  const mediaType = 'application/pdf';
  const { sha256, size } = accepted(await clerk.ask('files.add', { path, fileName, mediaType }), '附件');
  return { id: newId(), fileName, mediaType, size, sha256, purpose };
}

async function contractOn(desk: Desk, id: string): Promise<Contract | undefined> {
  const answer = await desk.ask('contracts.get', { id });
  return answer.ok ? contractSchema.parse(answer.value.contract) : undefined;
}

/** Waits until the desk shows the contract in this state. */
function contractBecomes(desk: Desk, id: string, status: Contract['status']): Promise<Contract> {
  let last: string | undefined;
  return eventually(
    `the contract to be ${status} on the desk of ${desk.title}`,
    async () => {
      const contract = await contractOn(desk, id);
      last = contract?.status;
      return last === status ? contract : undefined;
    },
    () => last,
  );
}

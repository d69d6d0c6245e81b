// Contracts of the demo: how far each comes, and what its clerk types beside what the result says.
import { type ContractChangeContent, emptyContractChange } from '#shared/domain/contracts/changes/model.ts';
import { type Contract, type ContractContent, emptyContract } from '#shared/domain/contracts/model.ts';
import type { PlanContent } from '#shared/domain/plans/model.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { demoFile, demoPapers } from './demo-files.ts';
import { randomOf } from './random.ts';

export type ContractStep =
  | 'submit'
  | 'return'
  | 'approve'
  | 'publish'
  | 'requestPapers'
  | 'receive'
  | 'terminate';
const published = ['submit', 'approve', 'publish'] as const;

/** After it was drafted: one for each state. */
export const demoContracts: readonly (readonly ContractStep[])[] = [
  [...published, 'receive'],
  published,
  [],
  ['submit'],
  ['submit', 'approve'],
  ['submit', 'return'],
  [...published, 'requestPapers'],
  [...published, 'receive', 'terminate'],
  // For acceptances.
  [...published, 'receive'],
  [...published, 'receive'],
  [...published, 'receive'],
  [...published, 'receive'],
  [...published, 'receive'],
];

/** What 采购办, reviewer and clerk write with their steps. */
export const contractReasons: Readonly<Partial<Record<ContractStep, string>>> = {
  return: '请核对付款计划与合同文本后重新提交。',
  requestPapers: '请补充履约保证金凭证（示例）。',
};

/** 终止合同 by agreement, on the day on which it was signed: the demo's clock stands still. */
export function terminationContent(
  { content }: Pick<Contract, 'content'>,
  newId: () => string,
): ContractChangeContent {
  return {
    ...emptyContractChange,
    kind: 'termination',
    description: '经双方协商一致，自终止协议签订之日起合同不再履行（示例）。',
    reason: '供应商经营场所搬迁，不能按期供货，书面请求终止合同（示例）。',
    terminationReason: 'agreement',
    settlement: '尚未交货，预付款原路退回，履约保证金退还（示例）。',
    changedOn: content.signedOn,
    files: [
      { ...demoFile(newId(), demoPapers.termination), purpose: 'full' },
      { ...demoFile(newId(), demoPapers.terminationToPublish), purpose: 'public' },
    ],
  };
}

const kinds = { A: 'sale', B: 'works', C: 'service' } as const;

export type Known = Pick<
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
type Of = {
  /** Which of the section's, from 1. */
  readonly no: number;
  readonly count: number;
  readonly key: string;
  readonly idTime: number;
  readonly signedOn: ContractContent['signedOn'];
  readonly category: PlanContent['category'];
};

/** Of several each is signed for its part of what was won. */
export function contractContent(
  known: Known,
  { no, count, key, idTime, signedOn, category }: Of,
): ContractContent {
  const random = randomOf(`contract/${key}/${no}/content`);
  const newId = () => random.uuid(idTime);
  const amount: Fen = Math.floor((known.amount ?? 0) / count);
  const advance = Math.floor(amount * 0.3);
  const payment = (kind: ContractContent['payments'][number]['kind'], condition: string, part: Fen) => ({
    ...{ id: newId(), kind, condition, amount: part, dueOn: null },
  });
  const bond = Math.floor(amount * 0.05);
  const [item] = known.items;
  return {
    ...emptyContract,
    ...known,
    contractNo: `HT-${signedOn?.slice(0, 4) ?? ''}-${String(random.int(1, 999)).padStart(3, '0')}`,
    contractName: count === 1 ? known.contractName : `${known.contractName}（第${no}批）`.slice(0, 200),
    contractKind: kinds[category ?? 'C'],
    amount,
    signedOn,
    place: '许昌市',
    copies: 4,
    purchaserContact: known.purchaserContact || '0374-2960000',
    supplierContact: '0371-60000000',
    supplierBank: '示例银行许昌分行',
    supplierAccount: '6222020000000000001',
    items: (item === undefined
      ? [{ id: newId(), name: known.contractName, spec: '', requirement: '', qty: '1项', unitPrice: null }]
      : known.items
    ).map((each) => ({ ...each, spec: each.spec || '按采购文件要求', unitPrice: each.unitPrice ?? amount })),
    period: known.period || '自合同签订之日起60日内',
    performancePlace: known.performancePlace || '采购人指定地点',
    acceptanceStandard: '按采购文件、响应文件和合同约定验收（示例）。',
    payments: [
      payment('advance', '合同签订后10个工作日内', advance),
      payment('acceptance', '验收合格后30日内', amount - advance),
    ],
    bondAmount: bond,
    bondForm: 'guarantee',
    bondIssuer: '示例银行许昌分行',
    bondExpiresOn: signedOn === null ? null : `${Number(signedOn.slice(0, 4)) + 1}-12-31`,
    several: count === 1 ? null : 'by_batch',
    files: [
      { ...demoFile(newId(), demoPapers.contract), purpose: 'full' },
      { ...demoFile(newId(), demoPapers.contractToPublish), purpose: 'public' },
    ],
  };
}

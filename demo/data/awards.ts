// Results of the demo: how far each comes, and what its clerk types; and the suppliers that are known beside those who have won.
import { type AwardContent, type Candidate, emptyAward } from '#shared/domain/awards/model.ts';
import type { Supplier } from '#shared/domain/suppliers/model.ts';
import { addDays, type PlainDate } from '#shared/kernel/dates.ts';
import { supplierNames, supplierUscc } from '../trading-centre/suppliers.ts';
import { demoFile, demoPapers } from './demo-files.ts';
import { randomOf } from './random.ts';

export type AwardStep = 'submit' | 'return' | 'confirm' | 'publish';
export type DemoAward = {
  /** How many have bid. */
  readonly bidders: number;
  /** After it was drafted. */
  readonly steps: readonly AwardStep[];
  /** The first candidate has given up, in writing. */
  readonly gaveUp?: true;
  readonly consortium?: true;
};

const announced = ['submit', 'confirm', 'publish'] as const;
export const demoAwards: readonly DemoAward[] = [
  { bidders: 4, steps: [] },
  { bidders: 5, steps: ['submit'] },
  { bidders: 4, steps: ['submit', 'return'] },
  { bidders: 5, steps: ['submit', 'confirm'] },
  { bidders: 6, steps: announced },
  { bidders: 5, steps: announced, gaveUp: true },
  { bidders: 5, steps: announced },
  { bidders: 4, steps: announced, consortium: true },
  // Whose results are changed, or stay as they are (seed-award-changes.ts).
  { bidders: 5, steps: announced },
  { bidders: 5, steps: announced },
  { bidders: 6, steps: announced },
  { bidders: 5, steps: announced },
  { bidders: 5, steps: announced },
];

export const returnReason = '请核对供应商地址和企业规模后重新提交。';

type Words = Pick<Supplier, 'uscc' | 'name' | 'address' | 'sizeClass'>;

/** As they are written down. The part of a name before 示例 says where it is from. */
export function supplierWords(name: string): Words {
  const place = name.slice(0, name.indexOf('示例'));
  const random = randomOf(`supplier/${name}/address`);
  return {
    uscc: supplierUscc(name),
    name,
    address: `${place === '河南' ? '郑州' : place}市示例路${random.int(1, 199)}号`,
    sizeClass: random.pick(['small', 'small', 'micro', 'medium']),
  };
}

/** All who bid at the demo's trading centre, as units and agencies have written them down. */
export const demoSuppliers: readonly Words[] = supplierNames.map(supplierWords);

/** One that has another name since, and one that is excluded; neither bids. */
export const renamedSupplier = {
  before: supplierWords('许昌示例设备厂'),
  name: '许昌示例设备有限公司',
  on: (today: PlainDate): PlainDate => addDays(today, -160),
} as const;
export const bannedSupplier = {
  ...supplierWords('商丘示例贸易有限公司'),
  document: '许财购罚〔2026〕示例1号',
  reason: '提供虚假材料谋取中标（示例）。',
  days: (today: PlainDate) => ({ from: addDays(today, -90), until: addDays(today, 639) }),
} as const;

const members: AwardContent['members'] = [
  { name: '许昌示例安装工程有限公司', share: '运输、安装和调试，占合同金额的25%' },
  { name: '郑州示例运维服务有限公司', share: '质保期内的运行维护，占合同金额的15%' },
].map(({ name, share }) => ({ name, uscc: supplierUscc(name), share }));

/** Undefined where nobody was ranked whom it could be about. */
export function awardContent(
  { gaveUp, consortium }: DemoAward,
  ranking: readonly Candidate[],
  idTime: number,
): AwardContent | undefined {
  const [first, second] = ranking;
  const winner = gaveUp === true ? second : first;
  if (first === undefined || winner === undefined) return undefined;
  const { address, sizeClass } = supplierWords(winner.supplier);
  const id = randomOf(`award/${first.supplier}/${winner.supplier}`).uuid(idTime);
  return {
    ...emptyAward,
    winner: winner.supplier,
    address,
    sizeClass,
    members: consortium === true ? members : [],
    amount: winner.price,
    passedOver:
      gaveUp === true
        ? [
            {
              supplier: first.supplier,
              reasonCode: 'GAVE_UP',
              reason: '因企业经营调整，在结果公告前书面放弃（示例）。',
              files: [demoFile(id, demoPapers.gaveUp)],
            },
          ]
        : [],
  };
}

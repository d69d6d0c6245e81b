// 中标结果变更备案 of the demo: how far each comes, and what its clerk types.
import { type ChangeContent, emptyChange } from '#shared/domain/award-changes/model.ts';
import type { Candidate } from '#shared/domain/awards/model.ts';
import { supplierWords } from './awards.ts';
import { demoFile, demoPapers } from './demo-files.ts';
import { randomOf } from './random.ts';

export type ChangeStep = 'submit' | 'return' | 'approve' | 'giveUp' | 'publish';
export type DemoChange = {
  /** After it was drafted. */
  readonly steps: readonly ChangeStep[];
  /** Nobody takes the place of the supplier: it is procured anew. */
  readonly ends?: true;
};

const published = ['submit', 'approve', 'publish'] as const;

/** Of one section each, one after the other; together one in each state. */
export const demoChanges: readonly (readonly DemoChange[])[] = [
  [{ steps: ['submit'] }],
  [{ steps: published }, { steps: ['submit', 'return'] }],
  [{ steps: ['submit', 'approve'] }],
  [{ steps: ['submit', 'approve', 'giveUp'] }, { steps: [] }],
  [{ steps: ['submit', 'approve'], ends: true }],
];

/** What 采购办 and clerk write with their steps. */
export const changeReasons: Readonly<Partial<Record<ChangeStep, string>>> = {
  return: '请补充中标供应商书面声明的落款日期后重新提交（示例）。',
  giveUp: '中标供应商撤回声明，同意签订合同（示例）。',
};

/** The supplier will not sign: `next` wins, or nobody. */
export function changeContent(next: Candidate | undefined, key: string, idTime: number): ChangeContent {
  const random = randomOf(`award-change/${key}/content`);
  const paper = (purpose: 'refusal' | 'liability', of: (typeof demoPapers)[keyof typeof demoPapers]) => {
    return { ...demoFile(random.uuid(idTime), of), purpose };
  };
  const content: ChangeContent = {
    ...emptyChange,
    reasonCode: 'SUPPLIER_REFUSED',
    reason: '中标（成交）供应商因经营调整，书面声明不再签订采购合同（示例）。',
    action: next === undefined ? 'procure_again' : 'next_candidate',
    contractState: 'unsigned',
    files: [paper('refusal', demoPapers.gaveUp), paper('liability', demoPapers.refusalHandled)],
  };
  if (next === undefined) return content;
  const { address, sizeClass } = supplierWords(next.supplier);
  return { ...content, winner: next.supplier, amount: next.price, address, sizeClass };
}

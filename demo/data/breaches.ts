// Breaches of the demo: of which contract what, how far it comes, and what is decided. Days follow from the day on which it is seeded.
import type {
  BreachContent,
  BreachKind,
  BreachParty,
  Statement,
} from '#shared/domain/contracts/breaches/model.ts';
import { emptyBreach } from '#shared/domain/contracts/breaches/model.ts';
import type { Contract } from '#shared/domain/contracts/model.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { demoFile, demoPapers } from './demo-files.ts';

const steps = ['notify', 'hear', 'decide', 'submit', 'approve'] as const;
export type BreachStep = (typeof steps)[number];

export type DemoBreach = {
  readonly party: BreachParty;
  readonly kind: BreachKind;
  readonly steps: readonly BreachStep[];
};

const upTo = (last: BreachStep): readonly BreachStep[] => steps.slice(0, steps.indexOf(last) + 1);

/** By contract in force, in their order. */
export const demoBreaches: readonly (readonly DemoBreach[])[] = [
  [],
  [{ party: 'purchaser', kind: 'late_payment', steps: upTo('hear') }],
  [{ party: 'supplier', kind: 'quantity', steps: upTo('notify') }],
  [{ party: 'supplier', kind: 'delay', steps: upTo('approve') }],
  [{ party: 'supplier', kind: 'quality', steps: upTo('submit') }],
];

const facts: Readonly<Partial<Record<BreachKind, string>>> = {
  delay: '合同约定的交付日期已过，尚有部分标的没有交付（示例）。',
  quality: '抽查时发现部分标的的参数低于合同要求（示例）。',
  quantity: '到货清点，数量少于合同约定（示例）。',
  late_payment: '首批交付后的款项超过约定日期没有支付（示例）。',
};

type About = { readonly today: PlainDate; readonly newId: () => string };

export function noticeContent({ party, kind }: DemoBreach, { today, newId }: About): BreachContent {
  return {
    ...emptyBreach,
    ...{ party, kind, clause: '第八条（示例）', facts: facts[kind] ?? '' },
    ...{ happenedOn: today, noticeOn: today, delivery: 'post' },
    demand:
      party === 'supplier' ? '请按合同约定补齐、更换，并说明原因（示例）。' : '请支付逾期款项（示例）。',
    files: [
      { ...demoFile(newId(), demoPapers.breachEvidence), purpose: 'evidence' },
      { ...demoFile(newId(), demoPapers.breachDelivery), purpose: 'delivery' },
    ],
  };
}

export function statementOf(today: PlainDate): Statement {
  return { silent: false, statedOn: today, statement: '因物流延误，正在安排，请给予时间（示例）。' };
}

/** 违约金 of a thousandth of the contract, below the loss. */
export function decisionContent({ content }: Pick<Contract, 'content'>): Partial<BreachContent> {
  const penalty = Math.max(1, Math.floor((content.amount ?? 0) / 1000));
  return {
    ...{ upheld: true, consequences: ['penalty', 'report'], penalty, loss: penalty },
    ...{
      amountBasis: '第八条：每逾期一日，按合同金额的千分之一（示例）',
      articles: ['civil-code/577', 'civil-code/585'],
    },
    reason: '陈述的原因不是合同约定的免责事由（示例）。',
  };
}

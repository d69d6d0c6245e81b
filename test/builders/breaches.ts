// A breach of the contract of `withContractIn`.
import {
  type Breach,
  type BreachContent,
  type BreachField,
  type BreachPurpose,
  breaches,
  emptyBreach,
  type Statement,
} from '#shared/domain/contracts/breaches/model.ts';
import type { Result } from '#shared/kernel/result.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { anActor } from './actors.ts';
import { contractId } from './contracts.ts';
import { anId } from './ids.ts';
import type { Store } from './store.ts';

const [clerk, reviewer] = [anActor('purchaser_clerk'), anActor('purchaser_reviewer')];
const day = 24 * 3_600_000;
export const breachId = anId('breach');

export const aBreachFile = (purpose: BreachPurpose) => ({
  ...{ id: anId(`breach ${purpose}`), fileName: `${purpose}.pdf`, mediaType: 'application/pdf', size: 1 },
  sha256: 'a'.repeat(64),
  purpose,
});

/** Lawful the day after the contract was signed: it was not delivered, and the supplier has until 2026-03-12. */
export function aNotice(parts: Partial<BreachContent> = {}): BreachContent {
  return {
    ...emptyBreach,
    party: 'supplier',
    kind: 'delay',
    clause: '第八条',
    facts: '约定于2026年3月4日交付，至今未交付。',
    happenedOn: '2026-03-05',
    demand: '立即交付全部分析仪。',
    noticeOn: '2026-03-05',
    delivery: 'post',
    files: [aBreachFile('evidence'), aBreachFile('delivery')],
    ...parts,
  };
}

/** 违约金 of the contract, below the loss. */
export const aDecision: Partial<BreachContent> = {
  upheld: true,
  consequences: ['penalty'],
  penalty: 720_000,
  loss: 800_000,
  amountBasis: '第八条第2款：每日千分之二，5日',
  reason: '供应商的陈述没有合同约定的免责事由。',
  articles: ['civil-code/577', 'civil-code/585'],
};

export const aStatement: Statement = {
  silent: false,
  statedOn: '2026-03-05',
  statement: '厂家停产。',
};
export const silence: Statement = { silent: true, statedOn: null, statement: '' };

export function beginBreach(
  store: Store,
  parts: Partial<BreachContent> = {},
  id = breachId,
  predecessorId: string | null = null,
) {
  return store.run(clerk, 'breaches.create', { id, contractId, predecessorId, content: aNotice(parts) });
}

export function notifyBreach(store: Store, id = breachId) {
  return store.run(clerk, 'breaches.notify', { id, acknowledged: everyWarning });
}

export function hearBreach(store: Store, said: Statement = aStatement, id = breachId) {
  return store.run(clerk, 'breaches.hear', { id, ...said, acknowledged: everyWarning });
}

/** Field by field, from what stands there. */
export function editBreach(store: Store, parts: Partial<BreachContent>, id = breachId) {
  const { content } = store.get(breaches, id);
  const changes = (Object.keys(parts) as BreachField[]).map((field) => ({
    ...{ field, from: content[field], to: parts[field] },
  }));
  return store.run(clerk, 'breaches.edit', { id, changes });
}

export function submitBreach(store: Store, id = breachId) {
  return store.run(clerk, 'breaches.submit', { id, acknowledged: everyWarning });
}

/** Of the submission that stands. */
export function approveBreach(store: Store, id = breachId) {
  const { submittedAt } = store.get(breaches, id);
  return store.run(reviewer, 'breaches.approve', { id, submittedAt, note: '' });
}

export function returnBreach(store: Store, id = breachId) {
  const { submittedAt } = store.get(breaches, id);
  return store.run(reviewer, 'breaches.return', { id, submittedAt, reason: '金额有误' });
}

/** Brought so far, with `decision` for what is decided. */
export function withBreachIn(
  store: Store,
  status: Breach['status'],
  decision: Partial<BreachContent> = aDecision,
  id = breachId,
): Store {
  must(beginBreach(store, {}, id));
  if (status === 'draft') return store;
  must(notifyBreach(store, id));
  if (status === 'notified') return store;
  if (status === 'withdrawn') {
    must(store.run(clerk, 'breaches.withdraw', { id, reason: '已补交' }));
    return store;
  }
  must(hearBreach(store, aStatement, id));
  must(editBreach(store, decision, id));
  if (status === 'heard') return store;
  must(submitBreach(store, id));
  if (status === 'review') return store;
  must(status === 'returned' ? returnBreach(store, id) : approveBreach(store, id));
  return store;
}

/** A day later than the contract. */
export function dayLater(store: Store): Store {
  store.now += day;
  return store;
}

export function must(answer: Result<unknown>): void {
  if (!answer.ok) throw new Error(`no breach: ${JSON.stringify(answer.error)}`);
}

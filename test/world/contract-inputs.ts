// Inputs of the commands on contracts and their changes: of sections whose result is announced with its 通知书.
import { hasAmount } from '#shared/domain/contracts/changes/amounts.ts';
import { type ContractChange, emptyContractChange } from '#shared/domain/contracts/changes/model.ts';
import { letterOn, signableResult } from '#shared/domain/contracts/facts.ts';
import {
  type Contract,
  type ContractContent,
  emptyContract,
  isInForce,
} from '#shared/domain/contracts/model.ts';
import type { Section } from '#shared/domain/projects/model.ts';
import { severalReasons } from '#shared/domain/projects/section-contracts.ts';
import { exampleContractChange } from '#shared/rules/contracts/contract-change-rules.ts';
import { exampleContract, examplePayment } from '#shared/rules/contracts/contract-example.ts';
import { type Draw, idOr, nth, startsAt, type View } from './inputs-common.ts';

const signable = ({ sections }: View) => sections.filter((section) => signableResult(section) !== undefined);

/** Sections to sign on, of which nobody has begun a contract, for those who may. */
export function unsigned(view: View): readonly Section[] {
  if (view.actor.role !== 'purchaser_clerk') return [];
  const begun = new Set(
    view.contracts.filter(({ status }) => status !== 'terminated').map(({ sectionId }) => sectionId),
  );
  return signable(view).filter(({ id }) => !begun.has(id));
}

/** For what was won, or for a part of it; signed on the day of the letter, which is not to come by any clock. */
function contentOf({ random }: Draw, section: Section | undefined): ContractContent {
  const result = section === undefined ? undefined : signableResult(section);
  const won = result?.amount ?? 100;
  const several = random.chance(0.3) ? random.pick(severalReasons) : null;
  const amount = several === null ? won : Math.floor(won / random.int(2, 3));
  const [full, published] = exampleContract.files;
  const secret = random.chance(0.1);
  return {
    ...exampleContract,
    ...{ amount, several, secret, secretBasis: secret ? '示例定密依据' : '' },
    contractNo: `HT-${random.int(1, 999)}`,
    signedOn: (result === undefined ? null : letterOn(result)) ?? exampleContract.signedOn,
    payments: [examplePayment('acceptance', amount)],
    files: [full, published].filter((file) => file !== undefined),
  };
}

/** One that the command may start at, or any. */
function contractFor(command: string, { view, pick, fit }: Draw): Contract | undefined {
  return nth(fit ? view.contracts.filter(startsAt(command)) : view.contracts, pick);
}

function changeFor(command: string, { view, pick, fit }: Draw): ContractChange | undefined {
  return nth(fit ? view.contractChanges.filter(startsAt(command)) : view.contractChanges, pick);
}

const edits = ({ random }: Draw, field: string, from: string, choices: readonly [string, ...string[]]) => [
  { field, from, to: random.pick(choices) },
];

export const contractInputs: ReadonlyMap<string, (draw: Draw) => unknown> = new Map<
  string,
  (draw: Draw) => unknown
>([
  [
    'contracts.create',
    (draw: Draw) => {
      const { view, random, pick, fit } = draw;
      const fresh = unsigned(view);
      const section = nth(fit ? (fresh.length > 0 ? fresh : signable(view)) : view.sections, pick);
      return {
        id: fit ? random.uuid(view.now) : idOr(contractFor('contracts.edit', draw), random, view.now),
        sectionId: idOr(section, random, view.now),
        content: contentOf(draw, section),
      };
    },
  ],
  [
    'contracts.edit',
    (draw: Draw) => {
      const contract = contractFor('contracts.edit', draw);
      const { place } = contract?.content ?? emptyContract;
      return {
        id: idOr(contract, draw.random, draw.view.now),
        changes: edits(draw, 'place', place, ['示例地点一', '示例地点二']),
      };
    },
  ],
  [
    'contracts.approve',
    (draw: Draw) => {
      const contract = contractFor('contracts.approve', draw);
      const { random, view } = draw;
      return {
        id: idOr(contract, random, view.now),
        submittedAt: contract?.submittedAt ?? view.now,
        note: random.pick(['', '同意（示例）']),
      };
    },
  ],
  [
    'contracts.handIn',
    (draw: Draw) => {
      const { random, view } = draw;
      const [file] = exampleContract.files;
      return {
        id: idOr(contractFor('contracts.handIn', draw), random, view.now),
        files: [{ ...file, id: random.uuid(view.now), purpose: 'other' }],
      };
    },
  ],
  [
    'contracts.recordBond',
    (draw: Draw) => {
      const contract = contractFor('contracts.recordBond', draw);
      const receivedOn = contract?.content.signedOn ?? exampleContract.signedOn;
      return {
        id: idOr(contract, draw.random, draw.view.now),
        ...{ receivedOn, expiresOn: receivedOn, returnBy: null, bondFiles: [] },
      };
    },
  ],
  [
    'contracts.returnBond',
    (draw: Draw) => {
      const contract = contractFor('contracts.returnBond', draw);
      return {
        id: idOr(contract, draw.random, draw.view.now),
        returnedOn: contract?.bond?.receivedOn ?? exampleContract.signedOn,
        ...{ returnedAmount: contract?.content.bondAmount ?? 1, note: '', bondFiles: [] },
      };
    },
  ],
  [
    'contracts.undoReturn',
    (draw: Draw) => {
      const contract = contractFor('contracts.undoReturn', draw);
      return { id: idOr(contract, draw.random, draw.view.now), reason: '金额录入有误（示例）' };
    },
  ],
  [
    'contracts.addFunding',
    (draw: Draw) => {
      const { random, view } = draw;
      const contract = contractFor('contracts.addFunding', draw);
      return {
        id: idOr(contract, random, view.now),
        ...{ lineId: random.uuid(view.now), budgetYear: (contract?.fiscalYear ?? 2026) + 1 },
        ...{ fundSource: 'GENERAL', fundAmount: random.int(0, 100), documentNo: `指标${random.int(1, 9)}` },
      };
    },
  ],
  [
    'contracts.withdrawFunding',
    (draw: Draw) => {
      const { random, view } = draw;
      const contract = contractFor('contracts.withdrawFunding', draw);
      const lineId = contract?.funding[0]?.id ?? random.uuid(view.now);
      return { id: idOr(contract, random, view.now), lineId, reason: '录入有误（示例）' };
    },
  ],
  [
    'contractChanges.create',
    (draw: Draw) => {
      const { view, random, pick, fit } = draw;
      const contract = nth(fit ? view.contracts.filter(isInForce) : view.contracts, pick);
      const kind = random.chance(0.25)
        ? 'termination'
        : random.pick(['extension', 'addition', 'reduction'] as const);
      const { amount, signedOn } = contract?.content ?? exampleContract;
      return {
        id: fit ? random.uuid(view.now) : idOr(changeFor('contractChanges.edit', draw), random, view.now),
        contractId: idOr(contract, random, view.now),
        content: {
          ...exampleContractChange,
          ...{ kind, identical: kind === 'addition', changedOn: signedOn },
          amount: hasAmount(kind) ? Math.floor((amount ?? 0) / 100) : null,
          ...(kind === 'termination' ? { terminationReason: 'agreement', settlement: '示例处理。' } : {}),
        },
      };
    },
  ],
  [
    'contractChanges.edit',
    (draw: Draw) => {
      const change = changeFor('contractChanges.edit', draw);
      const { reason } = change?.content ?? emptyContractChange;
      return {
        id: idOr(change, draw.random, draw.view.now),
        changes: edits(draw, 'reason', reason, ['示例依据一。', '示例依据二。']),
      };
    },
  ],
  [
    'contractChanges.approve',
    (draw: Draw) => {
      const change = changeFor('contractChanges.approve', draw);
      const { random, view } = draw;
      return {
        id: idOr(change, random, view.now),
        submittedAt: change?.submittedAt ?? view.now,
        note: random.pick(['', '同意（示例）']),
      };
    },
  ],
]);

// Inputs of the commands on breaches: of contracts in force, for a part of what they amount to.
import { type Breach, emptyBreach } from '#shared/domain/contracts/breaches/model.ts';
import { wasInForce } from '#shared/domain/contracts/model.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { exampleDecision, exampleNotice, exampleStatement } from '#shared/rules/contracts/breach-example.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { type Draw, idOr, nth, startsAt, withReason } from './inputs-common.ts';

function breachFor(command: string, { view, pick, fit }: Draw): Breach | undefined {
  return nth(fit ? view.breaches.filter(startsAt(command)) : view.breaches, pick);
}

/** Decision fields are open once the other side was heard. */
function changesOf(breach: Breach | undefined, random: Draw['random']) {
  const content = breach?.content ?? emptyBreach;
  const isHeard = breach?.status === 'heard' || breach?.status === 'returned';
  if (!isHeard) {
    return [{ field: 'demand', from: content.demand, to: random.pick(['示例要求一', '示例要求二']) }];
  }
  const decided = { ...exampleDecision, remedyUntil: '2099-12-31', penalty: random.int(1, 1_000) };
  return Object.entries(decided).map(([field, to]) => ({
    ...{ field, from: content[field as keyof typeof content], to },
  }));
}

export const breachInputs: ReadonlyMap<string, (draw: Draw) => unknown> = new Map<
  string,
  (draw: Draw) => unknown
>([
  [
    'breaches.create',
    (draw: Draw) => {
      const { view, random, pick, fit } = draw;
      const contract = nth(fit ? view.contracts.filter(wasInForce) : view.contracts, pick);
      // A day that is not to come by any clock.
      const signedOn = contract?.content.signedOn ?? exampleNotice.happenedOn;
      return {
        id: fit ? random.uuid(view.now) : idOr(breachFor('breaches.edit', draw), random, view.now),
        contractId: idOr(contract, random, view.now),
        predecessorId: null,
        content: {
          ...exampleNotice,
          ...{ happenedOn: signedOn, noticeOn: signedOn, demandUntil: null, statementUntil: null },
        },
      };
    },
  ],
  [
    'breaches.edit',
    (draw: Draw) => {
      const breach = breachFor('breaches.edit', draw);
      return {
        id: idOr(breach, draw.random, draw.view.now),
        changes: changesOf(breach, draw.random),
      };
    },
  ],
  [
    'breaches.hear',
    (draw: Draw) => {
      const breach = breachFor('breaches.hear', draw);
      return {
        id: idOr(breach, draw.random, draw.view.now),
        ...exampleStatement,
        statedOn: breach?.content.noticeOn ?? toPlainDate(draw.view.now),
        acknowledged: everyWarning,
      };
    },
  ],
  [
    'breaches.approve',
    (draw: Draw) => {
      const breach = breachFor('breaches.approve', draw);
      const { random, view } = draw;
      return {
        id: idOr(breach, random, view.now),
        submittedAt: breach?.submittedAt ?? view.now,
        note: random.pick(['', '同意（示例）']),
      };
    },
  ],
  [
    'breaches.return',
    (draw: Draw) => {
      const breach = breachFor('breaches.return', draw);
      return {
        id: idOr(breach, draw.random, draw.view.now),
        submittedAt: breach?.submittedAt ?? draw.view.now,
        ...withReason(draw),
      };
    },
  ],
]);

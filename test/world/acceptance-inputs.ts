// Inputs of the commands on acceptances: of contracts in force.
import { failedBefore } from '#shared/domain/contracts/acceptances/facts.ts';
import { type Acceptance, emptyAcceptance, stagesOf } from '#shared/domain/contracts/acceptances/model.ts';
import { partsOf } from '#shared/domain/contracts/acceptances/parts.ts';
import { isInForce } from '#shared/domain/contracts/model.ts';
import {
  exampleAcceptance,
  exampleFile,
  exampleMember,
  exampleRow,
} from '#shared/rules/contracts/acceptance/facts.ts';
import { type Draw, idOr, nth, startsAt } from './inputs-common.ts';

function acceptanceFor(command: string, { view, pick, fit }: Draw): Acceptance | undefined {
  return nth(fit ? view.acceptances.filter(startsAt(command)) : view.acceptances, pick);
}

/** Contracts of which something is left to be accepted and none is begun. */
export function unaccepted({ actor, contracts, acceptances }: Draw['view']) {
  if (actor.role !== 'purchaser_clerk') return [];
  const open = new Set(
    acceptances.filter(({ status }) => status !== 'concluded').map(({ contractId }) => contractId),
  );
  return contracts.filter(
    (contract) => isInForce(contract) && contract.performance.acceptedOn === null && !open.has(contract.id),
  );
}

export const acceptanceInputs: ReadonlyMap<string, (draw: Draw) => unknown> = new Map<
  string,
  (draw: Draw) => unknown
>([
  [
    'acceptances.create',
    (draw: Draw) => {
      const { view, random, pick, fit } = draw;
      const contract = nth(fit ? unaccepted(view) : view.contracts, pick);
      const category = view.projects.find(({ id }) => id === contract?.projectId)?.category ?? 'A';
      const failed = failedBefore({
        acceptances: view.acceptances.filter(({ contractId }) => contractId === contract?.id),
      });
      const fails = random.chance(0.2);
      const signedOn = contract?.content.signedOn ?? exampleAcceptance.heldOn;
      const publicService = category === 'C' && contract?.content.secret === false && random.chance(0.5);
      return {
        id: fit ? random.uuid(view.now) : idOr(acceptanceFor('acceptances.edit', draw), random, view.now),
        contractId: idOr(contract, random, view.now),
        predecessorId: failed?.id ?? null,
        content: {
          ...exampleAcceptance,
          // Days that are not to come by any clock.
          ...{ requestedOn: signedOn, answeredOn: signedOn, heldOn: signedOn },
          ...{ periodFrom: signedOn, periodUntil: signedOn, stage: stagesOf[category].at(-1) ?? null },
          publicService,
          members: [exampleMember(1), exampleMember(2, { role: 'served' }), exampleMember(3)],
          servedOpinion: publicService ? '示例意见' : '',
          rows: (contract === undefined ? [] : partsOf(contract)).map(({ id }, index) => ({
            ...exampleRow({ itemId: id, passed: !fails || index > 0 }),
            id: random.uuid(view.now),
          })),
          ...(fails
            ? { conclusion: 'failed', rectification: '示例整改', rectifyUntil: signedOn }
            : { part: random.pick(['once', 'part', 'last'] as const) }),
          files: contract?.content.secret === true ? [] : [exampleFile('signed'), exampleFile('completion')],
        },
      };
    },
  ],
  [
    'acceptances.edit',
    (draw: Draw) => {
      const acceptance = acceptanceFor('acceptances.edit', draw);
      const { place } = acceptance?.content ?? emptyAcceptance;
      return {
        id: idOr(acceptance, draw.random, draw.view.now),
        changes: [{ field: 'place', from: place, to: draw.random.pick(['示例地点一', '示例地点二']) }],
      };
    },
  ],
  [
    'acceptances.approve',
    (draw: Draw) => {
      const acceptance = acceptanceFor('acceptances.approve', draw);
      const { random, view } = draw;
      return {
        id: idOr(acceptance, random, view.now),
        submittedAt: acceptance?.submittedAt ?? view.now,
        note: random.pick(['', '同意（示例）']),
      };
    },
  ],
  [
    'acceptances.recordDelivery',
    ({ view, random, pick }: Draw) => ({
      acceptanceId: idOr(nth(view.acceptances, pick), random, view.now),
      messageId: random.uuid(view.now),
      status: 'accepted',
      at: view.now,
    }),
  ],
]);

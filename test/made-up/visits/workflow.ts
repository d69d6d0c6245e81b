// The way of a visit: written down, handed to the reviewer, confirmed by another person.
import type { Actor } from '#shared/domain/actor.ts';
import { nothing } from '#shared/domain/load.ts';
import { step, submittedByActor, submittedNow } from '#shared/domain/step.ts';
import { type Subject, workflow } from '#shared/domain/workflow.ts';
import { type Visit, visits } from './model.ts';

const visit: Subject<Visit, void> = {
  kind: visits,
  mayAct: (actor: Actor, { purchaserId }) => actor.organisationId === purchaserId,
  around: nothing,
};

export const visitWorkflow = workflow(visit, [
  step(visit, {
    name: 'submit',
    from: ['draft'],
    to: 'waiting',
    roles: ['purchaser_clerk'],
    set: submittedNow,
  }),
  step(visit, {
    name: 'confirm',
    from: ['waiting'],
    to: 'confirmed',
    roles: ['purchaser_reviewer'],
    note: 'asked',
    unless: submittedByActor,
  }),
]);

// Whose task a challenge is: unit and agency both answer for it, whoever is first; so do they for the report to 采购办.
import type { Actor } from '../actor.ts';
import { type Claim, taskKinds } from '../task.ts';
import { challenges } from './model.ts';

type Waits = 'reply' | 'report';

function ofParties(
  { role, organisationId }: Actor,
  waitsFor: Waits,
): Claim<Waits, 'agencyId' | 'purchaserId'> | null {
  if (role === 'agency') return { waitsFor: [waitsFor], only: { agencyId: organisationId } };
  return role === 'purchaser_clerk' ? { waitsFor: [waitsFor], only: { purchaserId: organisationId } } : null;
}

export const challengeTasks = taskKinds(challenges, { detail: 'projectName' }, [
  { command: 'challenges.reply', claim: (actor) => ofParties(actor, 'reply') },
  { command: 'challenges.report', claim: (actor) => ofParties(actor, 'report') },
]);

// Whose task a result is: the side that wrote it puts right what came back; the unit's 审核岗 confirms; who drafts notices announces it.
import type { Actor } from '../actor.ts';
import { type Claim, taskKinds } from '../task.ts';
import { awards, type WaitKey } from './model.ts';

type OwnClaim = Claim<WaitKey, 'agencyId' | 'purchaserId' | 'submittedBy'>;

function own({ role, organisationId }: Actor): NonNullable<OwnClaim['only']> {
  return role === 'agency' ? { agencyId: organisationId } : { purchaserId: organisationId };
}

function ofDrafters(actor: Actor, waitsFor: WaitKey): OwnClaim | null {
  const { role } = actor;
  return role === 'purchaser_clerk' || role === 'agency' ? { waitsFor: [waitsFor], only: own(actor) } : null;
}

export const awardTasks = taskKinds(awards, { detail: 'projectName' }, [
  {
    command: 'awards.submit',
    claim: (actor) => ofDrafters(actor, `returned:${actor.role === 'agency' ? 'agency' : 'purchaser'}`),
  },
  {
    command: 'awards.confirm',
    claim(actor): OwnClaim | null {
      if (actor.role !== 'purchaser_reviewer') return null;
      return { waitsFor: ['review'], only: own(actor), except: { submittedBy: actor.accountId } };
    },
  },
  { command: 'awards.publish', claim: (actor) => ofDrafters(actor, 'confirmed') },
]);

// Whose task an acceptance is: the unit's reviewer looks at it; its clerk puts right what came back, and concludes it.
import { type Claim, taskKinds } from '../../task.ts';
import { type AcceptanceWait, acceptances } from './model.ts';

type OwnClaim = Claim<AcceptanceWait, 'purchaserId'>;

const ofUnit =
  (role: 'purchaser_clerk' | 'purchaser_reviewer', waitsFor: AcceptanceWait) =>
  (actor: { readonly role: string; readonly organisationId: string | null }): OwnClaim | null =>
    actor.role === role ? { waitsFor: [waitsFor], only: { purchaserId: actor.organisationId } } : null;

export const acceptanceTasks = taskKinds(acceptances, { detail: 'contractNo' }, [
  { command: 'acceptances.submit', claim: ofUnit('purchaser_clerk', 'returned') },
  { command: 'acceptances.approve', claim: ofUnit('purchaser_reviewer', 'review') },
  { command: 'acceptances.conclude', claim: ofUnit('purchaser_clerk', 'approved') },
]);

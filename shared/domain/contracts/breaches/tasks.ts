// Whose task a breach is: the unit's clerk records the statement once its day has come and writes the decision, its reviewer looks at it.
import { type Claim, taskKinds } from '../../task.ts';
import { type BreachWait, breaches } from './model.ts';

type OwnClaim = Claim<BreachWait, 'purchaserId' | 'statementOrder'>;
type Asking = { readonly role: string; readonly organisationId: string | null };

const ofUnit =
  (role: 'purchaser_clerk' | 'purchaser_reviewer', ...waitsFor: readonly BreachWait[]) =>
  (actor: Asking): OwnClaim | null =>
    actor.role === role ? { waitsFor, only: { purchaserId: actor.organisationId } } : null;

const statementDue = ofUnit('purchaser_clerk', 'statement');

export const breachTasks = taskKinds(breaches, { detail: 'contractNo' }, [
  {
    command: 'breaches.hear',
    claim: (actor): OwnClaim | null => {
      const claim = statementDue(actor);
      return claim === null ? null : { ...claim, within: { statementOrder: 0 } };
    },
  },
  { command: 'breaches.submit', claim: ofUnit('purchaser_clerk', 'decision', 'returned') },
  { command: 'breaches.approve', claim: ofUnit('purchaser_reviewer', 'review') },
]);

// Whose task a filing is: the unit's clerk puts right what came back and announces what was approved; 采购办 decides.
import { type Claim, taskKinds } from '../task.ts';
import { awardChanges, type WaitKey } from './model.ts';

type OwnClaim = Claim<WaitKey, 'purchaserId'>;

export const changeTasks = taskKinds(awardChanges, { detail: 'sectionName' }, [
  {
    command: 'awardChanges.submit',
    claim: ({ role, organisationId }): OwnClaim | null =>
      role === 'purchaser_clerk' ? { waitsFor: ['returned'], only: { purchaserId: organisationId } } : null,
  },
  {
    command: 'awardChanges.approve',
    claim: ({ role }): OwnClaim | null => (role === 'procurement_office' ? { waitsFor: ['review'] } : null),
  },
  {
    command: 'awardChanges.publish',
    claim: ({ role, organisationId }): OwnClaim | null =>
      role === 'purchaser_clerk' ? { waitsFor: ['approved'], only: { purchaserId: organisationId } } : null,
  },
]);

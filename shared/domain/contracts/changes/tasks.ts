// Whose task a change is.
import { type Claim, taskKinds } from '../../task.ts';
import { type ContractChangeWait, contractChanges } from './model.ts';

type OwnClaim = Claim<ContractChangeWait, 'purchaserId'>;

const ofUnit =
  (role: 'purchaser_clerk' | 'purchaser_reviewer', waitsFor: ContractChangeWait) =>
  (actor: { readonly role: string; readonly organisationId: string | null }): OwnClaim | null =>
    actor.role === role ? { waitsFor: [waitsFor], only: { purchaserId: actor.organisationId } } : null;

export const contractChangeTasks = taskKinds(contractChanges, { detail: 'contractNo' }, [
  { command: 'contractChanges.submit', claim: ofUnit('purchaser_clerk', 'returned') },
  { command: 'contractChanges.approve', claim: ofUnit('purchaser_reviewer', 'review') },
  { command: 'contractChanges.publish', claim: ofUnit('purchaser_clerk', 'approved') },
]);

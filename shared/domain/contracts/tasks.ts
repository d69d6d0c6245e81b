// Whose task a contract is: the unit's reviewer looks at it; its clerk puts right what came back, announces and files it, and hands in what is missing; 采购办
// takes receipt.
import { type Claim, taskKinds } from '../task.ts';
import { contracts, type WaitKey } from './model.ts';

type OwnClaim = Claim<WaitKey, 'purchaserId' | 'bondOrder'>;

const ofUnit =
  (role: 'purchaser_clerk' | 'purchaser_reviewer', ...waitsFor: WaitKey[]) =>
  (actor: { readonly role: string; readonly organisationId: string | null }): OwnClaim | null =>
    actor.role === role ? { waitsFor, only: { purchaserId: actor.organisationId } } : null;

export const contractTasks = taskKinds(contracts, { detail: 'sectionName' }, [
  { command: 'contracts.submit', claim: ofUnit('purchaser_clerk', 'returned') },
  { command: 'contracts.approve', claim: ofUnit('purchaser_reviewer', 'review') },
  { command: 'contracts.publish', claim: ofUnit('purchaser_clerk', 'approved') },
  { command: 'contracts.handIn', claim: ofUnit('purchaser_clerk', 'papers', 'papers_bond') },
  {
    command: 'contracts.returnBond',
    claim: ({ role, organisationId }): OwnClaim | null =>
      role === 'purchaser_clerk'
        ? {
            waitsFor: ['bond', 'submitted_bond', 'papers_bond', 'ended'],
            only: { purchaserId: organisationId },
            within: { bondOrder: 0 },
          }
        : null,
  },
  {
    command: 'contracts.receive',
    claim: ({ role }): OwnClaim | null =>
      role === 'procurement_office' ? { waitsFor: ['submitted', 'submitted_bond', 'ended'] } : null,
  },
]);

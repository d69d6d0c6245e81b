// Whose breach it is to act on: the unit's alone. 采购办 and supervisor read what was reported to them, and take no step.
import type { Actor } from '../../actor.ts';
import type { Breach } from './model.ts';

export function mayAct({ organisationId }: Actor, { purchaserId }: Pick<Breach, 'purchaserId'>): boolean {
  return organisationId !== null && organisationId === purchaserId;
}

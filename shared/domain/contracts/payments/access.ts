// Whose payment it is: the 采购人's, and 采购办's of the region once it is registered.
import type { Actor } from '../../actor.ts';
import { mayAct as mayActOnContract } from '../access.ts';
import type { Payment } from './model.ts';

export function mayAct(
  actor: Actor,
  { registeredAt, regionCode, purchaserId }: Pick<Payment, 'registeredAt' | 'regionCode' | 'purchaserId'>,
): boolean {
  return mayActOnContract(actor, { publishedAt: registeredAt, regionCode, purchaserId });
}

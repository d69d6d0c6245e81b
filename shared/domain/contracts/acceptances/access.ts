// As of its contract: the 采购人's, and 采购办's of the region once it is concluded.
import type { Actor } from '../../actor.ts';
import { mayAct as mayActOnContract } from '../access.ts';
import type { Acceptance } from './model.ts';

export function mayAct(actor: Actor, { concludedAt, ...acceptance }: Acceptance): boolean {
  return mayActOnContract(actor, { ...acceptance, publishedAt: concludedAt });
}

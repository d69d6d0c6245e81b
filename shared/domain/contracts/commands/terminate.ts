// 终止: the contract ends before it is carried out (法 art 50), or is revoked by a decision (94号令 art 32). Its section has no contract then, and its result may be
// changed or its procurement begun anew.
import { ok, type Result } from '#shared/kernel/result.ts';
import { type Change, type Ctx, put } from '../../command.ts';
import { type Load, one } from '../../load.ts';
import { type Section, sections } from '../../projects/model.ts';
import { liveContracts, withoutContract } from '../../projects/section-contracts.ts';
import type { Given } from '../../step.ts';
import type { Contract } from '../model.ts';

type Known = { readonly section: Section };

export function* loadSection({ sectionId }: Contract): Load<Known | undefined> {
  const section = yield* one(sections, sectionId);
  return section === undefined ? undefined : { section };
}

export function sectionAfter({
  row,
  known: { section },
  ctx,
}: Given<Contract, Known> & { readonly ctx: Ctx }): Result<readonly Change[]> {
  const after = withoutContract(section, row.id, ctx.now);
  const isLast = after.status === 'contracted' && liveContracts(after).length === 0;
  const status = isLast ? ('awarded' as const) : after.status;
  return ok([put(sections, { ...after, status })]);
}

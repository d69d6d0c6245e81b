// Which project a message of a trading centre is about.
import { idSchema } from '#shared/kernel/ids.ts';
import { normaliseNumber } from '#shared/kernel/text.ts';
import { text } from '../fields.ts';
import { type Load, where } from '../load.ts';
import { type Project, projects } from './model.ts';

/** The plan a message is about, by our id, by its 备案号, or by both; then both must be right. */
export const planKeyShape = {
  planId: idSchema.nullable().default(null),
  planNo: text(64).min(1).nullable().default(null),
};
export type PlanKey = { readonly planId: string | null; readonly planNo: string | null };
export const namesPlan = ({ planId, planNo }: PlanKey) => planId !== null || planNo !== null;

export function* findProject({ planId, planNo }: PlanKey): Load<Project | undefined> {
  if (planId !== null) {
    const [project] = yield* where(projects, { planId });
    const right = planNo === null || sameNumber(project?.planNo, planNo);
    return right ? project : undefined;
  }
  if (planNo === null) return undefined;
  const [exact] = yield* where(projects, { planNo });
  if (exact !== undefined) return exact;
  // Other systems write numbers with full-width signs or blanks.
  const [normalised] = yield* where(projects, { planNo: normaliseNumber(planNo) });
  return normalised;
}

function sameNumber(ours: string | undefined, theirs: string): boolean {
  return ours !== undefined && normaliseNumber(ours) === normaliseNumber(theirs);
}

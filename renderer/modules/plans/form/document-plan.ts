// The plan a document shows: the saved one with what the form holds now, or, before it was ever saved, one that has nothing but its content and unit.
import type { Organisation } from '#shared/domain/admin/model.ts';
import type { Plan, PlanContent } from '#shared/domain/plans/model.ts';

export function documentPlan(
  id: string,
  plan: Plan | null,
  content: PlanContent,
  unit: Organisation | undefined,
  now: number,
): Plan {
  if (plan !== null) return { ...plan, content };
  return {
    id,
    status: 'draft',
    purchaserId: unit?.id ?? id,
    purchaserName: unit?.name ?? '',
    purchaserUscc: unit?.uscc ?? '',
    planNo: null,
    projectId: null,
    filingRound: 0,
    predecessor: null,
    leftUnit: false,
    content,
    returnedContent: null,
    acknowledgedWarnings: [],
    fieldEdits: {},
    createdBy: '',
    submittedBy: null,
    createdAt: now,
    updatedAt: now,
    submittedAt: null,
    filedAt: null,
    history: [],
  };
}

// What a plan says of its form.
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { useOrganisation } from '#renderer/ui/fields/organisation-picker.tsx';
import { aboutNothing, type OpenForm, recordForm } from '#renderer/ui/form/record-form.ts';
import { emptyContent } from '#shared/domain/plans/content.ts';
import type { Plan, PlanContent, PlanField } from '#shared/domain/plans/model.ts';
import { availableActions } from '#shared/domain/plans/workflow.ts';
import { toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import { plansPages } from '#shared/text/index.ts';
import { planContents } from './form-content.ts';

export const planRecord = recordForm<Plan, PlanContent, PlanField, null>({
  module: 'plans',
  draft: 'plan',
  contents: planContents,
  empty: emptyContent,
  ...aboutNothing(planContents.read),
  ofRecord: ({ content }) => ({ about: null, content }),
  // What is 涉密 is never written down, not even as a draft (101号令 art 19).
  isSecret: ({ classified }) => classified,
  nameOf: ({ content }) => planName(content),
  away: () => '/plans',
  useRecord(id) {
    const { data, error, refetch } = useAsk('plans.get', { id }, { keepPrevious: false });
    const actor = useActor();
    return { record: data?.plan, actions: data ? availableActions(actor, data.plan) : [], error, refetch };
  },
  /** What the unit's own entry already says. */
  useUntouched() {
    const unit = useOrganisation(useActor().organisationId);
    if (unit === undefined) return undefined;
    const { regionCode, budgetUnitCode, supervisingUnit, contact, phone } = unit;
    const fiscalYear = yearOf(toPlainDate(Date.now()));
    return { ...emptyContent, fiscalYear, regionCode, budgetUnitCode, supervisingUnit, contact, phone };
  },
});

export type OpenPlan = OpenForm<Plan, PlanContent, PlanField, null>;

export function planName({ projectName }: PlanContent): string {
  return projectName === '' ? plansPages.unnamed : projectName;
}

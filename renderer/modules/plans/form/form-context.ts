// What every field of the form needs, without being handed it one by one.
import { createContext, useContext } from 'react';
import type { FormFields } from '#renderer/ui/form/use-record-form.ts';
import type { Policy } from '#shared/codes/procurement-policies.ts';
import type { PlanContent, PlanField } from '#shared/domain/plans/model.ts';
import type { PlanPredecessor } from '#shared/domain/plans/predecessor.ts';

export type PlanFormValue = FormFields<PlanField> & {
  readonly content: PlanContent;
  /** 变更采购方式: what it changes; null in all others. */
  readonly predecessor: PlanPredecessor | null;
  /** The table of policies as the administrator keeps it. */
  readonly policies: readonly Policy[];
  readonly required: ReadonlySet<PlanField>;
  readonly set: <F extends PlanField>(field: F, value: PlanContent[F]) => void;
  readonly newId: () => string;
};

export const PlanFormContext = createContext<PlanFormValue | undefined>(undefined);

export function usePlanForm(): PlanFormValue {
  const value = useContext(PlanFormContext);
  if (value === undefined) throw new Error('a field of the plan form stands outside of it');
  return value;
}

/** The id of the control at a path of the content. Of a list as a whole, it is that of the button that adds to it. */
export function fieldIdOf(path: string): string {
  return path.startsWith('greenPolicies') ? 'plan-greenPolicies' : `plan-${path}`;
}

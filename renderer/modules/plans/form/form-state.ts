// The form of a plan as a function of what happens to it.
import { formOf, type FormState as State } from '#renderer/ui/form/form-state.ts';
import type { PlanContent, PlanField } from '#shared/domain/plans/model.ts';
import { fields, planFields, stillUnreadable } from './form-content.ts';
import { isEmptyField } from './form-sections.ts';

export type FormState = State<PlanContent, PlanField>;

export const { openForm, isDirty, reduceForm } = formOf<PlanContent, PlanField>({
  ...fields,
  filledIn: (content) => planFields.filter((field) => !isEmptyField(content[field])),
  stillUnreadable,
});

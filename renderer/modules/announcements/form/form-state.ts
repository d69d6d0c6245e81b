// The form of an announcement as a function of what happens to it.
import { type FormAction as Action, formOf, type FormState as State } from '#renderer/ui/form/form-state.ts';
import type { Value } from '#shared/domain/announcements/values.ts';
import { type FormContent, fields, sectionsField, typedOver, withValue } from './form-content.ts';

export type FormState = State<FormContent, string>;
export type FormAction = Action<FormContent, string>;

export const { openForm, isDirty, reduceForm } = formOf<FormContent, string>({
  ...fields,
  filledIn: ({ values }) => Object.keys(values),
  // Which lines there are follows from the generated values, too: the form looks when it shows them.
  stillUnreadable: (unreadable) => unreadable,
});

/** `generated` is what would stand there otherwise. */
export function typing(field: string, value: Value, generated: Value | undefined): FormAction {
  return {
    type: 'set',
    field,
    change: (content) => ({ ...content, values: typedOver(content.values, field, value, generated) }),
  };
}

/** 恢复自动内容 */
export function restoring(field: string): FormAction {
  return {
    type: 'restore',
    field,
    change: (content) => ({ ...content, values: withValue(content.values, field, undefined) }),
  };
}

export function choosingSections(sectionIds: readonly string[]): FormAction {
  return { type: 'set', field: sectionsField, change: (content) => ({ ...content, sectionIds }) };
}

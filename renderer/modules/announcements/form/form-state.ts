// What happens to the form of an announcement beyond what happens to any: typing over what is generated, going back to it, choosing sections.
import type { FormAction as Action } from '#renderer/ui/form/form-state.ts';
import type { Value } from '#shared/domain/announcements/values.ts';
import { type FormContent, sectionsField, typedOver, withValue } from './form-content.ts';

type FormAction = Action<FormContent, string>;

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

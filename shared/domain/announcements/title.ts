// The title as the official format has it, and 第 n 次 where the sections were announced before.
import { documentText } from '#shared/text/zh-CN/announcements-document.ts';
import { textIn, valueAt } from './field-values.ts';
import { withoutTurns } from './published-text.ts';
import type { Template } from './template.ts';
import type { Values } from './values.ts';

/** `values` are all values, generated or typed; `method` is the project's. A value that is not there yet leaves no gap. */
export function titleOf(
  template: Template,
  values: Values,
  { method, round }: { readonly method: string | null; readonly round: number },
): string {
  const { pattern, byMethod = {} } = template.title;
  const chosen = method !== null && Object.hasOwn(byMethod, method) ? byMethod[method] : undefined;
  const title = (chosen ?? pattern).replace(/\{(\w+)\}/g, (_, key: string) =>
    key === 'months' ? monthsIn(values) : withoutTurns(textIn(valueAt(values, key))).trim(),
  );
  return round > 1 ? `${title}${documentText.round(round)}` : title;
}

/** The months that an intention is about; empty while they are not known. */
export function monthsIn(values: Values): string {
  const [from, to] = [textIn(valueAt(values, 'fromMonth')), textIn(valueAt(values, 'toMonth'))];
  return from === '' || to === '' ? '' : documentText.months(from, to);
}

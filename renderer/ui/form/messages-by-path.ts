// What is shown at which field: what cannot be read, then what the rules found.
import type { Finding } from '#shared/rules/engine.ts';
import { describeFinding } from '#shared/text/index.ts';
import type { FieldMessage } from '../fields/field.tsx';

/** `isIncomplete` names the rules that say no more than that something is not there: what cannot be read is not also missing. */
export function messagesByPath(
  findings: readonly Finding[],
  unreadable: readonly { readonly path: string; readonly text: string }[],
  isIncomplete: (ruleId: string) => boolean,
): ReadonlyMap<string, readonly FieldMessage[]> {
  const messages = new Map<string, FieldMessage[]>();
  const add = (path: string, message: FieldMessage) => {
    const known = messages.get(path);
    if (known === undefined) messages.set(path, [message]);
    else known.push(message);
  };
  for (const { path, text } of unreadable) add(path, { severity: 'error', text });
  const wrongText = new Set(unreadable.map(({ path }) => path));
  for (const finding of findings) {
    const text = describeFinding(finding);
    for (const path of finding.paths) {
      if (!(wrongText.has(path) && isIncomplete(finding.ruleId))) {
        add(path, { severity: finding.severity, text });
      }
    }
  }
  return messages;
}

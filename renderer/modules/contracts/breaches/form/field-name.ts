// The name of a field by its path. Those of the statement may be named too: one that is missing stops the decision.
import { fieldLabel, label } from '#shared/text/index.ts';

const ofStatement: ReadonlySet<string> = new Set(['silent', 'statedOn', 'statement']);

export function nameOf(path: string): string {
  return ofStatement.has(path) ? label(`breaches.${path}`) : fieldLabel('breaches.content', path);
}

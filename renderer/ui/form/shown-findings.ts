// Which findings are shown where. A form that is still being filled in is not blamed for what is missing: that is said at a field which was left
// empty, in the contents rail, and in full once a submission was tried.
import type { Finding } from '#shared/rules/engine.ts';
import { describeFinding } from '#shared/text/index.ts';

export type Problem = { readonly path: string; readonly text: string };

type Rules = {
  /** Rules that say no more than that something is not there yet. */
  readonly incomplete: ReadonlySet<string>;
  /** Whether what is wrong is said at once, or where something was filled in or left: a form that begins with contents of its own may be wrong there. */
  readonly wrong: 'at once' | 'where touched';
};

export function showing({ incomplete, wrong }: Rules) {
  const isIncomplete = (ruleId: string): boolean => incomplete.has(ruleId);

  /** `touched` are top-level fields; each finding is cut down to the places where it is shown. */
  const shownFindings = (
    findings: readonly Finding[],
    touched: ReadonlySet<string>,
    attempted: boolean,
  ): readonly Finding[] => {
    if (attempted) return findings;
    const isTouched = (path: string) => touched.has(path.split('.')[0] ?? path);
    return findings.flatMap((finding) => {
      if (!isIncomplete(finding.ruleId)) {
        return wrong === 'at once' || finding.paths.some(isTouched) ? [finding] : [];
      }
      // Lines of a table are begun empty: they are told only at submission.
      const paths = finding.paths.filter((path) => !path.includes('.') && isTouched(path));
      return paths.length === 0 ? [] : [{ ...finding, paths }];
    });
  };

  /** Every error once a place, for the summary. */
  const problemsOf = (findings: readonly Finding[]): readonly Problem[] =>
    findings
      .filter(({ severity }) => severity === 'error')
      .flatMap((finding) => {
        const text = describeFinding(finding);
        // A sum that is wrong is wrong at two fields, and is one thing to put right.
        const places = isIncomplete(finding.ruleId) ? finding.paths : finding.paths.slice(0, 1);
        return places.map((path) => ({ path, text }));
      });

  return { isIncomplete, shownFindings, problemsOf };
}

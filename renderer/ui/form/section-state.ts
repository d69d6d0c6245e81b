// How far a section of a form is, as the contents rail says it.
import type { Finding } from '#shared/rules/engine.ts';
import type { SectionState } from './form-rail.tsx';
import type { Problem } from './shown-findings.ts';

export type SectionField = {
  readonly key: string;
  /** Undefined where nothing is asked: what stands there follows from the rest. */
  readonly asked?: { readonly required: boolean; readonly blank: boolean } | undefined;
};

/** What is shown beside the fields at present. */
export type Shown = {
  readonly findings: readonly Pick<Finding, 'paths' | 'severity'>[];
  /** Errors, each once a place. */
  readonly problems: readonly Pick<Problem, 'path'>[];
};

export function sectionState(fields: readonly SectionField[], { findings, problems }: Shown): SectionState {
  const isHere = (path: string) => fields.some(({ key }) => path === key || path.startsWith(`${key}.`));
  const asked = fields.flatMap((field) => field.asked ?? []);
  return {
    missing: asked.filter(({ required, blank }) => required && blank).length,
    errors: problems.filter(({ path }) => isHere(path)).length,
    warnings: findings.filter(({ severity, paths }) => severity === 'warning' && paths.some(isHere)).length,
    optional: asked.length > 0 && asked.every(({ required, blank }) => !required && blank),
  };
}

// What is wrong with a form, gathered from texts that are no value, from a content that has no shape it could be checked in, and from the rules.
import type { AppError } from '#shared/kernel/errors.ts';
import type { Finding } from '#shared/rules/engine.ts';
import { describeField } from '#shared/text/index.ts';
import type { FieldMessage } from '../fields/field.tsx';
import { messagesByPath } from './messages-by-path.ts';
import type { Problem, showing } from './shown-findings.ts';

type Found = {
  readonly findings: readonly Finding[];
  /** Why the rules could not be asked. */
  readonly error: AppError | null;
  readonly wrongTexts: readonly Problem[];
  readonly touched: ReadonlySet<string>;
  /** A submission, or at least a 保存, was tried. */
  readonly attempted: boolean;
  readonly saveTried: boolean;
};

export type FormProblems = {
  /** Findings that are shown at present. */
  readonly findings: readonly Finding[];
  /** Errors that are shown, each once a place. */
  readonly problems: readonly Problem[];
  readonly messages: ReadonlyMap<string, readonly FieldMessage[]>;
  /** What is summed up on top. */
  readonly summary: readonly Problem[];
};

export function formProblems(found: Found, rules: ReturnType<typeof showing>): FormProblems {
  const { error, touched, attempted, saveTried } = found;
  const misshapen = (error?.fields ?? []).map((field) => ({
    path: contentPath(field.path),
    text: describeField(field),
  }));
  const unsavable = [...found.wrongTexts, ...misshapen];
  const unread = new Set(unsavable.map(({ path }) => path));
  const findings = rules.shownFindings(found.findings, touched, attempted);
  // What cannot be read is not also missing.
  const broken = rules.problemsOf(findings).filter(({ path }) => !unread.has(path));
  const problems = [...unsavable, ...broken];
  return {
    findings,
    problems,
    messages: messagesByPath(findings, unsavable, rules.isIncomplete),
    // A draft may be saved unfinished: only what cannot be saved at all is summed up for that.
    summary: attempted ? problems : saveTried ? unsavable : [],
  };
}

/** Inputs hold the content under its name; a form has nothing else. */
export function contentPath(path: string): string {
  return path.replace(/^content\./, '');
}

// How a conflict is resolved: for every field two people changed, the user takes one of the two values. What is sent again stands on the value
// that stands now, so that it is no conflict any more, and never silently.
import type { AskOutput } from '#renderer/api/calls.ts';

export type Conflict = AskOutput<'conflict.get'>['conflicts'][number];
export type Choice = 'mine' | 'theirs';
export type Choices = ReadonlyMap<string, Choice>;

export type Resolution =
  | { readonly kind: 'unfinished'; readonly left: number }
  /** Nothing of mine is left to send. */
  | { readonly kind: 'theirs' }
  | { readonly kind: 'resubmit'; readonly input: unknown };

type Change = { readonly field: string; readonly from: unknown; readonly to: unknown };
type EditInput = { readonly id: string; readonly changes: readonly Change[] };

/** Undefined for an input that is no edit field by field. */
export function resolve(
  input: unknown,
  conflicts: readonly Conflict[],
  choices: Choices,
): Resolution | undefined {
  const edit = editOf(input);
  if (edit === undefined) return undefined;
  const left = conflicts.filter(({ path }) => !choices.has(path)).length;
  if (left > 0) return { kind: 'unfinished', left };
  const changes = edit.changes.flatMap((change): readonly Change[] => {
    const conflict = conflicts.find(({ path }) => path === change.field);
    if (conflict === undefined) return [change];
    return choices.get(change.field) === 'mine' ? [{ ...change, from: conflict.theirs }] : [];
  });
  return changes.length === 0 ? { kind: 'theirs' } : { kind: 'resubmit', input: { ...edit, changes } };
}

/** Fields of the same command that nobody else has changed. */
export function othersIn(input: unknown, conflicts: readonly Conflict[]): number {
  const changes = editOf(input)?.changes ?? [];
  return changes.filter(({ field }) => conflicts.every(({ path }) => path !== field)).length;
}

function editOf(input: unknown): EditInput | undefined {
  if (typeof input !== 'object' || input === null || !('id' in input) || !('changes' in input))
    return undefined;
  const { id, changes } = input;
  if (typeof id !== 'string' || !Array.isArray(changes)) return undefined;
  return { id, changes: changes.filter(isChange) };
}

function isChange(value: unknown): value is Change {
  return typeof value === 'object' && value !== null && 'field' in value && typeof value.field === 'string';
}

// The shapes that every module's fields are made of. Text that could not be stored, signed or shown as it is (control characters, halves
// of surrogate pairs) is refused when it is parsed, so that nothing behind a schema has to think of it.
import { z } from 'zod';
import { isStorable } from '#shared/kernel/text.ts';

/** Text a person writes, several lines allowed. Its length counts code points. Field codes: too_big {most}, invalid_characters. */
export const text = (max: number) => z.string().max(max).refine(isStorable, 'invalid_characters');

/** How many characters a text field takes; undefined for what is no text, or has no limit. */
export function limitOf(schema: z.ZodType): number | undefined {
  let inner: unknown = schema;
  while (inner instanceof z.ZodNullable || inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) {
    inner = inner.unwrap();
  }
  return inner instanceof z.ZodString ? (inner.maxLength ?? undefined) : undefined;
}

/**
 * A value as it was typed: what is only too long, or holds characters that cannot be stored, stays whole, so that it can be shown and put right.
 * Undefined for what has another shape.
 */
export function asTyped<T>(schema: z.ZodType<T>, value: unknown): { readonly value: T } | undefined {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  return parsed.error.issues.every(isAboutWords) ? { value: value as T } : undefined;
}

function isAboutWords(issue: z.core.$ZodIssue): boolean {
  if (issue.code === 'too_big') return issue.origin === 'string';
  return issue.code === 'custom' && (issue.message === 'too_long' || issue.message === 'invalid_characters');
}

/** A code of shared/codes; whether it exists and is in force is asked by rules, not by the shape. */
export const code = z.string().regex(/^[A-Za-z0-9_.-]{1,40}$/);

/** The id of a row that is named rather than numbered, e.g. `plan/411000/2026`. */
export const key = z.string().regex(/^[A-Za-z0-9_./-]{1,80}$/);

/** Characters of a reason or a note. */
export const mostInReason = 2000;

/** Why something is returned, cancelled or withdrawn: long enough to say something. Field codes: reason_short. */
export const reason = text(mostInReason).refine((value) => value.trim().length >= 2, 'reason_short');

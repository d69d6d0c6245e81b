// The shapes that every module's fields are made of. Text that could not be stored, signed or shown as it is (control characters, halves
// of surrogate pairs) is refused when it is parsed, so that nothing behind a schema has to think of it.
import { z } from 'zod';

const controlCharacters = /(?![\n\t])\p{Cc}/u;

/** Text a person writes, several lines allowed. Field code: invalid_characters. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => value.isWellFormed() && !controlCharacters.test(value), 'invalid_characters');

/** A code of shared/codes; whether it exists and is in force is asked by rules, not by the shape. */
export const code = z.string().regex(/^[A-Za-z0-9_.-]{1,40}$/);

/** The id of a row that is named rather than numbered, e.g. `plan/411000/2026`. */
export const key = z.string().regex(/^[A-Za-z0-9_./-]{1,80}$/);

/** Why something is returned, cancelled or withdrawn: long enough to say something. Field codes: reason_short. */
export const reason = text(2000).refine((value) => value.trim().length >= 2, 'reason_short');

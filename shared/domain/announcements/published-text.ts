// Words that everybody will read. Beside what no text may hold, signs that turn the direction of writing are refused: they make a line read other
// than it is stored.
import { text } from '../fields.ts';

const turnsDirection = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u;

/** Field code: invalid_characters. */
export const publishedText = (max: number) =>
  text(max).refine((value) => !turnsDirection.test(value), 'invalid_characters');

/** For words that come from elsewhere (the name of a plan) and are shown as they are but for such signs. */
export function withoutTurns(value: string): string {
  return value.replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu, '');
}

// Text from people and other systems, made comparable. Invisible characters are taken out everywhere: they make two names look
// alike that are not, and turn lines of text around.

/** For text that is kept and shown: composed characters, no invisible or control characters but line feed and tab, trimmed. */
export function cleanText(text: string): string {
  return withoutInvisible(text.normalize('NFC'));
}

/** For text that is compared or searched: as cleanText, and full-width and compatibility forms become plain (NFKC). */
export function normaliseText(text: string): string {
  return withoutInvisible(text.normalize('NFKC'));
}

/** A name for matching only: however it is spaced, and in whichever width it is written. */
export function normaliseName(name: string): string {
  return normaliseText(name).replace(/\s/g, '').toUpperCase();
}

/**
 * A project, plan or section number for matching only (it is stored as it came): full-width to half-width, no blanks, one kind of
 * dash and bracket, upper case, without a trailing 号.
 */
export function normaliseNumber(number: string): string {
  return normaliseText(number)
    .replace(/\s/g, '')
    .replace(/\p{Pd}|−/gu, '-')
    .replace(/[〔【]/g, '[')
    .replace(/[〕】]/g, ']')
    .toUpperCase()
    .replace(/号$/, '');
}

/**
 * Search terms, in order: every pair of neighbouring letters or digits, lower case; a letter or digit standing alone is a term
 * itself. A word of two characters, the usual one in Chinese, is thus found by one term.
 */
export function bigrams(text: string): string[] {
  const terms: string[] = [];
  for (const run of normaliseText(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
    const characters = [...run];
    if (characters.length === 1) terms.push(run);
    for (let index = 1; index < characters.length; index++) {
      terms.push(`${characters[index - 1]}${characters[index]}`);
    }
  }
  return terms;
}

/** Full-width forms of an input method, letter by letter: NFKC would make a digit of ① and ² as well. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (character) =>
      String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfee0),
    )
    .replace(/\u3000/g, ' ');
}

/** Whether a text can be stored, signed and shown as it is: no control characters but line feed and tab, no halves of surrogate pairs. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !/(?![\n\t])\p{Cc}/u.test(text);
}

// Cc: control characters. Cf: zero-width, bidirectional and other format characters. Cs: halves of broken surrogate pairs.
function withoutInvisible(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim();
}

/**
 * How many characters people count: code points, so that 𠮷 is one. Not what looks like one character: that depends on the edition of Unicode, on which
 * desk and server may differ, and one may be of any length.
 */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** Whether it has more characters than that. Counts only where it could be so. */
export function isLonger(text: string, most: number): boolean {
  if (text.length <= most) return false;
  return text.length > 2 * most || lengthOf(text) > most;
}

/** For where it is only shown: never half a character. */
export function shortened(text: string, most: number): string {
  return isLonger(text, most) ? `${[...text.slice(0, 2 * most)].slice(0, most - 1).join('')}…` : text;
}

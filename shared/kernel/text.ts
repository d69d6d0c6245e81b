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

// Cc: control characters. Cf: zero-width, bidirectional and other format characters. Cs: halves of broken surrogate pairs.
function withoutInvisible(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim();
}

/** A mobile number of eleven digits, or an area code and a number, with an extension where there is one: 0374-1234567-801. */
export function isPhone(text: string): boolean {
  return /^1\d{10}$|^0\d{2,3}-?\d{7,8}(-\d+)?$/.test(text);
}

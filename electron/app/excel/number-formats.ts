// What a number format makes of a number (ECMA-376 part 1, 18.8.30 and 18.8.31): Excel stores days and percentages as numbers, and only the format
// tells what people see.

export type NumberFormat =
  | { readonly kind: 'number' }
  | { readonly kind: 'percent' }
  /** Which parts of a day and time it shows. */
  | { readonly kind: 'date'; readonly year: boolean; readonly day: boolean; readonly hour: boolean }
  /** A whole number with leading zeros and words around it: `000000`, `"XC-"0000`. */
  | { readonly kind: 'padded'; readonly before: string; readonly digits: number; readonly after: string };

/** Those that files name by number alone; 27 to 58 as Chinese programs understand them. */
const builtIn: ReadonlyMap<number, string> = new Map([
  ...[9, 10].map((id) => [id, '0%'] as const),
  ...[14, 30, 31].map((id) => [id, 'y-m-d'] as const),
  [15, 'd-mmm-yy'],
  ...[16, 28, 29, 51, 53, 54, 58].map((id) => [id, 'm-d'] as const),
  ...[17, 27, 36, 50, 52, 57].map((id) => [id, 'y-m'] as const),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id) => [id, 'h:mm'] as const),
  [22, 'y-m-d h:mm'],
]);

/** `code` where the file has one for the number. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  const template = code ?? builtIn.get(id) ?? 'General';
  const first = firstSection.exec(template)?.[0] ?? '';
  const [, before = '', zeros = '', after = ''] = padded.exec(first) ?? [];
  if (zeros.length > 1 || (zeros !== '' && before + after !== '')) {
    return { kind: 'padded', before: unquoted(before), digits: zeros.length, after: unquoted(after) };
  }
  // Literals, blanks of a width, colours, languages and conditions say nothing about the number; hours in brackets do.
  const signs = first
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/"[^"]*"|[\\!_*].|\[[^\]]*\]/gs, ' ')
    .replace(/general|am\/pm|a\/p/gi, ' ')
    .replace(/e[+-]/gi, ' ')
    .toLowerCase();
  if (signs.includes('%')) return { kind: 'percent' };
  if (!/[ymdhse]/.test(signs)) return { kind: 'number' };
  const [year, hour] = [/[ye]/.test(signs), /h/.test(signs)];
  return { kind: 'date', year, day: /(?<!d)d{1,2}(?!d)/.test(signs), hour };
}

/** Of up to four, for positive, negative, zero and text. */
const firstSection = /^(?:"[^"]*"|[\\!_*].|[^;])*/s;
/** Zeros between what stands in quotes, or behind the sign that escapes one character. */
const padded = /^((?:"[^"]*"|[\\!].)*)(0+)((?:"[^"]*"|[\\!].)*)$/s;

function unquoted(text: string): string {
  return text.replace(
    /"([^"]*)"|[\\!](.)/gs,
    (_all, quoted?: string, escaped?: string) => quoted ?? escaped ?? '',
  );
}

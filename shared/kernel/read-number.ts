// One reader of numbers for forms, Excel and imports. It takes exactly what a person would read as that one number, and never guesses: cells pasted
// together, signs such as ① or ², an exponent or a comma in the wrong place are refused, and the refusal says what was seen.
import { halfWidth, shortened } from './text.ts';

/** `digits` is plain: `1234.5`, without separators and needless zeros. `tens`: how many zeros its unit stands for, if it has one (万 is 4, 元 is 0). */
type ReadNumber = { readonly digits: string; readonly tens: number | undefined };
/**
 * Why a text is no number. `blank`: something stands between digits. `grouping`: a comma that does not part thousands. `negative`: it is one, below 0.
 * `seen` is the text with what is invisible made visible.
 */
type NoNumber = { readonly why: 'blank' | 'grouping' | 'negative' | 'other'; readonly seen: string };

// Around and within numbers copied from other programs. U+202E is not among them: it turns digits around, so that what is read is not what is stored.
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202d\u2060-\u2064\u2066-\u2069\ufeff]/g;
const currency = /^(?:\u00a5|人民币|RMB|CNY)\s*/i;
const unit = /\s*(?:(万|亿)?(?:[元圆][整正]?)?)$/;
// No group of thousands begins with 0: 0,125 is how others write 0.125.
const plainNumber = /^(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/;
const negative = /^[-\u2212]\s*(?=[\d.])/;
const tensOf: Readonly<Record<string, number>> = { 万: 4, 亿: 8 };

/** `money`: a currency sign before it, and 元, 万元, 亿元 behind it, are read too. */
export function readNumber(
  text: string,
  { money = false }: { readonly money?: boolean } = {},
): ReadNumber | NoNumber {
  const plain = plainText(text);
  const bare = money ? plain.replace(currency, '') : plain;
  // Of the end alone: looked for behind every blank of a long text, it would take for ever.
  const [suffix = '', sign] = (money ? unit.exec(bare.slice(-12)) : null) ?? [];
  const digits = suffix === '' ? bare : bare.slice(0, -suffix.length);
  if (!plainNumber.test(digits)) return { why: whyNot(digits), seen: visible(text) };
  const tens = sign !== undefined ? tensOf[sign] : suffix.trim() === '' ? undefined : 0;
  return { digits: withoutNeedlessZeros(digits.replaceAll(',', '')), tens };
}

/** What a refusal tells of a text that is no number. */
export function isNoNumber(read: ReadNumber | NoNumber): read is NoNumber {
  return 'why' in read;
}

function whyNot(digits: string): NoNumber['why'] {
  if (negative.test(digits) && plainNumber.test(digits.replace(negative, ''))) return 'negative';
  if (/\d\s+[\d.,]/.test(digits)) return 'blank';
  return /^[\d,]+(?:\.\d+)?$/.test(digits) && digits.includes(',') ? 'grouping' : 'other';
}

/** 。 is what an input method types for a decimal point. */
function plainText(text: string): string {
  return halfWidth(text.replace(invisible, ''))
    .replace(/[\u3002\uff61]/g, '.')
    .replace(/\uffe5/g, '\u00a5')
    .trim();
}

function withoutNeedlessZeros(digits: string): string {
  const [whole = '', decimals = ''] = digits.replace(/^0+(?=\d)/, '').split('.');
  let places = decimals.length;
  while (places > 0 && decimals[places - 1] === '0') places -= 1;
  return places === 0 ? whole : `${whole}.${decimals.slice(0, places)}`;
}

/** For a sentence about it: blanks, line ends and invisible marks can be seen, and a long text is shortened. */
function visible(text: string): string {
  return shortened(text, 40)
    .replace(/\r\n?|\n/g, '⏎')
    .replace(/\t/g, '⇥')
    .replace(/[\p{Zs}\p{Zl}\p{Zp}]/gu, '␣')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (mark) => `[U+${codeOf(mark)}]`);
}

function codeOf(mark: string): string {
  return (mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

// Telephone numbers as people write them in notices and forms. What can be a number is recognised and brought into one form; what cannot stays as it
// was typed, and is told: a person may know better, so that nobody is held up for it.
import { halfWidth } from './text.ts';

type Telephones = {
  /** The text in one form: numbers parted by 、. What could not be read in it stands as it was typed. */
  readonly text: string;
  /** Parts that can be no telephone number. */
  readonly unread: readonly string[];
};

/** More is no list of telephone numbers. */
const most = 500;
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const separators = /[\u3001\u3002,;/\n\t|或及]/;
const country = /^(?:(?:\+|00)86[- ]?|86[- ])/;
const mobile = /^1[3-9]\d{9}$/;
const service = /^[48]00\d{7}$/;
// 010 and 02x have two digits behind the 0, all others three.
const landline = /^(0(?:10|2\d|[3-9]\d{2}))(\d{7,8})$/;
const local = /^[2-9]\d{6,7}$/;
const foreign = /^\+\d{7,15}$/;
/** What stands apart behind seven digits may be an extension: 0374-1234567 8 is not 0374-12345678. */
const apart = /\d{7}(?: ?\(| )\d\)?$/;
const writtenDate = /^(?:19|20)\d{2}-\d{1,2}-\d{1,2}$/;

export function readTelephones(text: string): Telephones {
  const plain = plainText(text);
  if (plain === '') return { text: '', unread: [] };
  if (plain.length > most) return { text: text.trim(), unread: [plain] };
  const parts = plain
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const read = parts.flatMap(partsOf);
  const unread = read.filter(({ number }) => number === undefined).map(({ typed }) => typed);
  if (read.length === 0) return { text: plain, unread: [plain] };
  return {
    text: unread.length === 0 ? [...new Set(read.map(({ number }) => number))].join('\u3001') : text.trim(),
    unread,
  };
}

/** In one form where all of it can be read, else as it was typed. */
export function telephoneText(text: string): string {
  return readTelephones(text).text;
}

type Part = { readonly typed: string; readonly number: string | undefined };

/** Numbers may be parted by blanks alone; a number may have blanks within it, too. */
function partsOf(typed: string): readonly Part[] {
  const whole = numberIn(typed);
  if (whole !== undefined) return [{ typed, number: whole }];
  const words = typed.split(/\s+/);
  const several = words.length > 1 ? words.map((word) => ({ typed: word, number: numberIn(word) })) : [];
  const allRead = several.length > 0 && several.every(({ number }) => number !== undefined);
  return allRead ? several : [{ typed, number: undefined }];
}

function numberIn(typed: string): string | undefined {
  // A last group behind a dash is an extension where a whole number stands before it.
  const [, before, behind] =
    /^(.*?)\s*(?:转|分机号?:?|ext\.?|x|#)\s*(\d{1,6})$/i.exec(typed) ??
    /^(.*\d{7,8})-(\d{1,6})$/.exec(typed) ??
    [];
  const base = before === undefined ? undefined : plainNumber(before);
  return base === undefined ? plainNumber(typed) : `${base}-${behind}`;
}

function plainNumber(typed: string): string | undefined {
  if (!/^[\d+() -]+$/.test(typed) || writtenDate.test(typed)) return undefined;
  const abroad = typed.startsWith('+') && !typed.startsWith('+86');
  const digits = typed.replace(country, '').replace(/[() -]/g, '');
  if (abroad) return foreign.test(digits) ? digits : undefined;
  if (mobile.test(digits)) return digits;
  if (service.test(digits)) return `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
  const [, area, own] =
    landline.exec(country.test(typed) && !digits.startsWith('0') ? `0${digits}` : digits) ?? [];
  if (area !== undefined && own !== undefined) return apart.test(typed) ? undefined : `${area}-${own}`;
  return local.test(digits) ? digits : undefined;
}

/** Every kind of dash as one, and blanks as well. */
function plainText(text: string): string {
  return halfWidth(text.replace(invisible, ''))
    .replace(/\p{Pd}|\u2212|\u30fc|(?<=\d)\u4e00(?=\d)/gu, '-')
    .replace(/\p{Zs}/gu, ' ')
    .trim();
}

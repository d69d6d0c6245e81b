// Reading numbers as people type them: full-width digits from a Chinese input method, separators, spaces.
import type { Fen } from '#shared/kernel/money.ts';

const quantity = /^\d{1,9}(\.\d{1,4})?$/;

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s,]/g, '');
}

export function parseQuantity(text: string): { readonly value: string } | 'unreadable' {
  const digits = plain(text);
  return quantity.test(digits) ? { value: digits } : 'unreadable';
}

/** A whole number within the bounds; anything else is not read, so that a form can say so. */
export function parseInteger(
  text: string,
  min: number,
  max: number,
): { readonly value: number } | 'unreadable' {
  const digits = plain(text);
  if (!/^\d{1,15}$/.test(digits)) return 'unreadable';
  const value = Number(digits);
  return value >= min && value <= max ? { value } : 'unreadable';
}

/** 123450 fen as one would type it: "1234.5"; no separators, which are in the way while editing. */
export function plainYuan(fen: Fen): string {
  const text = String(fen).padStart(3, '0');
  const decimals = text.slice(-2).replace(/0+$/, '');
  return text.slice(0, -2) + (decimals === '' ? '' : `.${decimals}`);
}

const tenThousands = /^\d{1,9}(\.\d{1,6})?$/;
const fenInTenThousand = 1_000_000;

/** An amount typed in 万元, to the fen: "12.5" is 12,500,000 fen. */
export function parseTenThousands(text: string): { readonly value: Fen } | 'unreadable' {
  const digits = plain(text);
  if (!tenThousands.test(digits)) return 'unreadable';
  const [whole = '', decimals = ''] = digits.split('.');
  return { value: Number(whole) * fenInTenThousand + Number(decimals.padEnd(6, '0')) };
}

/** 12,500,000 fen as one would type it in 万元: "12.5". */
export function plainTenThousands(fen: Fen): string {
  const decimals = String(fen % fenInTenThousand)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${Math.trunc(fen / fenInTenThousand)}${decimals === '' ? '' : `.${decimals}`}`;
}

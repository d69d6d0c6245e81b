// What number fields take for a value, by the reader that Excel and imports read with; and amounts as one would type them again.
import type { Fen } from '#shared/kernel/money.ts';
import type { Result } from '#shared/kernel/result.ts';
import { describeField } from '#shared/text/index.ts';

type Value<T> = { readonly value: T } | 'unreadable';

/** As a field takes it: a value, or text that is none. */
export function parsed<T>(read: Result<T>): Value<T> {
  return read.ok ? { value: read.value } : 'unreadable';
}

/** Why a text is no value, in words; empty for one that is. */
export function whyUnreadable(read: Result<unknown>): string {
  const [field] = read.ok ? [] : (read.error.fields ?? []);
  return field === undefined ? '' : describeField(field);
}

/** 123450 fen as one would type it: "1234.5"; no separators, which are in the way while editing. */
export function plainYuan(fen: Fen): string {
  const text = String(fen).padStart(3, '0');
  const decimals = text.slice(-2).replace(/0+$/, '');
  return text.slice(0, -2) + (decimals === '' ? '' : `.${decimals}`);
}

const fenInTenThousand = 1_000_000;

/** 12,500,000 fen as one would type it in 万元: "12.5". */
export function plainTenThousands(fen: Fen): string {
  const decimals = String(fen % fenInTenThousand)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${Math.trunc(fen / fenInTenThousand)}${decimals === '' ? '' : `.${decimals}`}`;
}

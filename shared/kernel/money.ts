// Money is an integer number of fen (分), never a fraction of a yuan: sums and comparisons are exact. At most 15 digits.
// Products with decimal quantities are computed in BigInt and rounded half up once, at the end.
import { z } from 'zod';
import type { AppError, ErrorParam } from './errors.ts';
import { isNoNumber, readNumber } from './read-number.ts';
import { type Err, err, ok, type Result } from './result.ts';

/** An amount in fen (分), 0 to 999,999,999,999,999. */
export type Fen = number;

export const maxFen = 999_999_999_999_999;
export const fenSchema = z.int().min(0).max(maxFen);

/** Decimal text with up to four places, e.g. "12.5". */
export const quantitySchema = z.string().regex(/^\d{1,9}(\.\d{1,4})?$/);

/**
 * Reads an amount in yuan as a person types it (read-number.ts); 160万 and 1.5万元 are understood. Field codes: money_format {why, seen},
 * money_decimals (more than two), money_too_large.
 */
export function yuanToFen(text: string): Result<Fen> {
  return readFen(text, 0);
}

/** The same where 万元 are asked: a number alone counts 万, one with its unit counts what it says. */
export function wanToFen(text: string): Result<Fen> {
  return readFen(text, 4);
}

/** `tens`: the zeros of the unit that is asked. */
function readFen(text: string, tens: number): Result<Fen> {
  const read = readNumber(text, { money: true });
  if (isNoNumber(read)) return invalidMoney('money_format', read);
  const places = 2 + (read.tens ?? tens);
  const [whole = '', decimals = ''] = read.digits.split('.');
  if (decimals.length > places) return invalidMoney('money_decimals');
  if (whole.length > String(maxFen).length) return invalidMoney('money_too_large');
  return withinLimit(BigInt(whole + decimals.padEnd(places, '0')));
}

/** Whether an amount was written with a unit other than yuan, so that it has to be shown in yuan. */
export function isInLargerUnit(text: string): boolean {
  const read = readNumber(text, { money: true });
  return !isNoNumber(read) && (read.tens ?? 0) > 0;
}

/** A decimal with up to nine digits and four places, as text: `12.5`. Field code: quantity_format {why, seen?}; `why` may also be `decimals` or `large`. */
export function readQuantity(text: string): Result<string> {
  const read = readNumber(text);
  if (isNoNumber(read)) return invalidMoney('quantity_format', read);
  const [whole = '', decimals = ''] = read.digits.split('.');
  if (decimals.length > 4) return invalidMoney('quantity_format', { why: 'decimals' });
  return whole.length > 9 ? invalidMoney('quantity_format', { why: 'large' }) : ok(read.digits);
}

/** A whole number within the bounds. Field code: whole_number {why?, seen?, min, max}. */
export function readWhole(text: string, min: number, max: number): Result<number> {
  const read = readNumber(text);
  if (isNoNumber(read)) return invalidMoney('whole_number', { ...read, min, max });
  const value = read.digits.includes('.') ? Number.NaN : Number(read.digits);
  return Number.isSafeInteger(value) && value >= min && value <= max
    ? ok(value)
    : invalidMoney('whole_number', { min, max });
}

/** '¥1,234,567.00'; a negative difference is '-¥1.00'. */
export function formatYuan(fen: Fen): string {
  const { sign, digits } = signAndDigits(fen, 3);
  return `${sign}¥${grouped(digits.slice(0, -2))}.${digits.slice(-2)}`;
}

/** The amount in 万元 without the unit: 123456700 fen is '123.4567'. All digits that matter are kept. */
export function formatWan(fen: Fen): string {
  const { sign, digits } = signAndDigits(fen, 7);
  const decimals = digits.slice(-6).replace(/0+$/, '');
  return sign + grouped(digits.slice(0, -6)) + (decimals === '' ? '' : `.${decimals}`);
}

/**
 * Quantity × unit price in fen, rounded half up. The quantity is a decimal with at most four places, not negative. Field codes:
 * quantity_format, money_format (the price is no amount), money_too_large.
 */
export function multiplyRoundHalfUp(qty: string | number, unitPriceFen: Fen): Result<Fen> {
  const match = /^(\d{1,15})(?:\.(\d{1,4}))?$/.exec(String(qty));
  if (match === null) return invalidMoney('quantity_format');
  if (!fenSchema.safeParse(unitPriceFen).success) return invalidMoney('money_format');
  const [, whole = '', places = ''] = match;
  const tenThousandths = BigInt(whole + places.padEnd(4, '0')) * BigInt(unitPriceFen);
  return withinLimit((tenThousandths + 5000n) / 10_000n);
}

/**
 * The sum of amounts. Exact up to 2^53 fen; a larger sum is inexact but stays greater than every Fen, so that comparing it with
 * an amount is right either way.
 */
export function sumFen(amounts: readonly Fen[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

function withinLimit(fen: bigint): Result<Fen> {
  return fen > BigInt(maxFen) ? invalidMoney('money_too_large') : ok(Number(fen));
}

function invalidMoney(code: string, params?: Readonly<Record<string, ErrorParam>>): Err<AppError> {
  return err({
    code: 'invalid_input',
    fields: [{ path: '', code, ...(params === undefined ? {} : { params }) }],
  });
}

function signAndDigits(fen: number, minDigits: number): { sign: string; digits: string } {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not an amount in fen: ${fen}`);
  return { sign: fen < 0 ? '-' : '', digits: String(Math.abs(fen)).padStart(minDigits, '0') };
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

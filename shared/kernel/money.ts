// Money is an integer number of fen (分), never a fraction of a yuan: sums and comparisons are exact. At most 15 digits.
// Products with decimal quantities are computed in BigInt and rounded half up once, at the end.
import { z } from 'zod';
import type { AppError } from './errors.ts';
import { type Err, err, ok, type Result } from './result.ts';

/** An amount in fen (分), 0 to 999,999,999,999,999. */
export type Fen = number;

export const maxFen = 999_999_999_999_999;
export const fenSchema = z.int().min(0).max(maxFen);

/**
 * Reads an amount in yuan as a person types it: full-width digits, thousand separators, a leading ¥ or trailing 元. Field codes:
 * money_format, money_decimals (more than two), money_too_large.
 */
export function yuanToFen(text: string): Result<Fen> {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace(/^¥/, '').replace(/元$/, '');
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(plain);
  if (match === null) return invalidMoney('money_format');
  const [, yuan = '', decimals = ''] = match;
  if (decimals.length > 2) return invalidMoney('money_decimals');
  return withinLimit(BigInt(yuan.replaceAll(',', '') + decimals.padEnd(2, '0')));
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

function invalidMoney(code: string): Err<AppError> {
  return err({ code: 'invalid_input', fields: [{ path: '', code }] });
}

function signAndDigits(fen: number, minDigits: number): { sign: string; digits: string } {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not an amount in fen: ${fen}`);
  return { sign: fen < 0 ? '-' : '', digits: String(Math.abs(fen)).padStart(minDigits, '0') };
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

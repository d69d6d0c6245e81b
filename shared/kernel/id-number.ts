// 公民身份号码 (GB 11643-1999): region, day of birth, serial, check character.
import { isPlainDate } from './dates.ts';
import { halfWidth } from './text.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

/** In one form, or undefined for what is no such number: a digit mistyped is found by the check character. */
export function readIdNumber(text: string): string | undefined {
  const plain = halfWidth(text).replace(/\s/g, '').toUpperCase();
  const [, birth] = /^[1-9]\d{5}((?:19|20)\d{6})\d{3}[\dX]$/.exec(plain) ?? [];
  if (birth === undefined) return undefined;
  if (!isPlainDate(`${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`)) return undefined;
  return checkOf(plain) === plain.at(-1) ? plain : undefined;
}

function checkOf(number: string): string {
  const sum = weights.reduce((all, weight, place) => all + weight * Number(number.charAt(place)), 0);
  return checks.charAt(sum % 11);
}

// Numbers by which a person could be found, called or paid: they are kept out of whatever is published, however they are written.
import { saidToBeAccount } from '#shared/text/zh-CN/contracts/numbers.ts';
import { digitsOf, leastAccountDigits } from './account-digits.ts';

/** On either side stands no further digit. */
const alone = (pattern: string) => new RegExp(`(?<!\\d)(?:${pattern})(?!\\d)`, 'u');

const month = '(?:0[1-9]|1[0-2])';
const day = '(?:0[1-9]|[12]\\d|3[01])';
/** 身份证号 of today: region, day of birth, three digits and a check; a 统一社会信用代码 has no day of birth. */
const identity18 = alone(`[1-9]\\d{5}(?:19|20)\\d{2}${month}${day}\\d{3}[\\dXx]`);
/** 身份证号 of before 1999. */
const identity15 = alone(`[1-9]\\d{7}${month}${day}\\d{3}`);
const mobile = alone('(?:\\+?86)?1[3-9]\\d{9}');
/** Cards, by their first digits; the check digit tells them from other long numbers. */
const card = /(?<!\d)(?:62|60|68|4\d|5\d|9\d)\d{14,17}(?!\d)/gu;

function isChecked(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Without what divides a number: blanks, hyphens, signs that nobody sees. */
const joined = (text: string) => text.normalize('NFKC').replace(/[\s\p{Cf}\-‐‑–—]/gu, '');

/** `account`: one that is known, such as 乙方账号; empty where there is none. */
export function givesPrivateNumber(text: string, account = ''): boolean {
  const plain = joined(text);
  const digits = digitsOf(account);
  return (
    [identity18, identity15, mobile, saidToBeAccount].some((pattern) => pattern.test(plain)) ||
    [...plain.matchAll(card)].some(([number]) => isChecked(number)) ||
    (digits.length >= leastAccountDigits && digitsOf(text).includes(digits))
  );
}

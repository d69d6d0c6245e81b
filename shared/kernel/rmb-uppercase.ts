// 大写金额 after the annex of 支付结算办法: ends with 整 at 元 or 角 and never after 分; a run of zeros is one 零, also before 分 without
// 角; no 零 before 角 (of the two forms allowed, the shorter); ten begins with 壹拾. In contracts it prevails over the figures.
import type { Fen } from './money.ts';

const digitNames = '零壹贰叁肆伍陆柒捌玖';
const placeNames = ['', '拾', '佰', '仟'] as const;
const maxFen = 10 ** 15;

/** Throws RangeError for what is no whole number of fen from 0 to 10^15. */
export function toRmbUppercase(fen: Fen): string {
  if (!Number.isInteger(fen) || fen < 0 || fen > maxFen) {
    throw new RangeError(`not an amount in fen from 0 to 10^15: ${fen}`);
  }
  const yuan = Math.floor(fen / 100);
  const jiao = Math.floor(fen / 10) % 10;
  const cent = fen % 10;
  const whole = yuan > 0 ? `${wholeYuan(yuan)}元` : '';
  if (jiao === 0 && cent === 0) return `${whole || '零元'}整`;
  if (cent === 0) return `${whole}${digitName(jiao)}角整`;
  if (jiao > 0) return `${whole}${digitName(jiao)}角${digitName(cent)}分`;
  return `${whole}${whole === '' ? '' : '零'}${digitName(cent)}分`;
}

function wholeYuan(yuan: number): string {
  const digits = String(yuan);
  let text = '';
  let zeroPending = false;
  for (let index = 0; index < digits.length; index++) {
    const place = digits.length - 1 - index;
    const digit = Number(digits.charAt(index));
    if (digit === 0) {
      zeroPending = true;
    } else {
      text += (zeroPending ? '零' : '') + digitName(digit) + (placeNames[place % 4] ?? '');
      zeroPending = false;
    }
    // 万 closes the four digits before it if one of them is not zero; 亿 all up to eight before it, as in 壹万亿.
    if (place === 8) text += '亿';
    else if (place % 8 === 4 && Number(digits.slice(Math.max(0, index - 3), index + 1)) > 0) text += '万';
  }
  return text;
}

function digitName(digit: number): string {
  return digitNames.charAt(digit);
}

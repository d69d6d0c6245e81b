// A quantity as people write it in a contract: 2台, 1,200台, 3.5万只. What could be read otherwise is not read at all.
import { furtherNumber, multipliers, thousandOfUnit } from '#shared/text/zh-CN/contracts/numbers.ts';

const written = /^(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,4}))?\s*(.*)$/u;

/** Plain digits, with a point at most; null where nobody can be sure what is meant. */
export function readQuantity(text: string): string | null {
  const match = written.exec(text.normalize('NFKC').trim());
  if (match === null) return null;
  const [, whole = '', places = '', after = ''] = match;
  const isUnit = thousandOfUnit.test(after);
  const zeros = isUnit ? undefined : multipliers.get(after.slice(0, 1));
  if (furtherNumber.test(isUnit || zeros !== undefined ? after.slice(1) : after)) return null;
  const shift = zeros ?? 0;
  const shifted = `${whole.replaceAll(',', '')}${places.slice(0, shift).padEnd(shift, '0')}`;
  const left = places.slice(shift);
  return left === '' ? shifted : `${shifted}.${left}`;
}

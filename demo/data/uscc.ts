// Makes 统一社会信用代码 that are valid in both check characters (GB 32100-2015, GB 11714) and invented in all the rest.
import { isValidUscc } from '#shared/kernel/uscc.ts';
import type { Random } from './random.ts';

const symbols = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const digits = '0123456789';
const innerWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** `kind` is 登记管理部门 and 机构类别: 11 organs, 12 public institutions, 13 mass organisations, 91 companies. */
export function makeUscc(kind: '11' | '12' | '13' | '91', regionCode: string, random: Random): string {
  const body = Array.from({ length: 8 }, () => digits.charAt(random.int(0, 9)));
  const inner =
    11 - (innerWeights.reduce((sum, weight, index) => sum + weight * Number(body[index]), 0) % 11);
  const innerCheck = inner === 10 ? 'X' : String(inner % 11);
  const front = kind + regionCode + body.join('') + innerCheck;
  for (const check of symbols) {
    if (isValidUscc(front + check)) return front + check;
  }
  throw new Error(`no check character for ${front}`);
}

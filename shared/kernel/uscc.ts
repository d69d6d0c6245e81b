// 统一社会信用代码 (GB 32100-2015): 18 characters of a 31-symbol alphabet without I, O, S, V, Z. Both check characters are verified: the
// last one over the first 17, and the one of the embedded 组织机构代码 (GB 11714, characters 9 to 17). All known real codes satisfy both.

export type UsccProblem = 'length' | 'character' | 'check';

const symbols = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const innerSymbols = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const innerWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** Upper case, full-width characters to half-width, no blanks: real notices contain all of these. */
export function normaliseUscc(code: string): string {
  return code.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

export function isValidUscc(code: string): boolean {
  return usccProblem(code) === undefined;
}

/** What is wrong with the code after normalising it; undefined when it is valid. */
export function usccProblem(code: string): UsccProblem | undefined {
  const text = normaliseUscc(code);
  if (text.length !== 18) return 'length';
  if (![...text].every((character) => symbols.includes(character))) return 'character';
  const outer = symbols.charAt((31 - (weighted(text, weights, symbols) % 31)) % 31);
  if (text.charAt(17) !== outer) return 'check';
  const inner = 11 - (weighted(text.slice(8), innerWeights, innerSymbols) % 11);
  return text.charAt(16) === innerCheck(inner) ? undefined : 'check';
}

function weighted(text: string, factors: readonly number[], alphabet: string): number {
  return factors.reduce((sum, factor, index) => sum + alphabet.indexOf(text.charAt(index)) * factor, 0);
}

function innerCheck(remainder: number): string {
  if (remainder === 10) return 'X';
  return remainder === 11 ? '0' : String(remainder);
}

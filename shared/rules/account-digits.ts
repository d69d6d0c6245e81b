// Whether a text gives away an account number, however it is written.

/** Fewer digits say nothing: years and amounts have as many. */
export const leastAccountDigits = 6;

/** Its digits alone, of either width. */
export function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/[^0-9]/gu, '');
}

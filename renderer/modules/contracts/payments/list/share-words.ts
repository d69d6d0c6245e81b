import { paymentPages } from '#shared/text/index.ts';

/** In percent with one place; all of them are 100 % only where none is missing. */
export function shareWords(inTime: number, all: number): string {
  if (all === 0) return paymentPages.figures.none;
  const tenths = Math.floor((inTime * 1000) / all);
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}

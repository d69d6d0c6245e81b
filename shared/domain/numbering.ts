// Official numbers (备案号 …) from a pattern that the administrator sets, e.g. `许财采购-{yyyy}-{seq:4}`. Numbers are given by the server
// alone. A pattern always contains the year and the serial, because the serial starts again every year.
import { ok, type Result } from '#shared/kernel/result.ts';
import { refuseField } from './refuse.ts';

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'year' }
  | { readonly kind: 'region' }
  | { readonly kind: 'seq'; readonly digits: number };

export type NumberParts = { readonly year: number; readonly seq: number; readonly region: string };

const maxNumberLength = 64;

/** Field codes: pattern_no_seq, pattern_no_year, pattern_twice, pattern_placeholder (unknown or unclosed), pattern_too_long. */
export function parsePattern(pattern: string): Result<readonly Part[]> {
  const parts: Part[] = [];
  for (const piece of pattern.split(/(\{[^{}]*\})/u)) {
    if (piece === '') continue;
    const part = parsePiece(piece);
    if (part === undefined) return refuseField('invalid_input', 'pattern', 'pattern_placeholder', { piece });
    if (part.kind !== 'text' && parts.some(({ kind }) => kind === part.kind)) {
      return refuseField('invalid_input', 'pattern', 'pattern_twice', { piece });
    }
    parts.push(part);
  }
  if (!parts.some(({ kind }) => kind === 'seq'))
    return refuseField('invalid_input', 'pattern', 'pattern_no_seq');
  if (!parts.some(({ kind }) => kind === 'year'))
    return refuseField('invalid_input', 'pattern', 'pattern_no_year');
  if (write(parts, { year: 2026, seq: 99_999_999, region: '000000-00000' }).length > maxNumberLength) {
    return refuseField('invalid_input', 'pattern', 'pattern_too_long');
  }
  return ok(parts);
}

/** `formatNumber('X-{yyyy}-{seq:4}', {year: 2026, seq: 1, region: '411000'})` is `X-2026-0001`. */
export function formatNumber(pattern: string, values: NumberParts): Result<string> {
  const parts = parsePattern(pattern);
  return parts.ok ? ok(write(parts.value, values)) : parts;
}

function parsePiece(piece: string): Part | undefined {
  if (!/[{}]/.test(piece)) return { kind: 'text', text: piece };
  if (piece === '{yyyy}') return { kind: 'year' };
  if (piece === '{region}') return { kind: 'region' };
  const seq = /^\{seq(?::([1-8]))?\}$/.exec(piece);
  return seq === null ? undefined : { kind: 'seq', digits: Number(seq[1] ?? 1) };
}

function write(parts: readonly Part[], values: NumberParts): string {
  return parts.map((part) => partText(part, values)).join('');
}

function partText(part: Part, { year, seq, region }: NumberParts): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'year':
      return String(year);
    case 'region':
      return region;
    case 'seq':
      return String(seq).padStart(part.digits, '0');
  }
}

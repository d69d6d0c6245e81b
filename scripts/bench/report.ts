// What is measured and how it is shown: one line of the table in the design a figure, with its floor, its target and whether it is met.
import type { Machine } from './machine.ts';
import type { Options } from './options.ts';

export type Unit = 'ms' | 's' | 'MB' | '1/s';

/** `ratio` is to the floor measured in the same run; the others are in the line's unit. */
export type Target =
  | { readonly kind: 'ratio'; readonly atMost: number }
  | { readonly kind: 'value'; readonly atMost: number }
  | { readonly kind: 'rate'; readonly atLeast: number }
  | { readonly kind: 'none' };

export type Line = {
  readonly name: string;
  readonly title: string;
  readonly engine: 'postgres' | 'pglite' | 'local';
  readonly rows: number;
  readonly unit: Unit;
  readonly measured: number;
  readonly floor: number | null;
  readonly target: Target;
  readonly details: Readonly<Record<string, number | string>>;
};

export type Report = { readonly machine: Machine; readonly lines: readonly Line[] };

export const noTarget: Target = { kind: 'none' };
export const ratioAtMost = (atMost: number): Target => ({ kind: 'ratio', atMost });
export const atMost = (value: number): Target => ({ kind: 'value', atMost: value });
export const atLeast = (value: number): Target => ({ kind: 'rate', atLeast: value });

export function ratioOf({ measured, floor }: Line): number | null {
  return floor === null ? null : measured / floor;
}

export function isMet(line: Line): boolean | null {
  const { target, measured } = line;
  if (target.kind === 'none') return null;
  if (target.kind === 'value') return measured <= target.atMost;
  if (target.kind === 'rate') return measured >= target.atLeast;
  const ratio = ratioOf(line);
  return ratio === null ? null : ratio <= target.atMost;
}

export function describe(line: Line): string {
  const details = Object.entries(line.details).map(([name, value]) => `${name} ${shown(value)}`);
  const cells = [
    `${line.title} [${line.engine}, ${line.rows.toLocaleString('en')}]`.padEnd(62),
    `${shown(line.measured)} ${line.unit}`.padStart(12),
    (line.floor === null ? '' : `floor ${shown(line.floor)}`).padStart(14),
    ratioText(line).padStart(8),
    targetText(line.target).padStart(10),
    verdict(line).padStart(7),
  ];
  return `${cells.join('')}${details.length === 0 ? '' : `\n    ${details.join(' · ')}`}`;
}

export function asJson(report: Report, options: Options): string {
  const lines = report.lines.map((line) => ({ ...line, ratio: ratioOf(line), met: isMet(line) }));
  return JSON.stringify({ options, ...report, lines }, null, 2);
}

function ratioText(line: Line): string {
  const ratio = ratioOf(line);
  return ratio === null ? '' : `× ${ratio.toFixed(2)}`;
}

function targetText(target: Target): string {
  if (target.kind === 'none') return '';
  if (target.kind === 'rate') return `≥ ${target.atLeast}`;
  return target.kind === 'ratio' ? `≤ × ${target.atMost}` : `≤ ${target.atMost}`;
}

function verdict(line: Line): string {
  const met = isMet(line);
  if (met === null) return '';
  return met ? 'met' : 'MISSED';
}

function shown(value: number | string): string {
  if (typeof value === 'string') return value;
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}

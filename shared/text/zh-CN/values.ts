// Values inside messages: money, dates, times, codes.
import { codeName } from '#shared/codes/code-table.ts';
import { projectCategories } from '#shared/codes/procurement.ts';
import { region } from '#shared/codes/regions.ts';
import type { ErrorParam } from '#shared/kernel/errors.ts';
import { formatYuan } from '#shared/kernel/money.ts';

type Value = ErrorParam | undefined;

export function money(value: Value): string {
  return typeof value === 'number' && Number.isSafeInteger(value) ? formatYuan(value) : '—';
}

export function plain(value: Value): string {
  return value === undefined || value === null ? '—' : String(value);
}

export function regionName(value: Value): string {
  return typeof value === 'string' ? (region(value)?.name ?? value) : '—';
}

export function categoryName(value: Value): string {
  return typeof value === 'string' ? (codeName(projectCategories, value) ?? value) : '—';
}

/** 62 MB, 1.2 GB: never less than it is. */
export function roughSize(bytes: number): string {
  const megabytes = Math.max(1, Math.ceil(bytes / 1024 ** 2));
  return megabytes < 1000 ? `${megabytes} MB` : `${(Math.ceil((10 * megabytes) / 1024) / 10).toFixed(1)} GB`;
}

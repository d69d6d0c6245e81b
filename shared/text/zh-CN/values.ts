// Values inside messages: money, dates, times, codes.
import { codeName } from '#shared/codes/code-table.ts';
import { projectCategories } from '#shared/codes/procurement.ts';
import { region } from '#shared/codes/regions.ts';
import type { ErrorParam } from '#shared/kernel/errors.ts';
import { formatYuan } from '#shared/kernel/money.ts';

type Value = ErrorParam | undefined;

const minuteMs = 60_000;
const shanghaiMs = 8 * 60 * minuteMs;

/** `2026-03-22 10:32` in Asia/Shanghai. */
export function formatInstant(instant: number): string {
  if (!Number.isFinite(instant) || Math.abs(instant) > 8e15) return '';
  return new Date(instant + shanghaiMs).toISOString().slice(0, 16).replace('T', ' ');
}

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

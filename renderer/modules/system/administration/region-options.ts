import { codesInForce } from '#shared/codes/code-table.ts';
import { region, regions } from '#shared/codes/regions.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';

/** What may be chosen today, and what is chosen already even if it no longer may be. */
export function regionOptions(chosen: readonly string[] = []) {
  const inForce = codesInForce(regions, toPlainDate(Date.now())).map(({ code, name }) => ({
    value: code,
    label: name,
  }));
  const others = chosen.filter((code) => inForce.every(({ value }) => value !== code));
  return [...inForce, ...others.map((code) => ({ value: code, label: regionName(code) }))];
}

export function regionName(code: string): string {
  return region(code)?.name ?? code;
}

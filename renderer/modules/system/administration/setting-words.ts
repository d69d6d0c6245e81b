// The value of a setting in a line.

import { centralisedEditions } from '#shared/codes/centralised-catalogue.ts';
import { codeName } from '#shared/codes/code-table.ts';
import { projectCategories } from '#shared/codes/procurement.ts';
import { isSettingKey, settingDefinitions } from '#shared/domain/admin/settings.ts';
import { systemText } from '#shared/text/index.ts';

const words = systemText.settings;
const categories = ['A', 'B', 'C'] as const;

export function settingWords(key: string, value: unknown): string {
  if (!isSettingKey(key)) return JSON.stringify(value);
  if (key === 'thresholds') {
    const read = settingDefinitions.thresholds.schema.safeParse(value);
    if (!read.success) return '';
    return words.thresholdsCount(read.data.length, read.data.filter(({ verified }) => verified).length);
  }
  if (key === 'policies') {
    const read = settingDefinitions.policies.schema.safeParse(value);
    if (!read.success) return '';
    return words.policiesCount(read.data.length, read.data.filter(({ verified }) => verified).length);
  }
  if (key === 'plans.smeRules') {
    const read = settingDefinitions[key].schema.safeParse(value);
    if (!read.success) return '';
    const { reservedShare, smallShareOfReserved } = read.data;
    const share = categories
      .map((category) => `${categoryWords(category)} ${reservedShare[category]}%`)
      .join('、');
    return words.smeSummary(share, smallShareOfReserved);
  }
  if (key === 'catalogue.centralisedEdition') {
    return centralisedEditions.find(({ edition }) => edition === value)?.title ?? String(value);
  }
  if (typeof value === 'boolean') return value ? words.on : words.off;
  if (value === null) return words.noLimit;
  return String(value);
}

export function categoryWords(category: string): string {
  return codeName(projectCategories, category) ?? category;
}

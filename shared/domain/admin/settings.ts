// What could not be confirmed or differs by place and year is a setting, never code. Each has a schema and a default; a stored value that
// no longer fits its schema counts as not set, so that an old row can never stop the work.
import { z } from 'zod';
import { defaultCentralisedEdition } from '#shared/codes/centralised-catalogue.ts';
import { defaultPolicies, type Policy, policiesSchema } from '#shared/codes/procurement-policies.ts';
import { defaultThresholds, type Threshold, thresholdSchema } from '#shared/codes/thresholds.ts';
import { fenSchema } from '#shared/kernel/money.ts';
import { text } from '../fields.ts';
import { type Load, one } from '../load.ts';
import { type Setting, settings } from './model.ts';

const percent = z.int().min(0).max(100);
const lprEntry = String.raw`\s*\d{4}-\d\d-\d\d\s+\d{1,2}(?:\.\d{1,4})?%?\s*`;
const lprSchema = text(1000).regex(new RegExp(`^${lprEntry}(?:[；;]${lprEntry})*$`), 'lpr_format');
const perCategory = <S extends z.ZodType>(schema: S) => z.strictObject({ A: schema, B: schema, C: schema });

/** 财库〔2020〕46号 art 7-8: whole project up to a limit, above it a share, of which a part for small and micro enterprises. */
const smeRulesSchema = z.strictObject({
  wholeProjectLimit: perCategory(fenSchema),
  reservedShare: perCategory(percent),
  smallShareOfReserved: percent,
});

export type SettingValues = {
  /** 公开招标数额标准 and 分散采购限额标准, by category, level and time. */
  readonly thresholds: readonly Threshold[];
  /** The edition of the 集中采购目录 in force. */
  readonly 'catalogue.centralisedEdition': string;
  readonly 'plans.smeRules': z.infer<typeof smeRulesSchema>;
  /** 政府采购政策: what plans are asked, and what notices and results say. */
  readonly policies: readonly Policy[];
  /** Days between 采购意向公开 and the start of procurement. */
  readonly 'plans.intentionDays': number;
  /** 备案 without review: the server files what a unit has approved. */
  readonly 'plans.autoFile': boolean;
  /** Whether the day of publication counts as the first day of a period, as many real notices have it. */
  readonly 'deadlines.countPublicationDay': boolean;
  /** Cautious counting: one day more than the law asks. */
  readonly 'deadlines.extraDay': boolean;
  readonly 'deadlines.contractSignDays': number;
  /** Whether units and agencies collect 投标保证金, whose return has a clock. */
  readonly 'deadlines.bidBonds': boolean;
  /** Whether an agency reviews its own announcements, by another person; otherwise the unit's 审核岗 does. */
  readonly 'announcements.agencyReviews': boolean;
  /** Whether a supplier that won and refused to sign is barred when the same is tendered again; for the other methods 74号令 art 22 says so. */
  readonly 'results.refuserBarredInTenders': boolean;
  /** 1年期LPR: from which day which rate, in percent: `2025-05-20 3.00; 2024-10-21 3.10`. */
  readonly 'payments.lpr': string;
  /** Least 预付款 to 中小企业, in percent of the contract. */
  readonly 'payments.advanceShare': number;
  /** Working days that the other side of a breach has for its statement; no term of law. */
  readonly 'breaches.statementDays': number;
  /** The oldest sync protocol that may still connect; null leaves it to the program. */
  readonly 'sync.minimumProtocol': number | null;
  /** How many days the feed is kept; a desk that has been away for longer loads its data anew. */
  readonly 'sync.feedDays': number;
};
export type SettingKey = keyof SettingValues;
export type SettingValue<K extends SettingKey> = SettingValues[K];

export type ReadSetting = <K extends SettingKey>(key: K) => SettingValue<K>;

type Definition<T> = { readonly schema: z.ZodType<T>; readonly fallback: T };

export const settingDefinitions: { readonly [K in SettingKey]: Definition<SettingValues[K]> } = {
  thresholds: { schema: z.array(thresholdSchema).max(500), fallback: defaultThresholds },
  'catalogue.centralisedEdition': { schema: text(100), fallback: defaultCentralisedEdition },
  'plans.smeRules': {
    schema: smeRulesSchema,
    fallback: {
      wholeProjectLimit: { A: 200_000_000, B: 400_000_000, C: 200_000_000 },
      reservedShare: { A: 30, B: 30, C: 30 },
      smallShareOfReserved: 60,
    },
  },
  policies: { schema: policiesSchema, fallback: defaultPolicies },
  'plans.intentionDays': { schema: z.int().min(0).max(365), fallback: 30 },
  'plans.autoFile': { schema: z.boolean(), fallback: false },
  'deadlines.countPublicationDay': { schema: z.boolean(), fallback: false },
  'deadlines.extraDay': { schema: z.boolean(), fallback: false },
  'deadlines.contractSignDays': { schema: z.int().min(1).max(30), fallback: 30 },
  'deadlines.bidBonds': { schema: z.boolean(), fallback: false },
  'announcements.agencyReviews': { schema: z.boolean(), fallback: false },
  'results.refuserBarredInTenders': { schema: z.boolean(), fallback: false },
  'payments.lpr': { schema: lprSchema, fallback: '2025-05-20 3.00; 2024-10-21 3.10; 2024-07-22 3.35' },
  'payments.advanceShare': { schema: percent, fallback: 30 },
  'breaches.statementDays': { schema: z.int().min(1).max(60), fallback: 5 },
  'sync.minimumProtocol': { schema: z.int().min(1).max(1000).nullable(), fallback: null },
  'sync.feedDays': { schema: z.int().min(1).max(3650), fallback: 30 },
};

export const settingKeys: readonly SettingKey[] = Object.keys(settingDefinitions).filter(isSettingKey);

/** Own properties only: a name from outside never reaches a prototype. */
export function isSettingKey(name: string): name is SettingKey {
  return Object.hasOwn(settingDefinitions, name);
}

/** The value of a setting among the stored ones, or its default. */
export function settingValue<K extends SettingKey>(rows: readonly Setting[], key: K): SettingValue<K> {
  return storedValue(
    key,
    rows.find(({ id }) => id === key),
  );
}

/** The same within a command's load. */
export function* loadSetting<K extends SettingKey>(key: K): Load<SettingValue<K>> {
  return storedValue(key, yield* one(settings, key));
}

function storedValue<K extends SettingKey>(key: K, row: Setting | undefined): SettingValue<K> {
  const { schema, fallback }: Definition<SettingValues[K]> = settingDefinitions[key];
  if (row === undefined) return fallback;
  const parsed = schema.safeParse(row.value);
  return parsed.success ? parsed.data : fallback;
}

// An expert as the library knows them. All of it is sealed before it is stored: names and numbers because they are personal, the rest because who has
// which speciality, title and employer says who somebody is.
import { z } from 'zod';
import { region } from '#shared/codes/regions.ts';
import { type PlainDate, plainDateSchema } from '#shared/kernel/dates.ts';
import { readIdNumber } from '#shared/kernel/id-number.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { telephoneText } from '#shared/kernel/telephone.ts';
import { cleanText, normaliseName } from '#shared/kernel/text.ts';
import { isValidUscc, normaliseUscc } from '#shared/kernel/uscc.ts';
import { code, text } from '../../fields.ts';

const tidy = (most: number) => text(most).transform(cleanText);
const named = (most: number) => tidy(most).refine((value) => value !== '', 'required');
/** 评审专业 by 品目, at any depth: the catalogue here holds only a part of the published entries, so no code is refused for not being in it. */
const speciality = code.refine((value) => /^[ABC](?:\d{2}){1,4}$/.test(value), 'speciality_unknown');
const regionCode = code.refine((value) => region(value) !== undefined, 'region_unknown');
const eachOnce = (values: readonly string[]) => new Set(values).size === values.length;

/** What people type of an expert. Field codes: required, id_number, phone_unreadable, uscc_invalid, speciality_unknown, region_unknown, twice. */
export const expertContentSchema = z.strictObject({
  name: named(60),
  /** 身份证号, written in one form. */
  idNumber: text(40)
    .refine((value) => readIdNumber(value) !== undefined, 'id_number')
    .transform((value) => readIdNumber(value) ?? value),
  phone: named(40)
    .refine(
      (value) => /^1\d{10}$|^0\d{2,3}-\d{7,8}(?:-\d{1,6})?$/.test(telephoneText(value)),
      'phone_unreadable',
    )
    .transform(telephoneText),
  /** 工作单位; empty for who has retired or works alone. */
  employer: tidy(200),
  employerUscc: text(40)
    .transform(normaliseUscc)
    .refine((value) => value === '' || isValidUscc(value), 'uscc_invalid'),
  /** 职称. */
  title: tidy(60),
  /** Of the title: 0 none, 1 初级, 2 中级, 3 副高级, 4 正高级. */
  level: z.int().min(0).max(4),
  specialities: z.array(speciality).min(1).max(10).refine(eachOnce, 'twice'),
  /** Where they may be called to; empty: anywhere. */
  regions: z.array(regionCode).max(50).refine(eachOnce, 'twice'),
  /** 法律专家 (74号令 art 7). */
  legal: z.boolean(),
  remark: tidy(500),
});
export type ExpertContent = z.infer<typeof expertContentSchema>;

export const leaveReasons = ['illness', 'travel', 'work', 'family', 'other'] as const;

/** 请假: not called on these days, the last one included. */
const leaveSchema = z.strictObject({
  id: idSchema,
  from: plainDateSchema,
  until: plainDateSchema,
  reason: z.enum(leaveReasons),
});

/** 不良行为 (198号 art 29). */
export const banReasons = [
  'method',
  'leak',
  'no_avoidance',
  'bribe',
  'false_data',
  'no_help',
  'misuse',
  'other',
] as const;

/** 处理决定文号. */
export const decisionNo = named(100);

/** 停评: not drawn; `until` null for good. It stays to be read after it was lifted. */
const banSchema = z.strictObject({
  id: idSchema,
  document: decisionNo,
  reason: z.enum(banReasons),
  from: plainDateSchema,
  until: plainDateSchema.nullable(),
  lifted: z.strictObject({ day: plainDateSchema, document: decisionNo }).nullable(),
});
export type ExpertBan = z.infer<typeof banSchema>;

const grade = z.int().min(1).max(5);

/** 履职评价 (198号 art 21), 1 to 5. */
const ratingSchema = z.strictObject({
  id: idSchema,
  day: plainDateSchema,
  /** 遵守纪律, 专业水平. */
  discipline: grade,
  competence: grade,
  attendance: z.enum(['in_time', 'late', 'absent']),
  remark: tidy(500),
});

/** Leave, bans and ratings of one person: what nobody reaches in a working life. */
export const mostEntries = 200;

export const personSchema = z.strictObject({
  content: expertContentSchema,
  leave: z.array(leaveSchema).max(mostEntries),
  bans: z.array(banSchema).max(mostEntries),
  ratings: z.array(ratingSchema).max(mostEntries),
  /** 出库: no longer in the library; null while they are. */
  removed: z.strictObject({ day: plainDateSchema }).nullable(),
});
export type Person = z.infer<typeof personSchema>;

export const leaveInput = leaveSchema;
export const banInput = banSchema.omit({ lifted: true });
export const ratingInput = ratingSchema;

export const expertStates = ['active', 'leave', 'banned', 'removed'] as const;
export type ExpertState = (typeof expertStates)[number];

/** On that day. Whoever is banned is so on leave as well. */
export function stateOn({ leave, bans, removed }: Person, day: PlainDate): ExpertState {
  if (removed !== null) return 'removed';
  if (bans.some((ban) => isBannedBy(ban, day))) return 'banned';
  return leave.some(({ from, until }) => from <= day && day <= until) ? 'leave' : 'active';
}

function isBannedBy({ from, until, lifted }: ExpertBan, day: PlainDate): boolean {
  if (lifted !== null && lifted.day <= day) return false;
  return from <= day && (until === null || day <= until);
}

/** What two records of one person have in common however they were typed. */
export function nameForMatching({ name }: Pick<ExpertContent, 'name'>): string {
  return normaliseName(name);
}

// What 采购办 asks of the library. Names leave the server in these answers alone, to those who keep it, and no desk keeps an answer.
import { z } from 'zod';
import { plainDateSchema } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { humanRoles } from '../../actor.ts';
import { text } from '../../fields.ts';
import { query } from '../../queries.ts';
import { importRowsSchema } from './import-rows.ts';
import { keepers } from './keepers.ts';
import { expertStates, personSchema } from './person.ts';

const access = { roles: humanRoles.filter((role) => keepers.includes(role)), rows: 'all' } as const;

export const expertSorts = ['expertNo', 'name', 'updatedAt'] as const;

/** Whom a list is narrowed to. */
const filtersSchema = z.strictObject({
  /** Words of name, pinyin, employer or number, each of which must occur. */
  text: text(100).default(''),
  state: z.enum(expertStates).nullable().default(null),
  /** Begins with it: A02 finds A0201. */
  speciality: text(20).nullable().default(null),
  /** Whoever may be called there, those who may be called anywhere included. */
  region: text(20).nullable().default(null),
  level: z.int().min(0).max(4).nullable().default(null),
  legal: z.boolean().nullable().default(null),
  employer: text(200).nullable().default(null),
});

const itemSchema = z.object({
  id: idSchema,
  expertNo: z.string(),
  name: z.string(),
  employer: z.string(),
  title: z.string(),
  level: z.int(),
  specialities: z.array(z.string()),
  regions: z.array(z.string()),
  legal: z.boolean(),
  state: z.enum(expertStates),
  updatedAt: z.int(),
});
export type ExpertItem = z.infer<typeof itemSchema>;

export const listExperts = query({
  name: 'experts.list',
  input: z.strictObject({
    filters: filtersSchema.prefault({}),
    sort: z.strictObject({ by: z.enum(expertSorts), direction: z.enum(['asc', 'desc']) }),
    /** The last of the page before. */
    after: idSchema.nullable(),
    limit: z.int().min(1).max(200),
  }),
  output: z.object({
    items: z.array(itemSchema),
    /** Of all pages. */
    total: z.int(),
    /** Of everybody in the library, whatever the filters. */
    counts: z.record(z.enum(expertStates), z.int()),
    next: idSchema.nullable(),
  }),
  access,
});

export const getExpert = query({
  name: 'experts.get',
  input: z.strictObject({ id: idSchema }),
  output: z.object({
    id: idSchema,
    expertNo: z.string(),
    state: z.enum(expertStates),
    person: personSchema,
    createdAt: z.int(),
    updatedAt: z.int(),
  }),
  access,
});

/** Records that may be of one person: the same telephone, or the same name. The same 身份证号 is not possible. */
export const duplicateExperts = query({
  name: 'experts.duplicates',
  input: z.strictObject({ limit: z.int().min(1).max(200) }),
  output: z.object({
    groups: z.array(z.object({ by: z.enum(['phone', 'name']), items: z.array(itemSchema).min(2) })),
    /** Of groups; those beyond the limit come once the first are put right. */
    total: z.int(),
  }),
  access,
});

const rowReportSchema = z.object({
  row: z.int(),
  name: z.string(),
  /** At which column what is wrong; empty: this row can be imported. */
  fields: z.array(
    z.object({
      path: z.string(),
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).exactOptional(),
    }),
  ),
  /** Of records that this row may be another of: the same telephone or name. Nothing is refused for it. */
  similar: z.array(z.object({ by: z.enum(['phone', 'name']), expertNo: z.string() })),
});

/** What `experts.import` would say to each of these rows; nothing is kept. */
export const checkExpertImport = query({
  name: 'experts.checkImport',
  input: z.strictObject({ rows: importRowsSchema }),
  output: z.object({ rows: z.array(rowReportSchema), today: plainDateSchema }),
  access,
});

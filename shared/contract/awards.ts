// What the window asks of the local side about 中标（成交）结果.
import { z } from 'zod';
import { awardContentSchema, awardSchema, awardStatuses } from '#shared/domain/awards/model.ts';
import { supplierSchema } from '#shared/domain/suppliers/model.ts';
import { plainDateSchema } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { paperSchema } from './documents.ts';
import { findingSchema, markSchema } from './paging.ts';

/** What the ranking and the five working days follow from. */
const course = ['sections', 'projects', 'section_events', 'calendar_years'] as const;
/** 采购方式适用情形, and what the administrator has decided. */
const rules = ['plans', 'settings'] as const;

const awardItemSchema = z.object({
  id: idSchema,
  status: z.enum(awardStatuses),
  winner: z.string(),
  amount: z.int().nullable(),
  rate: z.string(),
  announcementId: idSchema.nullable(),
  letterNo: z.string().nullable(),
  mark: markSchema,
});
export type AwardItem = z.infer<typeof awardItemSchema>;

const rankedSchema = awardSchema.shape.ranking.element;

/** A candidate, and what is known of the supplier with that code; null where there is none. */
export const candidateSchema = z.object({
  ...rankedSchema.shape,
  known: z
    .object({
      id: idSchema,
      name: z.string(),
      address: z.string(),
      sizeClass: supplierSchema.shape.sizeClass.unwrap(),
      /** 禁止参加政府采购活动, where that is in force today. */
      ban: z.object({ document: z.string(), until: plainDateSchema }).nullable(),
    })
    .nullable(),
});

/** By a 中标结果变更备案: its number, since when, and its id where the reader may see it. */
const byFiling = { document: z.string(), at: z.int(), changeId: idSchema.nullable() };
const standingSchema = z.discriminatedUnion('as', [
  z.object({ as: z.literal('in_force') }),
  /** The letter stays. */
  z.object({ as: z.literal('corrected'), ...byFiling }),
  z.object({ as: z.literal('changed'), ...byFiling }),
  /** With its section, by a 终止公告 or by the trading centre. */
  z.object({
    as: z.literal('ended'),
    notice: z.object({ id: idSchema, title: z.string(), at: z.int() }).nullable(),
  }),
]);

export const awardQueries = {
  /** Of each section of a project that has been evaluated or has a result in its present course. Error code: not_found. */
  'awards.byProject': {
    input: z.strictObject({ projectId: idSchema }),
    output: z.object({
      sections: z.array(
        z.object({
          sectionId: idSchema,
          award: awardItemSchema.nullable(),
          /** Last day of the five working days; null where nothing is recorded that they begin with. */
          due: plainDateSchema.nullable(),
          /** 废标 by the committee: there is nobody to be determined. */
          failed: z.boolean(),
          /** Whether this actor may begin one now. */
          begin: z.boolean(),
        }),
      ),
    }),
    standsOn: ['awards', ...course, 'outbox'],
  },
  /** Where the result of a section is, or would be begun; null while the section cannot have one. Error code: not_found. */
  'awards.place': {
    input: z.strictObject({ sectionId: idSchema }),
    output: z.object({
      place: z
        .object({ projectId: idSchema, noticeId: idSchema, awardId: idSchema, begun: z.boolean() })
        .nullable(),
    }),
    standsOn: ['awards', 'sections', 'projects'],
  },
  /** Error code: not_found. */
  'awards.get': {
    input: z.strictObject({ id: idSchema }),
    output: z.object({
      award: awardSchema,
      version: z.int(),
      mark: markSchema,
      /** What may be done with it now, by command name. */
      actions: z.array(z.string()),
      /** As it was submitted; of a draft, as it stands now. */
      ranking: z.array(rankedSchema),
      /** The ranking is that of the trading centre. */
      told: z.boolean(),
      due: plainDateSchema.nullable(),
      /** What has become of it since it was announced. */
      standing: standingSchema,
    }),
    standsOn: ['awards', ...course, ...rules, 'announcements', 'suppliers', 'award_changes', 'outbox'],
  },
  /** What the rules say of a form while it is filled in: the same findings as at `awards.submit`, and what it has to show. Error code: not_found. */
  'awards.check': {
    input: z.strictObject({ sectionId: idSchema, content: awardContentSchema }),
    output: z.object({
      findings: z.array(findingSchema),
      projectId: idSchema,
      sectionNo: z.string(),
      sectionName: z.string(),
      method: z.string(),
      ranking: z.array(candidateSchema),
      /** The ranking is that of the trading centre; nobody types it. */
      told: z.boolean(),
      /** Where nobody has told it: the candidates as far as the opening tells them. */
      opened: z.array(rankedSchema),
      due: plainDateSchema.nullable(),
      /** 专门面向中小企业. */
      smeReserved: z.boolean(),
      /** 最高限价, else the budget; fen. */
      ceiling: z.int(),
      /** The centre has told of evaluations that rank otherwise. */
      evaluatedAgain: z.boolean(),
    }),
    standsOn: [...course, ...rules, 'announcements', 'awards', 'suppliers'],
  },
  /** 中标（成交）通知书 and 结果告知书; none before the 结果公告. Error code: not_found. */
  'awards.papers': {
    input: z.strictObject({ id: idSchema }),
    output: z.object({ papers: z.array(paperSchema) }),
    standsOn: ['awards', 'projects', 'sections', 'section_events', 'announcements'],
  },
} as const;

// What the window asks of the local side about 中标结果变更备案.
import { z } from 'zod';
import { announcementStatuses } from '#shared/domain/announcements/model.ts';
import {
  awardChangeSchema,
  changeActions,
  changeContentSchema,
  changePurposes,
  changeStatuses,
} from '#shared/domain/award-changes/model.ts';
import { resultSchema } from '#shared/domain/projects/result.ts';
import { plainDateSchema } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { candidateSchema } from './awards.ts';
import { paperSchema } from './documents.ts';
import { findingSchema, limit, markSchema, mostSearched, searchText } from './paging.ts';

/** What is asked of a result, and who follows in the ranking. */
const around = [
  'award_changes',
  'plans',
  'settings',
  'awards',
  'sections',
  'projects',
  'section_events',
  'announcements',
  'calendar_years',
  'suppliers',
] as const;

/** 结果变更公告, from its draft on. */
const noticeSchema = z.object({ id: idSchema, status: z.enum(announcementStatuses) });

const filingSchema = z.object({
  id: idSchema,
  status: z.enum(changeStatuses),
  changeNo: z.string().nullable(),
  action: z.enum(changeActions).nullable(),
  /** Null where nobody may see one, or its draft was deleted. */
  notice: noticeSchema.nullable(),
  mark: markSchema,
});
export type ChangeItem = z.infer<typeof filingSchema>;

const choosableSectionSchema = z.object({
  id: idSchema,
  sectionNo: z.string(),
  name: z.string(),
  supplierName: z.string(),
  amount: z.int().nullable(),
  rate: z.string(),
  /** Why no change of it may be filed now, as the command would say it; null where it may. */
  refused: z
    .object({
      kind: z.string(),
      document: z.string(),
      since: z.int().nullable(),
      until: plainDateSchema.nullable(),
    })
    .nullable(),
});
export type ChoosableSection = z.infer<typeof choosableSectionSchema>;

export const awardChangeQueries = {
  /** 选择项目: those of the unit with a section that has a published result, found by name, number, pinyin; of each section whether a change of it may be filed. None to who files nothing. */
  'awardChanges.choosable': {
    input: z.strictObject({ text: searchText(mostSearched).default(''), limit }),
    output: z.object({
      projects: z.array(
        z.object({
          id: idSchema,
          name: z.string(),
          planNo: z.string(),
          sections: z.array(choosableSectionSchema).min(1),
        }),
      ),
    }),
    standsOn: ['sections', 'projects', 'award_changes'],
  },
  /** Of each section of a project that has a published result or a filing. Error code: not_found. */
  'awardChanges.byProject': {
    input: z.strictObject({ projectId: idSchema }),
    output: z.object({
      sections: z.array(
        z.object({
          sectionId: idSchema,
          sectionNo: z.string(),
          /** The announcement of the result in force; null where none is. */
          resultNoticeId: idSchema.nullable(),
          /** Whoever is determined at present. */
          supplierName: z.string(),
          /** The open filing, else the latest. */
          filing: filingSchema.nullable(),
          /** Whether this actor may begin one now. */
          begin: z.boolean(),
        }),
      ),
    }),
    standsOn: ['award_changes', 'sections', 'projects', 'announcements', 'outbox'],
  },
  /** Error code: not_found. */
  'awardChanges.get': {
    input: z.strictObject({ id: idSchema }),
    output: z.object({
      change: awardChangeSchema,
      version: z.int(),
      mark: markSchema,
      /** What may be done with it now, by command name. */
      actions: z.array(z.string()),
      /** What its approval has made of the result; null before it, and where nobody wins. */
      result: resultSchema.nullable(),
      /** Of the candidate who is to win, as the ranking has it; empty where it has none, or nobody is chosen. */
      winnerUscc: z.string(),
      notice: noticeSchema.nullable(),
      /** Its section waits for a 终止公告: the result is void, and nobody has ended it yet. */
      toBeEnded: z.boolean(),
    }),
    standsOn: [...around, 'outbox'],
  },
  /** 备案表 from the approval on; with the announcement the new 通知书, what the supplier of before is told, and the 结果告知书. Error code: not_found. */
  'awardChanges.papers': {
    input: z.strictObject({ id: idSchema }),
    output: z.object({ papers: z.array(paperSchema) }),
    standsOn: ['award_changes', 'awards', 'projects', 'sections', 'section_events', 'announcements'],
  },
  /**
   * What the rules say of a form while it is filled in: the same findings as at `awardChanges.submit`, and what it has to show. `id` is null for one that
   * has not been saved yet. Error code: not_found.
   */
  'awardChanges.check': {
    input: z.strictObject({ id: idSchema.nullable(), sectionId: idSchema, content: changeContentSchema }),
    output: z.object({
      findings: z.array(findingSchema),
      projectId: idSchema,
      projectName: z.string(),
      sectionNo: z.string(),
      sectionName: z.string(),
      /** 专门面向中小企业. */
      smeReserved: z.boolean(),
      /** Null where the section has no published result. */
      original: resultSchema.nullable(),
      /** Who follows; several where they are tied. */
      next: z.array(candidateSchema),
      /** 变更方式 that fit the reason. */
      actions: z.array(z.enum(changeActions)),
      /** Whether it follows from a document with a number. */
      numbered: z.boolean(),
      asksQualified: z.boolean(),
      /** Papers that the reason demands. */
      papers: z.array(z.enum(changePurposes)),
    }),
    standsOn: around,
  },
} as const;

// What the window asks of the local side about 质疑.
import { z } from 'zod';
import {
  challengeContentSchema,
  challengeSchema,
  challengeStatuses,
  replySchema,
} from '#shared/domain/challenges/model.ts';
import { plainDateSchema } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { findingSchema, markSchema } from './paging.ts';

/** The sections it is about and the calendar that its periods are counted by. */
const facts = ['projects', 'sections', 'calendar_years'] as const;

const challengeItemSchema = z.object({
  id: idSchema,
  status: z.enum(challengeStatuses),
  supplierName: z.string(),
  letterNo: z.string(),
  sectionIds: z.array(idSchema),
  mayAffectResult: z.boolean().nullable(),
  receivedOn: plainDateSchema.nullable(),
  replyDue: plainDateSchema.nullable(),
  repliedOn: plainDateSchema.nullable(),
  mark: markSchema,
});
export type ChallengeItem = z.infer<typeof challengeItemSchema>;

export const challengeQueries = {
  /** All of a project's, drafts included, the newest first. Error codes: not_found. */
  'challenges.byProject': {
    input: z.strictObject({ projectId: idSchema }),
    output: z.object({ challenges: z.array(challengeItemSchema) }),
    standsOn: ['challenges', 'projects', 'outbox'],
  },
  /** Error codes: not_found. */
  'challenges.get': {
    input: z.strictObject({ id: idSchema }),
    output: z.object({
      challenge: challengeSchema,
      version: z.int(),
      mark: markSchema,
      /** What may be done with it now, by command name. */
      actions: z.array(z.string()),
    }),
    standsOn: ['challenges', 'outbox'],
  },
  /** What the rules say of a form while it is filled in, which sections it may name, and until when it is to be answered. Error codes: not_found. */
  'challenges.check': {
    input: z.strictObject({ projectId: idSchema, content: challengeContentSchema }),
    output: z.object({
      findings: z.array(findingSchema),
      sections: z.array(z.object({ id: idSchema, sectionNo: z.string(), name: z.string() })),
      replyDue: plainDateSchema.nullable(),
    }),
    standsOn: facts,
  },
  /** What the rules say of an answer: the same findings as at `challenges.reply`. Error codes: not_found. */
  'challenges.checkReply': {
    input: z.strictObject({ id: idSchema, reply: replySchema }),
    output: z.object({ findings: z.array(findingSchema) }),
    standsOn: ['challenges'],
  },
} as const;

// What 采购办 asks of draws. Names are in one answer alone: the person being called now, to the two who call.
import { z } from 'zod';
import { instantSchema } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { humanRoles } from '../../actor.ts';
import { code } from '../../fields.ts';
import { query } from '../../queries.ts';
import { drawers } from './draw-command.ts';
import { drawStatuses } from './model.ts';
import { avoidPersonsSchema } from './request.ts';

const access = { roles: humanRoles.filter((role) => drawers.includes(role)), rows: 'visible' } as const;

const seatsSchema = z.object({ line: z.int(), needed: z.int(), taken: z.int() });

const drawStateSchema = z.object({
  id: idSchema,
  applyNo: z.string(),
  round: z.int(),
  status: z.enum(drawStatuses),
  reviewAt: instantSchema,
  /** Whether a seed drawn in public is awaited, or has come. */
  physical: z.enum(['none', 'awaited', 'entered']),
  /** To which operators' desks seal their secrets; null where the server has none. */
  recoveryKey: z.string().nullable(),
  operators: z.array(
    z.object({
      operator: idSchema,
      revealed: z.boolean(),
      /** Their secret as only the recovery key opens it; null once it is revealed. */
      sealed: z.string().nullable(),
    }),
  ),
  candidates: z.int(),
  exclusions: z.record(z.string(), z.int()),
  /** Who has accepted, by number alone. */
  members: z.array(seatsSchema),
  reserves: z.int(),
  replies: z.record(z.string(), z.int()),
  /** 补抽 that a second person has to confirm. */
  asked: z.object({ by: idSchema, reason: z.string() }).nullable(),
  voided: z.object({ at: z.int(), reason: z.string() }).nullable(),
  transcriptHash: z.string().nullable(),
  updatedAt: z.int(),
});

export const getDraw = query({
  name: 'draws.get',
  input: z.strictObject({ id: idSchema }),
  output: drawStateSchema,
  access,
});

export const listDraws = query({
  name: 'draws.list',
  input: z.strictObject({
    regionCode: code,
    status: z.enum(drawStatuses),
    after: idSchema.nullable(),
    limit: z.int().min(1).max(100),
  }),
  output: z.object({ items: z.array(drawStateSchema), next: idSchema.nullable() }),
  access,
});

/** Null: nobody is to be called. Refused to everybody but the two operators, as if there were no such draw. */
export const currentCall = query({
  name: 'draws.call',
  input: z.strictObject({ id: idSchema }),
  output: z.object({
    call: z
      .object({
        candidate: z.string(),
        as: z.enum(['member', 'reserve']),
        name: z.string(),
        phone: z.string(),
      })
      .nullable(),
  }),
  access,
});

/** Before a draw: whom it could fall on, how well the names could be guessed, and what would help. */
export const prepareDraw = query({
  name: 'draws.prepare',
  input: z.strictObject({ applicationId: idSchema, avoidPersons: avoidPersonsSchema }),
  output: z.object({
    /** Of yesterday; today's are the same people, but for whoever has come or gone. */
    pool: z.int(),
    /** The first lawful day, where today is earlier: a warning that has to be read. */
    earliest: z.string().nullable(),
    candidates: z.int(),
    exclusions: z.record(z.string(), z.int()),
    /** Null where it cannot be computed exactly. */
    odds: z.object({ entropy: z.int(), guess: z.int() }).nullable(),
    advice: z.array(z.object({ code: z.string(), line: z.int().nullable() })),
    unmet: z.array(z.object({ lines: z.array(z.int()), needed: z.int(), available: z.int() })),
  }),
  access,
});

/** 抽取登记: every draw that was ever begun, void ones included, as docs/verify-a-draw.md has it. Nothing in it is about a person. */
export const drawRegister = query({
  name: 'draws.register',
  input: z.strictObject({}),
  output: z.object({
    version: z.literal(1),
    draws: z.array(
      z.object({
        drawId: z.string(),
        applyNo: z.string(),
        round: z.int(),
        outcome: z.enum(['open', 'closed', 'void']),
        hash: z.string().nullable(),
      }),
    ),
  }),
  access: { roles: humanRoles, rows: 'all' },
});

export const drawQueries = [getDraw, listDraws, currentCall, prepareDraw, drawRegister];

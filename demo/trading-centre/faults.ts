// What a trading centre can do wrong, switched while it runs. A number of times counts down to zero; a rate stays until it is changed.
import { z } from 'zod';
import { challengeOrderSchema, changeOrderSchema, evaluateOrderSchema, openOrderSchema } from './orders.ts';

const times = z.int().min(0).max(1_000_000);
const milliseconds = z
  .int()
  .min(0)
  .max(30 * 86_400_000);

const faultsSchema = z.strictObject({
  /** From a plan's acceptance to the push of its sections. */
  delayMs: milliseconds,
  /** From the receipt of a message to the business answer. */
  answerDelayMs: milliseconds,
  /** Business refusal of the next plans. */
  refuse: z
    .strictObject({
      code: z.string().min(1).max(100),
      field: z.string().max(200).nullable().default(null),
      times,
    })
    .nullable(),
  /** Refusal of the next messages as such, before anyone reads their business. */
  refuseEnvelope: z.strictObject({ code: z.string().min(1).max(100), times }).nullable(),
  /** How often each message is sent in addition. */
  repeat: z.int().min(0).max(20),
  /** The newest message first, whatever its place in the order. */
  reorder: z.boolean(),
  /** The next so many requests or answers vanish, in either direction; or each with this probability. */
  lose: z.union([z.strictObject({ next: times }), z.strictObject({ rate: z.number().min(0).max(1) })]),
  /** How many of the next messages carry a signature that does not hold. */
  signWrongly: times,
  /** How far the centre's clock is off. */
  wrongClock: z
    .int()
    .min(-100 * 86_400_000)
    .max(100 * 86_400_000),
  /** What the next requests are answered instead of being looked at. */
  answerStatus: z.strictObject({ status: z.int().min(400).max(599), times }).nullable(),
  /** Messages are received, but no business answer is ever given. */
  silent: z.boolean(),
  /** From the opening that a notice sets to the opening that is told; null: nothing is opened but by an order. */
  opensAfterMs: milliseconds.nullable(),
  /** From an opening to its evaluation. */
  evaluatesAfterMs: milliseconds,
  /** The highest schema version that its program knows: 1 is a centre that knows nothing of 采购包. */
  understands: z.int().min(1).max(1000),
});
export type Faults = z.infer<typeof faultsSchema>;

/**
 * Things done once, at once: a message about a plan or a section that nobody knows, another body under a used id, and a section that is changed
 * although it has been announced.
 */
export const probes = [
  'sendUnknownPlan',
  'sendUnknownSection',
  'sendUnknownType',
  'reuseMsgId',
  'changeAnnouncedSection',
] as const;
export type Probe = (typeof probes)[number];

export const controlSchema = faultsSchema.partial().extend({
  probe: z.enum(probes).exactOptional(),
  open: openOrderSchema.exactOptional(),
  evaluate: evaluateOrderSchema.exactOptional(),
  challenge: challengeOrderSchema.exactOptional(),
  change: changeOrderSchema.exactOptional(),
});
/** Without what is done once. */
export const settingsSchema = faultsSchema.partial();

/** Faults to switch; what is not named stays as it is. */
export type FaultPatch = { readonly [K in keyof Faults]?: Faults[K] | undefined };

export const noFaults: Faults = {
  delayMs: 0,
  answerDelayMs: 0,
  refuse: null,
  refuseEnvelope: null,
  repeat: 0,
  reorder: false,
  lose: { rate: 0 },
  signWrongly: 0,
  wrongClock: 0,
  answerStatus: null,
  silent: false,
  opensAfterMs: null,
  evaluatesAfterMs: 0,
  understands: 1000,
};

export type FaultSwitch = {
  readonly current: Faults;
  change(patch: FaultPatch): void;
  /** Each tells whether the fault strikes now, and uses up one of its times. */
  loses(): boolean;
  signsWrongly(): boolean;
  answersInstead(): number | null;
  refusesEnvelope(): string | null;
  refuses(): { readonly code: string; readonly field: string | null } | null;
};

export function faultSwitch(start: FaultPatch, random: () => number): FaultSwitch {
  let current = patched(noFaults, start);
  const change = (patch: FaultPatch) => {
    current = patched(current, patch);
  };
  return {
    get current() {
      return current;
    },
    change,
    loses: () => {
      const { lose } = current;
      if ('rate' in lose) return lose.rate > 0 && random() < lose.rate;
      if (lose.next > 0) change({ lose: { next: lose.next - 1 } });
      return lose.next > 0;
    },
    signsWrongly: () => {
      const left = current.signWrongly;
      if (left > 0) change({ signWrongly: left - 1 });
      return left > 0;
    },
    answersInstead: () => {
      const { answerStatus } = current;
      if (answerStatus === null || answerStatus.times === 0) return null;
      change({ answerStatus: { ...answerStatus, times: answerStatus.times - 1 } });
      return answerStatus.status;
    },
    refusesEnvelope: () => {
      const { refuseEnvelope } = current;
      if (refuseEnvelope === null || refuseEnvelope.times === 0) return null;
      change({ refuseEnvelope: { ...refuseEnvelope, times: refuseEnvelope.times - 1 } });
      return refuseEnvelope.code;
    },
    refuses: () => {
      const { refuse } = current;
      if (refuse === null || refuse.times === 0) return null;
      change({ refuse: { ...refuse, times: refuse.times - 1 } });
      return refuse;
    },
  };
}

function patched(faults: Faults, patch: FaultPatch): Faults {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  return faultsSchema.parse({ ...faults, ...Object.fromEntries(given) });
}

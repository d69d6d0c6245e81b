// What the rules of a 专家抽取申请 are asked on, and an example of a lawful one.
import type { ApplicationContent, Demand } from '#shared/domain/experts/applications/model.ts';
import type { LocalTime } from '#shared/kernel/dates.ts';
import type { Fen } from '#shared/kernel/money.ts';

export type ApplicationFacts = {
  readonly content: ApplicationContent;
  readonly method: string;
  /** Of the project. */
  readonly budget: Fen;
  /** Whether it reaches 公开招标数额标准, by category and level of the unit. */
  readonly atOpenTender: boolean;
  /** Sections that may be applied for: announced, and not evaluated yet. */
  readonly open: readonly string[];
  /** By other applications. */
  readonly covered: readonly string[];
  /** The latest of the chosen sections; null where none is known. */
  readonly deadline: LocalTime | null;
  readonly reviewAhead: boolean;
  /** Null while no time is given. */
  readonly reviewOnWorkday: boolean | null;
};

export const exampleDemand: Demand = {
  ...{ specialities: ['A0201'], legal: false, regions: [], level: 0 },
  ...{ count: 4, reserve: 2 },
};

export const exampleApplication: ApplicationContent = {
  sectionIds: ['a'],
  reviewAt: '2026-03-26T09:00',
  reviewPlace: 'Room 3',
  reviewDays: 1,
  committeeSize: 5,
  purchaserReps: 1,
  drawMode: 'random',
  complex: false,
  socialImpact: false,
  remote: false,
  demands: [exampleDemand],
  avoidUnits: [],
  contact: 'Zhang',
  phone: '0374-2961598',
  meetingPlace: 'Hall',
  remark: '',
  files: [],
};

export function exampleFacts(
  content: Partial<ApplicationContent> = {},
  facts: Partial<Omit<ApplicationFacts, 'content'>> = {},
): ApplicationFacts {
  return {
    content: { ...exampleApplication, ...content },
    method: 'OPEN_TENDER',
    budget: 100_000_000,
    atOpenTender: false,
    open: ['a'],
    covered: [],
    deadline: '2026-03-26T09:00',
    reviewAhead: true,
    reviewOnWorkday: true,
    ...facts,
  };
}

/** A committee of this size, with so many of the unit's own, whose experts one line asks for. */
export function committee(
  size: number,
  reps: number,
  more: Partial<Demand> = {},
): Partial<ApplicationContent> {
  const count = Math.max(1, size - reps);
  return { committeeSize: size, purchaserReps: reps, demands: [{ ...exampleDemand, count, ...more }] };
}

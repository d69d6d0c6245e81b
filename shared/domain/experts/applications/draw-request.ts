// What a draw is asked by an application that was handed in. 采购人 and agency are avoided by themselves.
import { instantOf } from '#shared/kernel/dates.ts';
import type { Organisation } from '../../admin/model.ts';
import type { DrawRequest } from '../draws/request.ts';
import { legalSpeciality } from '../pools/make-pool.ts';
import type { ExpertApplication } from './model.ts';

/** Undefined for an application without number or time: it was never handed in. */
export function drawRequestOf(
  { applyNo, regionCode, content }: ExpertApplication,
  parties: { readonly purchaser: Organisation | undefined; readonly agency: Organisation | undefined },
  avoidPersons: DrawRequest['avoidPersons'],
): DrawRequest | undefined {
  const { reviewAt, reviewDays, demands, avoidUnits } = content;
  if (applyNo === null || reviewAt === null) return undefined;
  const { purchaser, agency } = parties;
  return {
    ...{ applyNo, regionCode, reviewDays, reviewAt: instantOf(reviewAt) },
    lines: demands.map(({ specialities, legal, regions, level, count, reserve }) => ({
      specialities: legal ? [legalSpeciality] : specialities,
      ...{ regions, level, count, reserve },
    })),
    avoidUnits: [
      ...(purchaser === undefined ? [] : [{ as: 'purchaser' as const, ...named(purchaser) }]),
      ...(agency === undefined ? [] : [{ as: 'agency' as const, ...named(agency) }]),
      ...avoidUnits.map((unit) => ({ as: 'named' as const, ...unit })),
    ],
    avoidPersons,
  };
}

/** When its review is; undefined where that is not said. */
export function timesOf({
  content,
}: ExpertApplication): Pick<DrawRequest, 'reviewAt' | 'reviewDays'> | undefined {
  const { reviewAt, reviewDays } = content;
  return reviewAt === null ? undefined : { reviewAt: instantOf(reviewAt), reviewDays };
}

const named = ({ name, uscc }: Organisation) => ({ name, uscc });

// 质疑 at the trading centre: what a supplier has sent there is told to the unit, a letter a section.
import type { ChallengePushBody } from '#shared/contract/exchange.ts';
import { emptyChallenge } from '#shared/domain/challenges/model.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import type { ChallengeOrder } from './orders.ts';
import { queue } from './outgoing.ts';
import type { Context } from './ports.ts';

/** At once. False: no such section. */
export function challengeByOrder(context: Context, { lotUid, supplier, matters }: ChallengeOrder): boolean {
  const { records } = context;
  const section = records.sections.get(lotUid);
  if (section === undefined) return false;
  const businessKey = `challenge/${lotUid}`;
  const told = records.outgoing.values().filter((message) => message.businessKey === businessKey);
  const { sectionIds: _, mayAffectResult: __, files: ___, ...empty } = emptyChallenge;
  const today = toPlainDate(context.now());
  const body: ChallengePushBody = {
    planId: section.planId,
    planNo: section.planNo,
    challengeUid: `ZY-${lotUid}`,
    version: told.length + 1,
    pushedAt: context.now(),
    lotUids: [lotUid],
    content: {
      ...empty,
      stage: 'process',
      supplierName: supplier,
      letterNo: `ZY-${section.content.sectionNo}`,
      sentOn: today,
      receivedOn: today,
      matters,
    },
  };
  queue(context, {
    ...{ platformId: section.platformId, type: 'challenge.push', businessKey, body },
    dueAt: context.ports.clock(),
  });
  return true;
}

// 办结: the acceptance is final and has its number; contract, section and project say what follows from it, and of public services the 验收结果公告 is published at once (条例 art 45).
import { toPlainDate, yearOf } from '#shared/kernel/dates.ts';
import { namedId } from '#shared/kernel/named-id.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { numberSeries } from '../../../admin/model.ts';
import { type NumbersGiven, nextNumbers } from '../../../admin/next-number.ts';
import type { ToldOf } from '../../../announcements/commands/publish.ts';
import { loadToMake, publishMade } from '../../../announcements/commands/publish-made.ts';
import { announcementPush } from '../../../announcements/messages.ts';
import { type Change, type Ctx, put, send } from '../../../command.ts';
import { type Load, where } from '../../../load.ts';
import {
  loadCourse,
  type ProjectCourse,
  sectionsMoved,
  withAcceptance,
} from '../../../projects/completion.ts';
import { pushQueued } from '../../../projects/push-state.ts';
import { withPerformance } from '../../../projects/section-contracts.ts';
import { refuse } from '../../../refuse.ts';
import type { Given, Moving } from '../../../step.ts';
import { contracts } from '../../model.ts';
import { type Around, loadAround, toAccept } from '../facts.ts';
import { acceptancePush } from '../message.ts';
import { type Acceptance, acceptances } from '../model.ts';
import { acceptanceNoticeContent, isAnnounced } from '../notice.ts';
import { acceptedWith } from '../outcome.ts';

export type Known = Around & {
  readonly told: ToldOf;
  readonly course: ProjectCourse;
  readonly numbers: Result<NumbersGiven>;
};

/** Of the 验收结果公告; the same wherever it is made. */
export const acceptanceNoticeIdOf = ({ id }: Pick<Acceptance, 'id'>) => namedId(`acceptance/${id}/notice`);

const about = (acceptance: Acceptance) => ({
  ...{ id: acceptanceNoticeIdOf(acceptance), type: 'ACCEPTANCE' as const, projectId: acceptance.projectId },
  sectionIds: [acceptance.sectionId],
});

export function* loadToConclude(acceptance: Acceptance, ctx: Ctx): Load<Known | undefined> {
  const around = yield* loadAround(acceptance, ctx);
  const told = yield* loadToMake(about(acceptance), ctx);
  const course = yield* loadCourse(acceptance.projectId);
  const numbers = yield* nextNumbers({
    kind: 'acceptance',
    regionCode: acceptance.regionCode,
    year: yearOf(toPlainDate(ctx.now)),
    count: 1,
    *isTaken(acceptanceNo) {
      return (yield* where(acceptances, { acceptanceNo })).length > 0;
    },
  });
  return around === undefined || told === undefined || course === undefined
    ? undefined
    : { ...around, told, course, numbers };
}

export const stillToAccept = ({ known }: Given<Acceptance, Around>): Result<null> => toAccept(known);

export function concluded({ row, known, ctx, moved }: Moving<Acceptance, Known>): Result<readonly Change[]> {
  const { contract, section, told, course, numbers } = known;
  if (!numbers.ok) return numbers;
  const { content, createdBy } = row;
  if (content.conclusion === null || content.heldOn === null) return refuse('internal');
  const [acceptanceNo = ''] = numbers.value.numbers;
  const isTold = isAnnounced(contract, row);
  const announcementId = isTold ? acceptanceNoticeIdOf(row) : null;
  // What is a state secret is known to unit and 采购办 alone.
  const pushes = !contract.content.secret && told.platform?.active === true;
  const push = pushes ? pushQueued(row.push, ctx.now) : row.push;
  const after = moved({ acceptanceNo, concludedAt: ctx.now, announcementId, push });
  const accepted = acceptedWith(content, contract);
  const performance = { ...contract.performance, ...accepted };
  const { acceptedOn } = accepted;
  const sectionAfter = withAcceptance(withPerformance(section, contract.id, { acceptedOn }));
  const concluding: readonly Change[] = [
    put(acceptances, after),
    put(contracts, { ...contract, performance, updatedAt: ctx.now }),
    ...sectionsMoved(course, [sectionAfter], ctx.now),
    put(numberSeries, numbers.value.series),
    ...(pushes ? [send(acceptancePush(after, section))] : []),
  ];
  if (!isTold) return ok(concluding);
  const by = { command: 'acceptances.conclude', createdBy, tell: announcementPush, moved: [sectionAfter] };
  const made = publishMade(about(row), told, acceptanceNoticeContent(contract, row), by, ctx);
  return made.ok ? ok([...concluding, ...made.value]) : made;
}

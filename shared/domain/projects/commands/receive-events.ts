// 开标 and 评审 as the trading centre tells them. What it says has happened is kept whatever else is known, early, late or corrected: a higher version
// stands beside the one before and counts instead of it.
import { type Instant, startOfDay } from '#shared/kernel/dates.ts';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { isValidUscc, normaliseUscc } from '#shared/kernel/uscc.ts';
import type { Actor } from '../../actor.ts';
import { type Change, type Ctx, command } from '../../command.ts';
import { withStep } from '../../history.ts';
import { type Load, one, where } from '../../load.ts';
import { refuse, refuseField } from '../../refuse.ts';
import { sameValue } from '../../same-value.ts';
import { mayActOnProject } from '../access.ts';
import { evaluationArrivalSchema, openingArrivalSchema } from '../events/arrival.ts';
import { type EventDetails, type EventKind, type SectionEvent, sectionEvents } from '../events/model.ts';
import { type Project, projects, type Section, sections } from '../model.ts';
import { partsOf, withEvents } from './record-event.ts';

type Message = {
  readonly lotUid: string;
  readonly version: number;
  readonly pushedAt: Instant;
};
type State = {
  readonly section: Section | undefined;
  readonly project: Project | undefined;
  readonly events: readonly SectionEvent[];
};
/** One event as the message tells it. */
type Told = {
  readonly id: string;
  readonly kind: EventKind;
  readonly at: Instant;
  readonly details: EventDetails | null;
};

const access = {
  roles: ['trading_platform'],
  record: (actor: Actor, { project }: State) => project !== undefined && mayActOnProject(actor, project),
} as const;

/** opening.push */
export const receiveOpening = command({
  name: 'sectionEvents.receiveOpening',
  authority: 'server',
  input: openingArrivalSchema.extend({ id: idSchema }),
  access,
  load: loadSection,
  decide(state, input, ctx) {
    const wrong = wrongUscc(input.bidders, 'bidders');
    if (wrong !== undefined) return wrong;
    const { id, openedAt, bidders } = input;
    const details: EventDetails = { of: 'opening', bidders: bidders.map(normalised) };
    return arrived(state, input, [{ id, kind: 'opening', at: openedAt, details }], ctx);
  },
});

/** evaluation.push: when it began and when it ended are two events of one message. */
export const receiveEvaluation = command({
  name: 'sectionEvents.receiveEvaluation',
  authority: 'server',
  input: evaluationArrivalSchema.safeExtend({ id: idSchema, startedId: idSchema }),
  access,
  load: loadSection,
  decide(state, input, ctx) {
    const wrong = wrongUscc(input.ranking, 'ranking') ?? wrongUscc(input.rejected, 'rejected');
    if (wrong !== undefined) return wrong;
    const { id, startedId, startedAt, endedAt, reportSha256, outcome, ranking, rejected } = input;
    const details: EventDetails = {
      of: 'evaluation',
      reportSha256,
      outcome,
      ranking: ranking.map(normalised),
      rejected: rejected.map(normalised),
    };
    const told: readonly Told[] = [
      { id: startedId, kind: 'evaluation_started', at: startedAt, details: null },
      { id, kind: 'evaluation_ended', at: endedAt, details },
    ];
    return arrived(state, input, told, ctx);
  },
});

function* loadSection({ lotUid }: Message, { actor }: Ctx): Load<State> {
  const [section] = yield* where(sections, { platformId: actor.platformId, lotUid });
  if (section === undefined) return { section, project: undefined, events: [] };
  return {
    section,
    project: yield* one(projects, section.projectId),
    events: yield* where(sectionEvents, { sectionId: section.id }),
  };
}

/** New, known already, out of date, or at odds with what was said under the same version. */
function arrived(
  { section, events }: State,
  { lotUid, version, pushedAt }: Message,
  told: readonly Told[],
  ctx: Ctx,
): Result<readonly Change[]> {
  if (section === undefined) return refuse('not_found');
  const ids = told.map(({ id }) => id);
  if (new Set(ids).size < ids.length || events.some(({ id }) => ids.includes(id))) {
    return refuse('already_exists', { params: { path: 'id' } });
  }
  const said = events.filter((event) => event.source === 'centre' && told.some(sameKind(event)));
  const newest = Math.max(0, ...said.map(({ platformVersion }) => platformVersion ?? 0));
  if (version < newest) return refuseField('stale', 'version', 'stale', { lotUid, held: newest });
  if (version === newest) {
    const same = told.every(({ kind, at, details }) =>
      said.some(
        (event) =>
          event.platformVersion === version &&
          event.kind === kind &&
          event.at === at &&
          sameValue(event.details, details),
      ),
    );
    if (same) return ok([]);
    return refuseField('duplicate_mismatch', 'version', 'duplicate_mismatch', { lotUid, version });
  }
  const last = Math.max(...told.map(({ at }) => at));
  const arrivals = told.map(
    ({ id, kind, at, details }): SectionEvent => ({
      ...partsOf(section),
      ...courseAt(section, last),
      ...{ id, kind, at, details, pushedAt },
      source: 'centre',
      note: '',
      file: null,
      acknowledgedWarnings: [],
      recordedAt: ctx.now,
      platformVersion: version,
      withdrawal: null,
      history: withStep([], ctx, kind === 'opening' ? receiveOpening.name : receiveEvaluation.name, ''),
    }),
  );
  return ok(withEvents(section, events, arrivals));
}

const sameKind = (event: SectionEvent) => (told: Told) => told.kind === event.kind;

/** In the course of which notice it happened: what lies before the present one was published, and is told late, belongs to one before it. */
function courseAt({ schedule }: Section, at: Instant): Pick<SectionEvent, 'noticeId' | 'round'> {
  if (schedule === null) return { noticeId: null, round: 0 };
  const { announcementId, round, publishedOn, publishedAt } = schedule;
  if (round > 1 && at < (publishedAt ?? startOfDay(publishedOn))) return { noticeId: null, round: round - 1 };
  return { noticeId: announcementId, round };
}

type WithUscc = { readonly uscc: string | null };

/** 统一社会信用代码 where one is given; suppliers from abroad have none. */
function wrongUscc(lines: readonly WithUscc[], path: string) {
  const index = lines.findIndex(({ uscc }) => uscc !== null && !isValidUscc(uscc));
  return index < 0 ? undefined : refuseField('invalid_input', `${path}.${index}.uscc`, 'uscc_invalid');
}

function normalised<T extends WithUscc>(line: T): T {
  return line.uscc === null ? line : { ...line, uscc: normaliseUscc(line.uscc) };
}

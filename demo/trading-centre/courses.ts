// 开标 and 评审 at the trading centre: some time after the deadline that its notice set last, a section is opened, and evaluated some time after that. What
// comes of it is chance, or what it is told by its control; said once more it is a correction with a higher version.
import { randomOf } from '#demo/data/random.ts';
import { fewestSuppliers } from '#shared/codes/fewest-suppliers.ts';
import { isNotice } from '#shared/domain/announcements/coverage.ts';
import { type InvitedSupplier, invitedIn } from '#shared/domain/announcements/invitation.ts';
import { type Instant, instantOf } from '#shared/kernel/dates.ts';
import type { EvaluateOrder, OpenOrder, Outcome } from './orders.ts';
import { queue } from './outgoing.ts';
import type { Context } from './ports.ts';
import type { AnnouncementRecord, CourseBidders, CourseRecord, SectionRecord } from './records.ts';
import { supplierNames, supplierUscc } from './suppliers.ts';

const minute = 60_000;
/** From an opening to the end of its evaluation. */
const lasts = 240 * minute;
/** When there is something to open or to evaluate next; null where it is left to orders. */
export function nextCourseAt(context: Context): Instant | null {
  const times = context.records.sections.values().flatMap((section) => dueAt(context, section) ?? []);
  return times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b));
}

/** Opens and evaluates what is due. */
export function followCourses(context: Context): void {
  const now = context.ports.clock();
  for (const section of context.records.sections.values()) {
    if ((dueAt(context, section) ?? Number.POSITIVE_INFINITY) > now) continue;
    const chance = context.ports.random();
    // Mostly three to six bid and are ranked; now and then there are too few, two are tied, or nobody is left.
    if (courseOf(context, section) === undefined) {
      open(context, section, chance < 0.15 ? 2 : 3 + Math.floor(chance * 4));
    } else {
      evaluate(context, section, chance < 0.1 ? 'failed' : chance < 0.25 ? 'tied' : 'ranked');
    }
  }
}

/** By an order, at once. False: no such section. */
export function openByOrder(context: Context, { lotUid: of, bidders }: OpenOrder): boolean {
  const section = context.records.sections.get(of);
  if (section !== undefined) open(context, section, bidders);
  return section !== undefined;
}

export function evaluateByOrder(context: Context, { lotUid: of, outcome }: EvaluateOrder): boolean {
  const section = context.records.sections.get(of);
  if (section !== undefined) evaluate(context, section, outcome);
  return section !== undefined;
}

/** By the ports' clock: where the centre's own is wrong, it opens when that one says so. */
function dueAt(context: Context, section: SectionRecord): Instant | undefined {
  const { opensAfterMs, evaluatesAfterMs, wrongClock } = context.faults.current;
  if (opensAfterMs === null || section.cancelled) return undefined;
  const notice = noticeOf(context, section);
  if (notice === undefined) return undefined;
  const course = courseOf(context, section);
  if (course === undefined)
    return notice.opening === null ? undefined : notice.opening + opensAfterMs - wrongClock;
  // Fewer than three are not evaluated (法 art 36).
  const plan = context.records.plans.get(`${section.platformId}/${section.planId}`)?.body.content;
  // It is not told which consultations may go on with two.
  const fewest = fewestSuppliers({ method: plan?.method ?? '', methodReasonCode: null });
  if (course.evaluation !== null || (course.opening?.bidders.length ?? 0) < fewest) return undefined;
  return course.toldAt + evaluatesAfterMs;
}

/** Its course under the notice in which it stands now. */
function courseOf(context: Context, section: SectionRecord): CourseRecord | undefined {
  const course = context.records.courses.get(section.lotUid);
  return course?.noticeId === noticeOf(context, section)?.id ? course : undefined;
}

type Notice = {
  readonly id: string;
  /** Null where nothing is opened: of a 资格预审公告, or of what sets no time. */
  readonly opening: Instant | null;
  /** Who alone may bid; empty where everybody may. */
  readonly invited: readonly Pick<InvitedSupplier, 'name' | 'uscc'>[];
};

/** The notice that the section stands in, with the time that holds after its corrections; undefined where there is none or it has ended. */
function noticeOf({ records }: Context, { platformId, lotUid: of }: SectionRecord): Notice | undefined {
  const about = records.announcements
    .values()
    .filter((record) => record.platformId === platformId && record.body.lotUids.includes(of))
    .toSorted((a, b) => a.body.publishedAt - b.body.publishedAt);
  const ended = new Set(about.filter(({ type }) => type === 'announcement.terminate').map(targetOf));
  const notice = about.findLast(({ type, body }) => type === 'announcement.push' && isNotice(body));
  if (notice === undefined || ended.has(notice.body.announcementId)) return undefined;
  const id = notice.body.announcementId;
  const last = about.findLast(
    (record) =>
      record.type === 'announcement.correct' &&
      targetOf(record) === id &&
      !ended.has(record.body.announcementId),
  );
  const { opening, deadline } = (last ?? notice).body.dates;
  const time = notice.body.type === 'PREQUALIFICATION' ? null : (opening ?? deadline);
  return {
    id,
    opening: time === null ? null : instantOf(time),
    invited: invitedIn(notice.body.values),
  };
}

function targetOf({ body }: AnnouncementRecord): unknown {
  return body['targetId'];
}

function open(context: Context, section: SectionRecord, count: number): void {
  const { ports, records } = context;
  const held = records.courses.get(section.lotUid);
  const notice = noticeOf(context, section);
  const now = context.now();
  const version = (held?.openingVersion ?? 0) + 1;
  const openedAt = notice?.opening == null ? now : Math.min(notice.opening, now);
  const random = randomOf(`course/${section.lotUid}/${version}`);
  const first = random.int(0, supplierNames.length - 1);
  const highest = section.content.ceiling ?? section.content.budget;
  // A little below what may be paid, each at its own.
  const price = () => Math.floor((highest * random.int(860, 990)) / 1000);
  const invited = (notice?.invited ?? [])
    .slice(0, count)
    .map(({ name, uscc }) => ({ name, uscc, price: price() }));
  const others = Array.from({ length: count }, (_, index) => {
    const known = supplierNames[(first + index) % supplierNames.length] ?? '';
    const turn = Math.floor(index / supplierNames.length);
    const name = turn === 0 ? known : `${known}（${turn + 1}）`;
    return { name, uscc: supplierUscc(name), price: price() };
  });
  const opening = { version, openedAt, bidders: invited.length > 0 ? invited : others };
  records.courses.put(section.lotUid, {
    noticeId: notice?.id ?? null,
    toldAt: ports.clock(),
    opening,
    openingVersion: version,
    evaluation: null,
    evaluationVersion: held?.evaluationVersion ?? 0,
  });
  tell(context, section, 'opening.push', opening);
}

function evaluate(context: Context, section: SectionRecord, outcome: Outcome): void {
  const { ports, records } = context;
  const held = records.courses.get(section.lotUid);
  const opening = courseOf(context, section)?.opening ?? null;
  const version = (held?.evaluationVersion ?? 0) + 1;
  const bidders = (opening?.bidders ?? []).toSorted((a, b) => a.price - b.price);
  const failed = outcome === 'failed' || bidders.length === 0;
  const rejected = failed ? bidders.slice(1) : bidders.length > 3 ? bidders.slice(-1) : [];
  // Told late, it was over some hours after the opening all the same.
  const now = context.now();
  const endedAt =
    opening === null ? now : Math.max(opening.openedAt, Math.min(now, opening.openedAt + lasts));
  const evaluation = {
    version,
    startedAt: Math.max(opening?.openedAt ?? 0, endedAt - 90 * minute),
    endedAt,
    reportSha256: Buffer.from(ports.randomBytes(32)).toString('hex'),
    outcome: failed
      ? { result: 'failed', reasonCode: 'SUPPLIERS_LT_3', reason: '通过符合性审查的供应商不足三家' }
      : { result: 'ranked' },
    ranking: failed
      ? []
      : ranked(
          bidders.filter((bidder) => !rejected.includes(bidder)),
          outcome,
        ),
    rejected: rejected.map(({ name, uscc }) => ({
      supplier: name,
      uscc,
      reason: failed ? '投标文件未实质性响应采购文件要求' : '未按采购文件要求提供资格证明材料',
    })),
  };
  records.courses.put(section.lotUid, {
    noticeId: noticeOf(context, section)?.id ?? null,
    toldAt: ports.clock(),
    opening,
    openingVersion: held?.openingVersion ?? 0,
    evaluation,
    evaluationVersion: version,
  });
  tell(context, section, 'evaluation.push', evaluation);
}

/** The cheapest first; where two are tied, both are the first. */
function ranked(bidders: CourseBidders, outcome: Outcome) {
  return bidders.map(({ name, uscc, price }, index) => {
    const place = outcome === 'tied' && index === 1 ? 0 : index;
    const score = Math.round(9500 - place * 285) / 100;
    return { supplier: name, uscc, price, score, reviewPrice: null, rank: place + 1 };
  });
}

/** What was told of a section once more, for one who may have lost it. */
export function tellAgain(context: Context, section: SectionRecord): void {
  const course = context.records.courses.get(section.lotUid);
  if (course?.opening != null) tell(context, section, 'opening.push', course.opening);
  if (course?.evaluation != null) tell(context, section, 'evaluation.push', course.evaluation);
}

/** The versions of what was told of a section; undefined where nothing was. */
export function toldOf({ records }: Context, { lotUid }: SectionRecord) {
  const course = records.courses.get(lotUid);
  if (course === undefined) return undefined;
  return { lotUid, opening: course.openingVersion, evaluation: course.evaluationVersion };
}

/** All about one section in one order. */
function tell(
  context: Context,
  { platformId, lotUid: of }: SectionRecord,
  type: 'opening.push' | 'evaluation.push',
  said: object,
): void {
  queue(context, {
    ...{ platformId, type, businessKey: `course/${of}` },
    body: { lotUid: of, pushedAt: context.now(), ...said },
    dueAt: context.ports.clock(),
  });
}

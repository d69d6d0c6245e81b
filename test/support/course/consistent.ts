// That the records of all modules say the same of a section: what each finds of the others is what stands there. Answers what they contradict each other in.
import { isInForce as isAnnouncementInForce } from '#shared/domain/announcements/coverage.ts';
import { type Announcement, announcements, isPublished } from '#shared/domain/announcements/model.ts';
import { awardChanges, isOpen } from '#shared/domain/award-changes/model.ts';
import { awards } from '#shared/domain/awards/model.ts';
import { amountNow, amountsOf } from '#shared/domain/contracts/changes/amounts.ts';
import { contractChanges } from '#shared/domain/contracts/changes/model.ts';
import { contracts, isInForce as isContractInForce } from '#shared/domain/contracts/model.ts';
import { type Plan, plans } from '#shared/domain/plans/model.ts';
import { withAcceptance, withCompletion } from '#shared/domain/projects/completion.ts';
import { isLive, projects, type Section, sections } from '#shared/domain/projects/model.ts';
import { resultOf } from '#shared/domain/projects/result.ts';
import { liveContracts } from '#shared/domain/projects/section-contracts.ts';
import { sumFen } from '#shared/kernel/money.ts';
import type { Store } from '#test/builders/store.ts';

export function contradictions(store: Store): readonly string[] {
  return [ofPlans, ofSections, ofResults, ofContracts, ofCompletion].flatMap((told) => told(store));
}

/** The problems that are there. */
function wrong(what: string, ...checks: readonly (readonly [holds: boolean, problem: string])[]) {
  return checks.flatMap(([holds, problem]) => (holds ? [] : [`${what}: ${problem}`]));
}
const sorted = (ids: readonly string[]) => ids.toSorted().join(' ');
const announcementIn = (store: Store, id: string | null): Announcement | undefined =>
  id !== null && store.has(announcements, id) ? store.get(announcements, id) : undefined;
const isOut = (announcement: Announcement | undefined) =>
  announcement !== undefined && isPublished(announcement);

const received: readonly Plan['status'][] = ['sections_received', 'in_execution'];

/** Plan and project, and the sections whose method a plan changes. */
function ofPlans(store: Store): readonly string[] {
  const all = store.all(sections);
  return store.all(plans).flatMap((plan) => {
    const project = store.all(projects).find(({ planId }) => planId === plan.id);
    const live = all.filter((section) => section.planId === plan.id && isLive(section));
    const changed = all.filter(({ successor }) => successor?.planId === plan.id);
    const wanted = plan.status === 'cancelled' ? [] : (plan.predecessor?.sections ?? []);
    return wrong(
      `plan ${plan.status}`,
      [(plan.projectId ?? undefined) === project?.id, 'project of another'],
      [(project?.planNo ?? null) === plan.planNo, 'another number than its project'],
      [
        project === undefined || (project.status === 'cancelled') === (plan.status === 'cancelled'),
        'one is over',
      ],
      [!received.includes(plan.status) || project?.status === plan.status, `project ${project?.status}`],
      [project === undefined || project.sectionCount === live.length, 'miscounted sections'],
      [
        project === undefined || project.sectionBudgetTotal === sumFen(live.map(({ budget }) => budget)),
        'budget of the sections',
      ],
      [
        sorted(changed.map(({ id }) => id)) === sorted(wanted.map(({ sectionId }) => sectionId)),
        'holds other sections than it changes',
      ],
    );
  });
}

/** What a section says of its place, and of what takes its place. */
function ofSections(store: Store): readonly string[] {
  const all = store.all(sections);
  return all.flatMap((section) => {
    const { id, status, successor, predecessor, schedule } = section;
    const after = all.find((each) => each.id === successor?.sectionId);
    const plan = store.all(plans).find((each) => each.id === successor?.planId);
    const ended = store
      .all(announcements)
      .some(
        (each) =>
          each.type === 'TERMINATION' &&
          isAnnouncementInForce(each) &&
          each.targetId === schedule?.announcementId &&
          each.sectionIds.includes(id),
      );
    const before = all.find((each) => each.id === predecessor?.sectionId);
    return wrong(
      `section ${section.sectionNo} ${status}`,
      [(status === 'failed' || status === 'terminated') === ended, 'its 终止公告 says otherwise'],
      [successor === null || status === 'failed', 'is bought by two methods'],
      [
        successor === null || (plan !== undefined && plan.planNo === successor.planNo),
        'successor of another plan',
      ],
      [successor === null || plan?.projectId === successor.projectId, 'successor of another project'],
      [
        successor?.sectionId == null || (after !== undefined && after.predecessor?.sectionId === id),
        'not succeeded',
      ],
      [!isLive(section) || before === undefined || before.successor?.sectionId === id, 'in no place'],
      [
        schedule === null || isOut(announcementIn(store, schedule.announcementId)),
        'its notice is not published',
      ],
    );
  });
}

/** Result, award, filing and announcements. */
function ofResults(store: Store): readonly string[] {
  return store.all(sections).flatMap((section) => {
    const { id, status, change } = section;
    const result = resultOf(section);
    const announced = status === 'awarded' || status === 'contracted';
    const notice = announcementIn(store, result?.announcementId ?? null);
    const filings = store.all(awardChanges).filter((each) => each.sectionId === id);
    const award = store.all(awards).find((each) => each.id === result?.awardId);
    const filing = filings.find((each) => each.id === result?.awardId);
    const isCurrent = change !== null && change.result.noticeId === section.schedule?.announcementId;
    const approved = filings.filter(
      (each) => each.status === 'approved' && each.original.noticeId === section.schedule?.announcementId,
    );
    return wrong(
      `result of ${section.sectionNo} ${status}`,
      [filings.filter(isOpen).length <= 1, 'two filings at once'],
      [
        !isCurrent || approved.some((each) => each.id === change.changeId),
        'a change that nobody has approved',
      ],
      [approved.length === 0 || isCurrent, 'an approved change that the section does not know'],
      // A result that is void without another leaves the section awarded until it is ended.
      [
        !announced || result === undefined || isOut(notice),
        'stands on an announcement that is not published',
      ],
      [
        result === undefined || result.announcementId === null || award !== undefined || filing !== undefined,
        'comes from nowhere',
      ],
      [
        !announced || award === undefined || award.status === 'published',
        `its award is ${award?.status ?? 'nowhere'}`,
      ],
      [
        !announced || filing === undefined || filing.status === 'announced',
        `its filing is ${filing?.status}`,
      ],
      [
        filings.every(
          (each) => each.status !== 'announced' || isOut(announcementIn(store, each.announcementId)),
        ),
        'a filing is announced nowhere',
      ],
    );
  });
}

/** Contracts, their changes, and what the section says of them. */
function ofContracts(store: Store): readonly string[] {
  const changes = store.all(contractChanges);
  const ofEach = store.all(contracts).flatMap((contract) => {
    const { id, status, content, announcementId, publishedAt } = contract;
    const section = store.get(sections, contract.sectionId);
    const told = liveContracts(section).find(({ contractId }) => contractId === id);
    const published = changes.filter((each) => each.contractId === id && each.status === 'published');
    return wrong(
      `contract ${content.contractNo} ${status}`,
      [isContractInForce(contract) === (told !== undefined), 'the section says otherwise'],
      [
        !isContractInForce(contract) ||
          told?.amount === (content.secret ? null : amountNow(amountsOf(contract))),
        'other amounts',
      ],
      [publishedAt === null || isOut(announcementIn(store, announcementId)), 'its 合同公告 is not there'],
      [
        sorted(contract.changes.map(({ changeId }) => changeId)) === sorted(published.map((each) => each.id)),
        'other changes',
      ],
      [
        !isContractInForce(contract) || section.status === 'contracted' || section.status === 'accepted',
        `section ${section.status}`,
      ],
      [status !== 'received' || contract.filing !== null, 'received without receipt'],
      [told === undefined || told.acceptedOn === contract.performance.acceptedOn, 'accepted otherwise'],
      [told === undefined || told.settledAt === contract.performance.settledAt, 'settled otherwise'],
    );
  });
  const ofSection = store
    .all(sections)
    .flatMap((section: Section) =>
      wrong(
        `section ${section.sectionNo} ${section.status}`,
        [
          section.status !== 'contracted' || liveContracts(section).length > 0,
          'contracted without a contract',
        ],
        [
          liveContracts(section).length < 2 || liveContracts(section).some(({ several }) => several !== null),
          'two',
        ],
      ),
    );
  return [...ofEach, ...ofSection];
}

/** 已验收 and 已完成 are what contracts, acceptances and payments have come to. */
function ofCompletion(store: Store): readonly string[] {
  const all = store.all(sections);
  const ofSections = all.flatMap((section) =>
    wrong(`section ${section.sectionNo}`, [
      withAcceptance(section).status === section.status,
      `is ${section.status}, its contracts say otherwise`,
    ]),
  );
  const ofProjects = store.all(projects).flatMap((project) => {
    const own = all.filter(({ projectId }) => projectId === project.id);
    const { status, inWarranty } = withCompletion(project, own);
    return wrong(
      `project ${project.name}`,
      [status === project.status, `is ${project.status} and not ${status}`],
      [inWarranty === project.inWarranty, 'its warranty is told otherwise'],
    );
  });
  return [...ofSections, ...ofProjects];
}

// Whatever is tried in whatever order: a command that was carried out had its gate open, and the gate to the contract says what a person would read from the records of all
// modules (a challenge, a filing, an announcement), although it looks at the section alone.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type SectionStep, sectionSteps } from '#shared/codes/section-steps.ts';
import { instantOf } from '#shared/kernel/dates.ts';
import { aStoreWithSections, typedResult, typedTender } from '#test/builders/announcements.ts';
import {
  agency,
  centre,
  clerk,
  content,
  first,
  notice,
  office,
  projectIn,
  publish,
  reviewer,
} from '#test/builders/determining.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import { contradictions } from '#test/support/course/consistent.ts';
import { laterDeeds } from '#test/support/course/later-deeds.ts';
import {
  announce,
  attempt,
  clock,
  type Deed,
  lastOf,
  noticeId,
  sectionIn,
  type World,
} from '#test/support/course/world.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { announcements } from '../announcements/model.ts';
import { noticeIdOf } from '../award-changes/commands/approve.ts';
import { awardChanges, emptyChange } from '../award-changes/model.ts';
import { awards } from '../awards/model.ts';
import { isInCourse } from '../challenges/courses.ts';
import { challenges, emptyChallenge } from '../challenges/model.ts';
import { plans } from '../plans/model.ts';
import { gate } from './gates.ts';
import type { Successor } from './succession.ts';

const file = {
  id: anId('paper'),
  fileName: 'a.pdf',
  mediaType: 'application/pdf',
  size: 1,
  sha256: 'b'.repeat(64),
};

const deeds = {
  evaluate(world: World) {
    world.count += 1;
    attempt(world, centre, 'sectionEvents.receiveEvaluation', evaluationOf(world));
  },
  determine(world: World) {
    const { store } = world;
    attempt(world, clerk, 'awards.create', { sectionId: first, noticeId: noticeId(store), content });
    const award = lastOf(store.all(awards).filter((each) => each.noticeId === noticeId(store)));
    if (award === undefined) return;
    attempt(world, clerk, 'awards.submit', { id: award.id, acknowledged: everyWarning });
    const { submittedAt } = store.get(awards, award.id);
    attempt(world, reviewer, 'awards.confirm', {
      id: award.id,
      submittedAt,
      note: '',
      acknowledged: everyWarning,
    });
  },
  publishResult(world: World) {
    world.count += 1;
    announce(
      world,
      anId(`result ${world.count}`),
      { type: 'RESULT', content: typedResult },
      'awards.publish',
    );
  },
  file: (action: 'next_candidate' | 'procure_again') => (world: World) => {
    const { store } = world;
    world.count += 1;
    const id = anId(`change ${world.count}`);
    const said = {
      ...{ reasonCode: 'SUPPLIER_REFUSED', reason: '书面拒绝（示例）。', action, contractState: 'unsigned' },
      ...(action === 'next_candidate'
        ? { winner: '乙公司', address: '示例', sizeClass: 'small', amount: 99 }
        : {}),
      files: (['refusal', 'liability'] as const).map((purpose) => ({ ...file, purpose })),
    };
    if (
      !attempt(world, clerk, 'awardChanges.create', {
        id,
        sectionId: first,
        content: { ...emptyChange, ...said },
      })
    )
      return;
    attempt(world, clerk, 'awardChanges.submit', { id, acknowledged: everyWarning });
    expect(store.has(awardChanges, id)).toBe(true);
  },
  approve(world: World) {
    const change = lastOf(world.store.all(awardChanges));
    attempt(world, office, 'awardChanges.approve', {
      id: change?.id ?? first,
      note: '',
      acknowledged: everyWarning,
    });
  },
  publishChange(world: World) {
    const change = lastOf(world.store.all(awardChanges));
    if (change === undefined) return;
    const id = noticeIdOf(change);
    const parts = { goodsItems: typedResult['goodsItems'], attachments: typedResult['smeDeclaration'] };
    const changes = Object.entries(parts).map(([field, to]) => ({ field, from: null, to }));
    attempt(world, clerk, 'announcements.edit', { id, changes });
    attempt(world, clerk, 'announcements.submit', { id, acknowledged: everyWarning });
    attempt(world, reviewer, 'announcements.approve', { id });
    attempt(world, clerk, 'awardChanges.publish', { id });
  },
  giveUp(world: World) {
    const change = lastOf(world.store.all(awardChanges));
    attempt(world, clerk, 'awardChanges.giveUp', { id: change?.id ?? first, reason: '供应商同意签订' });
  },
  end: (reasonCode: string) => (world: World) => {
    world.count += 1;
    const reason = [{ id: first, cells: { section: first, explanation: '示例' } }];
    const about = { type: 'TERMINATION', targetId: noticeId(world.store), content: { reasonCode, reason } };
    announce(world, anId(`end ${world.count}`), about);
  },
  withdrawEnd(world: World) {
    const end = lastOf(world.store.all(announcements).filter(({ type }) => type === 'TERMINATION'));
    attempt(world, office, 'announcements.withdraw', { id: end?.id ?? first, reason: '示例原因' });
  },
  announceAgain(world: World) {
    world.count += 1;
    announce(world, anId(`notice ${world.count}`), { type: 'TENDER', content: typedTender });
  },
  challenge: (mayAffectResult: boolean) => (world: World) => {
    world.count += 1;
    const id = anId(`letter ${world.count}`);
    const said = {
      sectionIds: [first],
      stage: 'process',
      supplierName: '示例',
      receivedOn: '2026-01-21',
      matters: '示例事项',
    };
    const projectId = projectIn(world.store).id;
    attempt(world, agency, 'challenges.create', {
      id,
      projectId,
      content: { ...emptyChallenge, ...said, mayAffectResult },
    });
    attempt(world, agency, 'challenges.submit', { id, acknowledged: everyWarning });
  },
  judgeAnew(world: World) {
    const letter = lastOf(world.store.all(challenges));
    const from = letter?.content.mayAffectResult ?? null;
    const changes = [{ field: 'mayAffectResult', from, to: from !== true }];
    attempt(world, clerk, 'challenges.edit', { id: letter?.id ?? first, changes });
  },
  reply(world: World) {
    const letter = world.store.all(challenges).find(({ status }) => status === 'open');
    const reply = {
      conclusion: 'dismissed',
      consequence: null,
      text: '不成立',
      repliedOn: '2026-01-21',
      servedOn: null,
      service: null,
      files: [],
    };
    attempt(world, clerk, 'challenges.reply', { id: letter?.id ?? first, reply, acknowledged: everyWarning });
  },
};

function evaluationOf({ store, count }: World) {
  const suppliers = ['甲公司', '乙公司', '丙公司'];
  return {
    ...{
      id: anId(`evaluated ${count}`),
      startedId: anId(`started ${count}`),
      version: count,
      lotUid: 'lot-1',
    },
    ...{
      pushedAt: store.now,
      startedAt: store.now - 2,
      endedAt: store.now - 1,
      reportSha256: 'ab'.repeat(32),
    },
    ...{ outcome: { result: 'ranked' }, rejected: [] },
    ranking: suppliers.map((supplier, index) => ({
      ...{ supplier, uscc: null, price: 100 - index, score: 90 - index, reviewPrice: null, rank: index + 1 },
    })),
  };
}

/** What would make somebody hold the contract back, read from the records of the other modules. */
function maySign(store: Store): boolean {
  const { status, schedule } = sectionIn(store);
  const open = store
    .all(challenges)
    .some(
      (each) =>
        each.status === 'open' &&
        each.content.mayAffectResult === true &&
        isInCourse(each, sectionIn(store)) &&
        each.content.sectionIds.includes(first),
    );
  const ofCourse = (each: { readonly noticeId: string }) => each.noticeId === schedule?.announcementId;
  const own = store.all(awardChanges).filter(({ original }) => ofCourse(original));
  const waiting = own.some((each) => each.status === 'approved');
  const determined = store.all(awards).some((each) => ofCourse(each) && each.status === 'published');
  const changed = own.findLast((each) => each.status === 'announced' || each.status === 'closed');
  const wins = changed === undefined ? determined : changed.status === 'announced';
  return (
    (status === 'awarded' || status === 'contracted' || status === 'accepted') && wins && !waiting && !open
  );
}

function looked({ store }: World): boolean {
  const section = sectionIn(store);
  const { open, refused } = gate(section, 'sign', projectIn(store), clock);
  expect(open, JSON.stringify(refused)).toBe(maySign(store));
  expect(contradictions(store)).toEqual([]);
  return open;
}

/** What somebody would sensibly do next, so that every place is reached. */
function nextDeed({ store }: World): Deed {
  const { status, results, successor } = sectionIn(store);
  const change = lastOf(store.all(awardChanges));
  if (status === 'failed' && successor !== null) return nextOfMethod(store, successor);
  if (status === 'failed') return deeds.announceAgain;
  if (status === 'announced' || status === 'opened') return deeds.evaluate;
  if (status === 'evaluated') {
    const determined = results.some((each) => each.noticeId === noticeId(store));
    return determined ? deeds.publishResult : deeds.determine;
  }
  if (status === 'contracted') return laterDeeds.changeContract;
  if (change?.status === 'review') return deeds.approve;
  return change?.status === 'approved' ? deeds.publishChange : deeds.file('next_candidate');
}

function nextOfMethod(store: Store, { planId, sectionId }: Successor): Deed {
  const { status } = store.get(plans, planId);
  if (sectionId !== null) return laterDeeds.cancelSuccessor;
  if (status === 'draft' || status === 'returned') return laterDeeds.submitMethod;
  return status === 'office_review' ? laterDeeds.fileMethod : laterDeeds.succeed;
}

const { sign, ...contractsAndMethods } = laterDeeds;
const {
  file: fileChange,
  end,
  challenge,
  determine,
  evaluate,
  publishResult,
  approve,
  publishChange,
  giveUp,
  withdrawEnd,
  announceAgain,
  judgeAnew,
  reply,
} = deeds;
const tried: Readonly<Record<string, Deed>> = {
  ...{ evaluate, determine, publishResult, approve, publishChange, giveUp, withdrawEnd, announceAgain },
  ...{ judgeAnew, reply },
  ...contractsAndMethods,
  onward: (world) => nextDeed(world)(world),
  fileNext: fileChange('next_candidate'),
  fileAgain: fileChange('procure_again'),
  endWithdrew: end('WINNER_WITHDREW'),
  endUpheld: end('COMPLAINT_UPHELD'),
  endUnfair: end('UNFAIR_ACT'),
  endForGood: end('TASK_CANCELLED'),
  challenge: challenge(true),
  challengeIdle: challenge(false),
  sign: sign(null),
  signPart: sign('by_batch'),
};

/** Brought so far, so that what comes late is tried as often as what comes early. */
const openings = {
  noticed: [],
  awarded: ['evaluate', 'determine', 'publishResult'],
  contracted: ['evaluate', 'determine', 'publishResult', 'sign'],
  ended: ['evaluate', 'determine', 'publishResult', 'sign', 'receiveContract', 'terminateContract'],
  accepted: ['evaluate', 'determine', 'publishResult', 'sign', 'accept'],
  paid: ['evaluate', 'determine', 'publishResult', 'sign', 'pay', 'accept'],
  failed: ['endUnfair'],
  endedForGood: ['endUnfair', 'endForGood'],
  changing: ['endUnfair', 'changeMethod', 'submitMethod'],
  begunAndDeleted: ['endUnfair', 'changeMethod', 'deleteMethod'],
  sentBack: ['endUnfair', 'changeMethod', 'submitMethod', 'returnMethod'],
  givenUp: ['endUnfair', 'changeMethod', 'submitMethod', 'returnMethod', 'giveUpMethod'],
  reopened: ['endUnfair', 'changeMethod', 'submitMethod', 'fileMethod', 'reopenMethod'],
  changed: ['endUnfair', 'changeMethod', 'submitMethod', 'fileMethod', 'succeed'],
} as const satisfies { readonly [name: string]: readonly string[] };

it('no way leads around a gate, and no record contradicts another', () => {
  const carried = new Map<SectionStep, number>();
  const done = new Map<string, number>();
  let signable = 0;
  const names = Object.keys(tried);
  const next = fc.oneof(fc.constantFrom(...names), fc.constant('onward'));
  const opening = fc.constantFrom(...(Object.keys(openings) as (keyof typeof openings)[]));
  fc.assert(
    fc.property(opening, fc.array(next, { minLength: 5, maxLength: 20 }), (begin, order) => {
      const store = aStoreWithSections();
      store.now = instantOf('2026-01-21T12:00');
      const world: World = { store, carried, done, count: 0 };
      publish(store, notice, 'TENDER', [first, anId('lot-2')], typedTender);
      for (const name of [...openings[begin], ...order]) {
        tried[name]?.(world);
        if (looked(world)) signable += 1;
      }
    }),
    { numRuns: 80, seed: 20_261_131 },
  );
  // A property of what never happened would prove nothing.
  const few = new Set<SectionStep>(['correct', 'invite']);
  for (const step of sectionSteps.filter((each) => !few.has(each))) {
    expect(carried.get(step) ?? 0, step).toBeGreaterThan(2);
  }
  for (const name of [
    ...['contracts.receive', 'contractChanges.publish', 'acceptances.conclude', 'payments.pay'],
    ...['plans.giveUp', 'plans.delete', 'plans.cancel', 'plans.reopen', 'plans.officeReturn', 'plans.file'],
    ...['sections.receive', 'sections.cancel'],
  ]) {
    expect(done.get(name) ?? 0, name).toBeGreaterThan(2);
  }
  expect(signable).toBeGreaterThan(10);
});

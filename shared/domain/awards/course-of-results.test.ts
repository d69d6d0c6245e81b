// Two sections of one notice, whose evaluations, results, announcements and ends come in any order: what may be done is exactly what the model says, and
// whatever has been done, section, result, announcement and event say the same.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ok } from '#shared/kernel/result.ts';
import { anActor } from '#test/builders/actors.ts';
import { aStoreWithSections, typedResult, typedTender } from '#test/builders/announcements.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { announcements } from '../announcements/model.ts';
import { movedByEvents } from '../projects/events/course.ts';
import { sectionEvents } from '../projects/events/model.ts';
import { projects, sections } from '../projects/model.ts';
import { resultOf } from '../projects/result.ts';
import { type AwardContent, awardIdOf, awards, emptyAward } from './model.ts';

const clerk = anActor('purchaser_clerk');
const agency = anActor('agency');
const reviewer = anActor('purchaser_reviewer');
const centre = anActor('trading_platform');
const lots = ['1', '2'] as const;
const suppliers = ['甲公司', '乙公司', '丙公司'] as const;
const orders = [
  ['甲公司', '乙公司', '丙公司'],
  ['乙公司', '甲公司', '丙公司'],
  ['丙公司', '甲公司', '乙公司'],
] as const;
type Order = (typeof orders)[number];

/** What a section has come to, as somebody would tell it who had watched. */
type Lot = {
  noticeId: string;
  notices: number;
  /** Of the present notice; null: the committee has found 废标. */
  evaluations: { version: number; order: Order | null }[];
  ended: boolean;
  award:
    | { status: string; winner: string; standsOn: number; by: string; explained: Order | null }
    | undefined;
  announced: boolean;
  /** The 结果公告 that is waiting to be published, and whom it names. */
  draft: { id: string; winner: string } | undefined;
};
type Model = { readonly lots: Record<string, Lot>; count: number };
type Real = { readonly store: Store };

const sectionIdOf = (no: string) => anId(`lot-${no}`);
const latest = ({ evaluations }: Lot) => evaluations.at(-1);
const isEvaluated = (lot: Lot) => !lot.ended && !lot.announced && lot.evaluations.length > 0;
const rankedOtherwise = ({ evaluations }: Lot) =>
  evaluations.some(({ order }) => order?.join() !== evaluations[0]?.order?.join());

/** Whether it may be submitted as it stands: from the latest ranking, all before the winner explained, a changed result reported. */
function isLawful(lot: Lot): boolean {
  const { award } = lot;
  const order = latest(lot)?.order;
  if (award === undefined || order === undefined || order === null || !isEvaluated(lot)) return false;
  const before = order.slice(0, order.indexOf(award.winner as Order[number]));
  const explained = (award.explained ?? []) as readonly string[];
  const named = explained.slice(0, explained.indexOf(award.winner));
  return (
    before.length === named.length &&
    before.every((supplier) => named.includes(supplier)) &&
    (!rankedOtherwise(lot) || award.explained !== null)
  );
}

const file = {
  id: anId('paper'),
  fileName: 'a.pdf',
  mediaType: 'application/pdf',
  size: 1,
  sha256: 'b'.repeat(64),
};

/** From this ranking; whoever stands before the winner has given up. */
function contentOf(winner: string, order: Order | null): AwardContent {
  const before = (order ?? []).slice(0, (order as readonly string[] | null)?.indexOf(winner) ?? 0);
  return {
    ...emptyAward,
    winner,
    address: '许昌市示例路1号',
    sizeClass: 'small',
    amount: 100,
    passedOver: before.map((supplier) => {
      return { supplier, reasonCode: 'GAVE_UP', reason: '书面放弃（示例）', files: [file] };
    }),
    report: order === null ? null : { reportedOn: '2026-01-21', files: [file] },
  };
}

function awardOf(lot: Lot, no: string): string {
  return awardIdOf(sectionIdOf(no), lot.noticeId, 0);
}

function submittedIn(store: Store, id: string): number {
  return (store.has(awards, id) ? store.get(awards, id).submittedAt : null) ?? 0;
}

abstract class Deed implements fc.Command<Model, Real> {
  readonly no: string;
  constructor(no: string) {
    this.no = no;
  }
  check(_: Readonly<Model>): boolean {
    return true;
  }
  /** Carries it out; the answer must be what the model expects. */
  abstract go(lot: Lot, store: Store, model: Model): void;
  run(model: Model, { store }: Real): void {
    store.now += 60_000;
    this.go(lotIn(model, this.no), store, model);
    contradictions(store);
  }
  protected expected(is: boolean, answer: Answer, then: () => void = () => undefined): void {
    expect(answer.ok, `${this}: ${answer.ok ? 'accepted' : JSON.stringify(answer.error)}`).toBe(is);
    if (is) then();
  }
  toString(): string {
    return `${this.constructor.name} ${this.no}`;
  }
}

function lotIn({ lots: all }: Model, no: string): Lot {
  const lot = all[no];
  if (lot === undefined) throw new Error(`no lot ${no}`);
  return lot;
}

class Evaluate extends Deed {
  readonly order: Order | null;
  constructor(no: string, order: Order | null) {
    super(no);
    this.order = order;
  }
  go(lot: Lot, store: Store, model: Model) {
    model.count += 1;
    const ranking = (this.order ?? []).map((supplier, index) => {
      return { supplier, uscc: null, price: 100, score: 90 - index, reviewPrice: null, rank: index + 1 };
    });
    const answer = store.run(centre, 'sectionEvents.receiveEvaluation', {
      ...{
        id: anId(`ended ${model.count}`),
        startedId: anId(`started ${model.count}`),
        version: model.count,
      },
      ...{ lotUid: `lot-${this.no}`, pushedAt: store.now, startedAt: store.now - 2, endedAt: store.now - 1 },
      ...{ reportSha256: 'ab'.repeat(32), ranking, rejected: [] },
      outcome:
        this.order === null
          ? { result: 'failed', reasonCode: 'SUPPLIERS_LT_3', reason: '不足三家（示例）' }
          : { result: 'ranked' },
    });
    expect(answer.ok, JSON.stringify(answer)).toBe(true);
    // What is told of a section that has ended belongs to no course.
    lot.evaluations.push({ version: model.count, order: this.order });
  }
}

class Begin extends Deed {
  readonly winner: string;
  readonly explains: boolean;
  constructor(no: string, winner: string, explains: boolean) {
    super(no);
    this.winner = winner;
    this.explains = explains;
  }
  go(lot: Lot, store: Store) {
    const explained = this.explains ? (latest(lot)?.order ?? null) : null;
    const input = {
      sectionId: sectionIdOf(this.no),
      noticeId: lot.noticeId,
      content: contentOf(this.winner, explained),
    };
    const actor = this.explains ? clerk : agency;
    this.expected(
      isEvaluated(lot) && lot.award === undefined,
      store.run(actor, 'awards.create', input),
      () => {
        lot.award = { status: 'draft', winner: this.winner, standsOn: 0, by: '', explained };
      },
    );
  }
}

class Rewrite extends Deed {
  readonly winner: string;
  constructor(no: string, winner: string) {
    super(no);
    this.winner = winner;
  }
  go(lot: Lot, store: Store) {
    const id = awardOf(lot, this.no);
    const known = store.has(awards, id) ? store.get(awards, id).content : emptyAward;
    const order = latest(lot)?.order ?? null;
    const next = contentOf(this.winner, order);
    const fields = ['winner', 'passedOver', 'report'] as const;
    const changes = fields.map((field) => ({ field, from: known[field], to: next[field] }));
    const { award } = lot;
    this.expected(
      award !== undefined && ['draft', 'returned'].includes(award.status),
      store.run(clerk, 'awards.edit', { id, changes }),
      () => Object.assign(award ?? {}, { winner: this.winner, explained: order }),
    );
  }
}

class Submit extends Deed {
  go(lot: Lot, store: Store) {
    const { award } = lot;
    this.expected(
      award !== undefined && ['draft', 'returned'].includes(award.status) && isLawful(lot),
      store.run(clerk, 'awards.submit', { id: awardOf(lot, this.no), acknowledged: everyWarning }),
      () => Object.assign(award ?? {}, { status: 'review', standsOn: latest(lot)?.version ?? 0 }),
    );
  }
}

class Confirm extends Deed {
  go(lot: Lot, store: Store) {
    const { award } = lot;
    this.expected(
      award?.status === 'review' && award.standsOn === latest(lot)?.version && isLawful(lot),
      store.run(reviewer, 'awards.confirm', {
        id: awardOf(lot, this.no),
        submittedAt: submittedIn(store, awardOf(lot, this.no)),
        note: '',
        acknowledged: everyWarning,
      }),
      () => Object.assign(award ?? {}, { status: 'confirmed' }),
    );
  }
}

class Return extends Deed {
  go(lot: Lot, store: Store) {
    const { award } = lot;
    this.expected(
      award?.status === 'review',
      store.run(reviewer, 'awards.return', { id: awardOf(lot, this.no), reason: '请核对' }),
      () => Object.assign(award ?? {}, { status: 'returned' }),
    );
  }
}

class Reopen extends Deed {
  go(lot: Lot, store: Store) {
    const { award } = lot;
    this.expected(
      award?.status === 'confirmed',
      store.run(reviewer, 'awards.reopen', { id: awardOf(lot, this.no), reason: '候选人放弃' }),
      () => Object.assign(award ?? {}, { status: 'draft' }),
    );
  }
}

class Announce extends Deed {
  override check({ lots: all }: Readonly<Model>) {
    return all[this.no]?.draft === undefined;
  }
  go(lot: Lot, store: Store, model: Model) {
    model.count += 1;
    const id = anId(`result ${model.count}`);
    const [project] = store.all(projects);
    const about = { type: 'RESULT', projectId: project?.id, sectionIds: [sectionIdOf(this.no)] };
    const answer = carried(store, id, { ...about, content: typedResult }, false);
    this.expected(isEvaluated(lot) && lot.award?.status === 'confirmed', answer, () => {
      lot.draft = { id, winner: lot.award?.winner ?? '' };
    });
  }
}

class Publish extends Deed {
  override check({ lots: all }: Readonly<Model>) {
    return all[this.no]?.draft !== undefined;
  }
  go(lot: Lot, store: Store) {
    const { award, draft } = lot;
    const isStill =
      award?.status === 'confirmed' &&
      award.winner === draft?.winner &&
      award.standsOn === latest(lot)?.version &&
      isEvaluated(lot);
    this.expected(isStill, store.run(clerk, 'awards.publish', { id: draft?.id }), () => {
      lot.announced = true;
      lot.draft = undefined;
      Object.assign(award ?? {}, { status: 'published' });
    });
  }
}

class End extends Deed {
  go(lot: Lot, store: Store, model: Model) {
    model.count += 1;
    const id = anId(`end ${model.count}`);
    const sectionId = sectionIdOf(this.no);
    const [project] = store.all(projects);
    const cells = { section: sectionId, explanation: '质疑成立（示例）' };
    const content = { reasonCode: 'COMPLAINT_UPHELD', reason: [{ id: sectionId, cells }] };
    const about = { type: 'TERMINATION', projectId: project?.id, sectionIds: [sectionId] };
    const answer = carried(store, id, { ...about, targetId: lot.noticeId, content }, true);
    // A published result is taken back by a filing first.
    this.expected(!lot.ended && !lot.announced, answer, () => {
      lot.ended = true;
    });
  }
}

class AnnounceAgain extends Deed {
  go(lot: Lot, store: Store, model: Model) {
    model.count += 1;
    const id = anId(`notice ${model.count}`);
    const [project] = store.all(projects);
    const about = { type: 'TENDER', projectId: project?.id, sectionIds: [sectionIdOf(this.no)] };
    const answer = carried(store, id, { ...about, content: typedTender }, true);
    this.expected(lot.ended, answer, () => {
      // A new course: what was determined in the one before counts no more.
      Object.assign(lot, { noticeId: id, evaluations: [], ended: false, award: undefined, announced: false });
    });
  }
}

/** What somebody would sensibly do next with the section. */
class GoOn extends Deed {
  go(lot: Lot, store: Store, model: Model) {
    this.#next(lot).go(lot, store, model);
  }
  #next(lot: Lot): Deed {
    const { no } = this;
    const order = latest(lot)?.order;
    if (lot.ended) return new AnnounceAgain(no);
    if (order === undefined || order === null) return new Evaluate(no, orders[0]);
    if (lot.award === undefined) return new Begin(no, order[0], true);
    switch (lot.award.status) {
      case 'draft':
      case 'returned':
        return isLawful(lot) ? new Submit(no) : new Rewrite(no, order[0]);
      case 'review':
        return lot.award.standsOn === latest(lot)?.version ? new Confirm(no) : new Return(no);
      default:
        return lot.draft === undefined ? new Announce(no) : new Publish(no);
    }
  }
}

type Answer = ReturnType<Store['run']>;

/** Drafted by the clerk, reviewed and, where asked, published: the first refusal, else the last answer. A draft may be about anything. */
function carried(store: Store, id: string, draft: object, published: boolean): Answer {
  const steps = [
    () => store.run(clerk, 'announcements.create', { id, ...draft }),
    () => store.run(clerk, 'announcements.submit', { id, acknowledged: everyWarning }),
    () => store.run(reviewer, 'announcements.approve', { id }),
    ...(published ? [() => store.run(clerk, 'announcements.publish', { id })] : []),
  ];
  let answer: Answer = ok([]);
  for (const step of steps) {
    answer = step();
    if (!answer.ok) return answer;
  }
  return answer;
}

/** Whatever was done, the records say the same of every section. */
function contradictions(store: Store): void {
  const events = store.all(sectionEvents);
  const published = store.all(announcements).filter(({ status }) => status === 'published');
  for (const section of store.all(sections)) {
    const result = resultOf(section);
    const own = store.all(awards).filter(({ sectionId }) => sectionId === section.id);
    const present = own.filter(({ noticeId }) => noticeId === section.schedule?.announcementId);
    expect(present.length).toBeLessThanOrEqual(1);
    const inForce = present.filter(({ status }) => status === 'confirmed' || status === 'published');
    expect(inForce.map(({ id, content }) => [id, content.winner])).toEqual(
      result === undefined ? [] : [[result.awardId, result.supplierName]],
    );
    expect(inForce.map(({ letter }) => letter?.no)).toEqual(result === undefined ? [] : [result.letter?.no]);
    for (const { submittedBy, history } of inForce) {
      // Never by the one who has submitted it.
      expect(history.findLast(({ action }) => action === 'awards.confirm')?.by).not.toBe(submittedBy);
    }
    if (section.status === 'awarded') expect(result?.announcementId).not.toBeNull();
    const id = result?.announcementId ?? null;
    // Named by a 结果公告 that everybody can read, and by no letter before.
    expect(result === undefined || (result.letter === null) === (id === null)).toBe(true);
    if (id !== null) {
      const announcement = published.find((each) => each.id === id);
      expect(JSON.stringify(announcement?.frozen?.values['awards'])).toContain(result?.supplierName);
    }
    expect(movedByEvents(section, events)).toBeUndefined();
    const determined = events.filter(
      ({ kind, sectionId, noticeId, withdrawal }) =>
        kind === 'winner_determined' &&
        sectionId === section.id &&
        noticeId === section.schedule?.announcementId &&
        withdrawal === null,
    );
    expect(determined).toHaveLength(inForce.length);
  }
  const letters = store.all(awards).flatMap(({ letter }) => (letter === null ? [] : [letter.no]));
  expect(new Set(letters).size).toBe(letters.length);
}

function announced(): Store {
  const store = aStoreWithSections();
  const [project] = store.all(projects);
  const id = anId('notice');
  const about = { type: 'TENDER', projectId: project?.id, sectionIds: lots.map(sectionIdOf) };
  const answer = carried(store, id, { ...about, content: typedTender }, true);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return store;
}

const aLot = (): Lot => {
  return {
    noticeId: anId('notice'),
    notices: 1,
    evaluations: [],
    ended: false,
    award: undefined,
    announced: false,
    draft: undefined,
  };
};
const no = fc.constantFrom(...lots);
const winner = fc.constantFrom(...suppliers);
const order = fc.constantFrom<Order | null>(...orders, ...orders, null);
const deeds: readonly fc.Arbitrary<fc.Command<Model, Real>>[] = [
  fc.tuple(no, order).map(([lot, ranked]) => new Evaluate(lot, ranked)),
  fc.tuple(no, winner, fc.boolean()).map(([lot, supplier, explains]) => new Begin(lot, supplier, explains)),
  fc.tuple(no, winner).map(([lot, supplier]) => new Rewrite(lot, supplier)),
  ...[
    ...[GoOn, GoOn, GoOn, GoOn, GoOn, GoOn, GoOn, GoOn],
    ...[Submit, Confirm, Return, Reopen, Announce, Publish, End, AnnounceAgain],
  ].map((OfDeed) => no.map((lot) => new OfDeed(lot))),
];

it('never contradicts itself, and lets nothing around a gate', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(fc.commands([...deeds], { maxCommands: 60, size: '+1' }), (commands) => {
      const store = announced();
      const model: Model = { lots: Object.fromEntries(lots.map((lot) => [lot, aLot()])), count: 0 };
      fc.modelRun(() => ({ model, real: { store } }), commands);
      for (const { status } of store.all(awards)) seen.set(status, (seen.get(status) ?? 0) + 1);
    }),
    { numRuns: 60, seed: 20_261_129 },
  );
  // A property of what never happened would prove nothing.
  for (const status of ['draft', 'review', 'confirmed', 'published']) {
    expect(seen.get(status) ?? 0, status).toBeGreaterThan(0);
  }
});

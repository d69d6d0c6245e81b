// The course of a section: the centre opens and evaluates, unit and agency write down what they know, corrections come late and in any order.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anActor, anAgency, anotherUnit } from '#test/builders/actors.ts';
import { anEvaluation, anOpening, aStoreWithNotice, bidders, openingAt } from '#test/builders/events.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import { announcements } from '../../announcements/model.ts';
import { visible } from '../../entity.ts';
import { sections } from '../model.ts';
import { evaluationInForce, eventInForce, statusByEvents, tooFewBidders } from './course.ts';
import { contradictionsOf } from './facts.ts';
import { type EventKind, eventKinds, sectionEvents } from './model.ts';

const clerk = anActor('purchaser_clerk');
const reviewer = anActor('purchaser_reviewer');
const agency = anActor('agency');
const office = anActor('procurement_office');
const centre = anActor('trading_platform');
const minute = 60_000;
const section = anId('lot-1');
const notice = anId('notice');

/** One section is announced, its deadline has just passed. */
function announced() {
  const store = aStoreWithNotice();
  store.now = openingAt + 10 * minute;
  return store;
}

type Entry = { readonly at?: number; readonly id?: string; readonly acknowledged?: readonly string[] };
function record(store: Store, kind: EventKind, { at = openingAt, ...more }: Entry = {}, actor = clerk) {
  const id = anId(`event ${kind} ${at}`);
  return store.run(actor, 'sectionEvents.record', {
    id,
    sectionId: section,
    noticeId: notice,
    kind,
    at,
    ...more,
  });
}

/** Warnings are answered for as they come. */
function mustRecord(store: Store, kind: EventKind, entry: Entry = {}, actor = clerk): string {
  const answer = record(store, kind, entry, actor);
  const acknowledged = answer.ok ? [] : (answer.error.fields ?? []).map(({ code }) => code);
  const again = answer.ok ? answer : record(store, kind, { ...entry, acknowledged }, actor);
  expect(again).toMatchObject({ ok: true });
  return entry.id ?? anId(`event ${kind} ${entry.at ?? openingAt}`);
}

const withdraw = (store: Store, id: string, actor = clerk) =>
  store.run(actor, 'sectionEvents.withdraw', { id, reason: 'Written down by mistake.' });
const opened = (store: Store, parts = {}) =>
  store.run(centre, 'sectionEvents.receiveOpening', anOpening(parts));
const evaluated = (store: Store, parts = {}) =>
  store.run(centre, 'sectionEvents.receiveEvaluation', anEvaluation(parts));
const statusOf = (store: Store) => store.get(sections, section).status;
const inForce = (store: Store, kind: EventKind) =>
  eventInForce(store.get(sections, section), store.all(sectionEvents), kind);
const codesOf = (answer: ReturnType<typeof record>) =>
  answer.ok ? [] : (answer.error.fields ?? []).map(({ code, path }) => `${code} ${path}`);

describe('the trading centre', () => {
  it('opens and evaluates, and the section goes on with it', () => {
    const store = announced();
    expect(opened(store)).toMatchObject({ ok: true });
    expect(statusOf(store)).toBe('opened');
    expect(inForce(store, 'opening')).toMatchObject({
      source: 'centre',
      at: openingAt,
      round: 1,
      noticeId: notice,
    });
    store.now += 300 * minute;
    expect(evaluated(store)).toMatchObject({ ok: true });
    expect(statusOf(store)).toBe('evaluated');
    expect(evaluationInForce(store.get(sections, section), store.all(sectionEvents))?.ranking).toHaveLength(
      3,
    );
  });

  it('may evaluate before it has told of the opening', () => {
    const store = announced();
    store.now += 300 * minute;
    expect(evaluated(store)).toMatchObject({ ok: true });
    expect(statusOf(store)).toBe('evaluated');
    expect(opened(store)).toMatchObject({ ok: true });
    expect(statusOf(store)).toBe('evaluated');
  });

  it('says the same twice without effect, and something else under one version not at all', () => {
    const store = announced();
    opened(store);
    expect(opened(store, { id: anId('again') })).toEqual({ ok: true, value: [] });
    expect(opened(store, { id: anId('again'), bidders: [] })).toMatchObject({
      ok: false,
      error: { code: 'duplicate_mismatch', fields: [{ path: 'version' }] },
    });
    expect(opened(store, { id: anId('again'), version: 2, bidders: [] })).toMatchObject({ ok: true });
    expect(opened(store, { id: anId('third') })).toMatchObject({ ok: false, error: { code: 'stale' } });
    expect(store.all(sectionEvents)).toHaveLength(2);
    expect(inForce(store, 'opening')).toMatchObject({ platformVersion: 2 });
  });

  it('is kept also where it contradicts what is known, which is shown', () => {
    const store = announced();
    expect(opened(store, { openedAt: openingAt - minute })).toMatchObject({ ok: true });
    const event = inForce(store, 'opening');
    if (event === undefined) throw new Error('not kept');
    const known = store.get(sections, section);
    const found = contradictionsOf(event, 'OPEN_TENDER', known, store.all(sectionEvents));
    expect(found.map(({ ruleId }) => ruleId)).toEqual(['event.opening_early']);
  });

  it('is asked for a right 统一社会信用代码 where it gives one, and it is kept as the standard writes it', () => {
    const store = announced();
    const [first] = bidders;
    const spaced = { ...first, uscc: ` ${first?.uscc?.toLowerCase()}` };
    expect(opened(store, { bidders: [spaced, { ...first, uscc: '91110000802100433A' }] })).toMatchObject({
      ok: false,
      error: { code: 'invalid_input', fields: [{ path: 'bidders.1.uscc', code: 'uscc_invalid' }] },
    });
    expect(opened(store, { bidders: [spaced] })).toMatchObject({ ok: true });
    expect(inForce(store, 'opening')?.details).toMatchObject({ bidders: [{ uscc: first?.uscc }] });
  });

  it('of another platform, or of a section nobody knows, finds nothing', () => {
    const store = announced();
    const other = { ...centre, platformId: 'other' };
    expect(store.run(other, 'sectionEvents.receiveOpening', anOpening())).toMatchObject({
      error: { code: 'not_found' },
    });
    expect(opened(store, { lotUid: 'lot-9' })).toMatchObject({ error: { code: 'not_found' } });
  });

  it('with fewer than three bidders has opened a section that cannot go on', () => {
    const store = announced();
    opened(store, { bidders: bidders.slice(0, 2) });
    const known = store.get(sections, section);
    const tooFew = (method: string, methodReasonCode: string | null = null) =>
      tooFewBidders({ method, methodReasonCode }, known, store.all(sectionEvents));
    expect(tooFew('OPEN_TENDER')).toEqual({ bidders: 2, fewest: 3 });
    expect(tooFew('SINGLE_SOURCE')).toBeUndefined();
    // 财库〔2015〕124号: 磋商 of 政府购买服务, and of nothing else.
    expect(tooFew('COMPETITIVE_CONSULTATION', 'D214_3_1')).toBeUndefined();
    expect(tooFew('COMPETITIVE_CONSULTATION', 'D214_3_2')).toEqual({ bidders: 2, fewest: 3 });
    opened(store, { id: anId('more'), version: 2 });
    expect(tooFew('OPEN_TENDER')).toBeUndefined();
  });
});

describe('unit and agency', () => {
  it('write down an opening that the centre does not tell, and what it tells later counts instead', () => {
    const store = announced();
    const id = mustRecord(store, 'opening', { at: openingAt });
    expect(statusOf(store)).toBe('opened');
    expect(inForce(store, 'opening')).toMatchObject({ id, source: 'purchaser', platformVersion: null });
    opened(store, { openedAt: openingAt + minute });
    expect(inForce(store, 'opening')).toMatchObject({ source: 'centre' });
    // The own entry stays beside it and may still be withdrawn.
    expect(withdraw(store, id)).toMatchObject({ ok: true });
    expect(statusOf(store)).toBe('opened');
  });

  it('withdraw what they entered: it stays, says so, and the section goes back', () => {
    const store = announced();
    const id = mustRecord(store, 'opening');
    expect(withdraw(store, id)).toMatchObject({ ok: true });
    expect(statusOf(store)).toBe('announced');
    expect(store.get(sectionEvents, id)).toMatchObject({
      withdrawal: { reason: 'Written down by mistake.', name: clerk.name },
      history: [{ action: 'sectionEvents.record' }, { action: 'sectionEvents.withdraw' }],
    });
    expect(withdraw(store, id)).toMatchObject({ error: { code: 'wrong_state' } });
  });

  it('withdraw nothing of the other side, of another unit, or of the centre', () => {
    const store = announced();
    const id = mustRecord(store, 'bond_received', { at: openingAt - minute });
    opened(store);
    const of = inForce(store, 'opening')?.id ?? '';
    const foreign = anActor('purchaser_clerk', anotherUnit);
    for (const [which, actor] of [
      [id, agency],
      [id, foreign],
      [of, clerk],
      [of, agency],
    ] as const) {
      expect(withdraw(store, which, actor)).toMatchObject({ error: { code: 'not_found' } });
    }
    expect(withdraw(store, id, reviewer)).toMatchObject({ ok: true });
  });

  it('see their entries beside each other; the last one counts', () => {
    const store = announced();
    opened(store);
    store.now += 400 * minute;
    evaluated(store);
    mustRecord(store, 'report_delivered', { at: openingAt + 250 * minute }, agency);
    store.now += minute;
    const last = mustRecord(store, 'report_delivered', { at: openingAt + 260 * minute });
    expect(inForce(store, 'report_delivered')).toMatchObject({ id: last });
    withdraw(store, last);
    expect(inForce(store, 'report_delivered')).toMatchObject({ source: 'agency' });
  });

  it('are refused at the field where the order is impossible', () => {
    const store = announced();
    expect(codesOf(record(store, 'opening', { at: openingAt - minute }))).toEqual(['event.opening_early at']);
    expect(codesOf(record(store, 'opening', { at: store.now + minute }))).toContain('event.not_future at');
    opened(store);
    store.now += 400 * minute;
    evaluated(store);
    expect(codesOf(record(store, 'report_delivered', { at: openingAt + minute }))).toEqual([
      'event.after.evaluation_ended at',
    ]);
    mustRecord(store, 'winner_determined', { at: openingAt + 300 * minute });
    expect(codesOf(record(store, 'report_delivered', { at: openingAt + 239 * minute }))).toEqual([
      'event.after.evaluation_ended at',
    ]);
  });

  it('are not the 通知书, which is issued with the 结果公告 alone', () => {
    const store = announced();
    opened(store);
    store.now += 400 * minute;
    evaluated(store);
    const at = openingAt + 300 * minute;
    expect(codesOf(record(store, 'notice_issued', { at }))).toEqual(['result_missing kind']);
    mustRecord(store, 'winner_determined', { at });
    expect(codesOf(record(store, 'notice_issued', { at }))).toEqual(['result_missing kind']);
  });

  it('write minutes where the centre tells of seconds', () => {
    const store = announced();
    store.now += 400 * minute;
    const endedAt = openingAt + 240 * minute;
    opened(store);
    evaluated(store, { endedAt: endedAt + 42_000 });
    expect(record(store, 'report_delivered', { at: endedAt })).toMatchObject({ ok: true });
    expect(codesOf(record(store, 'report_delivered', { at: endedAt - minute }))).toContain(
      'event.after.evaluation_ended at',
    );
  });

  it('are warned where the law expects something before, and answer for it', () => {
    const store = announced();
    const answer = record(store, 'winner_determined');
    expect(answer).toMatchObject({ error: { code: 'warning_unacknowledged' } });
    expect(codesOf(answer)).toEqual(['event.expected.evaluation_ended at']);
    const id = mustRecord(store, 'winner_determined');
    expect(store.get(sectionEvents, id).acknowledgedWarnings).toEqual(['event.expected.evaluation_ended']);
  });

  it('determine nobody after 废标', () => {
    const store = announced();
    store.now += 400 * minute;
    evaluated(store, {
      outcome: { result: 'failed', reasonCode: 'SUPPLIERS_LT_3', reason: 'Two were left.' },
    });
    expect(statusOf(store)).toBe('evaluated');
    expect(codesOf(record(store, 'winner_determined', { at: store.now }))).toEqual([
      'event.evaluation_failed kind',
    ]);
  });

  it('enter nothing for a section that was not announced, or was announced anew meanwhile', () => {
    const store = announced();
    const other = store.get(sections, anId('lot-2'));
    const input = { id: anId('e'), kind: 'opening', at: openingAt };
    expect(
      store.run(clerk, 'sectionEvents.record', { ...input, sectionId: other.id, noticeId: notice }),
    ).toMatchObject({ error: { code: 'wrong_state' } });
    expect(
      store.run(clerk, 'sectionEvents.record', { ...input, sectionId: section, noticeId: anId('before') }),
    ).toMatchObject({ error: { code: 'stale' } });
  });
});

describe('announcements and events go together', () => {
  const ended = (store: Store) => {
    const reason = [{ id: section, cells: { section, explanation: 'Too few.' } }];
    const content = { reasonCode: 'SUPPLIERS_LT_3', reason };
    const id = anId('termination');
    const project = store.get(sections, section).projectId;
    const draft = {
      id,
      projectId: project,
      type: 'TERMINATION',
      targetId: notice,
      sectionIds: [section],
      content,
    };
    expect(store.run(clerk, 'announcements.create', draft)).toMatchObject({ ok: true });
    const first = store.run(clerk, 'announcements.submit', { id });
    const acknowledged = first.ok ? [] : (first.error.fields ?? []).map(({ code }) => code);
    if (!first.ok)
      expect(store.run(clerk, 'announcements.submit', { id, acknowledged })).toMatchObject({ ok: true });
    expect(store.run(reviewer, 'announcements.approve', { id })).toMatchObject({ ok: true });
    store.now += minute;
    expect(store.run(clerk, 'announcements.publish', { id })).toMatchObject({ ok: true });
    return id;
  };

  it('a 终止公告 that is withdrawn gives the section back what its events say', () => {
    const store = announced();
    opened(store);
    const id = ended(store);
    expect(statusOf(store)).toBe('failed');
    // What comes while it has ended is kept, and counts once it goes on.
    store.now += 300 * minute;
    evaluated(store);
    expect(statusOf(store)).toBe('failed');
    const back = store.run(office, 'announcements.withdraw', { id, reason: 'Published by mistake.' });
    expect(back).toMatchObject({ ok: true });
    expect(statusOf(store)).toBe('evaluated');
  });

  it('a notice whose section has been opened is not withdrawn', () => {
    const store = announced();
    opened(store);
    expect(
      store.run(office, 'announcements.withdraw', { id: notice, reason: 'Published by mistake.' }),
    ).toMatchObject({ error: { code: 'wrong_state' } });
    expect(store.get(announcements, notice).status).toBe('published');
  });

  it('in a second round the events of the first count no more, nor what is told of it late', () => {
    const store = announced();
    opened(store);
    ended(store);
    const held = store.get(sections, section);
    if (held.schedule === null) throw new Error('not announced');
    const schedule = {
      ...held.schedule,
      announcementId: anId('second'),
      round: 2,
      publishedOn: '2026-03-02',
      publishedAt: Date.UTC(2026, 2, 2, 1),
    };
    store.put(sections, {
      ...held,
      status: 'announced',
      schedule: { ...schedule, deadline: '2026-03-24T09:30' },
    });
    evaluated(store);
    expect(statusOf(store)).toBe('announced');
    expect(inForce(store, 'opening')).toBeUndefined();
    expect(store.all(sectionEvents).filter(({ kind }) => kind === 'evaluation_ended')).toMatchObject([
      { round: 1, noticeId: null },
    ]);
    store.now = Date.UTC(2026, 2, 24, 2);
    expect(
      opened(store, { id: anId('o2'), version: 2, openedAt: Date.UTC(2026, 2, 24, 1, 30) }),
    ).toMatchObject({
      ok: true,
    });
    expect(statusOf(store)).toBe('opened');
    expect(inForce(store, 'opening')).toMatchObject({ round: 2 });
  });
});

describe('who sees them', () => {
  it('the parties and the region, nobody else', () => {
    const store = announced();
    opened(store);
    const [event] = store.all(sectionEvents);
    if (event === undefined) throw new Error('no event');
    const sees = (actor: Parameters<typeof visible>[0]) => visible(actor, sectionEvents, event);
    expect([clerk, reviewer, agency, office, anActor('supervisor')].every(sees)).toBe(true);
    const elsewhere = { ...anAgency, id: anId('other agency') };
    expect([anActor('purchaser_clerk', anotherUnit), anActor('agency', elsewhere)].some(sees)).toBe(false);
  });
});

describe('whatever comes in whatever order', () => {
  const messages = [
    (store: Store) => opened(store),
    (store: Store) => opened(store, { id: anId('o2'), version: 2, bidders: bidders.slice(0, 2) }),
    (store: Store) => evaluated(store),
    (store: Store) =>
      evaluated(store, {
        ...{ id: anId('v2'), startedId: anId('s2'), version: 2 },
        outcome: { result: 'failed', reasonCode: 'SUPPLIERS_LT_3', reason: 'Two were left.' },
      }),
  ] as const;
  const later = () => {
    const store = announced();
    store.now += 400 * minute;
    return store;
  };
  const ends = (store: Store) => {
    const known = store.get(sections, section);
    const all = store.all(sectionEvents);
    const of = (kind: EventKind) => eventInForce(known, all, kind);
    return eventKinds.map((kind) => [kind, of(kind)?.at, of(kind)?.platformVersion, of(kind)?.details]);
  };

  it('the messages of the centre end in the same state, each any number of times', () => {
    const inOrder = later();
    for (const message of messages) message(inOrder);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 6 }),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        (some, all) => {
          const store = later();
          for (const index of [...some, ...all]) messages[index]?.(store);
          expect(ends(store)).toEqual(ends(inOrder));
          expect(statusOf(store)).toBe('evaluated');
        },
      ),
      { numRuns: 40 },
    );
  });

  it('the state of the section never contradicts its events', () => {
    const act = fc.record({
      what: fc.constantFrom('record', 'withdraw', 'message'),
      kind: fc.constantFrom(...eventKinds),
      after: fc.integer({ min: -5, max: 400 }),
      actor: fc.constantFrom(clerk, reviewer, agency),
      message: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const store = later();
        for (const [index, { what, kind, after, actor, message }] of acts.entries()) {
          store.now += minute;
          if (what === 'message') messages[message]?.(store);
          const all = store.all(sectionEvents);
          if (what === 'withdraw') withdraw(store, all[after % Math.max(1, all.length)]?.id ?? '', actor);
          if (what === 'record') {
            const at = openingAt + after * minute;
            const id = anId(`entry ${index}`);
            const answer = record(store, kind, { at, id }, actor);
            const acknowledged = answer.ok ? [] : (answer.error.fields ?? []).map(({ code }) => code);
            if (!answer.ok) record(store, kind, { at, id, acknowledged }, actor);
          }
          const known = store.get(sections, section);
          expect(known.status).toBe(statusByEvents(known, store.all(sectionEvents)));
        }
      }),
      { numRuns: 60 },
    );
  });
});

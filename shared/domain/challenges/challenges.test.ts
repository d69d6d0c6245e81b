// 质疑: registered, answered, withdrawn; what it holds meanwhile; and what the trading centre tells of it.
import { describe, expect, it } from 'vitest';
import { describeRefusal } from '#shared/text/index.ts';
import { anActor } from '#test/builders/actors.ts';
import { aStoreWithSections, typedTender } from '#test/builders/announcements.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { openHolds } from '../projects/holds.ts';
import { projects, sections } from '../projects/model.ts';
import { type Challenge, type ChallengeContent, challenges, emptyChallenge } from './model.ts';
import { availableActions } from './workflow.ts';

const clerk = anActor('purchaser_clerk');
const reviewer = anActor('purchaser_reviewer');
const agency = anActor('agency');
const centre = anActor('trading_platform');
const [first, second] = [anId('lot-1'), anId('lot-2')];
const letter = anId('letter');
const day = 24 * 3_600_000;

/** The example's day is 2026-01-21; both sections are announced. */
function announced(): Store {
  const store = aStoreWithSections();
  const id = anId('notice');
  const input = { type: 'TENDER', projectId: projectIn(store).id, sectionIds: [first, second] };
  expect(store.run(clerk, 'announcements.create', { id, ...input, content: typedTender }).ok).toBe(true);
  expect(store.run(clerk, 'announcements.submit', { id, acknowledged: everyWarning }).ok).toBe(true);
  expect(store.run(reviewer, 'announcements.approve', { id }).ok).toBe(true);
  expect(store.run(clerk, 'announcements.publish', { id }).ok).toBe(true);
  return store;
}

function projectIn(store: Store) {
  const [project] = store.all(projects);
  if (project === undefined) throw new Error('no project');
  return project;
}

const content: ChallengeContent = {
  ...emptyChallenge,
  sectionIds: [first],
  stage: 'process',
  supplierName: '示例供应商',
  letterNo: 'ZY-1',
  receivedOn: '2026-01-21',
  matters: '示例质疑事项。',
  mayAffectResult: true,
};

function draft(store: Store, parts: Partial<ChallengeContent> = {}, actor = clerk, id = letter) {
  const projectId = projectIn(store).id;
  return store.run(actor, 'challenges.create', { id, projectId, content: { ...content, ...parts } });
}

function register(store: Store, parts: Partial<ChallengeContent> = {}, actor = clerk, id = letter) {
  expect(draft(store, parts, actor, id).ok).toBe(true);
  return store.run(actor, 'challenges.submit', { id, acknowledged: everyWarning });
}

const reply = {
  conclusion: 'dismissed',
  consequence: null,
  text: '经核查，质疑事项不成立。',
  repliedOn: '2026-01-21',
  servedOn: null,
  service: null,
  files: [],
} as const;

function answer(store: Store, parts: object = {}, actor = clerk, id = letter) {
  const input = { id, reply: { ...reply, ...parts }, acknowledged: everyWarning };
  return store.run(actor, 'challenges.reply', input);
}

const held = (store: Store, id = first) =>
  openHolds(store.get(sections, id)).map(({ document, recordId }) => [document, recordId]);
const statusIn = (store: Store, id = letter): Challenge['status'] => store.get(challenges, id).status;

describe('registering', () => {
  it('counts seven working days from the day after the receipt, the Spring Festival left out', () => {
    const store = announced();
    store.now = Date.UTC(2026, 1, 12, 4);
    expect(register(store, { receivedOn: '2026-02-12' }).ok).toBe(true);
    // 13, 14 (make-up Saturday), 24, 25, 26, 27, 28 (make-up Saturday).
    expect(store.get(challenges, letter)).toMatchObject({ status: 'open', replyDue: '2026-02-28' });
  });

  it('says what is missing, and takes what is late', () => {
    const store = announced();
    expect(register(store, { stage: null, matters: '' })).toMatchObject({
      ok: false,
      error: {
        code: 'rule_broken',
        fields: [
          { path: 'stage', code: 'challenge.required' },
          { path: 'matters', code: 'challenge.required' },
        ],
      },
    });
    expect(statusIn(store)).toBe('draft');
    const late = { knownOn: '2026-01-05', receivedOn: '2026-01-21' };
    const other = anId('late');
    expect(draft(store, late, clerk, other).ok).toBe(true);
    const unread = store.run(clerk, 'challenges.submit', { id: other });
    expect(unread).toMatchObject({ ok: false, error: { code: 'warning_unacknowledged' } });
    expect(unread.ok ? [] : unread.error.fields?.map(({ code }) => code)).toContain('challenge.late');
    const read = store.run(clerk, 'challenges.submit', { id: other, acknowledged: everyWarning });
    expect(read.ok).toBe(true);
  });

  it('is about announced sections of this project alone', () => {
    const store = aStoreWithSections();
    expect(register(store)).toMatchObject({
      ok: false,
      error: { fields: [{ path: 'sectionIds', code: 'challenge.sections' }] },
    });
  });

  it('is for the unit and its agency', () => {
    const store = announced();
    expect(register(store, {}, agency).ok).toBe(true);
    expect(store.get(challenges, letter)).toMatchObject({ source: 'agency', submittedBy: agency.accountId });
    // Either side answers.
    expect(answer(store, {}, clerk).ok).toBe(true);
  });
});

describe('what may affect the result', () => {
  it('holds its sections until it is answered', () => {
    const store = announced();
    expect(register(store).ok).toBe(true);
    expect(held(store)).toEqual([['ZY-1', letter]]);
    expect(held(store, second)).toEqual([]);
    expect(answer(store).ok).toBe(true);
    expect(held(store)).toEqual([]);
    // That it held stays to be read.
    expect(store.get(sections, first).holds).toMatchObject([{ recordId: letter, until: store.now }]);
  });

  it('does not hold what cannot be affected', () => {
    const store = announced();
    expect(register(store, { mayAffectResult: false }).ok).toBe(true);
    expect(held(store)).toEqual([]);
  });

  it.each([
    ['withdraw', 'withdrawn'],
    ['cancel', 'cancelled'],
  ])('%s lets go', (step, status) => {
    const store = announced();
    expect(register(store).ok).toBe(true);
    expect(store.run(clerk, `challenges.${step}`, { id: letter, reason: '示例原因' }).ok).toBe(true);
    expect([statusIn(store), held(store)]).toEqual([status, []]);
  });

  it('follows what is edited, without losing what another holds', () => {
    const store = announced();
    const other = anId('other');
    expect(register(store).ok).toBe(true);
    expect(register(store, { letterNo: 'ZY-2', sectionIds: [first, second] }, clerk, other).ok).toBe(true);
    const edit = (field: string, from: unknown, to: unknown) =>
      store.run(clerk, 'challenges.edit', { id: other, changes: [{ field, from, to }] });
    expect(edit('sectionIds', [first, second], [second]).ok).toBe(true);
    expect([held(store), held(store, second)]).toEqual([[['ZY-1', letter]], [['ZY-2', other]]]);
    expect(edit('mayAffectResult', true, false).ok).toBe(true);
    expect(held(store, second)).toEqual([]);
    // What is registered stays whole.
    expect(edit('matters', content.matters, '')).toMatchObject({ ok: false, error: { code: 'rule_broken' } });
  });

  it('stays held when the centre pushes the section anew', () => {
    const store = announced();
    expect(register(store).ok).toBe(true);
    const section = store.get(sections, first);
    const pushed = store.run(centre, 'sections.change', {
      planId: section.planId,
      section: {
        lotUid: 'lot-1',
        version: 2,
        pushedAt: store.now,
        content: { ...contentOf(store), name: 'another' },
      },
    });
    expect(pushed.ok).toBe(true);
    expect(held(store)).toEqual([['ZY-1', letter]]);
  });
});

function contentOf(store: Store) {
  const section = store.get(sections, first);
  const {
    sectionNo,
    name,
    budget,
    ceiling,
    content: words,
    catalogEdition,
    catalogCode,
    smeReserved,
  } = section;
  const { evalMethod, qualification, performancePeriod, acceptsConsortium, openingOn, plannedSectionId } =
    section;
  return {
    ...{ sectionNo, name, budget, ceiling, content: words, catalogEdition, catalogCode, smeReserved },
    ...{ evalMethod, qualification, performancePeriod, acceptsConsortium, openingOn, plannedSectionId },
  };
}

describe('answering', () => {
  it('an upheld challenge says what follows, and only what can follow', () => {
    const store = announced();
    expect(register(store).ok).toBe(true);
    const codes = (parts: object) => {
      const given = answer(store, parts);
      return given.ok ? [] : (given.error.fields ?? []).map(({ code }) => code);
    };
    expect(codes({ conclusion: 'upheld' })).toEqual(['reply.consequence_missing']);
    expect(codes({ conclusion: 'upheld', consequence: 'amend_and_go_on' })).toEqual([
      'reply.consequence_unfit',
    ]);
    expect(codes({ repliedOn: '2026-01-20' })).toEqual(['reply.before_received']);
    expect(codes({ repliedOn: '2026-01-22' })).toEqual(['reply.future']);
    expect(statusIn(store)).toBe('open');
    expect(codes({ conclusion: 'upheld', consequence: 'restart' })).toEqual([]);
  });

  it('once: of two desks the second is shown the first answer, which stands', () => {
    const store = announced();
    expect(register(store).ok).toBe(true);
    expect(answer(store).ok).toBe(true);
    const first = store.get(challenges, letter);
    const answeredAt = store.now;
    store.now += day;
    const second = answer(store, { conclusion: 'upheld', consequence: 'restart', text: '另一答复' }, agency);
    if (second.ok) throw new Error('answered twice');
    expect(second.error).toMatchObject({
      code: 'wrong_state',
      fields: [
        { path: 'reply', code: 'challenge_replied', params: { at: answeredAt, conclusion: 'dismissed' } },
      ],
    });
    const words = describeRefusal('challenges.reply', second.error);
    expect(words).toContain('结论为不成立：“经核查，质疑事项不成立。”');
    expect(words).toContain(clerk.name);
    expect(store.get(challenges, letter)).toEqual(first);
    // Nobody is offered to answer again.
    expect(availableActions(agency, first)).not.toContain('challenges.reply');
  });

  it('what changes the result is reported to 采购办, once', () => {
    const store = announced();
    expect(register(store).ok).toBe(true);
    expect(answer(store, { conclusion: 'upheld', consequence: 'next_candidate' }).ok).toBe(true);
    const report = (reportedOn: string) =>
      store.run(agency, 'challenges.report', { id: letter, reportedOn, files: [] });
    expect(report('2026-01-22')).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    expect(report('2026-01-20')).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    expect(report('2026-01-21').ok).toBe(true);
    expect(report('2026-01-21')).toMatchObject({ ok: false, error: { code: 'wrong_state' } });
  });

  it('nobody answers before it was said whether the result may be affected', () => {
    const store = announced();
    pushed(store);
    const [arrived] = store.all(challenges);
    expect(answer(store, {}, clerk, arrived?.id)).toMatchObject({
      ok: false,
      error: { fields: [{ code: 'reply.effect_unsaid' }] },
    });
  });
});

const { sectionIds: _, mayAffectResult: __, files: ___, ...said } = content;

function pushed(store: Store, parts: object = {}, id = anId('from the centre')) {
  return store.run(centre, 'challenges.receive', {
    id,
    planId: projectIn(store).planId,
    challengeUid: 'uid-1',
    version: 1,
    pushedAt: store.now,
    lotUids: ['lot-1'],
    content: said,
    ...parts,
  });
}

describe('from the trading centre', () => {
  it('is registered as it comes, and holds nothing before somebody has judged it', () => {
    const store = announced();
    expect(pushed(store).ok).toBe(true);
    expect(store.all(challenges)).toMatchObject([
      { status: 'open', source: 'centre', replyDue: '2026-01-30', content: { ...said, sectionIds: [first] } },
    ]);
    expect(held(store)).toEqual([]);
  });

  it('the same again changes nothing, another under one version is refused, a lower one is out of date', () => {
    const store = announced();
    expect(pushed(store, { version: 2 }).ok).toBe(true);
    expect(pushed(store, { version: 2 }, anId('again'))).toEqual({ ok: true, value: [] });
    const other = { ...said, matters: '另一事项。' };
    expect(pushed(store, { version: 2, content: other })).toMatchObject({
      error: { code: 'duplicate_mismatch' },
    });
    expect(pushed(store, { version: 1, content: other })).toMatchObject({ error: { code: 'stale' } });
    expect(store.all(challenges)).toHaveLength(1);
  });

  it('a higher version takes the place of what nobody has typed over', () => {
    const store = announced();
    expect(pushed(store).ok).toBe(true);
    const [arrived] = store.all(challenges);
    const id = arrived?.id ?? '';
    const changes = [
      { field: 'matters', from: said.matters, to: '核对后的事项。' },
      { field: 'mayAffectResult', from: null, to: true },
    ];
    expect(store.run(clerk, 'challenges.edit', { id, changes }).ok).toBe(true);
    const newer = { ...said, matters: '中心的新事项。', supplierName: '更名后的供应商' };
    store.now += day;
    expect(pushed(store, { version: 2, content: newer, lotUids: ['lot-1', 'lot-2'] }).ok).toBe(true);
    expect(store.get(challenges, id).content).toMatchObject({
      matters: '核对后的事项。',
      supplierName: '更名后的供应商',
      mayAffectResult: true,
      sectionIds: [first, second],
    });
    expect(held(store, second)).toEqual([['ZY-1', id]]);
    expect(answer(store, { repliedOn: '2026-01-22' }, clerk, id).ok).toBe(true);
    expect(pushed(store, { version: 3, content: said })).toMatchObject({ error: { code: 'wrong_state' } });
  });

  it('names sections that it has pushed and that are announced', () => {
    const store = aStoreWithSections();
    expect(pushed(store)).toMatchObject({ error: { code: 'wrong_state', fields: [{ path: 'lotUids.0' }] } });
    expect(pushed(store, { lotUids: ['lot-9'] })).toMatchObject({
      error: { code: 'not_found', fields: [{ path: 'lotUids.0' }] },
    });
  });
});

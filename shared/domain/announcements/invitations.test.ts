// 邀请书: who may be invited, how they are chosen, what the sections stand in once it has gone out, and that it is nobody else's to read.
import { describe, expect, it } from 'vitest';
import { anActor } from '#test/builders/actors.ts';
import { aCandidate, drawnFromLibrary, recordContent } from '#test/builders/announcement-content.ts';
import { aStoreWithSections, typedTender } from '#test/builders/announcements.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import { projects, sections } from '../projects/model.ts';
import { supplierIdOf } from '../suppliers/model.ts';
import { candidatesIn } from './invitation.ts';
import { type Announcement, announcements } from './model.ts';
import { invitationPapers } from './papers.ts';
import { startable } from './startable.ts';
import { isPublic } from './templates/index.ts';
import type { Values } from './values.ts';

const clerk = anActor('purchaser_clerk');
const reviewer = anActor('purchaser_reviewer');
const office = anActor('procurement_office');
const [first, second] = [anId('lot-1'), anId('lot-2')];
const lots = [first, second];
const [invitation, later] = [anId('invitation'), anId('later')];
const minute = 60_000;

/** Drawn the day before, and lawful today. */
const typed: Values = {
  ...typedTender,
  ...drawnFromLibrary,
  drawAt: '2026-01-20T15:00',
};
const [{ name, uscc } = { name: '', uscc: '' }] = candidatesIn(typed);

function projectOf(store: Store) {
  const [project] = store.all(projects);
  if (project === undefined) throw new Error('no project');
  return project;
}

type Draft = Partial<Pick<Announcement, 'type' | 'targetId' | 'sectionIds' | 'content'>>;

function draft(store: Store, id: string, parts: Draft = {}) {
  const input = { type: 'TENDER_INVITATION', targetId: null, sectionIds: lots, content: typed, ...parts };
  return store.run(clerk, 'announcements.create', { id, projectId: projectOf(store).id, ...input });
}

function submit(store: Store, id: string) {
  const answer = store.run(clerk, 'announcements.submit', { id });
  if (answer.ok || answer.error.code !== 'warning_unacknowledged') return answer;
  const acknowledged = [...new Set((answer.error.fields ?? []).map(({ code }) => code))];
  return store.run(clerk, 'announcements.submit', { id, acknowledged });
}

function send(store: Store, id: string, parts: Draft = {}) {
  expect(draft(store, id, parts)).toMatchObject({ ok: true });
  expect(submit(store, id)).toMatchObject({ ok: true });
  expect(store.run(reviewer, 'announcements.approve', { id })).toMatchObject({ ok: true });
  store.now += minute;
  expect(store.run(clerk, 'announcements.publish', { id })).toMatchObject({ ok: true });
  return store.get(announcements, id);
}

/** What stands in the way of submitting it. */
function refusals(store: Store, content: Values, parts: Draft = {}): readonly string[] {
  expect(draft(store, invitation, { content, ...parts })).toMatchObject({ ok: true });
  const answer = submit(store, invitation);
  return answer.ok ? [] : (answer.error.fields ?? []).map(({ path, code }) => `${path} ${code}`);
}

const invited = () => aStoreWithSections({ method: 'INVITED_TENDER', methodReasonCode: 'LAW_29_1' });
const negotiated = () =>
  aStoreWithSections({ method: 'COMPETITIVE_NEGOTIATION', methodReasonCode: 'LAW_30_1' });

const startableIn = (store: Store) =>
  startable(clerk, projectOf(store), store.all(sections), store.all(announcements));

describe('an invited tender', () => {
  it('may begin with its invitation, or with a 资格预审公告', () => {
    expect(startableIn(invited())).toEqual([
      { type: 'PREQUALIFICATION', targetId: null },
      { type: 'TENDER_INVITATION', targetId: null },
    ]);
    expect(startableIn(aStoreWithSections()).map(({ type }) => type)).not.toContain('TENDER_INVITATION');
  });

  it('is announced to the invited from the moment on which it goes out', () => {
    const store = invited();
    const sent = send(store, invitation);
    expect(sent).toMatchObject({ status: 'published', displayUntil: null, round: 1 });
    expect(store.get(sections, first)).toMatchObject({
      status: 'announced',
      schedule: {
        announcementId: invitation,
        round: 1,
        deadline: '2026-02-12T09:00',
        opening: '2026-02-12T09:00',
      },
    });
    expect(projectOf(store).status).toBe('in_execution');
    expect(store.sent.map(({ type }) => type)).toContain('announcement.push');
    expect(isPublic(sent.type)).toBe(false);
  });

  it.each([
    [
      'fewer than twice as many candidates',
      { candidates: (typed['candidates'] as readonly unknown[]).slice(0, 5) as Values[string] },
      ['candidates announcement.invited_twice_as_many'],
    ],
    [
      'another number than was drawn',
      { inviteNumber: 4 },
      ['candidates announcement.invited_twice_as_many', 'candidates announcement.invited_number'],
    ],
    ['a draw to come', { drawAt: '2026-01-22T09:00' }, ['drawAt announcement.invited_draw_later']],
    ['no record of the draw', { drawRecord: [] }, ['drawRecord announcement.required']],
    [
      'those who passed a 资格预审 that there was not',
      { inviteSource: 'PREQUALIFICATION' },
      ['inviteSource announcement.invited_unqualified'],
    ],
    ['less than twenty days', { bidDeadline: '2026-02-10T09:00' }, ['bidDeadline BID_MIN']],
  ] as const)('is not submitted with %s', (_, parts, expected) => {
    expect(refusals(invited(), { ...typed, ...parts } as Values)).toEqual(expected);
  });

  it('invites nobody who is excluded from public procurement', () => {
    const store = invited();
    store.run(clerk, 'suppliers.save', { uscc, name });
    const ban = { banId: anId('ban'), document: '许财购罚〔2026〕1号', reason: '提供虚假材料（示例）' };
    const id = supplierIdOf(uscc);
    const period = { from: '2026-01-01', until: '2027-01-20' };
    expect(store.run(office, 'suppliers.recordBan', { id, ...ban, ...period })).toMatchObject({ ok: true });
    expect(refusals(store, typed)).toEqual(['candidates.0.name announcement.invited_banned']);
  });

  it('begins anew after its end, as the second time', () => {
    const store = invited();
    send(store, invitation);
    const reason = lots.map((id) => ({ id, cells: { section: id, explanation: '示例原因' } }));
    const content = { reasonCode: 'UNFAIR_ACT', reason };
    send(store, anId('end'), { type: 'TERMINATION', targetId: invitation, content });
    expect(store.get(sections, first).status).toBe('failed');
    expect(send(store, later)).toMatchObject({ round: 2, title: expect.stringContaining('（第二次）') });
  });

  it('is put right in writing to the invited, not in public', () => {
    const store = invited();
    send(store, invitation);
    expect(startableIn(store)).toContainEqual({ type: 'INVITATION_CORRECTION', targetId: invitation });
    expect(startableIn(store).map(({ type }) => type)).not.toContain('CORRECTION');
    const line = { field: 'bidDeadline', item: '截止', before: 'x', after: 'y', value: '2026-02-26T09:00' };
    const content = { corrections: [{ id: anId('line'), cells: line }] };
    const sent = send(store, later, { type: 'INVITATION_CORRECTION', targetId: invitation, content });
    expect(isPublic(sent.type)).toBe(false);
    expect(store.get(sections, first).schedule?.deadline).toBe('2026-02-26T09:00');
    const papers = invitationPapers(sent, store.get(announcements, invitation));
    expect(papers.ok && papers.value.map((paper) => paper.name)).toEqual(
      ['河南示例智能科技有限公司', '许昌市示例设备有限公司', '郑州示例信息技术有限公司'].map(
        (supplier) => `${sent.title}（${supplier}）`,
      ),
    );
  });

  it('invites nobody else by a correction, and says what to do instead', () => {
    const store = invited();
    send(store, invitation);
    const about = { type: 'INVITATION_CORRECTION', projectId: projectOf(store).id, targetId: invitation };
    const answer = (cells: Readonly<Record<string, string | number>>) => {
      const content = { corrections: [{ id: anId('line'), cells }] };
      const id = anId(`correction ${String(cells['item'])}`);
      store.run(clerk, 'announcements.create', { ...about, id, sectionIds: [first], content });
      const submitted = store.run(clerk, 'announcements.submit', { id });
      return submitted.ok ? [] : (submitted.error.fields ?? []).map(({ code }) => code);
    };
    const words = { before: '三家', after: '四家，增加丁公司' };
    expect(answer({ field: 'inviteNumber', item: '抽取家数', ...words, value: 4 })).toContain(
      'announcement.invited_corrected.tender',
    );
    expect(answer({ field: '', item: '受邀供应商', ...words })).toEqual(['announcement.invited_reworded']);
    expect(answer({ field: '', item: '样品要求', ...words })).not.toContain('announcement.invited_reworded');
  });

  it('withdrawn, leaves its sections as they were before', () => {
    const store = invited();
    send(store, invitation);
    const withdrawal = { id: invitation, reason: '示例原因' };
    expect(store.run(office, 'announcements.withdraw', withdrawal)).toMatchObject({ ok: true });
    expect(store.get(sections, first)).toMatchObject({ status: 'received', schedule: null });
  });
});

describe('each who is invited', () => {
  it('gets a paper that names no other', () => {
    const sent = send(invited(), invitation);
    const papers = invitationPapers(sent, undefined);
    if (!papers.ok) throw new Error(papers.error.code);
    const all = candidatesIn(typed);
    expect(papers.value).toHaveLength(3);
    for (const [index, { document }] of papers.value.entries()) {
      const text = JSON.stringify(document);
      expect(document.blocks[0]).toEqual({ kind: 'addressee', text: `${all[index]?.name}：` });
      for (const other of all.toSpliced(index, 1)) expect(text).not.toContain(other.name);
      for (const each of all) expect(text).not.toContain(each.uscc);
      expect(document.stamp).toBeUndefined();
    }
  });

  it('may take no paper for the invitation before it has gone out', () => {
    const store = invited();
    draft(store, invitation);
    const of = () => invitationPapers(store.get(announcements, invitation), undefined);
    expect(of()).toEqual({ ok: true, value: [] });
    submit(store, invitation);
    expect(of()).toMatchObject({ value: [{ document: { stamp: { word: '未发出' } } }, {}, {}] });
  });
});

describe('after a 资格预审公告', () => {
  const prequalification: Draft = {
    type: 'PREQUALIFICATION',
    content: {
      ...recordContent('PREQUALIFICATION'),
      consortiumAllowed: false,
      specialQualification: typedTender['specialQualification'] ?? null,
      docFrom: '2026-01-22',
      docTo: '2026-01-30',
      inviteNumber: 3,
      inviteShort: 'ALL_PASSED',
      submitDeadline: '2026-02-12T09:00',
      reviewDate: '2026-02-12',
    },
  };
  const passed: Values = {
    ...typed,
    inviteSource: 'PREQUALIFICATION',
    candidates: ['甲公司', '乙公司', '丙公司', '丁公司'].map((supplier, index) =>
      aCandidate(supplier, { chosen: index < 3 ? 'INVITED' : 'PASSED_OVER' }),
    ),
    docFrom: '2026-02-25',
    docTo: '2026-03-04',
    drawAt: '2026-02-24T09:00',
    bidDeadline: '2026-03-18T09:00',
  };
  const follows: Draft = { targetId: later, content: passed };
  const day = 86_400_000;

  it('those who passed are invited, within the same time of procurement', () => {
    const store = invited();
    send(store, later, prequalification);
    expect(store.get(sections, first).schedule).toMatchObject({ announcementId: later, opening: null });
    expect(startableIn(store)).toContainEqual({ type: 'TENDER_INVITATION', targetId: later });
    store.now += 34 * day;
    expect(send(store, invitation, follows)).toMatchObject({ round: 1, targetId: later });
    expect(store.get(sections, first)).toMatchObject({
      status: 'announced',
      schedule: { announcementId: invitation, opening: '2026-03-18T09:00' },
    });
    expect(startableIn(store).filter(({ targetId }) => targetId === later)).toEqual([]);
  });

  it('nobody is invited while suppliers may still apply, nor from elsewhere', () => {
    const store = invited();
    send(store, later, prequalification);
    const elsewhere = { ...typed, inviteSource: 'LIBRARY' };
    expect(refusals(store, elsewhere, { targetId: later })).toEqual([
      'inviteSource announcement.invited_prequalified',
      'inviteSource announcement.invited_early',
    ]);
  });

  it('an invitation that is withdrawn leaves the sections with those who passed', () => {
    const store = invited();
    send(store, later, prequalification);
    store.now += 34 * day;
    send(store, invitation, follows);
    const withdrawal = (id: string) =>
      store.run(office, 'announcements.withdraw', { id, reason: '示例原因' });
    expect(withdrawal(later)).toMatchObject({ error: { fields: [{ code: 'still_corrected' }] } });
    expect(withdrawal(invitation)).toMatchObject({ ok: true });
    expect(store.get(sections, first)).toMatchObject({
      status: 'announced',
      schedule: { announcementId: later },
    });
    expect(startableIn(store)).toContainEqual({ type: 'TENDER_INVITATION', targetId: later });
  });

  it('an open tender invites all who passed', () => {
    const store = aStoreWithSections();
    const { inviteNumber: _, inviteShort: __, ...open } = prequalification.content ?? {};
    send(store, later, { ...prequalification, content: open });
    store.now += 34 * day;
    expect(refusals(store, passed, { targetId: later })).toEqual([
      'candidates announcement.invited_all_passed',
    ]);
  });
});

describe('a negotiation without a public notice', () => {
  const recommended = recordContent('NEGOTIATION_INVITATION');
  const content: Values = {
    ...typedTender,
    ...recommended,
    docFrom: '2026-01-22',
    docTo: '2026-01-27',
    submitDeadline: '2026-01-28T09:00',
  };
  const { bidDeadline: _, bidPlace: __, ...own } = content;
  const parts: Draft = { type: 'NEGOTIATION_INVITATION', content: own };

  it('invites whom purchaser and reviewers recommend', () => {
    const store = negotiated();
    expect(startableIn(store).map(({ type }) => type)).toEqual([
      'NEGOTIATION_NOTICE',
      'NEGOTIATION_INVITATION',
    ]);
    expect(send(store, invitation, parts).title).toContain('竞争性谈判邀请书');
    expect(store.get(sections, second)).toMatchObject({
      status: 'announced',
      schedule: { deadline: '2026-01-28T09:00' },
    });
  });

  it('not where the purchaser recommends more than half of them', () => {
    const candidates = ['甲', '乙', '丙'].map((supplier, index) =>
      aCandidate(supplier, {
        recommendedBy: index < 2 ? 'PURCHASER' : 'REVIEWER',
        reason: '示例理由',
        chosen: 'INVITED',
      }),
    );
    expect(refusals(negotiated(), { ...own, candidates }, { type: 'NEGOTIATION_INVITATION' })).toEqual([
      'candidates announcement.invited_half.negotiation',
    ]);
  });
});

// What somebody tried, at two desks or with hostile words, to have another winner announced than the one determined, to see a result early, or to lose one.
import { expect, it } from 'vitest';
import { lotFields } from '#server/website/feeds/open-data-lots.ts';
import { aStoreWithSections, typedResult, typedTender } from '#test/builders/announcements.ts';
import { fileToEnd } from '#test/builders/award-changes.ts';
import {
  agency,
  award,
  begin,
  brokenBy,
  centre,
  clerk,
  confirm,
  confirmed,
  day,
  evaluate,
  evaluated,
  first,
  must,
  notice,
  office,
  projectIn,
  publish,
  resultIn,
  reviewer,
  second,
  submit,
  uscc,
} from '#test/builders/determining.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { announcements } from '../announcements/model.ts';
import { eventInForce } from '../projects/events/course.ts';
import { sectionEvents } from '../projects/events/model.ts';
import { sections } from '../projects/model.ts';
import { supplierIdOf } from '../suppliers/model.ts';
import { awards } from './model.ts';
import { papersOf } from './papers/papers.ts';

const paper = {
  id: anId('p'),
  fileName: 'a.pdf',
  mediaType: 'application/pdf',
  size: 1,
  sha256: 'b'.repeat(64),
};
const line = (supplier: string, rank: number, code: string | null = null) => ({
  supplier,
  uscc: code,
  price: 100,
  score: 90,
  reviewPrice: null,
  rank,
});
const three = [line('甲公司', 1), line('乙公司', 2), line('丙公司', 3)];
function announced(later = 60 * day): Store {
  const store = aStoreWithSections();
  must(publish(store, notice, 'TENDER', [first, second], typedTender));
  store.now += later;
  return store;
}
function tell(store: Store, version: number, ranking: readonly unknown[]) {
  return store.run(centre, 'sectionEvents.receiveEvaluation', {
    ...{ id: anId(`evaluated ${version}`), startedId: anId(`started ${version}`), version, lotUid: 'lot-1' },
    ...{
      pushedAt: store.now,
      startedAt: store.now - 2,
      endedAt: store.now - 1,
      reportSha256: 'ab'.repeat(32),
    },
    ...{ outcome: { result: 'ranked' }, ranking, rejected: [] },
  });
}
const told = (ranking: readonly unknown[]) => {
  const store = announced();
  must(tell(store, 1, ranking));
  return store;
};
const record = (store: Store, kind: string, at = store.now - 1000, actor = agency) =>
  store.run(actor, 'sectionEvents.record', {
    id: anId(`${kind} ${at}`),
    sectionId: first,
    noticeId: notice,
    kind,
    at,
    acknowledged: everyWarning,
  });
/** Up to, but without, the publication. */
function approved(store: Store, content: object = typedResult, more: object = {}): string {
  const id = anId('result');
  const about = { type: 'RESULT', projectId: projectIn(store).id, sectionIds: [first] };
  must(store.run(clerk, 'announcements.create', { id, ...about, content, ...more }));
  must(store.run(clerk, 'announcements.submit', { id, acknowledged: everyWarning }));
  must(store.run(reviewer, 'announcements.approve', { id }));
  return id;
}
const edit = (store: Store, ...changes: readonly unknown[]) =>
  must(store.run(clerk, 'awards.edit', { id: award, changes }));
const submitAgain = (store: Store, actor = clerk) =>
  store.run(actor, 'awards.submit', { id: award, acknowledged: everyWarning });
const reopen = (store: Store) =>
  store.run(reviewer, 'awards.reopen', { id: award, reason: '再核对（示例）' });
const gaveUp = [{ supplier: '甲公司', reasonCode: 'GAVE_UP', reason: '书面放弃（示例）', files: [paper] }];
function toSecond(store: Store) {
  edit(
    store,
    { field: 'winner', from: '甲公司', to: '乙公司' },
    { field: 'amount', from: 100, to: 99 },
    { field: 'passedOver', from: [], to: gaveUp },
  );
}
function end(store: Store) {
  const id = anId('end');
  const content = {
    reasonCode: 'COMPLAINT_UPHELD',
    reason: [{ id: first, cells: { section: first, explanation: '质疑成立（示例）' } }],
  };
  must(publishAbout(store, { id, type: 'TERMINATION', targetId: notice, sectionIds: [first], content }));
}
function publishAbout(store: Store, draft: { readonly id: string; readonly [part: string]: unknown }) {
  must(store.run(clerk, 'announcements.create', { ...draft, projectId: projectIn(store).id }));
  must(store.run(clerk, 'announcements.submit', { id: draft.id, acknowledged: everyWarning }));
  must(store.run(reviewer, 'announcements.approve', { id: draft.id }));
  return store.run(clerk, 'announcements.publish', { id: draft.id });
}
const papersIn = (store: Store) =>
  papersOf({
    award: store.get(awards, award),
    project: projectIn(store),
    section: store.get(sections, first),
    events: store.all(sectionEvents),
    ends: [],
  });
const frozenAwards = (store: Store) =>
  JSON.stringify(store.get(announcements, anId('result')).frozen?.values['awards']);

it('what was reviewed under another winner is not published', () => {
  const store = confirmed();
  const id = approved(store);
  must(reopen(store));
  toSecond(store);
  must(submitAgain(store));
  must(confirm(store));
  const answer = store.run(clerk, 'awards.publish', { id });
  expect(answer.ok, `published: ${frozenAwards(store)}, letter to ${resultIn(store)?.supplierName}`).toBe(
    false,
  );
});
it('nobody types the winner in the first format', () => {
  const store = confirmed();
  const cells = { lotNo: '1', supplierName: '丁公司', supplierAddress: 'x', awardAmount: 1 };
  const about = { type: 'RESULT', projectId: projectIn(store).id, sectionIds: [first], templateVersion: 1 };
  const draft = { id: anId('result'), ...about, content: { ...typedResult, awards: [{ id: first, cells }] } };
  expect(store.run(clerk, 'announcements.create', draft)).toMatchObject({
    error: { code: 'client_too_old' },
  });
});
it('an award that was confirmed once is not deleted', () => {
  const store = confirmed();
  must(reopen(store));
  if (store.run(agency, 'awards.delete', { id: award }).ok) {
    store.now += 60_000;
    must(submit(store));
    must(confirm(store));
  } else {
    must(submitAgain(store));
    must(confirm(store));
  }
  expect(store.all(sectionEvents).filter(({ kind }) => kind === 'winner_determined')).toHaveLength(2);
});
it('an empty line does not resolve a tie', () => {
  const store = told([line('甲公司', 1), line('乙公司', 1), line('丙公司', 1)]);
  const passedOver = ['甲公司', '丙公司'].map((supplier) => ({
    supplier,
    reasonCode: null,
    reason: '',
    files: [],
  }));
  expect(brokenBy(submit(store, { winner: '乙公司', passedOver }))).not.toEqual([]);
});
it('nobody behind the winner is told of having been passed over', () => {
  const store = told(three);
  const answer = submit(store, {
    passedOver: [{ supplier: '丙公司', reasonCode: 'UNLAWFUL', reason: '', files: [] }],
  });
  if (!answer.ok) return;
  must(confirm(store));
  must(store.run(clerk, 'awards.publish', { id: approved(store) }));
  expect(JSON.stringify(papersIn(store).find(({ key }) => key === 'notice/丙公司'))).not.toContain(
    '违法行为',
  );
});
it('the event of a determination is not withdrawn by hand', () => {
  const store = confirmed();
  const event = store.all(sectionEvents).find(({ kind }) => kind === 'winner_determined');
  expect(store.run(clerk, 'sectionEvents.withdraw', { id: event?.id, reason: '手误' }).ok).toBe(false);
});
it('nor that of the letter', () => {
  const store = confirmed();
  must(store.run(clerk, 'awards.publish', { id: approved(store) }));
  const event = store.all(sectionEvents).find(({ kind }) => kind === 'notice_issued');
  expect(store.run(clerk, 'sectionEvents.withdraw', { id: event?.id, reason: '手误' }).ok).toBe(false);
});
it('nor overridden by an earlier one', () => {
  const store = confirmed();
  store.now += 60_000;
  record(store, 'winner_determined', store.now - 50_000, clerk);
  const inForce = eventInForce(store.get(sections, first), store.all(sectionEvents), 'winner_determined');
  expect(inForce?.at).toBe(store.get(awards, award).determinedAt);
});
it('a result of a former course does not wait for ever', () => {
  const store = announced(60_000);
  must(tell(store, 1, three));
  must(submit(store));
  must(confirm(store));
  end(store);
  store.now += 60_000;
  must(publish(store, anId('again'), 'TENDER', [first], typedTender));
  expect(reopen(store).ok || store.get(awards, award).status !== 'confirmed').toBe(true);
});
it('nor when the notice was withdrawn', () => {
  const store = announced();
  must(record(store, 'evaluation_ended'));
  must(submit(store, { candidates: three.map((each) => ({ ...each, uscc: '' })) }));
  must(confirm(store));
  const event = store.all(sectionEvents).find(({ kind }) => kind === 'evaluation_ended');
  must(store.run(agency, 'sectionEvents.withdraw', { id: event?.id, reason: '登记错误' }));
  must(store.run(office, 'announcements.withdraw', { id: notice, reason: '公告有误' }));
  expect(reopen(store).ok).toBe(true);
});
it('a consortium with long names can be announced', () => {
  const store = evaluated();
  const members = Array.from({ length: 8 }, (_, i) => ({
    name: `河南省许昌市示例建设工程集团有限公司${i}`,
    uscc: '',
    share: '一半',
  }));
  must(submit(store, { members }));
  must(confirm(store));
  approved(store);
});
it('a blank at the end of a name', () => {
  const store = told([line('甲公司 ', 1, uscc), line('乙公司', 2), line('丙公司', 3)]);
  must(submit(store, { winner: '甲公司 ' }));
  must(confirm(store));
  must(reopen(store));
  expect(brokenBy(submitAgain(store))).toEqual([]);
});
it('width', () => {
  const store = told([line('甲（集团）公司', 1, uscc), line('乙公司', 2), line('丙公司', 3)]);
  must(store.run(clerk, 'suppliers.save', { uscc, name: '甲(集团)公司' }));
  expect(brokenBy(submit(store, { winner: '甲（集团）公司' }))).toEqual([]);
});
it('the winner gets no notice of having lost', () => {
  const store = announced();
  const bidders = ['甲(集团)公司', '乙公司', '丙公司'].map((name, i) => ({
    name,
    uscc: i === 0 ? uscc : null,
    price: 100,
  }));
  must(
    store.run(centre, 'sectionEvents.receiveOpening', {
      id: anId('op'),
      lotUid: 'lot-1',
      version: 1,
      pushedAt: store.now,
      openedAt: store.now - 9_000,
      bidders,
    }),
  );
  must(tell(store, 1, [line('甲（集团）公司', 1, uscc), line('乙公司', 2), line('丙公司', 3)]));
  must(submit(store, { winner: '甲（集团）公司' }));
  must(confirm(store));
  must(store.run(clerk, 'awards.publish', { id: approved(store) }));
  expect(papersIn(store).map(({ key }) => key)).toEqual(['letter', 'notice/乙公司', 'notice/丙公司']);
});
const banned = (store: Store, name: string, from = '2026-01-01') => {
  must(store.run(clerk, 'suppliers.save', { uscc, name }));
  must(
    store.run(office, 'suppliers.recordBan', {
      id: supplierIdOf(uscc),
      banId: anId('ban'),
      document: '决定',
      reason: '示例',
      from,
      until: '2027-01-01',
    }),
  );
};
it('banned after the confirmation', () => {
  const store = confirmed();
  const id = approved(store);
  banned(store, '甲公司');
  expect(store.run(clerk, 'awards.publish', { id }).ok).toBe(false);
});
it('a banned member', () => {
  const store = told(three);
  banned(store, '丁公司');
  expect(brokenBy(submit(store, { members: [{ name: '丁公司', uscc, share: '半' }] }))).toContain(
    'award.member_banned',
  );
});
it('the centre tells no code', () => {
  const store = told(three);
  banned(store, '甲公司');
  expect(brokenBy(submit(store))).toContain('award.banned');
});
it('silence after the purchaser has spoken', () => {
  const store = evaluated();
  must(record(store, 'report_delivered'));
  must(submit(store));
  must(confirm(store));
  must(reopen(store));
  store.now += 14 * day;
  must(
    store.run(agency, 'awards.edit', {
      id: award,
      changes: [{ field: 'basis', from: 'purchaser', to: 'silence' }],
    }),
  );
  expect(brokenBy(submitAgain(store, agency))).toContain('award.not_silent');
});
it('delivery told afterwards by the agency alone', () => {
  const store = evaluated();
  store.now += 30 * day;
  must(record(store, 'report_delivered', store.now - 29 * day));
  must(begin(store, { basis: 'silence' }, agency));
  expect(brokenBy(submitAgain(store, agency))).toContain('award.not_silent');
});
it('the agency takes its own determination back when evaluated anew', () => {
  const store = evaluated();
  must(record(store, 'report_delivered'));
  store.now += 14 * day;
  must(begin(store, { basis: 'silence' }, agency));
  must(submitAgain(store, agency));
  must(confirm(store, award, { ...agency, accountId: anId('colleague') }));
  must(evaluate(store, 2, ['乙公司', '甲公司', '丙公司']));
  expect(store.run(agency, 'awards.reopen', { id: award, reason: '重新评审' }).ok).toBe(true);
});
it('no rate, no amount is added in the announcement', () => {
  const store = confirmed();
  approved(store, {
    ...typedResult,
    awards: [{ id: first, cells: { section: first, awardRate: '下浮50%' } }],
  });
  expect(frozenAwards(store)).not.toContain('下浮');
});
it('confirms what was seen', () => {
  const store = told(three);
  must(submit(store));
  const { submittedAt } = store.get(awards, award);
  store.now += 1000;
  must(store.run(clerk, 'awards.takeBack', { id: award }));
  toSecond(store);
  must(store.run(clerk, 'awards.edit', { id: award, changes: [{ field: 'amount', from: 99, to: 100 }] }));
  must(submitAgain(store));
  expect(
    store.run(reviewer, 'awards.confirm', { id: award, submittedAt, note: '', acknowledged: everyWarning }),
  ).toMatchObject({ error: { code: 'stale' } });
});
it('open data of a section that was ended', () => {
  const store = confirmed();
  must(store.run(clerk, 'awards.publish', { id: approved(store) }));
  fileToEnd(store, first);
  end(store);
  const lot = {
    announcementId: notice,
    projectId: 'p',
    projectNo: 'n',
    projectName: 'x',
    method: null,
    section: store.get(sections, first),
  };
  expect(lotFields.find(({ name }) => name === 'supplierName')?.read(lot, '')).toBeNull();
});
it('the same candidate twice by the centre', () => {
  expect(brokenBy(submit(told([line('甲公司', 1), line('甲公司', 3, uscc), line('乙公司', 2)])))).not.toEqual(
    [],
  );
});
it('one code for two', () => {
  const store = announced();
  must(record(store, 'evaluation_ended'));
  const candidates = [line('甲公司', 1), line('甲 公司', 2), line('丙公司', 3)].map((each) => ({
    ...each,
    uscc,
  }));
  expect(brokenBy(submit(store, { candidates }))).not.toEqual([]);
});
it('ranks that begin with 2', () => {
  const store = announced();
  must(record(store, 'evaluation_ended'));
  expect(
    brokenBy(
      submit(store, {
        candidates: [2, 3, 4].map((n) => ({ ...line(`${n}公司`, n), uscc: '' })),
        winner: '2公司',
      }),
    ),
  ).not.toEqual([]);
});
it('who was rejected', () => {
  const store = announced();
  const ranking = three;
  must(
    store.run(centre, 'sectionEvents.receiveEvaluation', {
      id: anId('e'),
      startedId: anId('s'),
      version: 1,
      lotUid: 'lot-1',
      pushedAt: store.now,
      startedAt: store.now - 2,
      endedAt: store.now - 1,
      reportSha256: 'ab'.repeat(32),
      outcome: { result: 'ranked' },
      ranking,
      rejected: [{ supplier: '甲公司', uscc: null, reason: '资格不符' }],
    }),
  );
  expect(brokenBy(submit(store))).not.toEqual([]);
});
it('consortium: the winner as its own member, another candidate as member', () => {
  expect(
    brokenBy(
      submit(evaluated(), { members: ['甲公司', '乙公司'].map((name) => ({ name, uscc: '', share: '半' })) }),
    ),
  ).not.toEqual([]);
});
it('consortium where the notice takes none', () => {
  const store = evaluated(false);
  expect(store.get(announcements, notice).frozen?.values['consortiumAllowed']).toBe(false);
  expect(brokenBy(submit(store, { members: [{ name: '丁公司', uscc: '', share: '半' }] }))).not.toEqual([]);
});
it('the same ranking in another order of lines', () => {
  const store = told(three);
  must(tell(store, 2, three.toReversed()));
  expect(brokenBy(submit(store))).toEqual([]);
});
it('blank name', () => {
  expect(() => evaluated().run(clerk, 'suppliers.save', { uscc, name: '  ' })).not.toThrow();
});
it('51 renames', () => {
  const store = evaluated();
  must(store.run(clerk, 'suppliers.save', { uscc, name: '名0' }));
  expect(() => {
    for (let n = 0; n < 51; n += 1)
      store.run(agency, 'suppliers.rename', {
        id: supplierIdOf(uscc),
        from: `名${n}`,
        name: `名${n + 1}`,
        on: '2026-01-01',
        file: paper,
      });
  }).not.toThrow();
});
it('codes of members', () => {
  const store = evaluated();
  const wide = '91110000802100433b'.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
  must(submit(store, { members: [{ name: '丁公司', uscc: wide, share: '半' }] }));
  must(confirm(store));
  expect(resultIn(store)?.members[0]?.uscc).toBe('91110000802100433B');
});
it('turns in open data', () => {
  const store = told([line('甲\u202e公司', 1), line('乙公司', 2), line('丙公司', 3)]);
  must(submit(store, { winner: '甲\u202e公司' }));
  must(confirm(store));
  must(store.run(clerk, 'awards.publish', { id: approved(store) }));
  const lot = {
    announcementId: notice,
    projectId: 'p',
    projectNo: 'n',
    projectName: 'x',
    method: null,
    section: store.get(sections, first),
  };
  expect(lotFields.find(({ name }) => name === 'supplierName')?.read(lot, '')).toBe('甲公司');
});

// Suppliers: one record a code, renamed with a paper, excluded from one day to another.
import { expect, it } from 'vitest';
import { anActor } from '#test/builders/actors.ts';
import { aStoreWithSections } from '#test/builders/announcements.ts';
import { anId } from '#test/builders/ids.ts';
import { banOn, supplierIdOf, suppliers } from './model.ts';

const clerk = anActor('purchaser_clerk');
const agency = anActor('agency');
const office = anActor('procurement_office');
const uscc = '11411000005712349F';
const id = supplierIdOf(uscc);
const said = { uscc, name: '示例供应商', address: '许昌市示例路1号', sizeClass: 'small' };
const paper = {
  id: anId('paper'),
  fileName: 'rename.pdf',
  mediaType: 'application/pdf',
  size: 1,
  sha256: 'b'.repeat(64),
};

function saved() {
  const store = aStoreWithSections();
  expect(store.run(clerk, 'suppliers.save', said)).toMatchObject({ ok: true });
  return store;
}

it('the same code is the same supplier, however it is typed', () => {
  const store = saved();
  const again = { uscc: ` ${uscc.toLowerCase()} `, name: '示例供应商', address: '许昌市示例路2号' };
  expect(store.run(agency, 'suppliers.save', again)).toMatchObject({ ok: true });
  expect(store.all(suppliers)).toMatchObject([{ id, uscc, address: '许昌市示例路2号', sizeClass: 'small' }]);
});

it('what is left empty stays as it is known', () => {
  const store = saved();
  expect(store.run(agency, 'suppliers.save', { uscc, name: '示例供应商' })).toMatchObject({ ok: true });
  expect(store.get(suppliers, id)).toMatchObject({ address: '许昌市示例路1号', sizeClass: 'small' });
});

it('a code that cannot be one is refused, and so is a known one under another name', () => {
  const store = saved();
  const wrong = store.run(clerk, 'suppliers.save', { ...said, uscc: '914100000000000000' });
  expect(wrong).toMatchObject({ ok: false, error: { fields: [{ path: 'uscc', code: 'uscc_invalid' }] } });
  const other = store.run(clerk, 'suppliers.save', { ...said, name: '另一供应商' });
  expect(other).toMatchObject({
    ok: false,
    error: { code: 'already_exists', fields: [{ path: 'name', code: 'supplier_named' }] },
  });
});

it('a rename keeps the earlier name with its paper; of two at once the second is told of the first', () => {
  const store = saved();
  const rename = { id, from: '示例供应商', name: '示例供应商（更名）', on: '2026-01-20', file: paper };
  expect(store.run(clerk, 'suppliers.rename', rename)).toMatchObject({ ok: true });
  expect(store.get(suppliers, id)).toMatchObject({
    name: '示例供应商（更名）',
    earlierNames: [{ name: '示例供应商', until: '2026-01-20', file: paper }],
  });
  const second = store.run(agency, 'suppliers.rename', { ...rename, name: '第三个名称' });
  expect(second).toMatchObject({
    ok: false,
    error: { code: 'stale', fields: [{ code: 'supplier_renamed' }] },
  });
});

it('a rename to the same name, or of a day to come, is refused', () => {
  const store = saved();
  const rename = { id, from: '示例供应商', name: '示例供应商', on: '2026-01-20', file: paper };
  const same = store.run(clerk, 'suppliers.rename', rename);
  expect(same).toMatchObject({ ok: false, error: { fields: [{ code: 'same_name' }] } });
  const later = store.run(clerk, 'suppliers.rename', { ...rename, name: '新名称', on: '2026-01-22' });
  expect(later).toMatchObject({ ok: false, error: { fields: [{ path: 'on', code: 'day_future' }] } });
});

it('is excluded from the first day to the last, both counted, unless the decision is set aside', () => {
  const store = saved();
  const ban = { id, banId: anId('ban'), document: '许财购罚〔2026〕1号', reason: '提供虚假材料（示例）' };
  const until = '2027-01-20';
  const reversed = { ...ban, from: '2026-01-21', until: '2026-01-20' };
  expect(store.run(office, 'suppliers.recordBan', reversed)).toMatchObject({
    ok: false,
    error: { fields: [{ path: 'until', code: 'day_before_from' }] },
  });
  expect(store.run(office, 'suppliers.recordBan', { ...ban, from: '2026-01-21', until })).toMatchObject({
    ok: true,
  });
  const on = (day: string) => banOn(store.get(suppliers, id), day)?.document ?? null;
  expect(['2026-01-20', '2026-01-21', until, '2027-01-21'].map(on)).toEqual([
    null,
    ban.document,
    ban.document,
    null,
  ]);
  const lift = { id, banId: ban.banId, reason: '复议撤销（示例）' };
  expect(store.run(office, 'suppliers.liftBan', lift)).toMatchObject({ ok: true });
  expect(on('2026-02-01')).toBeNull();
  expect(store.run(office, 'suppliers.liftBan', lift)).toMatchObject({
    ok: false,
    error: { fields: [{ code: 'ban_lifted' }] },
  });
});

it('is set aside by whoever has decided it, and by nobody else’s office', () => {
  const store = saved();
  const ban = { id, banId: anId('ban'), document: '许财购罚〔2026〕1号', reason: '示例原因' };
  const issuer = { ...office, organisationId: null, regionCodes: ['411000', '411002'] };
  const period = { from: '2026-01-21', until: '2027-01-20' };
  expect(store.run(issuer, 'suppliers.recordBan', { ...ban, ...period }).ok).toBe(true);
  const lift = { id, banId: ban.banId, reason: '示例原因' };
  const liftedBy = (regionCodes: readonly string[]) =>
    store.run({ ...issuer, accountId: anId('other'), regionCodes }, 'suppliers.liftBan', lift);
  for (const regionCodes of [[], ['411003'], ['411002'], ['411002', '411003']]) {
    expect(liftedBy(regionCodes)).toMatchObject({
      error: { code: 'wrong_state', fields: [{ path: 'banId', code: 'ban_of_others' }] },
    });
  }
  expect(liftedBy(['411000', '411002', '411003'])).toMatchObject({ ok: true });
});

it('of the same 采购办 any account sets aside', () => {
  const store = saved();
  const own = { ...office, organisationId: anId('office'), regionCodes: ['411000'] };
  const ban = { id, banId: anId('ban'), document: '许财购罚〔2026〕1号', reason: '示例原因' };
  const period = { from: '2026-01-21', until: '2027-01-20' };
  expect(store.run(own, 'suppliers.recordBan', { ...ban, ...period }).ok).toBe(true);
  const colleague = { ...own, accountId: anId('colleague'), regionCodes: [] };
  const lift = { id, banId: ban.banId, reason: '示例原因' };
  expect(store.run(colleague, 'suppliers.liftBan', lift).ok).toBe(true);
});

it('a row of before, which says of no ban whose it is, is read', () => {
  const row = saved().get(suppliers, id);
  const ban = {
    id: anId('ban'),
    document: 'No 7',
    reason: '示例',
    from: '2026-01-01',
    until: '2026-12-31',
    lifted: null,
  };
  const raised = suppliers.schema.parse(suppliers.upgrade({ ...row, bans: [ban] }, 1));
  expect(raised.bans).toEqual([{ ...ban, issuer: null }]);
});

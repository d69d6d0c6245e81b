// A field that asks for a supplier offers those that are known; the page says what may be written down by whom.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Supplier, supplierIdOf, suppliers } from '#shared/domain/suppliers/model.ts';
import { noTimers, TestDesk } from '../testing/test-desk.ts';
import { aTown, idOf, office } from '../testing/town.ts';

const paper = {
  ...{ id: idOf(70), fileName: '变更登记通知书.pdf', mediaType: 'application/pdf', size: 1 },
  sha256: 'b'.repeat(64),
};

function aSupplier(uscc: string, name: string, parts: Partial<Supplier> = {}): Supplier {
  return {
    ...{ id: supplierIdOf(uscc), uscc, name, address: '许昌市示例路1号', sizeClass: 'small' },
    ...{ earlierNames: [], bans: [], createdAt: 1, updatedAt: 1, history: [] },
    ...parts,
  };
}

const ban = {
  ...{ id: idOf(71), document: '示例〔2026〕1号', reason: '示例', from: '2026-01-01', until: '2027-01-01' },
  issuer: null,
  lifted: null,
};
const renamed = aSupplier(office.uscc, '许昌新名示例有限公司', {
  earlierNames: [{ name: '许昌旧名示例有限公司', until: '2025-12-31', file: paper }],
});
const banned = aSupplier('11411000005712349F', '禹州示例实业有限公司', { bans: [ban] });

const { server, clock } = aTown();
server.put(suppliers, renamed, banned);
let desk: TestDesk;
beforeEach(async () => {
  desk = await new TestDesk(server, clock, { timers: noTimers }).open();
});
afterEach(() => desk.remove());

async function signedIn(username: string): Promise<TestDesk> {
  await desk.signIn(username);
  await desk.must('sync.now', {});
  return desk;
}

it('offers by name, earlier name and code; without a word those that were written down last', async () => {
  await signedIn('clerk');
  const names = async (text: string) =>
    (await desk.see('suppliers.suggest', { text })).suppliers.map(({ name }) => name);
  expect(await names('新名')).toEqual([renamed.name]);
  expect(await names('旧名')).toEqual([renamed.name]);
  expect(await names(banned.uscc.slice(4, 12))).toEqual([banned.name]);
  expect(await names('没有这一家')).toEqual([]);
  expect((await names('')).toSorted()).toEqual([renamed.name, banned.name].toSorted());
  const { suppliers: found } = await desk.see('suppliers.suggest', { text: '禹州' });
  expect(found).toMatchObject([{ uscc: banned.uscc, bannedUntil: '2027-01-01' }]);
});

describe('what may be written down', () => {
  it.each([
    ['clerk', ['suppliers.save', 'suppliers.rename']],
    ['reviewer', []],
    ['officer', ['suppliers.save', 'suppliers.rename', 'suppliers.recordBan', 'suppliers.liftBan']],
  ])('by %s', async (username, expected) => {
    await signedIn(username);
    const { actions } = await desk.see('suppliers.get', { id: banned.id });
    expect(actions).toEqual(expected);
  });

  it('is lifted only where there is a ban', async () => {
    await signedIn('officer');
    const { actions } = await desk.see('suppliers.get', { id: renamed.id });
    expect(actions).not.toContain('suppliers.liftBan');
  });
});

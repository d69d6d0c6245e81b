// 履约保证金: handed in, extended, returned; and when somebody has to look after it.
import { describe, expect, it } from 'vitest';
import { anActor } from '#test/builders/actors.ts';
import { aStoreToSign, contractId, withContractIn } from '#test/builders/contracts.ts';
import { must } from '#test/builders/payments.ts';
import type { Store } from '#test/builders/store.ts';
import { bondDay, contracts } from '../model.ts';

const clerk = anActor('purchaser_clerk');
const bondAmount = 1_000_000;
const aStoreWithBond = (): Store => {
  const bond = { bondAmount, bondForm: 'guarantee', bondIssuer: '示例银行' } as const;
  const store = withContractIn(aStoreToSign(), 'received', bond);
  store.now += 24 * 3_600_000;
  return store;
};
const contractIn = (store: Store) => store.get(contracts, contractId);
const waits = (store: Store) => contracts.deskColumns.waitsFor.read(contractIn(store));

const handedIn = { receivedOn: '2026-03-05', expiresOn: '2026-12-31', returnBy: null, bondFiles: [] };
const record = (store: Store, parts: object = {}) =>
  store.run(clerk, 'contracts.recordBond', { id: contractId, ...handedIn, ...parts });
const giveBack = (store: Store, parts: object = {}) =>
  store.run(clerk, 'contracts.returnBond', {
    ...{ id: contractId, returnedOn: '2026-03-05', returnedAmount: bondAmount, note: '', bondFiles: [] },
    ...parts,
  });
const codes = (answer: ReturnType<Store['run']>) =>
  answer.ok ? [] : (answer.error.fields ?? []).map(({ path, code }) => `${path} ${code}`);

describe('a 履约保证金', () => {
  it('is handed in, extended and returned', () => {
    const store = aStoreWithBond();
    expect([contractIn(store).bond, waits(store)]).toEqual([null, null]);
    must(record(store));
    expect([bondDay(contractIn(store)), waits(store)]).toEqual(['2026-12-01', 'bond']);
    must(record(store, { expiresOn: '2027-06-30', returnBy: '2027-03-05' }));
    expect(bondDay(contractIn(store))).toBe('2027-03-05');
    must(giveBack(store));
    expect(contractIn(store).bond?.returned).toEqual({ on: '2026-03-05', amount: bondAmount });
    expect([bondDay(contractIn(store)), waits(store)]).toEqual([null, null]);
    expect(giveBack(store)).toMatchObject({ error: { code: 'wrong_state' } });
    expect(record(store)).toMatchObject({ error: { code: 'wrong_state' } });
  });

  it.each([
    [{ receivedOn: '2026-03-06' }, 'receivedOn bond_later'],
    [{ expiresOn: null }, 'expiresOn bond_expiry_missing'],
    [{ expiresOn: '2026-03-04' }, 'expiresOn bond_expired_before'],
  ])('is not handed in as %j', (parts, code) => {
    expect(codes(record(aStoreWithBond(), parts))).toEqual([code]);
  });

  it.each([
    [{ returnedOn: '2026-03-06' }, 'returnedOn bond_later'],
    [{ returnedOn: '2026-03-04' }, 'returnedOn bond_returned_before'],
    [{ returnedAmount: bondAmount + 1 }, 'returnedAmount bond_returned_more'],
    [{ returnedAmount: bondAmount - 1 }, 'note bond_kept_reason'],
  ])('is not returned as %j', (parts, code) => {
    const store = aStoreWithBond();
    must(record(store));
    expect(codes(giveBack(store, parts))).toEqual([code]);
  });

  it('is asked for by the contract', () => {
    const store = withContractIn(aStoreToSign(), 'received');
    expect(record(store)).toMatchObject({ error: { code: 'wrong_state' } });
  });
});

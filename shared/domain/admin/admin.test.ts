// What the administrator keeps: organisations, accounts, settings, holidays, number patterns, platforms.
import { describe, expect, it } from 'vitest';
import { anActor, anAgency, anOffice, aUnit } from '#test/builders/actors.ts';
import { anId } from '#test/builders/ids.ts';
import { aStore } from '#test/builders/world.ts';
import { accounts, calendarYears, numberPatterns, organisations, platforms, settings } from './model.ts';
import { builtInPatterns } from './next-number.ts';
import { settingDefinitions, settingKeys, settingValue } from './settings.ts';

const administrator = anActor('administrator');
const refusal = (code: string, path: string, field: string) => ({
  error: { code, fields: [{ path, code: field }] },
});

describe('organisations', () => {
  const unit = { ...aUnit, id: anId('new unit'), uscc: '91330100799655058B' };
  const save = (changes: object) =>
    aStore().run(administrator, 'organisations.save', { organisation: { ...unit, ...changes } });

  it('are saved with their code written the official way', () => {
    const store = aStore();
    const organisation = { ...unit, uscc: '91330100799655058b' };
    expect(store.run(administrator, 'organisations.save', { organisation }).ok).toBe(true);
    expect(store.get(organisations, unit.id).uscc).toBe('91330100799655058B');
  });

  it.each([
    [
      'a wrong check digit',
      { uscc: '91330100799655058A' },
      'invalid_input',
      'organisation.uscc',
      'uscc_invalid',
    ],
    ['the code of another', { uscc: anAgency.uscc }, 'already_exists', 'organisation.uscc', 'uscc_taken'],
    [
      'an unknown region',
      { regionCode: '999999' },
      'invalid_input',
      'organisation.regionCode',
      'unknown_code',
    ],
    [
      'a unit with an agency kind',
      { agencyKind: 'SOCIAL_AGENCY' },
      'invalid_input',
      'organisation.agencyKind',
      'agency_kind',
    ],
    ['an agency without one', { kind: 'agency' }, 'invalid_input', 'organisation.agencyKind', 'agency_kind'],
    [
      'another kind than before',
      { ...aUnit, kind: 'office' },
      'wrong_state',
      'organisation.kind',
      'fixed_once_saved',
    ],
  ])('are refused with %s', (_what, changes, code, path, field) => {
    expect(save(changes)).toMatchObject(refusal(code, path, field));
  });
});

describe('accounts', () => {
  const account = {
    id: anId('new account'),
    username: 'zhang.san',
    name: 'Zhang San',
    role: 'purchaser_clerk',
    organisationId: aUnit.id,
    regionCodes: [],
    phone: '',
    active: true,
  };
  const save = (changes: object) =>
    aStore().run(administrator, 'accounts.save', { account: { ...account, ...changes } });

  it.each([
    ['purchaser_clerk', aUnit.id, []],
    ['purchaser_reviewer', aUnit.id, []],
    ['agency', anAgency.id, []],
    ['procurement_office', anOffice.id, ['411000']],
    ['supervisor', null, ['411000', '411081']],
    ['administrator', null, []],
    ['auditor', anOffice.id, []],
  ])('of a %s fit organisation and regions', (role, organisationId, regionCodes) => {
    expect(save({ role, organisationId, regionCodes }).ok).toBe(true);
  });

  it.each([
    ['no unit', { organisationId: null }, 'invalid_input', 'account.organisationId', 'organisation_needed'],
    [
      'a unit of another kind',
      { organisationId: anAgency.id },
      'invalid_input',
      'account.organisationId',
      'organisation_kind',
    ],
    [
      'an unknown unit',
      { organisationId: anId('nothing') },
      'reference_missing',
      'account.organisationId',
      'reference_missing',
    ],
    [
      'regions it does not need',
      { regionCodes: ['411000'] },
      'invalid_input',
      'account.regionCodes',
      'regions_not_for_role',
    ],
    [
      'no regions',
      { role: 'supervisor', organisationId: null },
      'invalid_input',
      'account.regionCodes',
      'regions_needed',
    ],
    [
      'unknown regions',
      { role: 'supervisor', organisationId: null, regionCodes: ['411000', 'toString'] },
      'invalid_input',
      'account.regionCodes.1',
      'unknown_code',
    ],
    ['a name in use', { username: 'admin' }, 'already_exists', 'account.username', 'username_taken'],
  ])('are refused with %s', (_what, changes, code, path, field) => {
    expect(save(changes)).toMatchObject(refusal(code, path, field));
  });

  it('are never machines', () => {
    expect(save({ role: 'system' })).toMatchObject({ error: { code: 'invalid_input' } });
  });

  it('can be disabled, but not one’s own', () => {
    const store = aStore();
    store.run(administrator, 'accounts.save', { account });
    expect(store.run(administrator, 'accounts.disable', { id: account.id }).ok).toBe(true);
    expect(store.get(accounts, account.id).active).toBe(false);
    expect(store.run(administrator, 'accounts.disable', { id: administrator.accountId })).toMatchObject({
      error: { code: 'same_person' },
    });
  });
});

describe('settings', () => {
  it.each(settingKeys)('%s has a default that fits its own schema', (key) => {
    const { schema, fallback } = settingDefinitions[key];
    expect(schema.safeParse(fallback).success).toBe(true);
  });

  it('are set by key and value of that key', () => {
    const store = aStore();
    expect(store.run(administrator, 'settings.set', { key: 'plans.autoFile', value: true }).ok).toBe(true);
    expect(settingValue(store.all(settings), 'plans.autoFile')).toBe(true);
    expect(store.run(administrator, 'settings.set', { key: 'plans.autoFile', value: 'yes' })).toMatchObject(
      refusal('invalid_input', 'value', 'invalid_type'),
    );
    for (const key of ['no.such', '__proto__', 'constructor']) {
      expect(store.run(administrator, 'settings.set', { key, value: 1 })).toMatchObject(
        refusal('unknown_name', 'key', 'unknown_setting'),
      );
    }
  });

  it('that no longer fit count as not set', () => {
    const rows = [{ id: 'plans.intentionDays', value: 'thirty', updatedAt: 0 }];
    expect(settingValue(rows, 'plans.intentionDays')).toBe(30);
  });
});

describe('holidays', () => {
  it('are published by year and can be corrected', () => {
    const store = aStore();
    const calendar = {
      year: 2027,
      holidays: [{ name: 'New Year', from: '2027-01-01', to: '2027-01-03' }],
      makeUpWorkdays: ['2027-01-09'],
    };
    const publish = { calendar, source: 'Example notice' };
    expect(store.run(administrator, 'holidays.publish', publish).ok).toBe(true);
    expect(store.get(calendarYears, '2027').calendar).toEqual(calendar);
  });

  it.each([
    [{ makeUpWorkdays: ['2027-01-06'] }, 'calendar.makeUpWorkdays.0', 'make_up_not_weekend'],
    [{ makeUpWorkdays: ['2027-01-02'] }, 'calendar.makeUpWorkdays.0', 'make_up_in_holiday'],
    [
      { holidays: [{ name: 'New Year', from: '2026-11-30', to: '2026-12-03' }] },
      'calendar.holidays.0.from',
      'date_not_in_year',
    ],
  ])('are refused when they cannot be right: %o', (changes, path, code) => {
    const calendar = {
      year: 2027,
      holidays: [{ name: 'New Year', from: '2027-01-01', to: '2027-01-03' }],
      makeUpWorkdays: [],
      ...changes,
    };
    const answer = aStore().run(administrator, 'holidays.publish', { calendar, source: 'Example' });
    expect(answer).toMatchObject(refusal('invalid_input', path, code));
  });
});

describe('number patterns', () => {
  const set = (id: string, pattern: string) =>
    aStore().run(administrator, 'numberPatterns.set', { id, pattern });

  it('are set for a region or for all', () => {
    const store = aStore();
    const pattern = 'YZ-{yyyy}-{seq:4}';
    expect(store.run(administrator, 'numberPatterns.set', { id: 'plan/411081', pattern }).ok).toBe(true);
    expect(store.get(numberPatterns, 'plan/411081').pattern).toBe(pattern);
    expect(set('plan/default', '{region}-{yyyy}-{seq}').ok).toBe(true);
  });

  it('are set for every kind of number, also as the built-in one has it', () => {
    for (const { id, pattern } of builtInPatterns) {
      const store = aStore();
      expect(store.run(administrator, 'numberPatterns.set', { id, pattern }).ok).toBe(true);
      const region = id.replace('default', '411081');
      expect(store.run(administrator, 'numberPatterns.set', { id: region, pattern }).ok).toBe(true);
    }
  });

  it.each([
    ['plan/411081', 'YZ-{yyyy}', 'invalid_input', 'pattern', 'pattern_no_seq'],
    ['plan/411081', 'YZ-{seq}', 'invalid_input', 'pattern', 'pattern_no_year'],
    ['plan/411081', 'XC-{yyyy}-{seq:4}', 'already_exists', 'pattern', 'pattern_taken'],
    ['letter/411081', 'XC-{yyyy}-{seq:4}', 'already_exists', 'pattern', 'pattern_taken'],
    ['plan/411081', '{region}-TZ-{yyyy}-{seq:5}', 'already_exists', 'pattern', 'pattern_taken'],
    ['plan/999999', 'X-{yyyy}-{seq}', 'unknown_name', 'id', 'unknown_pattern'],
    ['invoice/411081', 'X-{yyyy}-{seq}', 'unknown_name', 'id', 'unknown_pattern'],
  ])('%s %s is refused', (id, pattern, code, path, field) => {
    expect(set(id, pattern)).toMatchObject(refusal(code, path, field));
  });
});

describe('platforms', () => {
  const publicKey = `MCowBQYDK2VwAyEA${'A'.repeat(43)}=`;
  const add = { platformId: 'xuchang', keyId: 'k1', publicKey };

  it('are saved without touching their keys', () => {
    const store = aStore();
    store.run(administrator, 'platforms.addKey', add);
    const { publicKeys: _, ...platform } = store.get(platforms, 'xuchang');
    expect(store.run(administrator, 'platforms.save', { platform: { ...platform, name: 'New' } }).ok).toBe(
      true,
    );
    expect(store.get(platforms, 'xuchang')).toMatchObject({ name: 'New', publicKeys: [{ keyId: 'k1' }] });
  });

  it('retire a key but keep it, and never give its id to another', () => {
    const store = aStore();
    store.run(administrator, 'platforms.addKey', add);
    const retire = { platformId: 'xuchang', keyId: 'k1' };
    expect(store.run(administrator, 'platforms.retireKey', retire).ok).toBe(true);
    expect(store.get(platforms, 'xuchang').publicKeys).toEqual([{ keyId: 'k1', publicKey, retired: true }]);
    expect(store.run(administrator, 'platforms.retireKey', retire)).toEqual({ ok: true, value: [] });
    expect(store.run(administrator, 'platforms.addKey', add)).toMatchObject(
      refusal('already_exists', 'keyId', 'key_id_taken'),
    );
  });

  it('take Ed25519 keys only', () => {
    expect(aStore().run(administrator, 'platforms.addKey', { ...add, publicKey: 'AAAA' })).toMatchObject(
      refusal('invalid_input', 'publicKey', 'invalid_format'),
    );
  });
});

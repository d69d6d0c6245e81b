import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NumberPattern, Setting } from '#shared/domain/admin/model.ts';
import type { Plan } from '#shared/domain/plans/model.ts';
import { examplePlatform } from '#shared/rules/plan-example.ts';
import { anAgency, aUnit } from '#test/builders/actors.ts';
import { anId } from '#test/builders/ids.ts';
import { aPlan } from '#test/builders/plans.ts';
import { oneDatabase } from '#test/support/database.ts';
import { storeAll } from '#test/support/seed.ts';
import { aServer, type TestServer } from '#test/support/server.ts';

const pattern: NumberPattern = { id: 'plan/default', pattern: 'XC-{yyyy}-{seq:4}', updatedAt: 0 };

describe.each(oneDatabase())('自动备案 on $name', (engine) => {
  let server: TestServer;

  beforeEach(async () => {
    server = await aServer(engine);
    await storeAll(
      server.held.database,
      [
        { entity: 'organisations', row: aUnit },
        { entity: 'organisations', row: anAgency },
        { entity: 'platforms', row: examplePlatform },
        {
          entity: 'number_patterns',
          row: pattern,
        },
      ],
      server.time.now,
    );
  });
  afterEach(() => server.stop());

  const store = (row: Plan) => storeAll(server.held.database, [{ entity: 'plans', row }], server.time.now);
  const set = (value: boolean) => {
    const row: Setting = { id: 'plans.autoFile', value, updatedAt: 0 };
    return storeAll(server.held.database, [{ entity: 'settings', row }], server.time.now);
  };
  const plan = async (name: string) => (await server.operations.row('plans', anId(name))) as Plan;
  const aMinuteLater = async () => {
    server.time.now += 60_000;
    await server.runDueWork();
  };
  const audited = async () =>
    (await server.held.database.query("SELECT 1 FROM audit_log WHERE action = 'plans.file'")).rows.length;

  it('leaves everything to the office while the setting is off', async () => {
    await store(aPlan('a').approved().build());
    await aMinuteLater();
    expect(await plan('a')).toMatchObject({ status: 'office_review', planNo: null });
  });

  it('files what units have approved, once, with number and project', async () => {
    await set(true);
    await store(aPlan('a').approved().build());
    await store(aPlan('b').submitted().build());
    await aMinuteLater();
    await aMinuteLater();
    expect(await plan('a')).toMatchObject({ status: 'filed', filingRound: 1 });
    expect((await plan('a')).planNo).not.toBeNull();
    expect((await plan('a')).history.at(-1)).toMatchObject({ action: 'plans.file', role: 'system' });
    expect(await plan('b')).toMatchObject({ status: 'unit_review', planNo: null });
    expect(await audited()).toBe(1);
  });

  it('tries what it may not file once, and again when the plan has changed', async () => {
    await set(true);
    await store(aPlan('a').with({ platformId: 'nobody-knows' }).approved().build());
    await aMinuteLater();
    await aMinuteLater();
    expect(await audited()).toBe(1);
    expect(await plan('a')).toMatchObject({ status: 'office_review' });
    await store(aPlan('a').approved().build());
    await aMinuteLater();
    expect(await audited()).toBe(2);
    expect(await plan('a')).toMatchObject({ status: 'filed' });
  });

  it('files a plan that a newer server wrote as soon as it can read it', async () => {
    const { database } = server.held;
    await set(true);
    await store(aPlan('a').approved().build());
    const revised = (from: number, to: number) =>
      database.exec(
        `UPDATE plans SET body = replace(body::text, '"$revision":${from},', '"$revision":${to},')::json`,
      );
    await revised(2, 99);
    await aMinuteLater();
    await revised(99, 2);
    expect(await plan('a')).toMatchObject({ status: 'office_review' });
    await aMinuteLater();
    expect(await plan('a')).toMatchObject({ status: 'filed' });
  });
});

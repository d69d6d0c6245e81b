// 变更采购方式 over the wire: the centre names the lot that failed. What it names otherwise than the plan is rejected with code and field, and changes nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plans } from '#shared/domain/plans/model.ts';
import { type Section, sections } from '#shared/domain/projects/model.ts';
import { anActor } from '#test/builders/actors.ts';
import { anId } from '#test/builders/ids.ts';
import { aSectionContent } from '#test/builders/sections.ts';
import { oneDatabase, type TestDatabase } from '#test/support/database.ts';
import { centreEnvelope, type ExchangeWorld, exchangeWorld } from '#test/support/exchange.ts';
import { listInbox } from './admin.ts';

const minute = 60_000;
const change = anId('change');

describe.each(oneDatabase())('sections in the place of others on $name', (engine) => {
  let db: TestDatabase;
  let world: ExchangeWorld;
  let failed: readonly Section[];
  let messages = 0;
  beforeAll(async () => {
    db = await engine.open();
    world = await exchangeWorld(db.database);
    await world.filePlan();
    await world.settle(60 * minute);
    failed = (await world.sections()).slice(0, 2);
    for (const section of failed) await world.putRow(sections, { ...section, status: 'failed' });
    const begun = await world.run(anActor('purchaser_clerk'), 'plans.changeMethod', {
      ...{ id: change, projectId: (await world.project()).id, method: 'COMPETITIVE_NEGOTIATION' },
      sectionIds: failed.map(({ id }) => id),
    });
    expect(begun).toMatchObject({ ok: true });
    const plan = await world.plan('change');
    await world.putRow(plans, { ...plan, status: 'office_review', leftUnit: true });
    expect(await world.run(anActor('procurement_office'), 'plans.file', { id: change })).toMatchObject({
      ok: true,
    });
  });
  afterAll(() => db.close());

  /** What has become of a message of the centre about one lot. */
  async function pushed(lotUid: string, predecessorLotUid: string, plannedSectionId: string | null) {
    const { planNo } = await world.plan('change');
    messages += 1;
    const content = { ...aSectionContent, sectionNo: lotUid, name: lotUid, plannedSectionId };
    const body = {
      ...{ planId: change, planNo },
      sections: [{ lotUid, version: 1, pushedAt: world.now(), content, predecessorLotUid }],
    };
    const envelope = centreEnvelope(world, {
      type: 'section.push',
      businessKey: `sections/${messages}`,
      body,
    });
    expect(await world.gateway.receive(JSON.stringify(envelope))).toMatchObject({ status: 202 });
    // The centre itself, which would make sections of its own, is not asked.
    while ((await world.gateway.tick()) > 0);
    const taken = await listInbox(world.gateway.deps.database, { limit: 500 });
    return taken.find(({ msgId }) => msgId === envelope.msgId);
  }

  it('are rejected where lot and package are those of different sections, and taken where they agree', async () => {
    const [one, other] = failed;
    if (one === undefined || other === undefined) throw new Error('the centre has made no two sections');
    const { predecessor } = await world.plan('change');
    const packageOf = ({ id }: Section) =>
      predecessor?.sections.find(({ sectionId }) => sectionId === id)?.plannedSectionId ?? null;
    expect(await pushed('next-1', one.lotUid, packageOf(other))).toMatchObject({
      ...{ state: 'rejected', code: 'invalid_input', field: 'sections.0.predecessorLotUid' },
    });
    expect(await pushed('next-1', 'nowhere', packageOf(one))).toMatchObject({
      state: 'rejected',
      code: 'not_found',
    });
    expect((await world.sections('change')).some(({ lotUid }) => lotUid === 'next-1')).toBe(false);
    expect(await pushed('next-2', one.lotUid, packageOf(one))).toMatchObject({ state: 'accepted' });
    const [made] = (await world.sections('change')).filter(({ lotUid }) => lotUid === 'next-2');
    expect(made?.predecessor).toMatchObject({ sectionId: one.id });
  });
});

// Which openings and evaluations a comparison lists and asks for again; and that a centre or a message that knows nothing of it does no harm.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventsReport } from '#shared/contract/exchange.ts';
import { type SectionEvent, sectionEvents } from '#shared/domain/projects/events/model.ts';
import type { Section } from '#shared/domain/projects/model.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { anActor } from '#test/builders/actors.ts';
import { anId } from '#test/builders/ids.ts';
import { databases, type TestDatabase } from '#test/support/database.ts';
import { centreEnvelope, type ExchangeWorld, exchangeWorld, platformId } from '#test/support/exchange.ts';
import { listEventDifferences, reconcileNow } from './admin.ts';

const minute = 60_000;
const type = 'reconcile.events';

describe.each(databases())('events in a reconciliation on $name', (engine) => {
  let db: TestDatabase;
  let world: ExchangeWorld;
  let projectId: Id;
  let section: Section;
  beforeEach(async () => {
    db = await engine.open();
    world = await exchangeWorld(db.database);
    await world.filePlan();
    await world.settle(60 * minute);
    projectId = (await world.project()).id;
    const [known] = await world.sections();
    if (known === undefined) throw new Error('no section');
    section = known;
    world.wait(minute);
  });
  afterEach(() => db.close());

  const putEvent = (
    kind: SectionEvent['kind'],
    platformVersion: number | null,
    parts: Partial<SectionEvent> = {},
  ) => {
    const { purchaserId, purchaserName, agencyId, regionCode } = section;
    const told = { by: anId('x'), name: 'x', role: 'system' as const, at: 1, note: '' };
    return world.putRow(sectionEvents, {
      ...{
        id: anId(`${kind} ${platformVersion}`),
        projectId,
        sectionId: section.id,
        noticeId: null,
        round: 0,
      },
      ...{
        purchaserId,
        purchaserName,
        agencyId,
        regionCode,
        kind,
        at: 1,
        note: '',
        file: null,
        details: null,
      },
      source: platformVersion === null ? 'purchaser' : 'centre',
      ...{ acknowledgedWarnings: [], recordedAt: 1, platformVersion, pushedAt: 1, withdrawal: null },
      history: [{ ...told, action: 'test' }],
      ...parts,
    });
  };
  const post = (body: object) => {
    const envelope = centreEnvelope(world, { type, businessKey: type, body });
    return world.gateway.receive(JSON.stringify(envelope));
  };
  const report = async (
    held: { readonly opening: number; readonly evaluation: number } | null,
    parts: { readonly projectId?: Id; readonly askedAt?: number } = {},
  ) => {
    const sections = held === null ? [] : [{ lotUid: section.lotUid, ...held }];
    const { askedAt = world.now() } = parts;
    const projects: EventsReport[] = [{ projectId: parts.projectId ?? projectId, sections }];
    expect((await post({ step: 'report', askedAt, projects })).status).toBe(202);
  };
  const listed = async () =>
    (await listEventDifferences(world.gateway.deps.database, 10)).map(({ kind, ours, theirs, resolvedAt }) =>
      resolvedAt === null ? `${kind} ${ours} here, ${theirs} there` : `${kind} resolved`,
    );
  const sent = async () =>
    (await world.outbox())
      .filter((message) => message.type === type)
      .map(({ body }) => JSON.parse(body) as { step: string; lotUids?: readonly string[] });
  const askedFor = async () =>
    (await sent()).flatMap(({ step, lotUids }) => (step === 'resend' ? (lotUids ?? []) : []));

  it('finds nothing where both sides hold the same versions, whatever people have written down', async () => {
    await putEvent('opening', 1);
    await putEvent('opening', 2);
    await putEvent('evaluation_ended', 1);
    await putEvent('report_delivered', null);
    await report({ opening: 2, evaluation: 1 });
    expect([await listed(), await askedFor()]).toEqual([[], []]);
  });

  it('asks once more for what the centre holds and we do not, once a section', async () => {
    await putEvent('opening', 1);
    await report({ opening: 2, evaluation: 1 });
    expect((await listed()).toSorted()).toEqual(['evaluation 0 here, 1 there', 'opening 1 here, 2 there']);
    expect(await askedFor()).toEqual([section.lotUid]);
  });

  it('lists what we hold and the centre does not, and asks for nothing', async () => {
    await putEvent('opening', 1);
    await report(null);
    expect([await listed(), await askedFor()]).toEqual([['opening 1 here, 0 there'], []]);
    await report({ opening: 1, evaluation: 0 });
    expect(await listed()).toEqual(['opening resolved']);
  });

  it('leaves out what was told since the question, and what is not the project it says', async () => {
    await putEvent('opening', 1);
    const askedAt = world.now();
    world.wait(minute);
    await putEvent('opening', 2, { recordedAt: world.now() });
    await report({ opening: 1, evaluation: 0 }, { askedAt });
    world.wait(minute);
    await report(null, { projectId: anId('another') });
    expect(await listed()).toEqual([]);
    await report({ opening: 1, evaluation: 0 });
    expect(await listed()).toEqual(['opening 2 here, 1 there']);
  });

  it('says nothing of a project with an event that this program cannot read', async () => {
    await putEvent('opening', 1);
    await db.database.query("UPDATE section_events SET body = '{}'::json");
    await report({ opening: 5, evaluation: 5 });
    expect([await listed(), await askedFor()]).toEqual([[], []]);
  });

  it('refuses a centre that asks instead of answering', async () => {
    await post({ step: 'resend', lotUids: [section.lotUid] });
    await world.settle(minute);
    const [ack] = (await world.outbox()).filter((message) => message.type === 'ack').slice(-1);
    expect(JSON.parse(ack?.body ?? '{}')).toMatchObject({ status: 'rejected', code: 'not_allowed' });
  });

  it('is not asked for a week of a centre that does not know the question', async () => {
    const compare = async () => {
      await reconcileNow(world.gateway.deps, anActor('administrator'), platformId);
      await world.settle(minute);
    };
    // Sections and announcements are asked about first, each in a message of its own.
    await world.centre.control({ refuseEnvelope: { code: 'unknown_message_type', times: 10 } });
    await compare();
    await world.centre.control({ refuseEnvelope: null });
    const asked = (await sent()).length;
    expect(asked).toBe(1);
    await compare();
    expect(await sent()).toHaveLength(asked);
    world.wait(8 * 24 * 60 * minute);
    await compare();
    expect((await sent()).length).toBeGreaterThan(asked);
  });
});

// Two people at two desks decide on the same record: one wins, whoever is first at the server; the other is refused, nothing of it is done, and the refusal says why.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#shared/domain/actor.ts';
import { awardChanges } from '#shared/domain/award-changes/model.ts';
import { awards } from '#shared/domain/awards/model.ts';
import { entities } from '#shared/domain/entities.ts';
import { commands } from '#shared/domain/registry.ts';
import { describeRefusal } from '#shared/text/index.ts';
import { typedTender } from '#test/builders/announcements.ts';
import { refusedToSign } from '#test/builders/award-changes.ts';
import { aStoreWithAward } from '#test/builders/awards.ts';
import {
  award,
  centre,
  clerk,
  evaluated,
  first,
  must,
  office,
  reviewer,
  submit,
} from '#test/builders/determining.ts';
import {
  aStoreWithChange,
  aSuccessor,
  changePlan,
  mustRun,
  projectOfChange,
  submitted,
} from '#test/builders/failed-section.ts';
import { anId } from '#test/builders/ids.ts';
import type { Store } from '#test/builders/store.ts';
import { databases, type TestDatabase } from '#test/support/database.ts';
import { storeAll } from '#test/support/seed.ts';
import { aDesk, type Fixture, fixtureOn, type TestDesk, testCommands } from '#test/support/server-fixture.ts';
import { everyWarning } from '#test/support/step-inputs.ts';

type Deed = { readonly by: Actor; readonly command: string; readonly input: object };
type Scene = {
  readonly name: string;
  readonly store: Store;
  readonly record: { readonly table: string; readonly id: string };
  /** What each makes of the record's state. */
  readonly deeds: readonly [readonly [Deed, string], readonly [Deed, string]];
};

const acknowledged = everyWarning;
const change = anId('change');

function awardInReview(): Store {
  const store = evaluated();
  must(submit(store));
  return store;
}

function changeInReview(): Store {
  const store = aStoreWithAward();
  must(store.run(clerk, 'awardChanges.create', { id: change, sectionId: first, content: refusedToSign }));
  must(store.run(clerk, 'awardChanges.submit', { id: change, acknowledged }));
  return store;
}

const negotiation = anId('negotiation');

/** The section of a changed method is about to be announced; where asked, 采购办 has sent the plan back meanwhile. */
function announcing(sentBack: boolean): Store {
  const store = aStoreWithChange();
  mustRun(store.run(centre, 'sections.receive', { planId: changePlan, sections: [aSuccessor('lot-9')] }));
  const { bidDeadline: _, bidPlace: __, ...typed } = typedTender;
  const content = { ...typed, submitDeadline: '2026-02-12T09:00', submitPlace: 'Hall 1' };
  const about = { type: 'NEGOTIATION_NOTICE', projectId: projectOfChange(store).id, targetId: null };
  const input = { id: negotiation, ...about, sectionIds: [anId('lot-9')], content };
  mustRun(store.run(clerk, 'announcements.create', input));
  submitted(store, 'announcements.submit', negotiation);
  mustRun(store.run(reviewer, 'announcements.approve', { id: negotiation }));
  if (sentBack) mustRun(store.run(office, 'plans.reopen', { id: changePlan, reason: '示例原因' }));
  return store;
}

const publishing = { by: clerk, command: 'announcements.publish', input: { id: negotiation } };
const givingUp = { by: clerk, command: 'plans.giveUp', input: { id: changePlan, reason: '示例原因' } };

function scenes(): readonly Scene[] {
  const [result, filing] = [awardInReview(), changeInReview()];
  const ofAward = { id: award, submittedAt: result.get(awards, award).submittedAt };
  const ofChange = { id: change, submittedAt: filing.get(awardChanges, change).submittedAt };
  const confirm = { by: reviewer, command: 'awards.confirm', input: { ...ofAward, note: '', acknowledged } };
  const record = { table: 'awards', id: award };
  const plan = { table: 'plans', id: changePlan };
  const reopening = { by: office, command: 'plans.reopen', input: { id: changePlan, reason: '示例原因' } };
  return [
    {
      ...{ name: '发布 of a notice and 退回 of its plan', store: announcing(false), record: plan },
      deeds: [
        [publishing, 'in_execution'],
        [reopening, 'returned'],
      ],
    },
    {
      ...{ name: '确认 and 退回 of a result', store: result, record },
      deeds: [
        [confirm, 'confirmed'],
        [{ by: reviewer, command: 'awards.return', input: { ...ofAward, reason: '请核对报价' } }, 'returned'],
      ],
    },
    {
      ...{ name: '确认 and 撤回 of a result', store: result, record },
      deeds: [
        [confirm, 'confirmed'],
        [{ by: clerk, command: 'awards.takeBack', input: { id: award } }, 'draft'],
      ],
    },
    {
      name: '同意 and 撤回 of a filing',
      ...{ store: filing, record: { table: 'award_changes', id: change } },
      deeds: [
        [
          { by: office, command: 'awardChanges.approve', input: { ...ofChange, note: '', acknowledged } },
          'approved',
        ],
        [{ by: clerk, command: 'awardChanges.takeBack', input: { id: change } }, 'draft'],
      ],
    },
  ];
}

describe.each(databases())('of two desks on $name', (engine) => {
  let held: TestDatabase;
  let deps: Fixture;

  beforeEach(async () => {
    held = await engine.open();
    deps = { ...fixtureOn(held.database), commands: new Map([...testCommands, ...commands]) };
  });
  afterEach(() => held.close());

  async function stored({ store }: Scene): Promise<void> {
    const rows = [...entities.values()].flatMap((kind) =>
      store.all(kind).map((row) => ({ entity: kind.name, row })),
    );
    await storeAll(held.database, rows, store.now);
    deps = { ...deps, clock: () => store.now + 1000 };
  }

  const deskOf = ({ role, organisationId, regionCodes }: Actor, name: string) =>
    aDesk(deps, name, { role: role as 'purchaser_clerk', organisationId, regionCodes: [...regionCodes] });

  async function carried(desk: TestDesk, { command, input }: Deed) {
    const { version } = commands.get(command) ?? { version: 1 };
    const answer = await desk.push({ ...desk.next(command, input), version });
    const [only] = answer.ok ? answer.value.outcomes : [];
    if (only === undefined) throw new Error(JSON.stringify(answer));
    return only.outcome;
  }

  const statusOf = async ({ record: { table, id } }: Scene) => {
    const { rows } = await held.database.query<{ status: string }>(
      `SELECT status FROM ${table} WHERE id = $1`,
      [id],
    );
    return rows[0]?.status;
  };

  const cases = scenes().flatMap((scene) =>
    [false, true].map((turned) => {
      const [one, other] = turned ? scene.deeds.toReversed() : scene.deeds;
      return [`${scene.name}, first ${one?.[0].command}`, { scene, one, other }] as const;
    }),
  );

  it.each(cases)('%s: one wins, the other learns why', async (_, { scene, one, other }) => {
    if (one === undefined || other === undefined) throw new Error('no deeds');
    await stored(scene);
    const desks = [await deskOf(one[0].by, 'first'), await deskOf(other[0].by, 'second')] as const;
    expect(await carried(desks[0], one[0])).toMatchObject({ kind: 'applied' });
    const refused = await carried(desks[1], other[0]);
    if (refused.kind !== 'rejected') throw new Error(`the second was ${refused.kind}`);
    expect(['wrong_state', 'stale']).toContain(refused.error.code);
    expect(describeRefusal(other[0].command, refused.error)).toMatch(/\p{Script=Han}/u);
    expect(await statusOf(scene)).toBe(one[1]);
  });

  it.each([
    ['before', [publishing, givingUp]],
    ['after', [givingUp, publishing]],
  ] as const)(
    'a plan that is being changed is given up, and its notice not published %s',
    async (_, deeds) => {
      const scene: Scene = {
        ...{ name: '', store: announcing(true), record: { table: 'plans', id: changePlan } },
        deeds: [
          [publishing, ''],
          [givingUp, 'cancelled'],
        ],
      };
      await stored(scene);
      for (const [index, deed] of deeds.entries()) {
        const outcome = await carried(await deskOf(deed.by, `desk${index}`), deed);
        if (deed === givingUp) expect(outcome).toMatchObject({ kind: 'applied' });
        else if (outcome.kind === 'rejected') {
          expect(describeRefusal(deed.command, outcome.error)).toMatch(/\p{Script=Han}/u);
        } else throw new Error(`published: ${outcome.kind}`);
      }
      expect(await statusOf(scene)).toBe('cancelled');
    },
  );
});

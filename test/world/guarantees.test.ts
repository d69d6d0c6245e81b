// The guarantees of DESIGN §4, one by one, in the histories that would break them.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queries } from '#shared/contract/ipc.ts';
import { protocol } from '#shared/contract/sync.ts';
import { errorOf } from './errors.ts';
import { deskAccounts, otherUnit } from './people.ts';
import { readServer } from './read-server.ts';
import {
  announcementAt,
  atEveryPoint,
  contractAt,
  deskOf,
  edit,
  filesRest,
  planAt,
  readWarnings,
  refusal,
  say,
  scene,
  serverPlan,
  shownPlan,
  stateOf,
} from './scene.ts';
import type { World } from './world.ts';
import { House } from './world-template.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const reason = '示例原因：请补充材料。';

describe('1 nothing a user saved is ever lost', () => {
  it('whenever the desk dies while a command is made, sent and its effect received', async () => {
    const points = await atEveryPoint(house, { who: 'clerk', cast: ['clerk'] }, async (world) => {
      const clerk = deskOf(world, 'clerk');
      const plan = await planAt(clerk, 'draft').catch(() => undefined);
      if (plan === undefined) return;
      await clerk.command('plans.edit', edit(plan, 'contact', '示例联系人一'));
      await clerk.command('plans.submit', { id: plan.id, acknowledged: readWarnings });
      await world.syncDesk(clerk);
      await world.syncDesk(clerk);
    });
    // Opening, two commands of two transactions each, push, pull and the end of each: fewer would mean that points were missed.
    expect(points).toBeGreaterThan(15);
  });

  it('whenever the server dies while it carries out a push and answers a pull', async () => {
    const points = await atEveryPoint(house, { who: 'server', cast: ['clerk'] }, async (world) => {
      const clerk = deskOf(world, 'clerk');
      const plan = await planAt(clerk, 'draft');
      await say(clerk, 'plans.edit', edit(plan, 'contact', '示例联系人一'));
      await say(clerk, 'plans.submit', { id: plan.id, acknowledged: readWarnings });
      await world.syncDesk(clerk);
    });
    expect(points).toBeGreaterThan(15);
  });

  it('whenever the server dies while a filing leaves for the trading centre and sections come back', async () => {
    const points = await atEveryPoint(house, { who: 'server', cast: ['office'] }, async (world) => {
      const office = deskOf(world, 'office');
      const plan = await planAt(office, 'office_review');
      await say(office, 'plans.file', { id: plan.id });
      await world.syncDesk(office);
      await world.pass(61_000);
      await world.pass(61_000);
    });
    expect(points).toBeGreaterThan(40);
  });

  it('a refused command stays with input, reason and dependants, and holds nothing up behind it', async () => {
    let refused = '';
    let dependant = '';
    let behind = '';
    await scene(
      house,
      {},
      async (world) => {
        const [clerk, clerk2] = [deskOf(world, 'clerk'), deskOf(world, 'clerk2')];
        const draft = await planAt(clerk, 'draft');
        const waiting = await planAt(clerk, 'unit_review');
        await say(clerk2, 'plans.submit', { id: draft.id, acknowledged: readWarnings });
        await world.syncDesk(clerk2);
        refused = await say(clerk, 'plans.edit', edit(draft, 'contact', '示例联系人一'));
        const mine = await shownPlan(clerk, draft.id);
        if (mine === undefined) throw new Error('the plan is gone');
        dependant = await say(clerk, 'plans.edit', edit(mine, 'phone', '0374-0000009'));
        behind = await say(clerk, 'plans.takeBack', { id: waiting.id });
        await world.syncDesk(clerk);
      },
      async (world) => {
        const clerk = deskOf(world, 'clerk');
        expect(stateOf(clerk, refused)).toMatchObject({ state: 'rejected' });
        expect(errorOf(stateOf(clerk, refused)?.error ?? null).code).toBe('wrong_state');
        expect(stateOf(clerk, dependant)).toMatchObject({ state: 'rejected', depends_on_rejected: refused });
        expect(stateOf(clerk, behind)).toMatchObject({ state: 'done' });
      },
    );
  });

  it('signing out with unsent work warns, and the work is sent by the next who signs in', async () => {
    let made = '';
    await scene(
      house,
      {},
      async (world) => {
        const clerk = deskOf(world, 'clerk');
        made = await say(clerk, 'plans.edit', edit(await planAt(clerk, 'draft'), 'contact', '示例联系人一'));
        const warned = await clerk.call('session.signOut', {});
        expect(warned.kind === 'answer' && refusal(warned.result)).toBe('warning_unacknowledged');
        await clerk.call('session.signOut', { confirm: true });
        expect(await clerk.signIn()).toMatchObject({ ok: true });
      },
      async (world) => expect(stateOf(deskOf(world, 'clerk'), made)).toMatchObject({ state: 'done' }),
    );
  });

  it('the contents of open forms outlive a kill', async () => {
    await scene(house, {}, async (world) => {
      const clerk = deskOf(world, 'clerk');
      await clerk.keepDraft('plan/new', '示例草稿');
      clerk.kill();
    });
  });
});

describe('2 exactly once in effect', () => {
  it.each(['drop_answer', 'repeat', 'delay', 'cut'] as const)(
    'when the push meets the fate %s',
    async (fate) => {
      await scene(house, {}, async (world) => {
        const clerk = deskOf(world, 'clerk');
        const plan = await planAt(clerk, 'draft');
        await say(clerk, 'plans.edit', edit(plan, 'contact', '示例联系人一'));
        await say(clerk, 'plans.submit', { id: plan.id, acknowledged: readWarnings });
        clerk.link.expect(fate, 1);
        await world.syncDesk(clerk);
        await say(clerk, 'plans.takeBack', { id: plan.id });
        await world.syncDesk(clerk);
        // What was delayed arrives after what was made later.
        await clerk.link.arrive(0);
      });
    },
  );

  it('when the server dies after its commit and the desk before it hears of it', async () => {
    await scene(house, {}, async (world) => {
      const clerk = deskOf(world, 'clerk');
      await say(clerk, 'plans.edit', edit(await planAt(clerk, 'draft'), 'contact', '示例联系人一'));
      clerk.link.expect('drop_answer', 1);
      await world.syncDesk(clerk);
      await world.server.restart();
      clerk.kill();
      await world.syncDesk(clerk);
    });
  });
});

describe('3 one order', () => {
  it('is the server’s, whatever the clocks of desks say', async () => {
    let id = '';
    await scene(
      house,
      {},
      async (world) => {
        const [clerk, clerk2] = [deskOf(world, 'clerk'), deskOf(world, 'clerk2')];
        clerk.setClock(5);
        clerk2.setClock(-5);
        const plan = await planAt(clerk, 'draft');
        id = plan.id;
        await say(clerk, 'plans.edit', edit(plan, 'contact', '示例联系人一'));
        await world.syncDesk(clerk);
        await world.syncDesk(clerk2);
        const seen = await shownPlan(clerk2, id);
        if (seen === undefined) throw new Error('the plan is gone');
        await say(clerk2, 'plans.edit', edit(seen, 'contact', '示例联系人二'));
        await world.syncDesk(clerk2);
      },
      async (world) => expect((await serverPlan(world, id))?.content.contact).toBe('示例联系人二'),
    );
  });
});

describe('4 no gaps', () => {
  it('when a pull is cut in the middle, again and again', async () => {
    await scene(house, {}, async (world) => {
      const [clerk, clerk2] = [deskOf(world, 'clerk'), deskOf(world, 'clerk2')];
      await say(clerk, 'plans.edit', edit(await planAt(clerk, 'draft'), 'contact', '示例联系人一'));
      await world.syncDesk(clerk);
      clerk2.link.expect('cut', 3);
      for (let again = 0; again < 3; again += 1) await world.syncDesk(clerk2);
    });
  });
});

describe('5 only what one may see', () => {
  it('a clerk who changes units loses the old one’s rows, and what was pending is refused, not lost', async () => {
    let pending = '';
    await scene(
      house,
      {},
      async (world) => {
        const [clerk, admin] = [deskOf(world, 'clerk'), deskOf(world, 'admin')];
        pending = await say(
          clerk,
          'plans.edit',
          edit(await planAt(clerk, 'draft'), 'contact', '示例联系人一'),
        );
        await say(admin, 'accounts.save', {
          account: { ...deskAccounts.clerk, organisationId: otherUnit.row.id },
        });
        await world.syncDesk(admin);
      },
      async (world) => {
        const clerk = deskOf(world, 'clerk');
        expect(stateOf(clerk, pending)).toMatchObject({ state: 'rejected' });
        await expect(planAt(clerk, 'draft')).rejects.toThrow('shows no plan');
        await expect(planAt(clerk, 'unit_review')).resolves.toMatchObject({ purchaserId: otherUnit.row.id });
      },
    );
  });

  it('whenever the desk dies while scopes come and go', async () => {
    const points = await atEveryPoint(house, { who: 'clerk', cast: ['clerk', 'admin'] }, async (world) => {
      const admin = deskOf(world, 'admin');
      await say(admin, 'accounts.save', {
        account: { ...deskAccounts.clerk, organisationId: otherUnit.row.id },
      });
      await world.syncDesk(admin);
      await world.syncDesk(deskOf(world, 'clerk'));
    });
    expect(points).toBeGreaterThan(5);
  });

  it('a desk that has never been used dies at every point of its first synchronisation', async () => {
    const points = await atEveryPoint(
      house,
      { who: 'reviewer', fresh: 'reviewer', cast: ['reviewer'] },
      async (world) => {
        const reviewer = deskOf(world, 'reviewer');
        await reviewer.signIn();
        await world.syncDesk(reviewer);
      },
    );
    expect(points).toBeGreaterThan(10);
  });
});

describe('6 proven, not hoped', () => {
  it('a row that was lost on the way is noticed and fetched again', async () => {
    await scene(
      house,
      {},
      async (world) => deskOf(world, 'clerk').damageReplica(1, 0),
      async (world) => expect(world.tally.get('repaired')).toBeGreaterThan(0),
    );
  });

  it('a server put back to its backup gets everything again that was acknowledged since', async () => {
    let made: readonly string[] = [];
    await scene(
      house,
      {},
      async (world) => {
        const [clerk, reviewer, office] = [
          deskOf(world, 'clerk'),
          deskOf(world, 'reviewer'),
          deskOf(world, 'office'),
        ];
        await world.server.backup();
        const plan = await planAt(clerk, 'draft');
        const edited = await say(clerk, 'plans.edit', edit(plan, 'contact', '示例联系人一'));
        const submitted = await say(clerk, 'plans.submit', { id: plan.id, acknowledged: readWarnings });
        const filed = await say(office, 'plans.file', { id: (await planAt(office, 'office_review')).id });
        for (const desk of [clerk, reviewer, office]) await world.syncDesk(desk);
        const approved = await say(reviewer, 'plans.approve', { id: plan.id });
        await world.syncDesk(reviewer);
        await world.pass(130 * 60_000);
        made = [edited, submitted, filed, approved];
        await world.server.restore();
        // The one who stood on the others comes first.
        await world.syncDesk(reviewer);
      },
      async (world) => {
        const server = await readServer(house.database);
        const known = new Set(server.outcomes.map(({ command_id }) => command_id));
        expect(made.filter((id) => known.has(id))).toEqual(made);
        expect(world.tally.get('offered again')).toBeGreaterThanOrEqual(4);
      },
    );
  });

  it('a withdrawal that a restored server refuses is not silent: the centre has taken it, and the administrator is told', async () => {
    const differences = async () =>
      (
        await house.database.query<{ ours: string; theirs: string; resolved: boolean }>(
          'SELECT announcement_id AS id, ours, theirs, resolved_at IS NOT NULL AS resolved FROM exchange_announcement_differences',
        )
      ).rows;
    const withdraw = (world: World, id: string) =>
      say(deskOf(world, 'office'), 'announcements.withdraw', { id, reason });
    let [notice, refused] = ['', ''];
    const story = async (world: World) => {
      const [clerk, office] = [deskOf(world, 'clerk'), deskOf(world, 'office')];
      notice = (await announcementAt(office, 'TENDER', 'published')).id;
      await world.server.backup();
      refused = await withdraw(world, notice);
      await world.syncDesk(office);
      await world.pass(61_000);
      expect(
        world.centre.state().announcements.filter(({ body }) => body['targetId'] === notice),
      ).toHaveLength(1);
      await world.server.restore();
      // The correction comes first, and what is corrected cannot be withdrawn.
      const correction = await announcementAt(clerk, 'CORRECTION', 'approved');
      await say(clerk, 'announcements.publish', { id: correction.id });
      await world.syncDesk(clerk);
      await world.syncDesk(office);
    };
    await scene(house, {}, story, async (world) => {
      expect(stateOf(deskOf(world, 'office'), refused)).toMatchObject({ state: 'rejected' });
      expect(await differences()).toEqual([
        { id: notice, ours: 'published', theirs: 'withdrawn', resolved: false },
      ]);
    });
    await scene(
      house,
      {},
      async (world) => {
        await story(world);
        await world.server.compare();
        await world.pass(61_000);
        const office = deskOf(world, 'office');
        const correction = await announcementAt(office, 'CORRECTION', 'published');
        for (const id of [correction.id, notice]) {
          await withdraw(world, id);
          await world.syncDesk(office);
        }
      },
      async () => {
        expect(await differences()).toEqual([
          { id: notice, ours: 'published', theirs: 'withdrawn', resolved: true },
        ]);
      },
    );
  });

  it('whenever the desk dies while it starts over after a restore', async () => {
    const points = await atEveryPoint(house, { who: 'clerk', cast: ['clerk'] }, async (world) => {
      const clerk = deskOf(world, 'clerk');
      clerk.spare();
      await world.server.backup();
      await say(clerk, 'plans.edit', edit(await planAt(clerk, 'draft'), 'contact', '示例联系人一'));
      await world.syncDesk(clerk);
      await world.server.restore();
      clerk.rearm();
      await world.syncDesk(clerk);
    });
    expect(points).toBeGreaterThan(10);
  });
});

describe('7 the replica is a cache, the outbox is not', () => {
  it('a replica that is gone is built again from server and outbox', async () => {
    let made = '';
    await scene(
      house,
      {},
      async (world) => {
        const clerk = deskOf(world, 'clerk');
        made = await say(clerk, 'plans.edit', edit(await planAt(clerk, 'draft'), 'contact', '示例联系人一'));
        clerk.loseReplica();
      },
      async (world) => expect(stateOf(deskOf(world, 'clerk'), made)).toMatchObject({ state: 'done' }),
    );
  });

  it('a command whose rows were never written shows again at the next start', async () => {
    await scene(house, {}, async (world) => {
      const clerk = deskOf(world, 'clerk');
      const plan = await planAt(clerk, 'draft');
      // The first point is the outbox's commit, the second comes after it: the replica has nothing yet.
      clerk.arm(2);
      expect(await clerk.command('plans.edit', edit(plan, 'contact', '示例联系人一'))).toBeUndefined();
      expect((await shownPlan(clerk, plan.id))?.content.contact).toBe('示例联系人一');
    });
  });
});

describe('8 never silent', () => {
  it('edits of different fields merge', async () => {
    let id = '';
    await scene(
      house,
      {},
      async (world) => {
        const [clerk, clerk2] = [deskOf(world, 'clerk'), deskOf(world, 'clerk2')];
        const plan = await planAt(clerk, 'draft');
        id = plan.id;
        await say(clerk, 'plans.edit', edit(plan, 'contact', '示例联系人一'));
        await say(clerk2, 'plans.edit', edit(plan, 'phone', '0374-0000009'));
      },
      async (world) => {
        const content = (await serverPlan(world, id))?.content;
        expect(content).toMatchObject({ contact: '示例联系人一', phone: '0374-0000009' });
      },
    );
  });

  it('edits of one field are shown side by side, with authors and times', async () => {
    let mine = '';
    await scene(
      house,
      {},
      async (world) => {
        const [clerk, clerk2] = [deskOf(world, 'clerk'), deskOf(world, 'clerk2')];
        const plan = await planAt(clerk, 'draft');
        await say(clerk2, 'plans.edit', edit(plan, 'contact', '示例联系人二'));
        await world.syncDesk(clerk2);
        mine = await say(clerk, 'plans.edit', edit(plan, 'contact', '示例联系人一'));
        await world.syncDesk(clerk);
      },
      async (world) => {
        const called = await deskOf(world, 'clerk').call('conflict.get', { commandId: mine });
        if (called.kind === 'crashed' || !called.result.ok) throw new Error('no conflict');
        const { conflicts } = queries['conflict.get'].output.parse(called.result.value);
        expect(conflicts).toMatchObject([
          {
            path: 'contact',
            mine: '示例联系人一',
            theirs: '示例联系人二',
            theirAuthor: deskAccounts.clerk2.name,
            theirAt: world.house.startsAt,
            mineAt: world.house.startsAt,
          },
        ]);
      },
    );
  });
});

describe('two contracts of one section', () => {
  it('begun on two desks that were away for a week: one is there, the other keeps its input and is told why', async () => {
    let late = '';
    let first = '';
    await scene(
      house,
      {},
      async (world) => {
        const [clerk, clerk2] = [deskOf(world, 'clerk'), deskOf(world, 'clerk2')];
        const { id, sectionId, content } = await contractAt(clerk, 'approved');
        await say(clerk, 'contracts.takeBack', { id });
        await say(clerk, 'contracts.delete', { id });
        for (const desk of [clerk, clerk2]) await world.syncDesk(desk);
        for (const desk of [clerk, clerk2]) desk.link.partition();
        await world.pass(7 * 24 * 3_600_000);
        const only = { ...content, several: null };
        const begin = (desk: typeof clerk, contractId: string, contractNo: string) =>
          say(desk, 'contracts.create', { id: contractId, sectionId, content: { ...only, contractNo } });
        first = id;
        await begin(clerk, id, 'HT-1');
        late = await begin(clerk2, sectionId, 'HT-2');
        for (const desk of [clerk, clerk2]) desk.link.heal();
        for (const desk of [clerk, clerk2]) await world.syncDesk(desk);
      },
      async (world) => {
        const refused = stateOf(deskOf(world, 'clerk2'), late);
        expect(refused?.state).toBe('rejected');
        expect(errorOf(refused?.error ?? null)).toMatchObject({
          code: 'already_exists',
          fields: [{ code: 'contract_begun', params: { contractNo: 'HT-1' } }],
        });
        expect(refused?.input).toContain('HT-2');
        expect((await contractAt(deskOf(world, 'clerk2'), 'draft')).id).toBe(first);
      },
    );
  });
});

describe('9 the feed keeps a limited time', () => {
  const more = 25 * 3_600_000;

  it('a desk that was away for longer starts over: what waits is sent, what was acknowledged is not offered again', async () => {
    let made: readonly string[] = [];
    await scene(
      house,
      {},
      async (world) => {
        const [clerk, clerk2] = [deskOf(world, 'clerk'), deskOf(world, 'clerk2')];
        const plan = await planAt(clerk, 'draft');
        const sent = await say(clerk, 'plans.edit', edit(plan, 'contact', '示例联系人一'));
        // It is acknowledged, and its effect does not come back.
        clerk.link.expect('deliver', 1);
        clerk.link.expect('drop_answer', 1);
        await world.syncDesk(clerk);
        expect(stateOf(clerk, sent)).toMatchObject({ state: 'acknowledged' });
        const waiting = await say(clerk, 'plans.edit', edit(plan, 'phone', '0374-0000009'));
        made = [sent, waiting];
        await say(clerk2, 'plans.edit', edit(plan, 'performancePlace', '示例地点三'));
        await world.syncDesk(clerk2);
        await world.pass(more);
      },
      async (world) => {
        for (const id of made) expect(stateOf(deskOf(world, 'clerk'), id)).toMatchObject({ state: 'done' });
        expect(world.tally.get('cursor expired')).toBeGreaterThan(0);
        expect(world.tally.get('offered again')).toBe(0);
        expect(world.tally.get('repaired')).toBe(0);
      },
    );
  });

  it('whenever the desk dies while it starts over', async () => {
    const points = await atEveryPoint(house, { who: 'clerk', cast: ['clerk', 'clerk2'] }, async (world) => {
      const [clerk, clerk2] = [deskOf(world, 'clerk'), deskOf(world, 'clerk2')];
      clerk.spare();
      const plan = await planAt(clerk, 'draft');
      for (const to of ['示例联系人一', '示例联系人二']) {
        await say(clerk2, 'plans.edit', edit((await shownPlan(clerk2, plan.id)) ?? plan, 'contact', to));
        await world.syncDesk(clerk2);
      }
      await world.pass(more);
      await say(clerk, 'plans.edit', edit(plan, 'phone', '0374-0000009'));
      clerk.rearm();
      await world.syncDesk(clerk);
      await world.syncDesk(clerk);
      expect(world.tally.get('cursor expired')).toBeGreaterThan(0);
    });
    expect(points).toBeGreaterThan(10);
  });

  it('a plan that is made again under its id goes on counting, for desks that were away as well', async () => {
    let id = '';
    await scene(
      house,
      {},
      async (world) => {
        const [clerk, clerk2] = [deskOf(world, 'clerk'), deskOf(world, 'clerk2')];
        const plan = await planAt(clerk, 'draft');
        id = plan.id;
        await say(clerk, 'plans.delete', { id });
        // The newest number always stays, so the deletion must not be it.
        await say(clerk, 'plans.takeBack', { id: (await planAt(clerk, 'unit_review')).id });
        await world.syncDesk(clerk);
        await world.pass(more);
        await world.syncDesk(clerk2);
        await say(clerk2, 'plans.create', { id, content: plan.content });
        await world.syncDesk(clerk2);
      },
      async () => {
        const { history, trimmedUpto } = await readServer(house.database);
        const versions = history.filter((entry) => entry.id === id);
        expect(versions.map(({ op }) => op)).toEqual(['put', 'delete', 'put']);
        expect(versions.map(({ version }) => version)).toEqual([1, 2, 3]);
        expect(versions[1]?.seq).toBeLessThanOrEqual(trimmedUpto);
      },
    );
  });
});

describe('10 versions are negotiated', () => {
  it('a client that is too old keeps working and loses nothing', async () => {
    await scene(house, {}, async (world) => {
      const clerk = deskOf(world, 'clerk');
      clerk.rewrite = (body) => body.replace(`"protocol":${protocol}`, '"protocol":0');
      const plan = await planAt(clerk, 'draft');
      await say(clerk, 'plans.edit', edit(plan, 'contact', '示例联系人一'));
      expect(refusal(await world.syncDesk(clerk))).toBe('client_too_old');
      await say(clerk, 'plans.submit', { id: plan.id, acknowledged: readWarnings });
      expect(refusal(await world.syncDesk(clerk))).toBe('client_too_old');
      clerk.rewrite = undefined;
    });
  });
});

describe('11 attachments', () => {
  it('follow the command that names them through interruptions, and reach a colleague as they were', async () => {
    const bytes = Buffer.alloc(9_000_000, '示例附件内容');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await scene(
      house,
      { cast: ['clerk', 'clerk2'] },
      async (world) => {
        const clerk = deskOf(world, 'clerk');
        const path = join(world.folder, 'requirements.pdf');
        writeFileSync(path, bytes);
        const about = { fileName: '采购需求.pdf', mediaType: 'application/pdf' };
        await clerk.call('files.add', { path, ...about });
        const plan = await planAt(clerk, 'draft');
        const file = { id: plan.id, purpose: 'requirements', ...about, size: bytes.length, sha256 };
        const to = [...plan.content.files, file];
        const changes = [{ field: 'files', from: plan.content.files, to }];
        const named = await say(clerk, 'plans.edit', { id: plan.id, changes });
        // Push and pull come through; then the upload begins, and breaks off.
        clerk.link.expect('deliver', 3);
        clerk.link.expect('drop_request', 1);
        await world.syncDesk(clerk);
        expect(stateOf(clerk, named)).toMatchObject({ state: 'done' });
        await filesRest(clerk, [sha256], 'here');
        clerk.link.expect('deliver', 4);
        clerk.link.expect('drop_answer', 1);
        await world.syncDesk(clerk);
        await filesRest(clerk, [sha256], 'here');
        clerk.kill();
        clerk.link.heal();
        await world.syncDesk(clerk);
        await filesRest(clerk, [sha256], 'sent');
      },
      async (world) => {
        const clerk2 = deskOf(world, 'clerk2');
        const fetched = await clerk2.call('files.fetch', { sha256 });
        if (fetched.kind === 'crashed' || !fetched.result.ok) throw new Error(JSON.stringify(fetched));
        const { path } = queries['files.fetch'].output.parse(fetched.result.value);
        expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(sha256);
      },
    );
  });
});

describe('many commands at once', () => {
  it('made offline go through in batches, also when server and desk die among them', async () => {
    await scene(house, { cast: ['clerk', 'clerk2'] }, async (world) => {
      const clerk = deskOf(world, 'clerk');
      clerk.link.partition();
      const plan = await planAt(clerk, 'draft');
      for (let number = 1; number <= 230; number += 1) {
        const now = await shownPlan(clerk, plan.id);
        if (now === undefined) throw new Error('the plan is gone');
        await say(clerk, 'plans.edit', edit(now, 'contact', `示例联系人${number}`));
      }
      clerk.link.heal();
      world.server.arm(30);
      await world.syncDesk(clerk);
      clerk.link.expect('drop_answer', 1);
      await world.syncDesk(clerk);
      clerk.arm(3);
      await world.syncDesk(clerk);
      await world.syncDesk(clerk);
    });
  });
});

describe('what is returned and what is filed again', () => {
  it('keeps number and project, and the trading centre follows', async () => {
    await scene(house, {}, async (world) => {
      const [clerk, reviewer, office] = [
        deskOf(world, 'clerk'),
        deskOf(world, 'reviewer'),
        deskOf(world, 'office'),
      ];
      const plan = await planAt(office, 'sections_received');
      await say(office, 'plans.reopen', { id: plan.id, reason });
      for (const desk of [office, clerk]) await world.syncDesk(desk);
      await say(clerk, 'plans.edit', edit(plan, 'performancePlace', '示例地点三'));
      await say(clerk, 'plans.submit', { id: plan.id, acknowledged: readWarnings });
      for (const desk of [clerk, reviewer]) await world.syncDesk(desk);
      await say(reviewer, 'plans.approve', { id: plan.id });
      for (const desk of [reviewer, office]) await world.syncDesk(desk);
      await say(office, 'plans.file', { id: plan.id });
      await world.syncDesk(office);
      await world.pass(61_000);
      const filed = await serverPlan(world, plan.id);
      expect(filed).toMatchObject({ planNo: plan.planNo, projectId: plan.projectId, filingRound: 2 });
    });
  });
});

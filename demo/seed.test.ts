// Seeding goes through the commands and their rules; here on rows in memory, in the walk-through on a real server.
import { describe, expect, it } from 'vitest';
import { entities } from '#shared/domain/entities.ts';
import type { Row } from '#shared/domain/entity.ts';
import { execute } from '#shared/domain/execute.ts';
import { type Plan, planSchema } from '#shared/domain/plans/model.ts';
import { commands } from '#shared/domain/registry.ts';
import { matches, WorkingSet } from '#shared/domain/working-set.ts';
import { startOfDay } from '#shared/kernel/dates.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import type { Result } from '#shared/kernel/result.ts';
import { demoFiles, demoPapers } from './data/demo-files.ts';
import { seedDemo } from './seed.ts';
import type { SeedServer } from './seed-steps.ts';

const today = '2026-11-23';
const now = startOfDay(today) + 9 * 3_600_000;
const platform = {
  inboxUrl: 'http://127.0.0.1:9/exchange/inbox',
  keyId: 'k1',
  publicKey: `MCowBQYDK2VwAyEA${'A'.repeat(43)}=`,
};

/** Everything is fetched from the start, so that no load request is ever missing. */
function serverInMemory() {
  const rows = new Map<string, Map<string, Row>>([...entities.keys()].map((name) => [name, new Map()]));
  const passwords = new Set<string>();
  const files: number[] = [];
  let ran = 0;
  const server: SeedServer = {
    async runAs(actor, name, input) {
      ran += 1;
      const command = commands.get(name);
      if (command === undefined) throw new Error(`no command ${name}`);
      const set = new WorkingSet(entities);
      const random = Uint8Array.from({ length: 10 }, (_, index) => (ran >> (8 * (index % 4))) & 255);
      const ctx = { actor, commandId: uuidV7(now, random), madeAt: now, now };
      const run = execute(command, input, command.version, ctx);
      let step = set.advance(run);
      while (step.kind === 'missing') {
        const { request } = step;
        const table = rows.get(request.entity) ?? new Map<string, Row>();
        if (request.kind === 'one') set.fetched(request.entity, request.id, table.get(request.id) ?? null);
        else set.fetchedSet(request, [...table.values()]);
        step = set.advance(run, request);
      }
      const result: Result<unknown> = step.value;
      if (step.value.ok) {
        for (const change of step.value.value) {
          if (change.op === 'put') rows.get(change.entity)?.set(change.row.id, change.row);
          if (change.op === 'delete') rows.get(change.entity)?.delete(change.id);
        }
      }
      return result;
    },
    row: async (entity, id) => rows.get(entity)?.get(id) ?? null,
    rows: async (entity, where) => {
      const kind = entities.get(entity);
      const all = [...(rows.get(entity)?.values() ?? [])];
      return kind === undefined ? [] : all.filter((row) => matches(kind, row, where));
    },
    async ensurePassword(accountId) {
      passwords.add(accountId);
    },
    async storeFile(bytes) {
      files.push(bytes.length);
    },
  };
  const plans = () => [...(rows.get('plans')?.values() ?? [])].map((row): Plan => planSchema.parse(row));
  return { server, rows, passwords, files, plans, ran: () => ran };
}

describe('seeding the demo', () => {
  it('brings plans into every state up to 备案, by the people whose work it is', async () => {
    const { server, rows, passwords, files, plans } = serverInMemory();
    const { world } = await seedDemo(server, { today, platform });
    expect(rows.get('organisations')?.size).toBe(world.organisations.length);
    expect(passwords.size).toBe(world.accounts.length);
    expect(files).toHaveLength(Object.keys(demoFiles).length + Object.keys(demoPapers).length);
    expect(plans()).toHaveLength(400);
    const states = new Map<string, number>();
    for (const { status } of plans()) states.set(status, (states.get(status) ?? 0) + 1);
    for (const status of ['draft', 'unit_review', 'returned', 'office_review', 'filed', 'cancelled']) {
      expect(states.get(status), status).toBeGreaterThan(5);
    }
    const filed = plans().filter(({ planNo }) => planNo !== null);
    expect(new Set(filed.map(({ planNo }) => planNo)).size).toBe(filed.length);
    expect(filed.some(({ planNo }) => planNo === '许财采购-2026-0001')).toBe(true);
    for (const { submittedBy, history } of filed) {
      expect(history.find(({ action }) => action === 'plans.approve')?.by).not.toBe(submittedBy);
    }
  });

  it('changes nothing when it is done again', async () => {
    const { server, rows, ran } = serverInMemory();
    await seedDemo(server, { today, platform, plans: 80 });
    const before = structuredClone(rows);
    const commandsBefore = ran();
    await seedDemo(server, { today, platform, plans: 80 });
    expect(rows).toEqual(before);
    expect(ran()).toBe(commandsBefore);
  });

  it('goes on where it was broken off', async () => {
    const whole = serverInMemory();
    await seedDemo(whole.server, { today, platform, plans: 60 });
    const broken = serverInMemory();
    let left = 400;
    const failing: SeedServer = {
      ...broken.server,
      runAs: (actor, command, input) => {
        left -= 1;
        return left > 0
          ? broken.server.runAs(actor, command, input)
          : Promise.reject(new Error('the line is dead'));
      },
    };
    await expect(seedDemo(failing, { today, platform, plans: 60 })).rejects.toThrow('the line is dead');
    await seedDemo(broken.server, { today, platform, plans: 60 });
    const states = (plans: readonly Plan[]) => plans.map(({ id, status }) => `${id} ${status}`).sort();
    expect(states(broken.plans())).toEqual(states(whole.plans()));
  });
});

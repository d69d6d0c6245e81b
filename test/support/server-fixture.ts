// A database with people in it and a few small commands on real record types, for tests of what carries commands rather than of what
// they mean.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type ApplyDeps, applyBatch } from '#server/command/apply.ts';
import { RowMemory } from '#server/command/row-memory.ts';
import { runAsMachine } from '#server/command/run-as-machine.ts';
import type { Database } from '#server/db/database.ts';
import type { PushedCommand } from '#shared/contract/sync.ts';
import { type Actor, humanRoles } from '#shared/domain/actor.ts';
import { type Account, accounts, organisations, settings } from '#shared/domain/admin/model.ts';
import { type Command, command, put, remove, send } from '#shared/domain/command.ts';
import { one, where } from '#shared/domain/load.ts';
import { type Id, uuidV7 } from '#shared/kernel/ids.ts';
import { err, ok } from '#shared/kernel/result.ts';

/** The same id for the same name, in the form of a UUIDv7. */
export function idOf(name: string): Id {
  return uuidV7(1_700_000_000_000, createHash('sha256').update(name).digest());
}

export const systemActor: Actor = {
  accountId: idOf('system'),
  name: 'system',
  role: 'system',
  organisationId: null,
  regionCodes: [],
  platformId: null,
};

export function anAccount(name: string, over: Partial<Account> = {}): Account {
  const id = idOf(`account ${name}`);
  const base = { id, username: name, name, role: 'administrator', organisationId: null } as const;
  return { ...base, regionCodes: [], phone: '', active: true, ...over };
}

const access = { roles: [...humanRoles, 'system'], record: () => true } as const;
const common = { authority: 'local', access } as const;
const settingInput = z.strictObject({ id: z.string(), value: z.json() });

const putSetting = command({
  ...common,
  name: 'test.put',
  input: settingInput,
  *load({ id }) {
    return yield* one(settings, id);
  },
  decide: (_, { id, value }, ctx) => ok([put(settings, { id, value, updatedAt: ctx.now })]),
});

/** Adds to the number that is there: shows whether commands see each other. */
const add = command({
  ...common,
  name: 'test.add',
  input: z.strictObject({ id: z.string(), by: z.int() }),
  *load({ id }) {
    return yield* one(settings, id);
  },
  decide: (before, { id, by }, ctx) =>
    ok([put(settings, { id, value: Number(before?.value ?? 0) + by, updatedAt: ctx.now })]),
});

const removeSetting = command({
  ...common,
  name: 'test.remove',
  input: z.strictObject({ id: z.string() }),
  *load({ id }) {
    return yield* one(settings, id);
  },
  decide: (before, { id }) =>
    before === undefined ? err({ code: 'not_found' }) : ok([remove(settings, id)]),
});

/** Refuses a second organisation of the same name: what it decides hangs on a set. */
const uniqueOrganisation = command({
  ...common,
  name: 'test.organisation',
  input: z.strictObject({ id: z.string(), name: z.string() }),
  *load({ name }) {
    return yield* where(organisations, { name });
  },
  decide: (same, { id, name }) =>
    same.length > 0
      ? err({ code: 'already_exists' })
      : ok([
          put(organisations, {
            id,
            name,
            kind: 'purchaser',
            uscc: '',
            regionCode: '411000',
            budgetUnitCode: '',
            supervisingUnit: '',
            agencyKind: null,
            address: '',
            contact: '',
            phone: '',
            active: true,
          }),
        ]),
});

const putAccount = command({
  ...common,
  name: 'test.account',
  input: z.custom<Account>(),
  *load({ id }) {
    return yield* one(accounts, id);
  },
  decide: (_, account) => ok([put(accounts, account)]),
});

const refuse = command({
  ...common,
  name: 'test.refuse',
  input: z.strictObject({ code: z.enum(['wrong_state', 'retry_later']) }),
  *load() {},
  decide: (_, { code }) => err({ code }),
});

const breakDown = command({
  ...common,
  name: 'test.throw',
  input: z.json(),
  *load() {},
  decide: () => {
    throw new TypeError('a bug');
  },
});

const garbage = command({
  ...common,
  name: 'test.garbage',
  input: z.json(),
  *load() {},
  decide: () => ok([put(settings, { id: 'not allowed!', value: null, updatedAt: 1 })]),
});

const sendSomething = command({
  ...common,
  authority: 'server',
  name: 'test.send',
  input: z.json(),
  *load() {},
  decide: (_, body) =>
    ok([send({ type: 'plan.push', platformId: 'xc', businessKey: 'plan/1', body, notBefore: null })]),
});

const list: readonly Command[] = [
  putSetting,
  add,
  removeSetting,
  uniqueOrganisation,
  putAccount,
  refuse,
  breakDown,
  garbage,
  sendSomething,
];
export const testCommands: ReadonlyMap<string, Command> = new Map(list.map((each) => [each.name, each]));

export type Fixture = ApplyDeps & { readonly bugs: string[]; readonly sent: unknown[] };

export const startOfTime = Date.UTC(2026, 2, 2, 1);

export function fixtureOn(database: Database): Fixture {
  const bugs: string[] = [];
  const sent: unknown[] = [];
  let now = startOfTime;
  return {
    database,
    commands: testCommands,
    memory: new RowMemory(),
    bugs,
    sent,
    clock: () => {
      now += 1;
      return now;
    },
    reportBug: (name) => {
      bugs.push(name);
    },
    storeSends: async (_, sends) => {
      sent.push(...sends);
    },
  };
}

export async function putRow(deps: ApplyDeps, name: string, input: unknown): Promise<void> {
  const done = await runAsMachine(deps.database, deps, {
    commandId: idOf(JSON.stringify([name, input])),
    name,
    input,
    actor: systemActor,
  });
  if (!done.ok) throw new Error(done.error.code);
}

export type TestDesk = {
  readonly deskId: Id;
  readonly accountId: Id;
  /** Numbers and names the commands as a desk would. */
  next(name: string, input: unknown): PushedCommand;
  push(...commands: readonly PushedCommand[]): ReturnType<typeof applyBatch>;
};

/** An account with a desk that is enrolled. */
export async function aDesk(deps: ApplyDeps, name: string, over: Partial<Account> = {}): Promise<TestDesk> {
  const account = anAccount(name, over);
  const deskId = idOf(`desk ${name}`);
  await putRow(deps, 'test.account', account);
  await deps.database.query(
    'INSERT INTO desks (id, account_id, last_no, created_at, last_seen_at) VALUES ($1, $2, 0, 0, 0)',
    [deskId, account.id],
  );
  let no = 0;
  return {
    deskId,
    accountId: account.id,
    next(command, input) {
      no += 1;
      const id = idOf(`${name} ${no}`);
      return { no, id, name: command, version: 1, input: input as PushedCommand['input'], madeAt: 1 };
    },
    push: (...commands) =>
      applyBatch(deps, { deskId, accountId: account.id }, { firstKept: 1, commands: [...commands] }),
  };
}

import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { err, ok } from '#shared/kernel/result.ts';
import type { Actor, Role } from './actor.ts';
import { attest, type Change, type Command, type Ctx, command, put, remove } from './command.ts';
import { type Entity, entity, type Row } from './entity.ts';
import { execute } from './execute.ts';
import { one, where } from './load.ts';
import { WorkingSet } from './working-set.ts';

type Shelf = { readonly id: string; readonly owner: string; readonly room: string };
type Book = { readonly id: string; readonly shelfId: string; readonly title: string };

const shelves = entity<Shelf>({
  name: 'shelves',
  schema: z.strictObject({ id: z.string(), owner: z.string(), room: z.string() }),
  columns: (of) => ({ room: of.text((shelf) => shelf.room) }),
  scopes: (shelf) => [`unit:${shelf.owner}`],
});
const books = entity<Book>({
  name: 'books',
  schema: z.strictObject({ id: z.string(), shelfId: z.string(), title: z.string() }),
  columns: (of) => ({ shelfId: of.text((book) => book.shelfId) }),
  scopes: () => ['all'],
});
const kinds: ReadonlyMap<string, Entity> = new Map<string, Entity>([
  [shelves.name, shelves],
  [books.name, books],
]);

const addBook = command({
  name: 'books.add',
  input: z.strictObject({ shelfId: z.string(), title: z.string().min(1) }),
  version: 2,
  upcasters: { 1: (input) => ({ ...z.looseObject({}).parse(input), title: '未命名' }) },
  authority: 'local',
  access: {
    roles: ['purchaser_clerk'],
    record: (actor, state: { shelf: Shelf | undefined; onShelf: readonly Book[] }) =>
      state.shelf?.owner === actor.organisationId,
  },
  *load(input) {
    const shelf = yield* one(shelves, input.shelfId);
    const onShelf = shelf === undefined ? [] : yield* where(books, { shelfId: shelf.id });
    return { shelf, onShelf };
  },
  decide(state, input, ctx) {
    if (state.onShelf.length >= 2)
      return err({ code: 'wrong_state', params: { count: state.onShelf.length } });
    return ok([put(books, { id: ctx.commandId, shelfId: input.shelfId, title: input.title })]);
  },
}) satisfies Command<{ shelfId: string; title: string }, unknown>;

const actor = (role: Role, organisationId: string): Actor => ({
  accountId: 'a',
  name: '张三',
  role,
  organisationId,
  regionCodes: [],
  platformId: null,
});
const ctx = (who: Actor, commandId = 'b1'): Ctx => ({ actor: who, commandId, madeAt: 1, now: 2 });

/** A side with its rows in a list: answers what is missing, as desk and server do. */
function run(
  rows: readonly (readonly [Entity, Row])[],
  who: Actor,
  input: unknown,
  version = 2,
  set = new WorkingSet(kinds),
) {
  const execution = execute(addBook, input, version, ctx(who));
  const asked: string[] = [];
  let step = set.advance(execution);
  while (step.kind === 'missing') {
    const { request } = step;
    asked.push(request.entity);
    if (request.kind === 'one') {
      const found = rows.find(([kind, row]) => kind.name === request.entity && row.id === request.id);
      set.fetched(request.entity, request.id, found?.[1] ?? null);
    } else {
      const found = rows.filter(
        ([kind, row]) =>
          kind.name === request.entity &&
          Object.entries(request.where).every(([column, value]) => kind.columns[column]?.read(row) === value),
      );
      set.fetchedSet(
        request,
        found.map(([, row]) => row),
      );
    }
    step = set.advance(execution, request);
  }
  return { result: step.value, asked, set };
}

const mine = [[shelves, { id: 's1', owner: 'u1', room: 'r' }]] as const;

describe('a command', () => {
  it('is carried out when role, input and record allow it', () => {
    const { result } = run([...mine], actor('purchaser_clerk', 'u1'), { shelfId: 's1', title: '采购法' });
    expect(result).toEqual(
      ok([{ op: 'put', entity: 'books', row: { id: 'b1', shelfId: 's1', title: '采购法' } }]),
    );
  });

  it('looks nothing up for a role that may not do it', () => {
    const { result, asked } = run([...mine], actor('agency', 'u1'), { shelfId: 's1', title: 'x' });
    expect(result).toEqual(err({ code: 'not_allowed' }));
    expect(asked).toEqual([]);
  });

  it('answers a missing record and somebody else’s record alike', () => {
    const missing = run([], actor('purchaser_clerk', 'u1'), { shelfId: 's1', title: 'x' });
    const foreign = run([...mine], actor('purchaser_clerk', 'u2'), { shelfId: 's1', title: 'x' });
    expect(missing.result).toEqual(err({ code: 'not_found' }));
    expect(foreign.result).toEqual(missing.result);
  });

  it('refuses input that does not fit, with the field', () => {
    const { result } = run([...mine], actor('purchaser_clerk', 'u1'), { shelfId: 's1', title: '', extra: 1 });
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    expect(result.ok ? [] : result.error.fields?.map((field) => field.path)).toContain('title');
  });

  it('raises an input an older program kept, and refuses one of a newer program', () => {
    const old = run([...mine], actor('purchaser_clerk', 'u1'), { shelfId: 's1' }, 1);
    expect(old.result).toMatchObject({ ok: true, value: [{ row: { title: '未命名' } }] });
    const neverHadIt = run([...mine], actor('purchaser_clerk', 'u1'), 'not an object', 1);
    expect(neverHadIt.result).toEqual(err({ code: 'invalid_input' }));
    const newer = run([...mine], actor('purchaser_clerk', 'u1'), { shelfId: 's1', title: 'x' }, 3);
    expect(newer.result).toEqual(err({ code: 'server_too_old' }));
  });
});

describe('the working set', () => {
  it('lets a later command see what an earlier one changed, also in sets', () => {
    const clerk = actor('purchaser_clerk', 'u1');
    const set = new WorkingSet(kinds);
    const outcomes: boolean[] = [];
    for (const id of ['b1', 'b2', 'b3']) {
      const { result } = run([...mine], clerk, { shelfId: 's1', title: id }, 2, set);
      outcomes.push(result.ok);
      if (result.ok) set.apply(result.value.map((change): Change => renamed(change, id)));
    }
    expect(outcomes).toEqual([true, true, false]);
  });

  it('never lets a late fetch overwrite a change', () => {
    const set = new WorkingSet(kinds);
    set.apply([put(books, { id: 'b', shelfId: 's', title: 'new' })]);
    set.fetched('books', 'b', { id: 'b' });
    expect(set.row('books', 'b')).toEqual({ id: 'b', shelfId: 's', title: 'new' });
  });

  it('tells what was read: rows by key, sets by entity and columns', () => {
    const { set } = run([...mine], actor('purchaser_clerk', 'u1'), { shelfId: 's1', title: 'x' });
    expect([...set.takeReads()]).toEqual(['shelves/s1', 'books?shelfId="s1"']);
    expect(set.takeReads().size).toBe(0);
  });
});

function renamed(change: Change, id: string): Change {
  return change.op === 'put' ? { ...change, row: { ...change.row, id } } : change;
}

describe('what is kept on the server', () => {
  const vaults: Entity<Book> = { ...books, name: 'vaults', kept: 'server' };
  const opened = (
    authority: Command['authority'],
    touches: 'one' | 'where' | 'put' | 'remove' | 'attest',
  ): Command =>
    command({
      name: 'vaults.open',
      input: z.strictObject({}),
      authority,
      access: { roles: ['purchaser_clerk'], record: () => true },
      *load() {
        if (touches === 'one') yield* one(vaults, 'v');
        if (touches === 'where') yield* where(vaults, { shelfId: 's' });
      },
      decide: () => {
        if (touches === 'put') return ok([put(vaults, { id: 'v', shelfId: 's', title: 't' })]);
        if (touches === 'attest') return ok([attest({ action: 'a', subject: 's', hash: 'h' })]);
        return ok(touches === 'remove' ? [remove(vaults, 'v')] : []);
      },
    });
  const run = (tried: Command) => {
    const steps = execute(tried, {}, 1, ctx(actor('purchaser_clerk', 'u1')));
    let step = steps.next();
    while (step.done !== true) step = steps.next(step.value.kind === 'one' ? undefined : []);
    return step.value.ok;
  };

  it('and only those attest anything, or are told who people are', () => {
    expect(run(opened('online', 'attest'))).toBe(true);
    for (const authority of ['local', 'server'] as const) {
      expect(() => run(opened(authority, 'attest'))).toThrow('may attest nothing');
      const { name, input, access, load, decide } = opened(authority, 'one');
      const told = { ...{ name, input, authority, access, load, decide }, confidential: true } as const;
      expect(() => command(told)).toThrow('confidential and not online');
    }
  });

  it.each(['one', 'where', 'put', 'remove'] as const)('is for online commands alone: %s', (touches) => {
    expect(run(opened('online', touches))).toBe(true);
    for (const authority of ['local', 'server'] as const)
      expect(() => run(opened(authority, touches))).toThrow('may not touch vaults');
  });
});

// What is composed from the modules: names, orders, and that nothing is declared twice.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { idSchema } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Column } from './column.ts';
import { command } from './command.ts';
import { entities, syncedEntities } from './entities.ts';
import { entity, waitingIndexOf } from './entity.ts';
import { nothing } from './load.ts';
import { commandsOf, defineModule, entitiesOf, searchKindsOf, taskKindsOf } from './module.ts';
import { modules } from './modules.ts';
import { commands } from './registry.ts';
import { searchKind } from './search-kind.ts';
import { taskKinds } from './task.ts';

describe('the product', () => {
  it('sends record types in an order that stays, in which what others refer to comes first', () => {
    // Part of the wire: a snapshot of an older desk goes on in this order. New types stand anywhere among them.
    const released = [
      'settings',
      'calendar_years',
      'number_patterns',
      'number_series',
      'platforms',
      'organisations',
      'accounts',
      'plans',
      'projects',
      'sections',
      'announcements',
      'saved_views',
    ];
    expect([...entities.keys()].filter((name) => released.includes(name))).toEqual(released);
    const synced = [...entities.values()].filter(({ kept }) => kept !== 'server');
    expect([...syncedEntities.keys()]).toEqual(synced.map(({ name }) => name));
  });

  it('has every command under its own name', () => {
    expect(commands.size).toBe(modules.flatMap((module) => module.commands).length);
    for (const [name, each] of commands) expect(each.name).toBe(name);
  });

  it('knows a task by the command that ends it, on a record type that says what it waits for', () => {
    const kinds = [...taskKindsOf(modules).values()];
    expect(kinds.length).toBeGreaterThan(0);
    for (const kind of kinds) {
      expect(commands.has(kind.command)).toBe(true);
      // The same record type, to which its lists have added.
      expect(entities.get(kind.entity.name)?.schema).toBe(kind.entity.schema);
      expect(kind.entity.deskColumns).toHaveProperty('waitsFor');
    }
  });

  it('finds projects first, and each on a page of a record type', () => {
    const kinds = searchKindsOf(modules);
    expect(kinds[0]?.entity.name).toBe('projects');
    expect(kinds.length).toBeGreaterThan(3);
    for (const { entity: of, detail, shownOn } of kinds) {
      expect(of.searched).toEqual(expect.arrayContaining([of.title, detail]));
      expect(entities.has(shownOn?.entity ?? of.name)).toBe(true);
      if (shownOn !== undefined) expect(of.columns).toHaveProperty(shownOn.column);
    }
  });
});

const noteSchema = z.strictObject({
  id: idSchema,
  open: z.boolean(),
  updatedAt: z.int(),
  purchaserId: idSchema,
});
type Note = z.infer<typeof noteSchema>;
const notes = entity({
  name: 'notes',
  schema: noteSchema,
  columns: (of) => ({
    updatedAt: of.instant((note) => note.updatedAt),
    purchaserId: of.text((note) => note.purchaserId),
  }),
  deskColumns: (of) => ({
    year: of.integer((note) => note.updatedAt),
    name: of.title((note) => `Note ${note.id}`),
  }),
  indexes: { desk: { notes_year: ['year'] } },
  waiting: { waitsFor: ({ open }) => (open ? 'anybody' : null), covering: ['year'] },
  scopes: () => [],
});
const close = command({
  name: 'notes.close',
  authority: 'local',
  input: z.strictObject({}),
  access: { roles: [], record: () => true },
  load: nothing,
  decide: () => ok([]),
});
const tasks = taskKinds(notes, {}, [{ command: close.name, claim: () => null }]);
const search = [searchKind(notes, { place: 1, detail: 'year' })];

describe('a record type that waits for somebody', () => {
  it('has the column and its index on the desk, beside its own', () => {
    expect(Object.keys(notes.deskColumns)).toEqual(['year', 'name', 'waitsFor']);
    const note = { id: 'x', updatedAt: 1, purchaserId: 'y' };
    const read = (row: Note) =>
      Object.values<Column<Note>>(notes.deskColumns).map((column) => column.read(row));
    expect(read({ ...note, open: true })).toEqual([1, 'Note x', 'anybody']);
    expect(read({ ...note, open: false })).toEqual([1, 'Note x', null]);
    expect(notes.indexes.desk).toEqual({
      notes_year: ['year'],
      [waitingIndexOf(notes)]: ['waitsFor', 'updatedAt', 'rowNo', 'purchaserId', 'year'],
    });
    expect(notes.indexes.server).toEqual({});
  });

  it('has a title, without which nothing shows it among others', () => {
    expect(notes.title).toBe('name');
    const untitled = entity({ name: 'untitled', schema: noteSchema, scopes: () => [] });
    expect(untitled.title).toBeNull();
    expect(() => taskKinds(untitled, {}, [])).toThrow(TypeError);
    expect(() => searchKind(untitled, { place: 1, detail: 'id' as never })).toThrow(TypeError);
    const twice = { name: 'twice', schema: noteSchema, scopes: () => [] };
    expect(() =>
      entity({ ...twice, columns: (of) => ({ a: of.title(({ id }) => id), b: of.title(({ id }) => id) }) }),
    ).toThrow(TypeError);
    entity({
      ...twice,
      // @ts-expect-error one that is missing would break the answer about all the others
      columns: (of) => ({ a: of.title((note) => (note.open ? null : 'closed')) }),
    });
  });

  const others = entity({
    name: 'others',
    schema: noteSchema,
    columns: (of) => ({ name: of.title(({ id }) => id) }),
    scopes: () => [],
  });

  it('is claimed by what it waits for and by its columns alone', () => {
    const command = close.name;
    const claim = { waitsFor: ['anybody'], only: { purchaserId: 'y' } } as const;
    expect(taskKinds(notes, {}, [{ command, claim: () => claim }])).toHaveLength(1);
    const other = { waitsFor: ['nobody'] } as const;
    // @ts-expect-error nothing waits for it
    taskKinds(notes, {}, [{ command, claim: () => other }]);
    // @ts-expect-error nothing waits at all
    taskKinds(others, {}, [{ command, claim: () => other }]);
    const elsewhere = { ...claim, only: { agencyId: 'y' } } as const;
    // @ts-expect-error no such column
    taskKinds(notes, {}, [{ command, claim: () => elsewhere }]);
    // @ts-expect-error no such column
    taskKinds(notes, { detail: 'colour' }, []);
  });

  it('names no file unless it says so', () => {
    const row = { id: 'x', open: true, updatedAt: 1, purchaserId: 'y', sha256: 'a'.repeat(64) };
    expect(notes.files(row)).toEqual([]);
  });
});

describe('a module', () => {
  const module = defineModule({ name: 'notes', entities: [notes], commands: [close], tasks, search });

  it('has no tasks and is not searched unless it says so', () => {
    const plain = defineModule({ name: 'plain', entities: [], commands: [] });
    expect([plain.tasks, plain.search]).toEqual([[], []]);
  });

  it('is composed with others in their order', () => {
    const other = defineModule({ name: 'other', entities: [], commands: [] });
    expect([...entitiesOf([other, module]).keys()]).toEqual(['notes']);
    expect(commandsOf([module]).get('notes.close')).toBe(close);
    expect(taskKindsOf([module]).get('notes.close')?.entity).toBe(notes);
    const later = { ...module, search: [searchKind(notes, { place: 0, detail: 'updatedAt' })] };
    expect(searchKindsOf([module, later]).map(({ detail }) => detail)).toEqual(['updatedAt', 'year']);
  });

  it.each([entitiesOf, commandsOf, taskKindsOf, searchKindsOf])('declares nothing twice: %o', (composed) => {
    expect(() => composed([module, module])).toThrow('declared twice');
  });
});

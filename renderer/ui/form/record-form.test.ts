// A made-up record with two fields and a table: with what its form begins.
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ok } from '#shared/kernel/result.ts';
import { anId } from '#test/builders/ids.ts';
import { closeDoor, openDoor } from '#test/support/desk-door.ts';
import { contentsOf } from './content-of-schema.ts';
import { leftBehind } from './left-behind.ts';
import { aboutNothing, type Recorded, recordForm } from './record-form.ts';

afterEach(closeDoor);

const shape = {
  title: z.string().max(20),
  amount: z.int().nullable(),
  lines: z.array(z.object({ id: z.string(), text: z.string() })),
};
type Content = z.infer<z.ZodObject<typeof shape>>;
const empty: Content = { title: '', amount: null, lines: [] };
const contents = contentsOf(shape, empty);

type Note = Recorded & { readonly content: Content };
const notes = recordForm<Note, Content, keyof Content, null>({
  module: 'notes',
  draft: 'note',
  contents,
  empty,
  ...aboutNothing(contents.read),
  ofRecord: ({ content }) => ({ about: null, content }),
  nameOf: ({ content }) => content.title,
  away: () => '/notes',
  useRecord: () => ({ record: undefined, actions: [], error: null, refetch: () => undefined }),
  useUntouched: () => undefined,
});

const id = anId('note');
const commandId = anId('command');
const saved = (content: Content): Note => ({ status: 'draft', fieldEdits: {}, content });
const nothing = { record: null, draft: undefined, refused: null, addressed: null, untouched: empty };

function refusal(name: string, input: object, parts: object = {}) {
  const item = {
    ...{ id: commandId, no: 1, name, madeAt: 0, authority: 'local', state: 'rejected', doubt: null },
    ...{ error: { code: 'invalid_input' }, dependsOnRejected: null, replacedBy: null },
    ...{ subject: { entity: 'notes', id, title: 'chairs' } },
    ...parts,
  };
  return { item, version: 1, input: { id, ...input } };
}

describe('the content of a record, from its schema', () => {
  it('reads what an older or newer program kept field by field, and leaves the rest as it is', () => {
    const kept = { title: 'chairs', amount: 'many', gone: 1 };
    expect(contents.read(kept)).toEqual({ title: 'chairs', amount: null, lines: [] });
    expect(contents.read(kept, { ...empty, amount: 3 })).toMatchObject({ title: 'chairs', amount: 3 });
    expect(contents.read('x')).toBe(empty);
    expect(contents.put(empty, 'constructor', 'x')).toBe(empty);
  });

  it('knows which fields are filled in, and which texts still have their line', () => {
    const content = { title: ' ', amount: 0, lines: [{ id: 'a', text: '' }] };
    expect(contents.filledIn(content)).toEqual(['amount', 'lines']);
    const unreadable = { amount: 'x', 'lines.a.text': 'y' };
    expect(contents.stillUnreadable(unreadable, content)).toBe(unreadable);
    expect(contents.stillUnreadable(unreadable, empty)).toEqual({ amount: 'x' });
  });
});

describe('a new record', () => {
  const begun = { about: null, content: empty };
  const named = recordForm<Note, Content, keyof Content, null>({ ...notes, idFollows: true });

  it('is made under the id of its form', () => {
    expect(notes.wholeInput(id, begun)).toEqual({ id, content: empty });
  });

  it('is not told an id that follows from what it is about, and is found by what the refused command made', () => {
    expect(named.wholeInput(id, begun)).toEqual({ content: empty });
    const refused = named.readRefused(
      refusal('notes.create', { id: undefined, content: { title: 'refused' } }) as never,
    );
    expect(refused).toMatchObject({ recordId: id, begun: { content: { title: 'refused' } } });
  });
});

describe('a form begins', () => {
  it('with what a new record holds by itself', () => {
    const begun = notes.begin({ ...nothing, untouched: { ...empty, amount: 5 } });
    expect(begun?.initial).toMatchObject({ base: null, content: { amount: 5 } });
    expect(begun && notes.isDirty(begun.initial)).toBe(false);
  });

  it('with the draft that was kept, through JSON, and the texts that are no value', () => {
    const draft = {
      about: null,
      base: null,
      content: { ...empty, title: 'chairs' },
      unreadable: { amount: '1o' },
    };
    const body: unknown = JSON.parse(JSON.stringify(notes.draftBody(draft)));
    expect(notes.readDraft(body)).toEqual(draft);
    const begun = notes.begin({ ...nothing, draft: notes.readDraft(body) });
    expect(begun?.initial).toMatchObject({ content: { title: 'chairs' }, unreadable: { amount: '1o' } });
  });

  it('with a draft of an older shape: what fits of it, beside what it began from', () => {
    const body = { base: { title: 'old', amount: 1 }, content: { title: 'new', amount: '1' } };
    const begun = notes.begin({
      ...nothing,
      record: saved({ ...empty, title: 'old', amount: 2 }),
      draft: notes.readDraft(body),
    });
    expect(begun?.initial).toMatchObject({
      content: { title: 'new', amount: 2 },
      contested: [],
      taken: ['amount'],
    });
  });

  it('with what both have written, if others have saved since', () => {
    const body = { base: { title: 'a' }, content: { title: 'mine' } };
    const begun = notes.begin({
      ...nothing,
      record: saved({ ...empty, title: 'theirs' }),
      draft: notes.readDraft(body),
    });
    expect(begun?.initial).toMatchObject({ content: { title: 'mine' }, contested: ['title'] });
  });

  it('with what was refused, until something newer was typed', () => {
    const refused = notes.readRefused(
      refusal('notes.create', { content: { title: 'refused', odd: 1 } }) as never,
    );
    expect(notes.begin({ ...nothing, refused: refused ?? null })?.initial.content.title).toBe('refused');
    const draft = notes.readDraft({ content: { title: 'typed since' } });
    expect(notes.begin({ ...nothing, draft, refused: refused ?? null })?.initial.content.title).toBe(
      'typed since',
    );
  });

  it('with a refused edit beside what others have saved', () => {
    const changes = [
      { field: 'title', from: 'a', to: 'b' },
      { field: 'unknown', from: 1, to: 2 },
    ];
    const refused = notes.readRefused(refusal('notes.edit', { changes }) as never) ?? null;
    const begun = notes.begin({ ...nothing, record: saved({ ...empty, title: 'a', amount: 9 }), refused });
    expect(begun?.initial.content).toEqual({ ...empty, title: 'b', amount: 9 });
    expect(begun && notes.isDirty(begun.initial)).toBe(true);
  });
});

describe('what was left of a form', () => {
  const listed = (name: string, of: string) =>
    refusal(name, {}, { subject: { entity: 'notes', id: of, title: '' } }).item;
  const draft = { key: notes.draftKey(id), form: 'notes.create', body: { content: {} }, savedAt: 4 };

  it('is its draft, and the refused command that makes the record, found by the record', async () => {
    const door = openDoor({
      'drafts.get': () => ok({ draft }),
      'outbox.list': () =>
        ok({
          items: [
            { ...listed('notes.create', anId('another note')), id: anId('another command') },
            listed('notes.create', id),
          ],
          total: 2,
          next: null,
        }),
      'outbox.get': () => ok(refusal('notes.create', { content: { title: 'chairs' } })),
    });
    const left = await leftBehind(notes, id, null, true);
    expect(left).toMatchObject({
      ok: true,
      value: { draft: { savedAt: 4 }, refused: { commandId, begun: { content: { title: 'chairs' } } } },
    });
    expect(door.asked.at(-1)).toEqual(['outbox.get', { id: commandId }]);
  });

  it('is not looked for beside a saved record, nor taken from another one', async () => {
    const door = openDoor({
      'drafts.get': () => ok({ draft: null }),
      'outbox.get': () => ok(refusal('notes.edit', { id: anId('another note'), changes: [] })),
    });
    expect(await leftBehind(notes, id, null, false)).toEqual(ok({ draft: null, refused: null }));
    expect(await leftBehind(notes, id, commandId, false)).toEqual(ok({ draft: null, refused: null }));
    expect(door.names()).toEqual(['drafts.get', 'drafts.get', 'outbox.get']);
  });

  it('is not begun without where it cannot be read: what is typed then would take its place', async () => {
    openDoor({});
    expect(await leftBehind(notes, id, null, false)).toMatchObject({ ok: false });
  });
});

// What is typed is on the disk, whatever happens to the form meanwhile.
import { afterEach, describe, expect, it } from 'vitest';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { closeDoor, later, openDoor } from '#test/support/desk-door.ts';
import { type Draft, DraftKeeper } from './draft-keeper.ts';
import type { SaveState } from './save-status.tsx';

afterEach(closeDoor);

const kept = (savedAt: number) => ok({ savedAt });
const done = () => ok({});
const key = 'note/1';

/** A form in which one types; `typed` replaces what it holds. */
function aForm(onDisk = false) {
  let draft: Draft = { key, form: 'notes.create', body: { text: '' }, dirty: false };
  const states: SaveState[] = [];
  const keeper = new DraftKeeper(
    () => draft,
    onDisk,
    (state) => states.push(state),
  );
  const typed = (text: string, parts: Partial<Draft> = {}) => {
    draft = { ...draft, body: { text }, dirty: true, ...parts };
  };
  return { keeper, states, typed };
}

describe('while one types', () => {
  it('what was typed is written once, and says since when it is safe', async () => {
    const door = openDoor({ 'drafts.save': () => kept(7) });
    const { keeper, states, typed } = aForm();
    await keeper.write();
    typed('chairs');
    await keeper.write();
    await keeper.write();
    expect(door.asked).toEqual([['drafts.save', { key, form: 'notes.create', body: { text: 'chairs' } }]]);
    expect(states).toEqual([{ kind: 'kept', at: 7 }]);
  });

  it('the answer to an older text does not say that the newer one is safe', async () => {
    const slow = later<Result<unknown>>();
    let count = 0;
    openDoor({ 'drafts.save': () => (count++ === 0 ? slow.answer : kept(2)) });
    const { keeper, states, typed } = aForm();
    typed('cha');
    const first = keeper.write();
    typed('chairs');
    await keeper.write();
    slow.come(kept(1));
    await first;
    expect(states).toEqual([{ kind: 'kept', at: 2 }]);
  });

  it('what could not be written is tried again, at the latest when the form is left', async () => {
    let answer: Result<unknown> = err({ code: 'disk_full' });
    const door = openDoor({ 'drafts.save': () => answer });
    const { keeper, states, typed } = aForm();
    typed('chairs');
    await keeper.write();
    expect(states).toEqual([{ kind: 'failed', error: { code: 'disk_full' } }]);
    answer = kept(3);
    await keeper.leave();
    expect(door.names()).toEqual(['drafts.save', 'drafts.save']);
    expect(states.at(-1)).toEqual({ kind: 'kept', at: 3 });
  });

  it('a draft goes when nothing is left in it, or nothing may be written down', async () => {
    const door = openDoor({ 'drafts.save': () => kept(1), 'drafts.remove': done });
    const { keeper, typed } = aForm();
    typed('chairs');
    await keeper.write();
    typed('', { dirty: false });
    await keeper.write();
    typed('secret', { secret: true });
    await keeper.write();
    expect(door.names()).toEqual(['drafts.save', 'drafts.remove']);
  });

  it('a draft that may no longer be written down goes, also one of an earlier day', async () => {
    const door = openDoor({ 'drafts.remove': done });
    const { keeper, typed } = aForm(true);
    typed('secret', { secret: true });
    await keeper.write();
    expect(door.asked).toEqual([['drafts.remove', { key }]]);
  });
});

describe('saving', () => {
  it('says so, and the answer to a draft on its way does not unsay it', async () => {
    const slow = later<Result<unknown>>();
    openDoor({ 'drafts.save': () => slow.answer });
    const { keeper, states, typed } = aForm();
    typed('chairs');
    const writing = keeper.write();
    await keeper.saved(true);
    slow.come(kept(1));
    await writing;
    expect(states.map(({ kind }) => kind)).toEqual(['saved']);
  });

  it('says so also where the form has not been drawn again when its draft is due', async () => {
    const door = openDoor({ 'drafts.save': () => kept(1) });
    const { keeper, states, typed } = aForm();
    typed('chairs');
    await keeper.saved(true);
    await keeper.write();
    expect(states.map(({ kind }) => kind)).toEqual(['saved']);
    expect(door.names()).toEqual([]);
  });

  it('a form that is left while it is saved leaves no draft of what was saved', async () => {
    const door = openDoor({ 'drafts.save': () => kept(1), 'drafts.remove': done });
    const { keeper, typed } = aForm();
    keeper.entered();
    typed('chairs');
    await keeper.leave();
    await keeper.saved(true);
    expect(door.names()).toEqual(['drafts.save', 'drafts.remove']);
  });

  it('what was typed after 保存 and before the form was left stays', async () => {
    const door = openDoor({ 'drafts.save': () => kept(1), 'drafts.remove': done });
    const { keeper, typed } = aForm();
    typed('chairs, and tables');
    await keeper.leave();
    await keeper.saved(false);
    expect(door.names()).toEqual(['drafts.save']);
  });

  it('what is given up is not written again when the form is left', async () => {
    const door = openDoor({ 'drafts.save': () => kept(1), 'drafts.remove': done });
    const { keeper, typed } = aForm();
    typed('chairs');
    await keeper.forget();
    typed('chair');
    await keeper.leave();
    expect(door.names()).toEqual(['drafts.remove']);
  });
});

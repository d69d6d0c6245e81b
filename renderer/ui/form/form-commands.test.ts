// 保存, 提交, 删除 of a form over a plan's content: which commands are made of what stands there, and what becomes of the draft.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyContent } from '#shared/domain/plans/content.ts';
import { type PlanContent, type PlanField, planContentSchema } from '#shared/domain/plans/model.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Finding } from '#shared/rules/engine.ts';
import { anId } from '#test/builders/ids.ts';
import { closeDoor, type Door, later, openDoor } from '#test/support/desk-door.ts';
import { contentsOf } from './content-of-schema.ts';
import { FormCommands, type FormCommandsState, type FormNow, nothingYet } from './form-commands.ts';
import { formOf } from './form-state.ts';

const id = anId('plan');
const commandId = anId('refused');
const receipt = ok({ commandId: anId('command'), no: 1, state: 'applied' });
const contents = contentsOf(planContentSchema.shape, emptyContent);
const { openForm, reduceForm } = formOf(contents);
const warning: Finding = {
  ruleId: 'w',
  severity: 'warning',
  paths: ['phone'],
  article: 'system',
  params: {},
};

let door: Door;
let answers: Record<string, Result<unknown> | Promise<Result<unknown>>>;
beforeEach(() => {
  answers = {};
  const call = (name: string) => () => answers[name] ?? receipt;
  const names = ['plans.create', 'plans.edit', 'plans.submit', 'plans.delete', 'outbox.resubmit'];
  door = openDoor(Object.fromEntries(names.map((name) => [name, call(name)])));
});
afterEach(closeDoor);

/** An open form, with everything that happens around it written down in `told`. */
function aForm(saved: PlanContent | null, refused: { commandId: string; name: string } | null = null) {
  let state = openForm(saved, undefined, emptyContent);
  let shown: FormCommandsState = nothingYet;
  let findings: Result<readonly Finding[]> | Promise<never> = ok([]);
  const told: string[] = [];
  const now = (): FormNow<PlanContent, PlanField> => ({
    id,
    names: { create: 'plans.create', edit: 'plans.edit', submit: 'plans.submit', delete: 'plans.delete' },
    address: `/plans/${id}`,
    away: '/plans',
    state,
    dispatch: (action) => {
      state = reduceForm(state, action);
    },
    draft: {
      saved: async (all) => void told.push(all ? 'all is saved' : 'saved'),
      forget: async () => void told.push('draft forgotten'),
    },
    fieldChanges: contents.fieldChanges,
    createInput: (content) => ({ id, content }),
    check: async () => findings,
    showProblems: () => void told.push('problems'),
    navigate: (to) => void told.push(to),
    words: { submitted: '', removed: '', discarded: '' },
  });
  const form = new FormCommands(now, refused, (next) => {
    shown = next;
  });
  form.entered();
  return {
    form,
    told,
    shown: () => shown,
    state: () => state,
    type: (projectName: string) =>
      now().dispatch({ type: 'set', field: 'projectName', change: (was) => ({ ...was, projectName }) }),
    unreadable: (text: string) => now().dispatch({ type: 'unreadable', place: 'budgetAmount', text }),
    incoming: (theirs: PlanContent) => now().dispatch({ type: 'incoming', theirs }),
    find: (found: Result<readonly Finding[]> | Promise<never>) => {
      findings = found;
    },
  };
}

const old = { ...emptyContent, projectName: 'chairs' };
const edited = { id, changes: [{ field: 'projectName', from: 'chairs', to: 'tables' }] };

describe('保存', () => {
  it('makes a new record, which then has its own address', async () => {
    const { form, told, type, state } = aForm(null);
    type('chairs');
    await form.save();
    expect(door.asked).toEqual([['plans.create', { id, content: old }]]);
    expect(told.slice(0, 2)).toEqual(['all is saved', `/plans/${id}/edit`]);
    expect(state().base).toEqual(old);
  });

  it('tells of a saved record what has changed, and nothing where nothing has', async () => {
    const { form, told, type } = aForm(old);
    await form.save();
    expect(door.asked).toEqual([]);
    type('tables');
    await form.save();
    expect(door.asked).toEqual([['plans.edit', edited]]);
    expect(told).not.toContain(`/plans/${id}/edit`);
  });

  it.each([
    ['plans.create', null, { id, content: { ...emptyContent, projectName: 'tables' } }],
    ['plans.edit', old, edited],
  ])('submits a refused %s anew, once', async (name, saved, input) => {
    const { form, type, shown, told } = aForm(saved, { commandId, name });
    type('tables');
    await form.save();
    expect(door.asked).toEqual([['outbox.resubmit', { id: commandId, input }]]);
    expect(told).toContain(`/plans/${id}/edit`);
    expect(shown().mended).toBe(true);
    type('desks');
    await form.save();
    expect(door.names()).toEqual(['outbox.resubmit', 'plans.edit']);
  });

  it('goes on mending when the refused command could not be submitted anew', async () => {
    const { form, type, shown, state } = aForm(null, { commandId, name: 'plans.create' });
    answers['outbox.resubmit'] = err({ code: 'disk_full' });
    type('tables');
    await form.save();
    expect(shown()).toMatchObject({ mended: false, busy: false });
    expect(shown().refusal).not.toBeNull();
    expect(state()).toMatchObject({ base: null, content: { projectName: 'tables' } });
    delete answers['outbox.resubmit'];
    await form.save();
    expect(door.names()).toEqual(['outbox.resubmit', 'outbox.resubmit']);
  });

  it('makes no command while a text is no value, or a choice between two is open', async () => {
    const wrong = aForm(old);
    wrong.type('tables');
    wrong.unreadable('12x');
    await wrong.form.save();
    const contested = aForm(old);
    contested.type('tables');
    contested.incoming({ ...old, projectName: 'desks' });
    await contested.form.save();
    expect(door.asked).toEqual([]);
    expect([wrong.told, contested.told]).toEqual([['problems'], ['problems']]);
    expect(contested.state().content.projectName).toBe('tables');
  });

  it('pressed twice, is one command', async () => {
    const { form, type } = aForm(null);
    const slow = later<Result<unknown>>();
    answers['plans.create'] = slow.answer;
    type('chairs');
    const first = form.save();
    await form.save();
    slow.come(receipt);
    await first;
    expect(door.names()).toEqual(['plans.create']);
  });
});

describe('a form that is left while it is saved', () => {
  it('is saved to its end, and takes nobody back', async () => {
    const { form, told, type, state } = aForm(null);
    const slow = later<Result<unknown>>();
    answers['plans.create'] = slow.answer;
    type('chairs');
    const saving = form.save();
    form.leave();
    slow.come(receipt);
    await saving;
    expect(state().base).toEqual(old);
    expect(told).toEqual(['all is saved', 'all is saved']);
  });

  it('says where more has been typed since: its draft stays', async () => {
    const { form, told, type, unreadable } = aForm(null);
    const slow = later<Result<unknown>>();
    answers['plans.create'] = slow.answer;
    type('chairs');
    const saving = form.save();
    type('chairs, and tables');
    unreadable('12x');
    form.leave();
    slow.come(receipt);
    await saving;
    expect(told).toEqual(['saved', 'saved']);
  });

  it('is submitted to its end', async () => {
    const { form, told } = aForm(old);
    await form.submit();
    const slow = later<Result<unknown>>();
    answers['plans.submit'] = slow.answer;
    const sending = form.confirm([]);
    form.leave();
    slow.come(receipt);
    await sending;
    expect(told).toEqual(['draft forgotten']);
  });
});

describe('提交', () => {
  it('saves and submits once the warnings are answered for, and keeps no draft', async () => {
    const { form, told, type, shown, find } = aForm(old);
    find(ok([warning]));
    type('tables');
    await form.submit();
    expect(door.asked).toEqual([]);
    expect(shown().confirming).toEqual([warning]);
    await form.confirm(['w']);
    expect(door.asked).toEqual([
      ['plans.edit', edited],
      ['plans.submit', { id, acknowledged: ['w'] }],
    ]);
    expect(told.slice(-2)).toEqual(['draft forgotten', `/plans/${id}`]);
  });

  it.each([
    ['an error was found', ok([{ ...warning, severity: 'error' as const }])],
    ['the rules cannot be asked', err({ code: 'client_too_old' as const })],
  ])('does not ask for confirmation where %s', async (_why, found) => {
    const { form, told, shown, state, find } = aForm(old);
    find(found);
    await form.submit();
    expect(shown().confirming).toBeNull();
    expect(told).toContain('problems');
    expect(state().attempted).toBe(true);
  });

  it('keeps the draft when it is refused', async () => {
    const { form, told, shown } = aForm(old);
    await form.submit();
    answers['plans.submit'] = err({ code: 'wrong_state' });
    await form.confirm([]);
    expect(told).not.toContain('draft forgotten');
    expect(shown()).toMatchObject({ confirming: null, busy: false });
    expect(shown().refusal).not.toBeNull();
    form.seenRefusal();
    expect(shown().refusal).toBeNull();
  });

  it('is not sent when what was typed could not be saved', async () => {
    const { form, type } = aForm(old);
    type('tables');
    await form.submit();
    answers['plans.edit'] = err({ code: 'disk_full' });
    await form.confirm([]);
    expect(door.names()).toEqual(['plans.edit']);
  });
});

describe('删除', () => {
  it('deletes a saved record, and only forgets the draft of a new one', async () => {
    const saved = aForm(old);
    await saved.form.remove();
    const fresh = aForm(null);
    await fresh.form.remove();
    expect(door.asked).toEqual([['plans.delete', { id }]]);
    expect([saved.told, fresh.told]).toEqual([
      ['draft forgotten', '/plans'],
      ['draft forgotten', '/plans'],
    ]);
  });

  it('keeps the draft when it is refused', async () => {
    const { form, told } = aForm(old);
    answers['plans.delete'] = err({ code: 'not_allowed' });
    await form.remove();
    expect(told).toEqual(['problems']);
  });
});

it('lets its buttons be pressed again after a failure that nobody expected', async () => {
  const { form, shown, find } = aForm(old);
  find(Promise.reject(new Error('the rules cannot be asked')));
  await expect(form.submit()).rejects.toThrow('the rules cannot be asked');
  expect(shown().busy).toBe(false);
  find(ok([]));
  await form.submit();
  expect(shown().confirming).toEqual([]);
});

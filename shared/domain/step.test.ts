// Steps of a made-up record type: an objection is received, heard and decided, and what it is about waits meanwhile.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ok } from '#shared/kernel/result.ts';
import type { Finding } from '#shared/rules/engine.ts';
import { anActor, anotherUnit } from '#test/builders/actors.ts';
import { anId } from '#test/builders/ids.ts';
import { type Actor, type Role, roles } from './actor.ts';
import { type Change, type Command, put, send } from './command.ts';
import { entity, type Row } from './entity.ts';
import { execute } from './execute.ts';
import { historySchema } from './history.ts';
import { one } from './load.ts';
import { refuse, refuseField } from './refuse.ts';
import { step, submittedByActor, submittedNow } from './step.ts';
import { type Subject, stepsByState, stepsFor, workflow } from './workflow.ts';

const statuses = ['draft', 'received', 'heard', 'suspended', 'decided'] as const;
const objectionSchema = z.strictObject({
  id: z.string(),
  status: z.enum(statuses),
  unitId: z.string().nullable(),
  caseId: z.string(),
  text: z.string(),
  hearing: z.boolean(),
  submittedBy: z.string().nullable(),
  submittedAt: z.int().nullable(),
  acknowledgedWarnings: z.array(z.string()),
  updatedAt: z.int(),
  history: historySchema,
});
type Objection = z.infer<typeof objectionSchema>;
const caseSchema = z.strictObject({ id: z.string(), waits: z.boolean() });
type Case = z.infer<typeof caseSchema>;

const objections = entity<Objection>({ name: 'objections', schema: objectionSchema, scopes: () => [] });
const cases = entity<Case>({ name: 'cases', schema: caseSchema, scopes: () => [] });

/** Around an objection: what it is about. */
const objection: Subject<Objection, Case | undefined> = {
  kind: objections,
  mayAct: ({ role, organisationId }, { unitId }) => role === 'supervisor' || organisationId === unitId,
  around: ({ caseId }) => one(cases, caseId),
};

const finding = (ruleId: string, severity: Finding['severity'], path: string): Finding => {
  return { ruleId, severity, paths: [path], article: 'order94/6', params: {} };
};

const objectionWorkflow = workflow(objection, [
  step(objection, {
    name: 'submit',
    from: ['draft'],
    to: 'received',
    roles: ['purchaser_clerk'],
    check: ({ row }) => (row.text === 'secret' ? refuse('classified') : ok(row.text.length)),
    findings: ({ checked }) => [
      ...(checked === 0 ? [finding('objection.text', 'error', 'text')] : []),
      ...(checked < 5 ? [finding('objection.short', 'warning', 'text')] : []),
      ...(checked < 5 ? [finding('objection.short', 'warning', 'hearing')] : []),
    ],
    set: submittedNow,
  }),
  step(objection, {
    name: 'decide',
    ways: [
      { from: ['received'], to: 'decided', when: ({ hearing }) => !hearing },
      { from: ['heard'], to: 'decided' },
      { from: ['received'], to: 'heard' },
    ],
    roles: ['purchaser_reviewer', 'supervisor'],
    note: 'asked',
    // Whom the case waits for decides; everybody else of the roles does not.
    by: ({ role }, _, about) => role === (about?.waits === true ? 'supervisor' : 'purchaser_reviewer'),
    unless: submittedByActor,
  }),
  step(objection, {
    name: 'suspend',
    from: ['received', 'heard'],
    to: 'suspended',
    roles: ['supervisor'],
    authority: 'server',
    version: 2,
    upcasters: {
      1: (input) => ({ ...z.object({ id: z.string() }).parse(input), days: 5, reason: 'of old' }),
    },
    note: 'demanded',
    input: { days: z.int().min(1) },
    load: ({ caseId }) => one(cases, caseId),
    check: ({ input }) => (input.days > 30 ? refuseField('too_large', 'days', 'too_large') : ok(null)),
    set: ({ input, row }) => ok({ text: `${row.text}, for ${input.days} days` }),
    also: ({ row, known, note }) => {
      if (known.waits) return refuse('conflict');
      const message = {
        type: 'suspend.order',
        platformId: 'xuchang',
        businessKey: note,
        notBefore: null,
      } as const;
      return ok([put(cases, { ...known, waits: true }), send({ ...message, body: { status: row.status } })]);
    },
  }),
  step(objection, {
    name: 'accept',
    from: ['received'],
    to: 'decided',
    roles: ['supervisor'],
    submission: 'since_2',
    note: 'asked',
  }),
  step(objection, {
    name: 'refuse',
    from: ['received'],
    to: 'decided',
    roles: ['supervisor'],
    submission: 'demanded',
  }),
  step(objection, {
    name: 'delete',
    from: ['draft'],
    to: 'removed',
    roles: ['purchaser_clerk'],
    also: ({ row }) => ok([put(cases, { id: row.caseId, waits: row.status !== 'draft' })]),
  }),
  step(objection, {
    name: 'rewrite',
    from: ['draft', 'received'],
    to: 'same',
    roles: ['purchaser_clerk'],
    input: { text: z.string() },
    decide: ({ input, row, moved }) =>
      input.text === row.text
        ? ok([])
        : ok([put(cases, { id: row.caseId, waits: false }), put(objections, moved(input))]),
  }),
]);

const clerk = anActor('purchaser_clerk');
const reviewer = anActor('purchaser_reviewer');
const supervisor = anActor('supervisor');
const now = 1_772_413_200_000;
const id = anId('objection');

function anObjection(parts: Partial<Objection> = {}): Objection {
  return {
    id,
    status: 'draft',
    unitId: clerk.organisationId,
    caseId: 'case',
    text: 'The days were too few.',
    hearing: false,
    submittedBy: null,
    submittedAt: null,
    acknowledgedWarnings: [],
    updatedAt: 0,
    history: [],
    ...parts,
  };
}

function commandOf(name: string): Command {
  const found = objectionWorkflow.commands.find((each) => each.name === `objections.${name}`);
  if (found === undefined) throw new Error(`no step ${name}`);
  return found;
}

type Told = { readonly row?: Objection; readonly about?: Case; readonly version?: number };

function take(actor: Actor, name: string, input: object, { row, about, version }: Told) {
  const command = commandOf(name);
  const ctx = { actor, commandId: anId('command'), madeAt: now - 1000, now };
  const run = execute(command, { id, ...input }, version ?? command.version, ctx);
  const stored: readonly (Row | undefined)[] = [row, about];
  let state = run.next();
  while (state.done !== true) {
    const asked = state.value;
    state = run.next(asked.kind === 'one' ? stored.find((each) => each?.id === asked.id) : []);
  }
  return state.value;
}

function rowAfter(changes: readonly Change[]): Objection {
  for (const change of changes)
    if (change.op === 'put' && change.entity === 'objections') return objectionSchema.parse(change.row);
  throw new Error('the objection has not changed');
}

function accepted(...args: Parameters<typeof take>): readonly Change[] {
  const answer = take(...args);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

describe('a step', () => {
  it('is a command with the input that its declaration asks for', () => {
    expect(
      objectionWorkflow.commands.map(({ name, authority, version }) => [name, authority, version]),
    ).toEqual([
      ['objections.submit', 'local', 1],
      ['objections.decide', 'local', 1],
      ['objections.suspend', 'server', 2],
      ['objections.accept', 'local', 2],
      ['objections.refuse', 'local', 1],
      ['objections.delete', 'local', 1],
      ['objections.rewrite', 'local', 1],
    ]);
    expect(objectionWorkflow.steps.map(({ asks }) => asks)).toEqual([
      ['acknowledged'],
      ['note'],
      ['days', 'reason'],
      ['note'],
      ['submittedAt'],
      [],
      ['text'],
    ]);
    expect(take(supervisor, 'suspend', { days: 3 }, { row: anObjection({ status: 'heard' }) })).toMatchObject(
      {
        error: { code: 'invalid_input', fields: [{ path: 'reason' }] },
      },
    );
    expect(take(clerk, 'delete', { note: 'x' }, { row: anObjection() })).toMatchObject({
      error: { code: 'invalid_input' },
    });
  });

  it('sets the state that it leads to, the time and the history, and what `set` says', () => {
    const changes = accepted(clerk, 'submit', {}, { row: anObjection() });
    expect(changes).toHaveLength(1);
    expect(rowAfter(changes)).toEqual(
      anObjection({
        status: 'received',
        submittedBy: clerk.accountId,
        submittedAt: now,
        updatedAt: now,
        history: [
          {
            action: 'objections.submit',
            by: clerk.accountId,
            name: clerk.name,
            role: clerk.role,
            at: now,
            note: '',
          },
        ],
      }),
    );
  });

  it('writes the note or the reason into the history', () => {
    const row = anObjection({ status: 'received' });
    expect(rowAfter(accepted(reviewer, 'decide', { note: 'agreed' }, { row })).history[0]?.note).toBe(
      'agreed',
    );
    const about = { id: 'case', waits: false };
    const suspended = accepted(supervisor, 'suspend', { days: 3, reason: 'A hearing.' }, { row, about });
    expect(rowAfter(suspended).history[0]?.note).toBe('A hearing.');
  });

  it('decides on the submission that was looked at, and on no later one', () => {
    const row = anObjection({ status: 'received', submittedAt: 7 });
    const anew = { error: { code: 'stale', fields: [{ path: 'id', code: 'submitted_anew' }] } };
    for (const name of ['accept', 'refuse']) {
      expect(rowAfter(accepted(supervisor, name, { submittedAt: 7 }, { row })).status).toBe('decided');
      expect(take(supervisor, name, { submittedAt: 6 }, { row })).toMatchObject(anew);
    }
    // Taken back in between, and not submitted again.
    const draft = anObjection({ status: 'draft', submittedAt: null });
    expect(take(supervisor, 'accept', { submittedAt: 7 }, { row: draft })).toMatchObject({
      error: { code: 'wrong_state' },
    });
  });

  it('takes from desks of before what did not tell which submission was looked at, where that was once so', () => {
    const row = anObjection({ status: 'received', submittedAt: 7 });
    expect(rowAfter(accepted(supervisor, 'accept', {}, { row, version: 1 })).status).toBe('decided');
    expect(take(supervisor, 'refuse', {}, { row })).toMatchObject({ error: { code: 'invalid_input' } });
    expect(take(supervisor, 'refuse', { submittedAt: null }, { row })).toMatchObject({
      error: { code: 'invalid_input' },
    });
  });

  it('takes the first way whose state and condition fit', () => {
    const decide = (parts: Partial<Objection>) =>
      accepted(reviewer, 'decide', {}, { row: anObjection(parts) });
    expect(rowAfter(decide({ status: 'received' })).status).toBe('decided');
    expect(rowAfter(decide({ status: 'received', hearing: true })).status).toBe('heard');
    expect(rowAfter(decide({ status: 'heard', hearing: true })).status).toBe('decided');
    expect(take(reviewer, 'decide', {}, { row: anObjection({ status: 'decided' }) })).toEqual({
      ok: false,
      error: {
        code: 'wrong_state',
        params: { status: 'decided', command: 'objections.decide', expected: 'received heard received' },
      },
    });
  });

  it('says of what is missing and of what is somebody else’s the same', () => {
    const foreign = take(anActor('purchaser_clerk', anotherUnit), 'submit', {}, { row: anObjection() });
    expect(foreign).toEqual(take(clerk, 'submit', {}, {}));
    expect(foreign).toEqual({ ok: false, error: { code: 'not_found' } });
  });

  it('is answered not_found where it lacks what it must know', () => {
    const row = anObjection({ status: 'received' });
    expect(take(supervisor, 'suspend', { days: 3, reason: 'A hearing.' }, { row })).toMatchObject({
      error: { code: 'not_found' },
    });
  });

  it('is refused by `by` whatever the state, and by `unless` only where it could be taken', () => {
    const about = { id: 'case', waits: true };
    const row = anObjection({ status: 'draft', submittedBy: reviewer.accountId });
    expect(take(reviewer, 'decide', {}, { row, about })).toMatchObject({ error: { code: 'not_allowed' } });
    expect(take(reviewer, 'decide', {}, { row })).toMatchObject({ error: { code: 'wrong_state' } });
    const submitted = { ...row, status: 'received' } as const;
    expect(take(reviewer, 'decide', {}, { row: submitted })).toMatchObject({
      error: { code: 'same_person' },
    });
  });

  it('is stopped by the law before its rules are asked', () => {
    expect(take(clerk, 'submit', {}, { row: anObjection({ text: 'secret' }) })).toMatchObject({
      error: { code: 'classified' },
    });
    const row = anObjection({ status: 'received' });
    const about = { id: 'case', waits: false };
    expect(take(supervisor, 'suspend', { days: 31, reason: 'A hearing.' }, { row, about })).toMatchObject({
      error: { code: 'too_large', fields: [{ path: 'days' }] },
    });
  });

  it('is stopped by errors, acknowledged or not, and by warnings that nobody has read', () => {
    const acknowledged = ['objection.text', 'objection.short'];
    expect(take(clerk, 'submit', { acknowledged }, { row: anObjection({ text: '' }) })).toMatchObject({
      error: {
        code: 'rule_broken',
        fields: [{ path: 'text', code: 'objection.text', article: 'order94/6' }],
      },
    });
    const short = { row: anObjection({ text: 'No.', acknowledgedWarnings: ['of before'] }) };
    expect(take(clerk, 'submit', {}, short)).toMatchObject({
      error: { code: 'warning_unacknowledged', fields: [{ path: 'text' }, { path: 'hearing' }] },
    });
    expect(rowAfter(accepted(clerk, 'submit', { acknowledged }, short)).acknowledgedWarnings).toEqual([
      'objection.short',
    ]);
    expect(
      rowAfter(accepted(clerk, 'submit', {}, { row: { ...short.row, text: 'Long enough.' } }))
        .acknowledgedWarnings,
    ).toEqual([]);
  });

  it('changes other rows and sends with it, knowing the record after the step, or does nothing', () => {
    const row = anObjection({ status: 'received' });
    const input = { days: 3, reason: 'A hearing.' };
    const [own, ...others] = accepted(supervisor, 'suspend', input, {
      row,
      about: { id: 'case', waits: false },
    });
    expect(own).toMatchObject({ row: { status: 'suspended', text: 'The days were too few., for 3 days' } });
    expect(others).toMatchObject([
      { op: 'put', entity: 'cases', row: { id: 'case', waits: true } },
      { op: 'send', message: { type: 'suspend.order', body: { status: 'suspended' } } },
    ]);
    expect(take(supervisor, 'suspend', input, { row, about: { id: 'case', waits: true } })).toMatchObject({
      error: { code: 'conflict' },
    });
  });

  it('understands inputs of before', () => {
    const told = { row: anObjection({ status: 'heard' }), about: { id: 'case', waits: false }, version: 1 };
    expect(rowAfter(accepted(supervisor, 'suspend', {}, told)).text).toContain('for 5 days');
  });

  it('removes the record where it leads to `removed`', () => {
    expect(accepted(clerk, 'delete', {}, { row: anObjection() })).toEqual([
      { op: 'delete', entity: 'objections', id },
      { op: 'put', entity: 'cases', row: { id: 'case', waits: false } },
    ]);
  });

  it('may make its changes itself, in its own order', () => {
    const row = anObjection({ status: 'received' });
    const [first, second] = accepted(clerk, 'rewrite', { text: 'New words.' }, { row });
    expect(first).toMatchObject({ entity: 'cases' });
    expect(second).toMatchObject({ row: { status: 'received', text: 'New words.', updatedAt: now } });
    expect(accepted(clerk, 'rewrite', { text: row.text }, { row })).toEqual([]);
  });
});

describe('buttons', () => {
  const people: readonly Actor[] = [
    ...roles.map((role: Role) => anActor(role)),
    anActor('purchaser_clerk', anotherUnit),
    anActor('purchaser_reviewer', anotherUnit),
  ];
  const rows = statuses.flatMap((status) =>
    [true, false].flatMap((hearing) =>
      [null, reviewer.accountId].map((submittedBy) => anObjection({ status, hearing, submittedBy })),
    ),
  );
  const abouts = [true, false].map((waits) => ({ id: 'case', waits }));
  const inputs: Readonly<Record<string, object>> = {
    suspend: { days: 3, reason: 'A hearing.' },
    rewrite: { text: 'x' },
    refuse: { submittedAt: 7 },
  };
  /** What a step may still be refused for where its button is offered. */
  const ofLaw = ['conflict', 'stale'];

  it('are offered exactly where the command is not refused for person, state or gate', () => {
    const offered = new Set<string>();
    for (const actor of people)
      for (const row of rows)
        for (const about of abouts) {
          const names = stepsFor(objectionWorkflow, actor, row, about);
          for (const { name } of objectionWorkflow.commands) {
            const verb = name.slice('objections.'.length);
            const answer = take(actor, verb, inputs[verb] ?? {}, { row, about });
            const lawful = answer.ok || ofLaw.includes(answer.error.code);
            expect([actor.role, row.status, name, names.includes(name)]).toEqual([
              actor.role,
              row.status,
              name,
              lawful,
            ]);
            if (lawful) offered.add(name);
          }
        }
    expect(offered.size).toBe(objectionWorkflow.commands.length);
  });

  it('of a list follow from role and state alone', () => {
    expect(stepsByState(objectionWorkflow, clerk, 'draft')).toEqual([
      'objections.submit',
      'objections.delete',
      'objections.rewrite',
    ]);
    expect(stepsByState(objectionWorkflow, supervisor, 'heard')).toEqual([
      'objections.decide',
      'objections.suspend',
    ]);
    expect(stepsByState(objectionWorkflow, supervisor, 'decided')).toEqual([]);
  });
});

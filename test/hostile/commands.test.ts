// Whatever a command is fed with, it answers with a code and throws nothing. What it accepts, every record type can store.
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Role } from '#shared/domain/actor.ts';
import type { Change, Command } from '#shared/domain/command.ts';
import { errorCodes } from '#shared/kernel/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import { actorOf, idOf, matrixClock } from '#test/access/cast.ts';
import { groundRows } from '#test/access/cells.ts';
import { matrix } from '#test/access/table.ts';
import { runInMemory } from '#test/support/run-in-memory.ts';
import { sealedDomain } from '#test/support/sealed-notes.ts';
import { hostileStrings, hostileValues, prototypeNames, variants } from './values.ts';

/** The product's, and made-up online ones. */
const { commands, entities } = sealedDomain;
const ground = groundRows({ inboxUrl: 'http://127.0.0.1:1/exchange/inbox', keyId: 'k', publicKey: 'p' });
const codes = new Set<string>(errorCodes);

/** Two at once is dear: without the large ones. */
const small = hostileValues.filter(({ large }) => large !== true);

type Case = { readonly command: Command; readonly role: Role; readonly input: unknown };
const cases: readonly (readonly [string, Case & { run(input: unknown): Result<readonly Change[]> }])[] = [
  ...commands.values(),
].map((command) => {
  const [role] = command.access.roles;
  const row = matrix.get(command.name);
  if (role === undefined || row === undefined) throw new Error(`nobody may ${command.name}`);
  const { stored, input } = row.scene({ command: command.name, role, relation: 'own' });
  const rows = [...ground, ...stored];
  const actor = actorOf(role);
  const commandId = idOf(`hostile/${command.name}`);
  const run = (tried: unknown) =>
    runInMemory({ rows, actor, command, input: tried, commandId, now: matrixClock });
  return [command.name, { command, role, input, run }];
});

afterEach(() => {
  for (const name of ['admin', 'polluted']) expect(name in {}).toBe(false);
});

describe.each(cases)('%s', (_name, { input, run }) => {
  it('answers every input that is wrong in one place', () => {
    for (const { title, input: tried } of variants(input)) checked(title, run(tried));
  });

  it('answers arbitrary JSON', () => {
    fc.assert(
      fc.property(hostileJson, (tried) => void checked('arbitrary', run(tried))),
      { numRuns: 200 },
    );
  });

  it('answers its own input with arbitrary parts', () => {
    const paths = [...variants(input, [])];
    expect(paths.length).toBeGreaterThan(1);
    fc.assert(
      fc.property(fc.constantFrom(...small), fc.constantFrom(...small), (a, b) => {
        for (const { title, input: once } of variants(input, [a])) {
          const [twice] = variants(once, [b]);
          checked(title, run(twice?.input));
        }
      }),
      { numRuns: 10 },
    );
  });
});

it('looks names up without reaching a prototype', () => {
  for (const name of prototypeNames) {
    expect(commands.get(name)).toBeUndefined();
    expect(entities.get(name)).toBeUndefined();
  }
});

const hostileJson = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(...hostileStrings),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.constantFrom(...prototypeNames, 'id', 'content', 'changes', 'sections'), tie('value')),
  ),
})).value;

/** A refusal has a code of the closed set; what is accepted can be stored and read again. */
function checked(title: string, result: Result<readonly Change[]>): void {
  if (!result.ok) {
    expect([title, codes.has(result.error.code)]).toEqual([title, true]);
    return;
  }
  for (const change of result.value) {
    if (change.op !== 'put') continue;
    const kind = entities.get(change.entity);
    const read: unknown = JSON.parse(JSON.stringify(change.row));
    expect([title, kind?.schema.safeParse(read).success]).toEqual([title, true]);
  }
}

// The matrix against the commands themselves, without a server: what access.ts says is what the table says.
import { describe, expect, it } from 'vitest';
import { humanRoles } from '#shared/domain/actor.ts';
import { entities } from '#shared/domain/entities.ts';
import { type Row, visible } from '#shared/domain/entity.ts';
import { execute } from '#shared/domain/execute.ts';
import type { LoadRequest } from '#shared/domain/load.ts';
import { commands } from '#shared/domain/registry.ts';
import { matches } from '#shared/domain/working-set.ts';
import { actorOf, idOf, matrixClock, relations } from './cast.ts';
import { cellsOf, groundRows, type PreparedCell } from './cells.ts';
import { labelOf } from './scenes.ts';
import { matrix } from './table.ts';
import { titleOf, visibility } from './visibility.ts';

const ground = groundRows({ inboxUrl: 'http://127.0.0.1:1/exchange/inbox', keyId: 'k', publicKey: 'p' });

describe('access matrix, by the rules alone', () => {
  it('has a row for every command and none for another', () => {
    expect([...matrix.keys()].sort()).toEqual([...commands.keys()].sort());
  });

  it.each([...commands.keys()])('%s', (name) => {
    const cells = cellsOf(name);
    expect(cells.map((cell) => [labelOf(cell), run(cell).code])).toEqual(
      cells.map((cell) => [labelOf(cell), cell.expected]),
    );
  });

  it.each([...commands.keys()])('%s answers "missing" and "not yours" alike', (name) => {
    const refused = cellsOf(name).filter(
      ({ expected }) => expected === 'not_found' || expected === 'not_allowed',
    );
    for (const code of ['not_found', 'not_allowed']) {
      const answers = refused.filter(({ expected }) => expected === code).map((cell) => run(cell).text);
      expect(new Set(answers).size).toBeLessThanOrEqual(1);
    }
  });
});

describe('visibility, by the scopes alone', () => {
  it('has a row for every record type and none for another', () => {
    expect(new Set(visibility.map(({ entity }) => entity))).toEqual(new Set(entities.keys()));
  });

  it.each(visibility.map((row) => [titleOf(row), row] as const))('%s', (title, row) => {
    const kind = entities.get(row.entity);
    if (kind === undefined) throw new Error(`no entity ${row.entity}`);
    for (const role of humanRoles) {
      const seen = relations.filter(
        (relation) =>
          relation !== 'missing' && visible(actorOf(role), kind, row.row({ command: title, role, relation })),
      );
      expect([role, seen]).toEqual([role, row.seenBy[role] ?? []]);
    }
  });
});

function run(cell: PreparedCell): { readonly code: string; readonly text: string } {
  const command = commands.get(cell.command);
  if (command === undefined) throw new Error(`no command ${cell.command}`);
  const rows = [...ground, ...cell.stored];
  const answer = (request: LoadRequest): unknown => {
    const kind = entities.get(request.entity);
    if (kind === undefined) throw new Error(`no entity ${request.entity}`);
    const own: readonly Row[] = rows.filter(({ entity }) => entity === request.entity).map(({ row }) => row);
    return request.kind === 'one'
      ? own.findLast(({ id }) => id === request.id)
      : own.filter((row) => matches(kind, row, request.where));
  };
  const ctx = {
    actor: actorOf(cell.role),
    commandId: idOf(`command/${labelOf(cell)}`),
    madeAt: matrixClock,
    now: matrixClock,
  };
  const steps = execute(command, cell.input, command.version, ctx);
  let step = steps.next();
  while (step.done !== true) step = steps.next(answer(step.value));
  const result = step.value;
  return { code: result.ok ? 'applied' : result.error.code, text: JSON.stringify(result) };
}

// The matrix against the commands themselves, without a server: what access.ts says is what the table says.
import { describe, expect, it } from 'vitest';
import { humanRoles } from '#shared/domain/actor.ts';
import { visible } from '#shared/domain/entity.ts';
import { isSynced } from '#shared/domain/kept.ts';
import { runInMemory } from '#test/support/run-in-memory.ts';
import { sealedDomain } from '#test/support/sealed-notes.ts';
import { actorOf, idOf, matrixClock, relations } from './cast.ts';
import { cellsOf, groundRows, type PreparedCell } from './cells.ts';
import { labelOf } from './scenes.ts';
import { matrix } from './table.ts';
import { titleOf, visibility } from './visibility.ts';

/** The product's, and made-up ones of the kinds that it may come to have. */
const { commands, entities } = sealedDomain;
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
          relation !== 'missing' &&
          isSynced(kind) &&
          visible(actorOf(role), kind, row.row({ command: title, role, relation })),
      );
      expect([role, seen]).toEqual([role, row.seenBy[role] ?? []]);
    }
  });
});

function run(cell: PreparedCell): { readonly code: string; readonly text: string } {
  const command = commands.get(cell.command);
  if (command === undefined) throw new Error(`no command ${cell.command}`);
  const result = runInMemory({
    rows: [...ground, ...cell.stored],
    actor: actorOf(cell.role),
    command,
    input: cell.input,
    commandId: idOf(`command/${labelOf(cell)}`),
    now: matrixClock,
  });
  return { code: result.ok ? 'applied' : result.error.code, text: JSON.stringify(result) };
}

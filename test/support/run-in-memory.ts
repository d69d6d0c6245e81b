// Carries out one command on rows in memory, by the same generator as desk and server.
import type { Actor } from '#shared/domain/actor.ts';
import type { Change, Command } from '#shared/domain/command.ts';
import type { Row } from '#shared/domain/entity.ts';
import { execute } from '#shared/domain/execute.ts';
import type { LoadRequest } from '#shared/domain/load.ts';
import { matches } from '#shared/domain/working-set.ts';
import type { Result } from '#shared/kernel/result.ts';
import { testVault } from './experts.ts';
import { sealedDomain } from './sealed-notes.ts';

export type StoredRow = { readonly entity: string; readonly row: Row };
type Run = {
  readonly rows: readonly StoredRow[];
  readonly actor: Actor;
  readonly command: Command;
  readonly input: unknown;
  readonly commandId: string;
  readonly now: number;
};

export function runInMemory({ rows, actor, command, input, commandId, now }: Run): Result<readonly Change[]> {
  const steps = execute(command, input, command.version, {
    ...{ actor, commandId, madeAt: now, now },
    vault: testVault,
  });
  let step = steps.next();
  while (step.done !== true) step = steps.next(answer(rows, step.value));
  return step.value;
}

function answer(rows: readonly StoredRow[], request: LoadRequest): unknown {
  const kind = sealedDomain.entities.get(request.entity);
  if (kind === undefined) throw new Error(`no entity ${request.entity}`);
  const own: readonly Row[] = rows.filter(({ entity }) => entity === request.entity).map(({ row }) => row);
  return request.kind === 'one'
    ? own.findLast(({ id }) => id === request.id)
    : own.filter((row) => matches(kind, row, request.where));
}

// Facts for a live check: the very loads that commands use, answered from the replica. Nothing is written and nothing becomes part of a read set.
import type { Row } from '#shared/domain/entity.ts';
import type { Load, LoadRequest } from '#shared/domain/load.ts';
import { UnreadableRow } from '#shared/domain/stored-body.ts';
import { setKey } from '#shared/domain/working-set.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Replica } from '../db/replica/replica.ts';

/** Error code: unreadable_record, for a row that this program cannot read. */
export function loaded<T>(replica: Replica, load: Load<T>): Result<T> {
  try {
    let step = load.next();
    while (step.done !== true) step = load.next(answer(replica, step.value));
    return ok(step.value);
  } catch (thrown) {
    if (thrown instanceof UnreadableRow) return err({ code: 'unreadable_record' });
    throw thrown;
  }
}

type Kept = { readonly changes: number; readonly rows: readonly Row[] };
/** Rows as they were read, while their table has not changed: parsing a unit's plans of a year at every key stroke would be felt. */
const kept = new WeakMap<Replica, Map<string, Kept>>();
/** As many sets as one form asks for. */
const mostKept = 4;

function answer(replica: Replica, request: LoadRequest): unknown {
  if (request.kind === 'one') return replica.row(request.entity, request.id);
  const changes = replica.table(request.entity)?.changes ?? 0;
  const key = setKey(request);
  const sets = kept.get(replica) ?? new Map<string, Kept>();
  const held = sets.get(key);
  if (held?.changes === changes) return held.rows;
  const rows = replica.rows(request);
  if (sets.size >= mostKept && held === undefined) sets.clear();
  sets.set(key, { changes, rows });
  kept.set(replica, sets);
  return rows;
}

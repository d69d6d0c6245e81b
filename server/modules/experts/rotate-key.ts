// Another key for what the server keeps about people: everything sealed is opened and sealed anew, the history included, in one transaction. Killed
// anywhere, the old key still counts. Processes that run meanwhile with the old key are refused from the commit on; backups of before need the old key.

import { draws } from '#shared/domain/experts/draws/model.ts';
import { changeKey } from '#shared/domain/experts/library/commands/change-key.ts';
import { type Expert, experts, openPerson, sealPerson } from '#shared/domain/experts/library/model.ts';
import { poolLists } from '#shared/domain/experts/pools/model.ts';
import { sealContext, sealedPrefix, type Vault } from '#shared/domain/vault.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { jsonTextsLiteral, type StoreTable, tableOf } from '../../command/entity-store.ts';
import { runInTransaction } from '../../command/run-as-machine.ts';
import type { Database, Sql } from '../../db/database.ts';
import { sqlTypes } from '../../db/entity-tables.ts';
import { systemActor } from '../../exchange/actors.ts';
import { libraryState } from './library-state.ts';

export type Rotation = {
  readonly database: Database;
  clock(): number;
  readonly commandId: Id;
  readonly from: Vault;
  readonly to: Vault;
};

/** Record types with sealed texts. */
const sealedTypes = [experts.name, poolLists.name, draws.name];
const rowsAtOnce = 100;

/** The number of bodies. Refusal: library_locked, where `from` is not the library's key; not_found where there is no library yet. */
export function rotateKey(rotation: Rotation): Promise<Result<number, AppError>> {
  return rotation.database.transaction(async (tx) => {
    const { clock, commandId, from, to } = rotation;
    if ((await libraryState(tx, undefined, from)) !== 'open') return err({ code: 'library_locked' });
    let bodies = 0;
    for (const entity of sealedTypes) {
      bodies += await resealRows(tx, tableOf(entity), from, to);
      bodies += await resealHistory(tx, entity, from, to);
    }
    const deps = {
      commands: new Map([[changeKey.name, changeKey]]),
      clock,
      storeSends: async () => undefined,
    };
    const input = { from: from.keyId, to: to.keyId };
    const told = await runInTransaction(tx, deps, {
      commandId,
      name: changeKey.name,
      input,
      actor: systemActor,
    });
    return told.ok ? ok(bodies) : told;
  });
}

type Body = { readonly id: Id; readonly text: string };

async function resealRows(tx: Sql, { kind, columns }: StoreTable, from: Vault, to: Vault): Promise<number> {
  const names = [...columns.values()].map(({ name }) => name);
  const arrays = [...columns.values()].map(({ type }, at) => `, $${at + 3}::${sqlTypes[type]}[]`).join('');
  let after = '';
  for (let done = 0; ; ) {
    const { rows } = await tx.query<Body>(
      `SELECT id, body::text AS text FROM ${kind.name} WHERE id > $1 ORDER BY id LIMIT ${rowsAtOnce}`,
      [after],
    );
    if (rows.length === 0) return done;
    const bodies = rows.map(({ id, text }) => resealed(kind.name, id, text, from, to));
    await tx.query(
      `UPDATE ${kind.name} AS t SET body = u.body::json${names.map((name) => `, ${name} = u.${name}`).join('')}
       FROM unnest($1::text[], $2::text::text[]${arrays})
         AS u(${['id', 'body', ...names].join(', ')}) WHERE t.id = u.id`,
      [
        rows.map(({ id }) => id),
        jsonTextsLiteral(bodies.map((body) => JSON.stringify(body))),
        ...[...columns.values()].map(({ read }) => bodies.map((body) => read(body))),
      ],
    );
    done += rows.length;
    after = rows.at(-1)?.id ?? '';
  }
}

async function resealHistory(tx: Sql, entity: string, from: Vault, to: Vault): Promise<number> {
  let after = { id: '', version: 0 };
  for (let done = 0; ; ) {
    const { rows } = await tx.query<Body & { readonly version: number }>(
      `SELECT id, version, body::text AS text FROM row_history
       WHERE entity = $1 AND (id, version) > ($2, $3::int) AND body IS NOT NULL ORDER BY id, version LIMIT ${rowsAtOnce}`,
      [entity, after.id, after.version],
    );
    if (rows.length === 0) return done;
    const bodies = rows.map(({ id, text }) => resealed(entity, id, text, from, to));
    await tx.query(
      `UPDATE row_history AS t SET body = u.body::json FROM unnest($2::text[], $3::int[], $4::text::text[]) AS u(id, version, body)
       WHERE t.entity = $1 AND t.id = u.id AND t.version = u.version`,
      [
        entity,
        rows.map(({ id }) => id),
        rows.map(({ version }) => version),
        jsonTextsLiteral(bodies.map((body) => JSON.stringify(body))),
      ],
    );
    done += rows.length;
    after = rows.at(-1) ?? after;
  }
}

function resealed(entity: string, id: Id, text: string, from: Vault, to: Vault): { readonly id: Id } {
  const context = sealContext(entity, id);
  const head = `${sealedPrefix}${from.keyId}.`;
  const body = JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'string' && value.startsWith(head) ? to.seal(context, from.open(context, value)) : value,
  );
  // Keyed hashes stand beside what they are of.
  return entity === experts.name ? withIndexes(body, to) : body;
}

function withIndexes(expert: Expert, to: Vault): Expert {
  const { idIndex, phoneIndex } = sealPerson(to, expert.id, openPerson(to, expert));
  return { ...expert, idIndex, phoneIndex };
}

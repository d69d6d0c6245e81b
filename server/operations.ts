// What programs around the server may do with it directly, without HTTP: set up a demo, seed a test, restore. All of it goes through the same
// commands, audit and hashing as everything else.
import type { Actor } from '#shared/domain/actor.ts';
import type { WhereRequest } from '#shared/domain/load.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import type { Result } from '#shared/kernel/result.ts';
import { type AuthDeps, setPassword } from './auth/auth.ts';
import type { ApplyDeps } from './command/apply.ts';
import { fetchRows, fetchSet, tableOf } from './command/entity-store.ts';
import { runAsMachine } from './command/run-as-machine.ts';
import { systemActor } from './exchange/actors.ts';
import type { FileStore } from './files/file-store.ts';

export type Operations = {
  /** Carries out a command as this actor. `commandId` also names the record a command creates. */
  runAs(
    actor: Actor,
    command: string,
    input: unknown,
    commandId?: Id,
  ): Promise<Result<{ readonly seq: number; readonly changed: boolean }>>;
  /** The row as it is stored now, or null. Throws UnreadableRow. */
  row(entity: string, id: Id): Promise<unknown>;
  /** All rows whose columns equal these. Throws UnreadableRow. */
  rows(entity: string, where: WhereRequest['where']): Promise<readonly unknown[]>;
  setPassword(accountId: Id, password: string, mustChange?: boolean): Promise<Result<undefined>>;
  /** Gives the account this password, for good, unless it has one. */
  ensurePassword(accountId: Id, password: string): Promise<void>;
  /** Keeps the bytes of a file under their hash, which is answered. */
  storeFile(bytes: Uint8Array): Promise<string>;
};

type Deps = ApplyDeps & { readonly auth: AuthDeps; readonly files: FileStore };

export function createOperations(deps: Deps): Operations {
  const { auth, database, files } = deps;
  const operator = { actor: systemActor, deskId: null };
  return {
    runAs: (actor, name, input, commandId) =>
      runAsMachine(database, deps, {
        commandId: commandId ?? uuidV7(auth.clock(), auth.randomBytes(10)),
        name,
        input,
        actor,
      }),
    async row(entity, id) {
      const [stored] = await fetchRows(database, tableOf(entity, deps.tables), [id]);
      return stored?.row ?? null;
    },
    async rows(entity, where) {
      const found = await fetchSet(database, tableOf(entity, deps.tables), where);
      return found.map(({ row }) => row);
    },
    setPassword: (accountId, password, mustChange) =>
      setPassword(auth, operator, accountId, password, mustChange),
    async ensurePassword(accountId, password) {
      const { rows } = await database.query('SELECT 1 FROM credentials WHERE account_id = $1', [accountId]);
      if (rows.length > 0) return;
      const set = await setPassword(auth, operator, accountId, password, false);
      if (!set.ok) throw new Error(`no password for the account: ${set.error.code}`);
    },
    storeFile: (bytes) => files.store(bytes, systemActor.accountId),
  };
}

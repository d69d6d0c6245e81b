// Opens the outbox. A damaged one is recovered: every command that can be read, from the file itself and from the newest backup, goes into a
// new file, and the broken one is kept.
import { join } from 'node:path';
import type { Id } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Connection, connect, type OpenDatabase, setOutboxPragmas } from '../connection.ts';
import { type Migration, migrate, readMigrations } from '../migrate.ts';
import { isDamage } from '../storage-error.ts';
import { Identity } from './identity.ts';
import { Outbox } from './outbox.ts';
import { finishRecovery, isLost, recoverOutbox } from './recover.ts';

export const outboxFileName = 'outbox.db';
export const outboxMigrations: readonly Migration[] = readMigrations(
  new URL('./migrations/', import.meta.url),
);

export type OpenedOutbox = {
  readonly connection: Connection;
  readonly outbox: Outbox;
  readonly identity: Identity;
  readonly deskId: Id;
  /** How many commands were brought over from a damaged file, and whether none is known to be missing. */
  readonly recovered: { readonly commands: number; readonly complete: boolean } | null;
};

type Where = {
  readonly folder: string;
  /** For a new file; an existing one knows its own. */
  readonly deskId: Id;
  readonly openDatabase: OpenDatabase;
  readonly stamp: () => string;
};

/** Error codes: schema_too_new. Throws what the disk says. */
export function openOutbox({ folder, deskId, openDatabase, stamp }: Where): Result<OpenedOutbox> {
  const file = join(folder, outboxFileName);
  const finished = finishRecovery(file, stamp());
  try {
    if (isLost(file)) throw new Damaged(file);
    const opened = openSound(file, deskId, openDatabase);
    // How complete it was is no longer known; it must not pass in silence.
    if (!opened.ok || !finished) return opened;
    const commands = opened.value.outbox.open().length;
    return ok({ ...opened.value, recovered: { commands, complete: false } });
  } catch (thrown) {
    if (!isDamage(thrown) && !(thrown instanceof Damaged)) throw thrown;
  }
  const recovered = recoverOutbox(file, { openDatabase, stamp: stamp(), deskId });
  const opened = openSound(file, deskId, openDatabase);
  return opened.ok ? ok({ ...opened.value, recovered }) : opened;
}

class Damaged extends Error {}

function openSound(file: string, deskId: Id, openDatabase: OpenDatabase): Result<OpenedOutbox> {
  const db = openDatabase(file, {});
  try {
    const connection = connect(db);
    const migrated = migrate(connection, outboxMigrations, () => setOutboxPragmas(db));
    if (!migrated.ok) {
      db.close();
      return err(migrated.error);
    }
    // The file is small: 30 days of commands. What is broken in it must show now, not when it is needed.
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Damaged(file);
    const identity = new Identity(connection);
    if (identity.id('deskId') === null) identity.set({ deskId });
    const outbox = new Outbox(connection);
    return ok({ connection, outbox, identity, deskId: identity.id('deskId') ?? deskId, recovered: null });
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

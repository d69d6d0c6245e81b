// Opens the outbox. A newer program's file is opened where it says that we can read it, and keeps its schema. A damaged one is recovered: every
// command that can be read, from the file itself and from the newest backup, goes into a new file, and the broken one is kept; but for a
// newer one, of which a new file of ours would not hold everything.
import { join } from 'node:path';
import type { Id } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import {
  type Connection,
  connect,
  type OpenDatabase,
  type SqliteDatabase,
  setOutboxPragmas,
} from '../connection.ts';
import { type Migration, migrate, readMigrations, schemaVersion } from '../migrate.ts';
import { isDamage } from '../storage-error.ts';
import { Identity } from './identity.ts';
import { Outbox } from './outbox.ts';
import { newerFile, sayReadableBy } from './readable-by.ts';
import { finishRecovery, isLost, recoverOutbox, schemaOnDisk } from './recover.ts';
import type { Knows } from './unknown-commands.ts';

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
  /** Which commands this program can carry out; the others are held. */
  readonly knows: Knows;
};

/** Error codes: schema_too_new. Throws what the disk says. */
export function openOutbox(where: Where): Result<OpenedOutbox> {
  const { folder, deskId, openDatabase, stamp } = where;
  const file = join(folder, outboxFileName);
  const finished = finishRecovery(file, stamp());
  try {
    if (isLost(file)) throw new Damaged(file);
    const opened = openSound(file, where);
    // How complete it was is no longer known; it must not pass in silence.
    if (!opened.ok || !finished) return opened;
    const commands = opened.value.outbox.open().length;
    return ok({ ...opened.value, recovered: { commands, complete: false } });
  } catch (thrown) {
    if (!isDamage(thrown) && !(thrown instanceof Damaged)) throw thrown;
  }
  const found = schemaOnDisk(file);
  if (found > outboxMigrations.length) return tooNew(found);
  const recovered = recoverOutbox(file, { openDatabase, stamp: stamp(), deskId });
  const opened = openSound(file, where);
  return opened.ok ? ok({ ...opened.value, recovered }) : opened;
}

class Damaged extends Error {}

/** One command that nobody can read would keep all the others out of reach: no page of the file need be broken for that. */
function hasBrokenRow(db: SqliteDatabase): boolean {
  const readable = ['input', 'reads', 'writes'].map(
    (column) => `typeof(${column}) = 'text' AND json_valid(${column})`,
  );
  return (
    db.prepare(`SELECT 1 FROM commands WHERE NOT (${readable.join(' AND ')}) LIMIT 1`).get() !== undefined
  );
}

function openSound(file: string, { deskId, openDatabase, knows }: Where): Result<OpenedOutbox> {
  const db = openDatabase(file, {});
  try {
    const connection = connect(db);
    const newer = newerFile(connection, outboxMigrations);
    if (newer === 'unreadable') {
      const found = schemaVersion(connection);
      db.close();
      return tooNew(found);
    }
    if (newer === 'readable') setOutboxPragmas(db);
    else {
      const migrated = migrate(connection, outboxMigrations, () => setOutboxPragmas(db));
      if (!migrated.ok) {
        db.close();
        return err(migrated.error);
      }
      sayReadableBy(connection, outboxMigrations);
    }
    // The file is small: 30 days of commands. What is broken in it must show now, not when it is needed.
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok' || hasBrokenRow(db)) throw new Damaged(file);
    const identity = new Identity(connection);
    if (identity.id('deskId') === null) identity.set({ deskId });
    const outbox = new Outbox(connection, knows);
    outbox.holdUnknown();
    return ok({ connection, outbox, identity, deskId: identity.id('deskId') ?? deskId, recovered: null });
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

function tooNew(found: number): Result<never> {
  return err({ code: 'schema_too_new', params: { found, known: outboxMigrations.length } });
}

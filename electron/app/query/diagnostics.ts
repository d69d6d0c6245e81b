// What someone who helps wants to know: connection, versions, sizes. No names, no contents.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { scopesIn } from '#shared/contract/coverage.ts';
import { protocol } from '#shared/contract/sync.ts';
import { ok } from '#shared/kernel/result.ts';
import { schemaVersion } from '../db/migrate.ts';
import { backupFiles } from '../db/outbox/backups.ts';
import { commandStates } from '../db/outbox/command-row.ts';
import { outboxFileName } from '../db/outbox/open-outbox.ts';
import { replicaFileName } from '../db/replica/open-replica.ts';
import type { Handlers } from './handler.ts';

export const diagnosticHandlers: Handlers<'diagnostics' | 'sync.status' | 'sync.now'> = {
  diagnostics: {
    answer(account, _input, desk) {
      const { replica, outboxConnection, folder } = account;
      const { db } = replica.connection;
      const count = (from: string) => z.int().parse(db.prepare(`SELECT count(*) FROM ${from}`).pluck().get());
      const commands = commandStates.map((state) => {
        const row = outboxConnection.db
          .prepare<[string]>('SELECT count(*) FROM commands WHERE state = ?')
          .pluck();
        return [state, z.int().parse(row.get(state))] as const;
      });
      return ok({
        protocol,
        deskId: account.deskId,
        outboxBytes: bytesOf(join(folder, outboxFileName)),
        replicaBytes: bytesOf(join(folder, replicaFileName)),
        backups: backupFiles(folder).length,
        schema: { outbox: schemaVersion(outboxConnection), replica: schemaVersion(replica.connection) },
        sqlite: z.string().parse(db.prepare('SELECT sqlite_version()').pluck().get()),
        node: process.versions.node,
        cursor: replica.state.cursor,
        epoch: replica.state.epoch,
        scopes: scopesIn(replica.state.held).length,
        rows: Object.fromEntries([...replica.tables.keys()].map((table) => [table, count(table)])),
        commands: Object.fromEntries(commands),
        notIndexed: desk.search.waiting(),
        sync: desk.sync.status(),
      });
    },
  },
  'sync.status': {
    answer: (_account, _input, desk) => ok(desk.sync.status()),
  },
  'sync.now': {
    answer: (_account, _input, desk) => {
      desk.files.endPauses();
      return desk.sync.now();
    },
  },
};

function bytesOf(file: string): number {
  return [file, `${file}-wal`].reduce((sum, each) => sum + (existsSync(each) ? statSync(each).size : 0), 0);
}

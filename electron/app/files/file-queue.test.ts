// The queue of files on its own, to come upon a run in the very moment in which it ends.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { syncedEntities } from '#shared/domain/entities.ts';
import { commands } from '#shared/domain/registry.ts';
import { err } from '#shared/kernel/result.ts';
import { Account } from '../account.ts';
import { openSqlite } from '../db/connection.ts';
import type { ServerCall } from '../sync/server-call.ts';
import { seededBytes } from '../testing/test-desk.ts';
import { aTown, clerk, idOf } from '../testing/town.ts';
import { FileQueue } from './file-queue.ts';
import { UploadList } from './upload-list.ts';

const first = 'a'.repeat(64);
const second = 'b'.repeat(64);

/** Has every file already: each is done as soon as it is offered. */
const server: ServerCall = {
  stream: async () => err({ code: 'already_exists' }),
  json: async () => err({ code: 'not_found' }),
};

let folder: string;
let account: Account;
let fileSent: () => void;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhengcai-queue-'));
  const { server: transport, clock } = aTown();
  fileSent = () => undefined;
  const opened = Account.open({
    ports: {
      folder,
      clock: clock.now,
      randomBytes: seededBytes(1),
      transport,
      secrets: { protect: () => null, reveal: () => null },
      log: () => undefined,
      autoSync: false,
    },
    openDatabase: openSqlite,
    domain: { commands, entities: syncedEntities },
    folder,
    deskId: idOf(1),
    actor: () => clerk,
    server,
    emit: (event) => {
      if (event.type === 'file.progress' && event.finished) fileSent();
    },
  });
  if (!opened.ok) throw new Error(opened.error.code);
  account = opened.value;
});

afterEach(() => {
  account.close();
  rmSync(folder, { recursive: true });
});

it.each(Array.from({ length: 12 }, (_, steps) => steps))(
  'sends also what is added %i steps after the last file of a run',
  async (steps) => {
    const queue = new FileQueue(account);
    const list = new UploadList(account.outboxConnection);
    const add = (sha256: string) => {
      writeFileSync(join(folder, 'files', sha256), '1');
      list.add({ sha256, size: 1, fileName: 'report.pdf', mediaType: 'application/pdf', addedAt: 1 });
      return queue.send();
    };
    const added = new Promise<void>((resolve) => {
      const after = (left: number): void => {
        if (left > 0) queueMicrotask(() => after(left - 1));
        else void add(second).then(() => resolve());
      };
      fileSent = () => {
        fileSent = () => undefined;
        after(steps);
      };
    });
    await add(first);
    await added;
    expect(queue.list([first, second]).map(({ sha256, state }) => [sha256, state])).toEqual([
      [first, 'sent'],
      [second, 'sent'],
    ]);
  },
);

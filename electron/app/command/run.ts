// One command on this desk: decided on what the replica shows; then the outbox row, durably; then the rows, with the command's number. A
// refused one leaves no trace. Once the outbox has it, it is saved: whatever fails afterwards is made up for from there.

import type { CommandReceipt } from '#shared/contract/ipc.ts';
import { type Change, changesRow } from '#shared/domain/command.ts';
import type { Row } from '#shared/domain/entity.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { shortened } from '#shared/kernel/text.ts';
import type { Account } from '../account.ts';
import type { NewCommand, OutboxCommand, Subject } from '../db/outbox/outbox.ts';
import { NotYetRebuilt } from '../db/replica/source-table.ts';
import { storageError } from '../db/storage-error.ts';
import { type Attempt, attempt } from './attempt.ts';
import { plainInput } from './plain-input.ts';

/**
 * `replaces` is a refused command that this one stands for. Error codes: unknown_name, online_only, too_large, invalid_input, those of the command, and
 * what the disk says (disk_full, read_only).
 */
export function runCommand(
  account: Account,
  name: string,
  input: unknown,
  replaces: OutboxCommand | null = null,
): Result<CommandReceipt> {
  const { ports, outbox, rules } = account;
  const command = rules.commands.get(name);
  if (command === undefined) return err({ code: 'unknown_name' });
  const { authority } = command;
  // What was refused as a command of the outbox may have become one that never enters it.
  if (authority === 'online') return err({ code: 'online_only' });
  const plain = plainInput(input);
  if (!plain.ok) return plain;
  // A full disk may have kept the rows behind: nothing is decided on rows that miss what is already saved.
  account.catchUp();

  const madeAt = ports.clock();
  const id = uuidV7(madeAt, ports.randomBytes(10));
  const made = { id, input: plain.value, version: command.version, madeAt, decidedAt: account.now() };
  const tried = attempt(command, made, rules.actor, account.replica, rules.entities);
  if (!tried.result.ok && !(authority === 'server' && mayYetBe(account, tried, tried.result.error))) {
    return tried.result;
  }
  const changes = tried.result.ok ? tried.result.value : [];
  const { reads, writes } = tried;
  const added = outbox.add(
    {
      ...made,
      name,
      authority,
      reads,
      writes,
      subject: subjectOf(account, changes, reads),
    } satisfies NewCommand,
    replaces,
  );
  if (authority === 'local') show(account, added, tried, changes);
  account.outboxChanged();
  return ok({ commandId: id, no: added.no, state: authority === 'local' ? 'applied' : 'waiting_for_server' });
}

/**
 * What only the server decides may wait although the desk's rows speak against it: when they stand on something the server has still
 * to decide, or miss what is the server's alone.
 */
function mayYetBe(account: Account, { reads }: Attempt, error: AppError): boolean {
  if (error.code === 'reference_missing') return true;
  if (error.code !== 'wrong_state' && error.code !== 'not_found' && error.code !== 'conflict') return false;
  const touched = new Set(
    account.outbox
      .pending()
      .flatMap((each) => (each.authority === 'server' ? [...each.reads, ...each.writes] : [])),
  );
  return reads.some((key) => touched.has(key));
}

function show(account: Account, added: OutboxCommand, tried: Attempt, changes: readonly Change[]): void {
  const { replica, ports } = account;
  const { no, id } = added;
  try {
    replica.write(() =>
      replica.overlay({ no, id, reads: tried.reads, writes: tried.writes, doubt: null }, changes),
    );
    account.replicaChanged();
  } catch (thrown) {
    // It is saved: its effect shows when the rows that it belongs to are there.
    if (thrown instanceof NotYetRebuilt) {
      account.fellBehind();
      return;
    }
    const error = storageError(thrown);
    if (error === undefined) throw thrown;
    account.fellBehind();
    ports.log({ level: 'error', event: 'replica.behind', details: { code: error.code } });
    account.emit({ type: 'storage.problem', error });
  }
}

/** The record a command is about: the first that it changes, else the first that it read. */
function subjectOf(account: Account, changes: readonly Change[], reads: readonly string[]): Subject | null {
  const changed = changes.find(changesRow);
  if (changed?.op === 'put') return subject(changed.entity, changed.row.id, changed.row);
  const about = changed ?? reads.flatMap(readRow)[0];
  if (about === undefined) return null;
  return subject(about.entity, about.id, account.replica.row(about.entity, about.id));

  function subject(entity: string, id: string, row: Row | undefined): Subject {
    const kind = account.rules.entities.get(entity);
    const column = { ...kind?.columns, ...kind?.deskColumns }[kind?.title ?? ''];
    const title = row === undefined ? '' : (column?.read(row) ?? '');
    return { entity, id, title: shortened(String(title), 200) };
  }
}

/** Of the keys of what was read those of single rows: those of sets say by which column. */
function readRow(key: string): readonly { readonly entity: string; readonly id: string }[] {
  const [, entity, id] = /^([a-z0-9_]+)\/(.+)$/.exec(key) ?? [];
  return entity === undefined || id === undefined ? [] : [{ entity, id }];
}

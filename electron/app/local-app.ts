// The local side as one object: names in, results out, events beside. Nothing is thrown to whoever calls it, and nothing it has answered `ok`
// to is unsaved.
import type { AppEvent } from '#shared/contract/events.ts';
import { type QueryName, queries, queryName } from '#shared/contract/ipc.ts';
import { entities } from '#shared/domain/entities.ts';
import { syncedOf } from '#shared/domain/kept.ts';
import { lists } from '#shared/domain/lists.ts';
import { commands } from '#shared/domain/registry.ts';
import { invalidInput } from '#shared/kernel/errors.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Domain } from './account.ts';
import { runCommand } from './command/run.ts';
import { openSqlite } from './db/connection.ts';
import { NotYetRebuilt } from './db/replica/source-table.ts';
import { isDamage, storageError } from './db/storage-error.ts';
import { Desk } from './desk.ts';
import { checkServer } from './online/check-server.ts';
import { type Ports, realTimers } from './ports.ts';
import type { SessionQuery } from './query/handler.ts';
import { answerQuery, questionsOf } from './query/handlers.ts';
import { Session } from './session/session.ts';

export type LocalApp = {
  /** Commands and queries by name. The value of an ok result is that of the query's output schema, or a command's receipt. */
  dispatch(name: string, input: unknown): Promise<Result<unknown>>;
  /** Every event to every listener; answers how to stop. */
  events(listener: (event: AppEvent) => void): () => void;
  close(): Promise<void>;
};

/** Goes on where the last start ended. Throws nothing: what keeps an account's files shut is told by `session.current`. */
export async function createLocalApp(
  ports: Ports,
  given: Domain = { commands, entities },
): Promise<LocalApp> {
  // Of what stays on the server a desk has no table, no row and no line.
  const domain: Domain = { ...given, entities: syncedOf(given.entities) };
  const questions = questionsOf(domain.lists ?? lists);
  const timers = ports.timers ?? realTimers;
  const listeners = new Set<(event: AppEvent) => void>();
  /** Told to the first listener: a file may have been recovered before there was one. */
  const early: AppEvent[] = [];
  let desk: Desk | undefined;
  let closed = false;

  const session = new Session({
    ports,
    domain,
    openDatabase: ports.openDatabase ?? openSqlite,
    emit,
    opened(account) {
      desk = new Desk(account, timers, () => session.tokenRefused());
      desk.start();
    },
    async closing() {
      const closing = desk;
      desk = undefined;
      await closing?.stop();
    },
    filesWaiting: () => desk?.files.waiting().waiting ?? 0,
  });
  session.resume();
  return { dispatch, events, close };

  function emit(event: AppEvent): void {
    if (listeners.size === 0 && event.type === 'storage.recovered') early.push(event);
    for (const listener of listeners) listener(event);
    if (event.type === 'outbox.changed') desk?.sync.tell();
  }

  async function dispatch(name: string, input: unknown): Promise<Result<unknown>> {
    if (closed) return err({ code: 'offline' });
    try {
      return await answered(name, input);
    } catch (thrown) {
      return await failed(name, thrown);
    }
  }

  /** What has to do with rows that a rebuild has not reached yet waits for them, and nothing else does. */
  async function answered(name: string, input: unknown): Promise<Result<unknown>> {
    for (;;) {
      const open = desk;
      try {
        return await answer(name, input);
      } catch (thrown) {
        if (!(thrown instanceof NotYetRebuilt) || open === undefined) throw thrown;
        const ready = await open.rebuilder.ready(thrown.entity);
        if (!ready.ok) return ready;
      }
    }
  }

  async function answer(name: string, input: unknown): Promise<Result<unknown>> {
    const ofSession = sessionQuery(name);
    if (ofSession !== undefined) return answerSession(ofSession, input);
    const question = questions.get(name);
    const command = domain.commands.get(name);
    if (question === undefined && command === undefined) return err({ code: 'unknown_name' });
    const account = session.account();
    if (!account.ok) return account;
    const open = desk;
    if (open === undefined) return err({ code: 'not_signed_in' });
    if (question === undefined) {
      if (command?.authority === 'online') return open.online.run(command, input);
      const made = runCommand(account.value, name, input);
      if (made.ok) open.commandMade();
      return made;
    }
    const result = await answerQuery(open, question, input);
    if (name === 'outbox.resubmit' && result.ok) open.commandMade();
    return result;
  }

  /** A damaged replica is begun anew at once; everything else is said and left as it is. */
  async function failed(name: string, thrown: unknown): Promise<Result<unknown>> {
    const error = storageError(thrown);
    if (error === undefined) {
      const reason = thrown instanceof Error ? thrown.name : 'unknown';
      ports.log({ level: 'error', event: 'dispatch.failed', details: { name: name.slice(0, 80), reason } });
      return err({ code: 'internal' });
    }
    ports.log({ level: 'error', event: 'storage.problem', details: { code: error.code } });
    if (isDamage(thrown)) {
      const repaired = await session.repairFiles();
      if (!repaired.ok) return repaired;
    }
    emit({ type: 'storage.problem', error });
    return err(error);
  }

  function answerSession(name: SessionQuery, input: unknown): Promise<Result<unknown>> | Result<unknown> {
    switch (name) {
      case 'session.current':
        return ok(session.state());
      case 'session.accounts':
        return ok({ accounts: session.accounts() });
      case 'session.checkServer':
        return withInput(name, input, async () => ok(await checkServer(ports)));
      case 'session.lock':
        return session.lock();
      case 'session.signIn':
        return withInput(name, input, (credentials) => session.signIn(credentials));
      case 'session.unlock':
        return withInput(name, input, (credentials) => session.unlock(credentials));
      case 'session.signOut':
        return withInput(name, input, ({ confirm }) => session.signOut(confirm));
      case 'session.changePassword':
        return withInput(name, input, ({ current, next }) => session.changePassword(current, next));
    }
  }

  function events(listener: (event: AppEvent) => void): () => void {
    listeners.add(listener);
    for (const event of early.splice(0)) listener(event);
    return () => listeners.delete(listener);
  }

  async function close(): Promise<void> {
    if (closed) return;
    closed = true;
    await session.close();
    listeners.clear();
  }
}

function withInput<N extends SessionQuery>(
  name: N,
  input: unknown,
  work: (parsed: ReturnType<(typeof queries)[N]['input']['parse']>) => Promise<Result<unknown>>,
): Promise<Result<unknown>> | Result<unknown> {
  const parsed = queries[name].input.safeParse(input ?? {});
  return parsed.success
    ? work(parsed.data as ReturnType<(typeof queries)[N]['input']['parse']>)
    : err(invalidInput(parsed.error.issues));
}

function sessionQuery(name: string): SessionQuery | undefined {
  const query = queryName(name);
  return query !== undefined && isSessionQuery(query) ? query : undefined;
}

function isSessionQuery(name: QueryName): name is SessionQuery {
  return name.startsWith('session.');
}

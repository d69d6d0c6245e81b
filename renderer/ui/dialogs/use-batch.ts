// Reads the selected records, then acts on those that may go, one command each in order: what has been done stays done when a later one is refused. A batch never answers for a
// warning, nor approves what it has not shown: those are opened one by one.
import { useCallback, useEffect, useState } from 'react';
import { command } from '#renderer/api/bridge.ts';
import type { Finding } from '#shared/rules/engine.ts';
import { describeRefusal } from '#shared/text/index.ts';

export type BatchState = 'ready' | 'warnings' | 'errors' | 'not_allowed' | 'gone' | 'done' | 'failed';

export type BatchLine = {
  readonly id: string;
  readonly name: string;
  readonly state: BatchState;
  /** Why it did not go. */
  readonly why: string;
  /** What the step says beside whose it is: the submission that was checked. */
  readonly input?: Readonly<Record<string, unknown>>;
};

/** What would become of one of them, and the step that is taken with it. */
export type BatchKind = {
  readonly command: string;
  readonly readOne: (id: string) => Promise<BatchLine>;
};

export type Batch = {
  readonly lines: readonly BatchLine[];
  readonly reading: boolean;
  readonly running: boolean;
  readonly finished: boolean;
  readonly run: () => Promise<number>;
};

/** `findings` of what it would be checked for; none where nothing is. */
export function batchState(mayGo: boolean, findings: readonly Finding[]): BatchState {
  if (!mayGo) return 'not_allowed';
  if (findings.some(({ severity }) => severity === 'error')) return 'errors';
  return findings.length > 0 ? 'warnings' : 'ready';
}

/** `kind` stays the same object while the dialog is open. */
export function useBatch(kind: BatchKind, ids: readonly string[]): Batch {
  const [lines, setLines] = useState<readonly BatchLine[]>([]);
  const [phase, setPhase] = useState<'reading' | 'ready' | 'running' | 'finished'>('reading');

  useEffect(() => {
    let stopped = false;
    const readAll = async () => {
      setLines([]);
      for (const id of ids) {
        const line = await kind.readOne(id);
        if (stopped) return;
        setLines((before) => [...before, line]);
      }
      setPhase('ready');
    };
    void readAll();
    return () => {
      stopped = true;
    };
  }, [kind, ids]);

  const run = useCallback(async () => {
    setPhase('running');
    let done = 0;
    for (const line of lines.filter(({ state }) => state === 'ready')) {
      const answer = await command(kind.command, { id: line.id, ...line.input });
      if (answer.ok) done += 1;
      const after: BatchLine = answer.ok
        ? { ...line, state: 'done' }
        : { ...line, state: 'failed', why: describeRefusal(kind.command, answer.error) };
      setLines((before) => before.map((one) => (one.id === line.id ? after : one)));
    }
    setPhase('finished');
    return done;
  }, [kind, lines]);

  return {
    lines,
    reading: phase === 'reading',
    running: phase === 'running',
    finished: phase === 'finished',
    run,
  };
}

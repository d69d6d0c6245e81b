// Reads the selected plans, then acts on those that may go, one command each in order: what has been done stays done when a later one is refused.
import { useCallback, useEffect, useState } from 'react';
import { ask, command } from '#renderer/api/bridge.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { describeRefusal, plansPages } from '#shared/text/index.ts';
import { type BatchKind, type BatchState, batchCommands, batchState, canGo } from './batch-check.ts';

export type BatchLine = {
  readonly id: string;
  readonly name: string;
  readonly state: BatchState;
  /** Why it did not go. */
  readonly why: string;
};

export type Batch = {
  readonly lines: readonly BatchLine[];
  readonly reading: boolean;
  readonly running: boolean;
  readonly finished: boolean;
  readonly run: () => Promise<number>;
};

export function useBatch(kind: BatchKind, ids: readonly string[]): Batch {
  const actor = useActor();
  const [lines, setLines] = useState<readonly BatchLine[]>([]);
  const [phase, setPhase] = useState<'reading' | 'ready' | 'running' | 'finished'>('reading');

  useEffect(() => {
    let stopped = false;
    const readAll = async () => {
      setLines([]);
      for (const id of ids) {
        const line = await readOne(id);
        if (stopped) return;
        setLines((before) => [...before, line]);
      }
      setPhase('ready');
    };
    const readOne = async (id: string): Promise<BatchLine> => {
      const answer = await ask('plans.get', { id });
      if (!answer.ok) return { id, name: plansPages.unnamed, state: 'gone', why: '' };
      const { plan } = answer.value;
      const name = plan.content.projectName === '' ? plansPages.unnamed : plan.content.projectName;
      if (kind === 'remove') return { id, name, state: batchState(kind, actor, plan, []), why: '' };
      const checked = await ask('plans.check', { id, content: plan.content });
      if (!checked.ok)
        return { id, name, state: 'errors', why: describeRefusal(batchCommands[kind], checked.error) };
      return { id, name, state: batchState(kind, actor, plan, checked.value.findings), why: '' };
    };
    void readAll();
    return () => {
      stopped = true;
    };
  }, [kind, ids, actor]);

  const run = useCallback(async () => {
    setPhase('running');
    let done = 0;
    for (const line of lines.filter(({ state }) => canGo(state))) {
      const answer = await command(batchCommands[kind], { id: line.id });
      if (answer.ok) done += 1;
      const after: BatchLine = answer.ok
        ? { ...line, state: 'done' }
        : { ...line, state: 'failed', why: describeRefusal(batchCommands[kind], answer.error) };
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

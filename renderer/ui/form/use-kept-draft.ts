// Keeps what is typed beside the outbox: half a second after the last key, and at once when the window loses sight of the form.
import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import type { SaveState } from './save-status.tsx';

const restMs = 400;

export type KeptDraft = {
  readonly state: SaveState;
  /** 保存 was carried out: says so until something is typed again. */
  readonly saved: () => void;
  readonly forget: () => Promise<void>;
};

type Draft = {
  readonly key: string;
  /** Under which name the list of drafts has it. */
  readonly form: string;
  /** Written when it is another object than before. */
  readonly body: object;
  /** Whether it holds anything that is nowhere else. */
  readonly dirty: boolean;
  /** Not even a draft may be written down. */
  readonly secret?: boolean;
};

export function useKeptDraft(draft: Draft, restoredAt: number | null): KeptDraft {
  const [state, setState] = useState<SaveState>(
    restoredAt === null ? { kind: 'clean' } : { kind: 'kept', at: restoredAt },
  );
  const { key, body } = draft;
  const latest = useRef(draft);
  const written = useRef<object>(body);
  const hasDraft = useRef(restoredAt !== null);
  const gone = useRef<boolean>(false);
  latest.current = draft;

  const write = useCallback(async () => {
    const now = latest.current;
    if (gone.current || now.body === written.current) return;
    written.current = now.body;
    if (!now.dirty || now.secret === true) {
      if (!hasDraft.current) return;
      hasDraft.current = false;
      await ask('drafts.remove', { key });
      return;
    }
    hasDraft.current = true;
    const answer = await ask('drafts.save', { key, form: now.form, body: now.body });
    // Something newer is on its way: its answer counts.
    if (written.current !== now.body) return;
    setState(
      answer.ok ? { kind: 'kept', at: answer.value.savedAt } : { kind: 'failed', error: answer.error },
    );
    // Tried again with the next key, or at the latest when the form is left.
    if (!answer.ok) written.current = {};
  }, [key]);

  const first = useRef<boolean>(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new body is what there is to write
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    setState((before) => {
      if (latest.current.dirty) return { kind: 'typing' };
      return before.kind === 'saved' ? before : { kind: 'clean' };
    });
    const timer = setTimeout(() => void write(), restMs);
    return () => clearTimeout(timer);
  }, [body, write]);

  useEffect(() => {
    const flush = () => void write();
    const hidden = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    globalThis.addEventListener('pagehide', flush);
    globalThis.addEventListener('blur', flush);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      globalThis.removeEventListener('pagehide', flush);
      globalThis.removeEventListener('blur', flush);
      document.removeEventListener('visibilitychange', hidden);
      flush();
    };
  }, [write]);

  return {
    state,
    saved: () => {
      // The answer to a draft that is still being written is no longer the last word.
      written.current = {};
      setState({ kind: 'saved', at: Date.now() });
    },
    forget: async () => {
      gone.current = true;
      await ask('drafts.remove', { key });
    },
  };
}

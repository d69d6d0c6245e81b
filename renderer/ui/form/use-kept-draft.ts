// Keeps what is typed beside the outbox: half a second after the last key, and at once when the window loses sight of the form.
import { useEffect, useRef, useState } from 'react';
import { type Draft, DraftKeeper } from './draft-keeper.ts';
import type { SaveState } from './save-status.tsx';

const restMs = 400;

export type KeptDraft = Pick<DraftKeeper, 'saved' | 'forget'> & { readonly state: SaveState };

export function useKeptDraft(draft: Draft, restoredAt: number | null): KeptDraft {
  const [state, setState] = useState<SaveState>(
    restoredAt === null ? { kind: 'clean' } : { kind: 'kept', at: restoredAt },
  );
  const latest = useRef(draft);
  latest.current = draft;
  const [keeper] = useState(() => new DraftKeeper(() => latest.current, restoredAt !== null, setState));
  const { body } = draft;

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
    const timer = setTimeout(() => void keeper.write(), restMs);
    return () => clearTimeout(timer);
  }, [body, keeper]);

  useEffect(() => {
    const flush = () => void keeper.write();
    const hidden = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    keeper.entered();
    globalThis.addEventListener('pagehide', flush);
    globalThis.addEventListener('blur', flush);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      globalThis.removeEventListener('pagehide', flush);
      globalThis.removeEventListener('blur', flush);
      document.removeEventListener('visibilitychange', hidden);
      void keeper.leave();
    };
  }, [keeper]);

  return { state, saved: (all) => keeper.saved(all), forget: () => keeper.forget() };
}

// Keeps what is typed beside the outbox: half a second after the last key, and at once when the window loses sight of the form. What is 涉密 is
// never written down, not even as a draft (101号令 art 19).
import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import type { SaveState } from '#renderer/ui/save-status.tsx';
import { type FormState, isDirty } from './form-state.ts';
import { draftKey, editPlanForm, newPlanForm } from './plan-draft.ts';

const restMs = 400;

export type KeptDraft = {
  readonly state: SaveState;
  /** 保存 was carried out: says so until something is typed again. */
  readonly saved: () => void;
  readonly forget: () => Promise<void>;
};

export function useKeepDraft(planId: string, form: FormState, restoredAt: number | null): KeptDraft {
  const [state, setState] = useState<SaveState>(
    restoredAt === null ? { kind: 'clean' } : { kind: 'kept', at: restoredAt },
  );
  const latest = useRef(form);
  const written = useRef(form);
  const hasDraft = useRef(restoredAt !== null);
  const gone = useRef<boolean>(false);
  latest.current = form;

  const write = useCallback(async () => {
    const now = latest.current;
    if (gone.current || now === written.current) return;
    written.current = now;
    const key = draftKey(planId);
    if (!isDirty(now) || now.content.classified) {
      if (!hasDraft.current) return;
      hasDraft.current = false;
      await ask('drafts.remove', { key });
      return;
    }
    hasDraft.current = true;
    const { base, content, unreadable } = now;
    const name = base === null ? newPlanForm : editPlanForm;
    const answer = await ask('drafts.save', { key, form: name, body: { base, content, unreadable } });
    // Something newer is on its way: its answer counts.
    if (written.current !== now) return;
    setState(
      answer.ok ? { kind: 'kept', at: answer.value.savedAt } : { kind: 'failed', error: answer.error },
    );
    // Tried again with the next key, or at the latest when the form is left.
    if (!answer.ok) written.current = { ...now };
  }, [planId]);

  const { content, unreadable, base } = form;
  const first = useRef<boolean>(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is written depends on these three alone
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    setState((before) => {
      if (isDirty(latest.current)) return { kind: 'typing' };
      return before.kind === 'saved' ? before : { kind: 'clean' };
    });
    const timer = setTimeout(() => void write(), restMs);
    return () => clearTimeout(timer);
  }, [content, unreadable, base, write]);

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
      written.current = { ...written.current };
      setState({ kind: 'saved', at: Date.now() });
    },
    forget: async () => {
      gone.current = true;
      await ask('drafts.remove', { key: draftKey(planId) });
    },
  };
}

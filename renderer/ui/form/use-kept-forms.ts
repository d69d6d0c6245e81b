// The forms of new records that were left unsaved. Their bodies are read before any of them is shown: the name is in there, and whether it belongs here.
import { useEffect, useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';

export type KeptForm = {
  /** Of the draft. */
  readonly key: string;
  /** Of the record that is being made. */
  readonly id: string;
  readonly name: string;
  readonly savedAt: number;
};

/** Undefined for what is not to be gone on with here. */
type Read = (key: string, body: unknown) => { readonly id: string; readonly name: string } | undefined;

/** `form` as in `useKeptDraft`. Undefined until all of them have been looked through. */
export function useKeptForms(form: string, read: Read): readonly KeptForm[] | undefined {
  const [kept, setKept] = useState<readonly KeptForm[] | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is opened
  useEffect(() => {
    void keptForms(form, read).then(setKept);
  }, []);
  return kept;
}

async function keptForms(form: string, read: Read): Promise<readonly KeptForm[]> {
  const answer = await ask('drafts.list', { form });
  const listed = answer.ok ? answer.value.drafts : [];
  const found = await Promise.all(
    listed.map(async ({ key, savedAt }) => {
      const kept = await ask('drafts.get', { key });
      const draft = kept.ok ? kept.value.draft : null;
      const known = draft === null ? undefined : read(key, draft.body);
      return known === undefined ? [] : [{ key, ...known, savedAt }];
    }),
  );
  return found.flat();
}

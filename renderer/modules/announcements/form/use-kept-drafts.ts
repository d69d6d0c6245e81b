// The forms of new announcements that were left unsaved and are about the same.
import { useEffect, useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { type About, idOfDraft, newAnnouncementForm, readDraft, sameAbout } from './announcement-draft.ts';

export type KeptForm = { readonly id: string; readonly savedAt: number };

/** Undefined until they have been looked through. */
export function useKeptDrafts(about: About): readonly KeptForm[] | undefined {
  const [kept, setKept] = useState<readonly KeptForm[] | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is opened
  useEffect(() => {
    void keptAbout(about).then(setKept);
  }, []);
  return kept;
}

async function keptAbout(about: About): Promise<readonly KeptForm[]> {
  const answer = await ask('drafts.list', { form: newAnnouncementForm });
  const listed = answer.ok ? answer.value.drafts : [];
  const read = await Promise.all(
    listed.map(async ({ key, savedAt }) => {
      const id = idOfDraft(key);
      const kept = await ask('drafts.get', { key });
      const draft = kept.ok && kept.value.draft !== null ? readDraft(kept.value.draft.body) : undefined;
      return id !== undefined && draft !== undefined && sameAbout(draft.about, about)
        ? [{ id, savedAt }]
        : [];
    }),
  );
  return read.flat();
}

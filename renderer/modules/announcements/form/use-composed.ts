// Asks what follows from the form while one types: generated values, findings, earliest days, the document. The last word counts, whatever order the
// answers come in; the one before stays on the screen until then.
import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { useAppEvent } from '#renderer/api/use-app-event.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { About } from './announcement-draft.ts';
import type { FormContent } from './form-content.ts';
import type { Composed } from './form-context.ts';

const restMs = 200;

export type LiveComposed = {
  readonly composed: Composed | undefined;
  /** Refused: `fields` say where the content has no shape it could be read in. */
  readonly error: AppError | null;
  /** Asks at once, about this content. */
  readonly now: (content: FormContent) => Promise<Result<Composed>>;
};

/** `id` is null while the announcement has not been saved. */
export function useComposed(id: string | null, about: About, content: FormContent): LiveComposed {
  const [composed, setComposed] = useState<Composed | undefined>(undefined);
  const [error, setError] = useState<AppError | null>(null);
  const asked = useRef(0);
  const latest = useRef(content);
  latest.current = content;
  const { type, projectId, targetId } = about;

  const now = useCallback(
    async ({ sectionIds, values }: FormContent): Promise<Result<Composed>> => {
      asked.current += 1;
      const turn = asked.current;
      const answer = await ask('announcements.compose', {
        id,
        type,
        projectId,
        targetId,
        sectionIds: [...sectionIds],
        content: values,
      });
      if (turn === asked.current) {
        setError(answer.ok ? null : answer.error);
        if (answer.ok) setComposed(answer.value);
      }
      return answer;
    },
    [id, type, projectId, targetId],
  );

  const first = useRef<boolean>(true);
  useEffect(() => {
    // What the form begins with is wanted at once.
    const timer = setTimeout(() => void now(content), first.current ? 0 : restMs);
    first.current = false;
    return () => clearTimeout(timer);
  }, [content, now]);

  // Plan, sections, settings, other announcements: all of them may change what follows.
  useAppEvent('replica.changed', () => void now(latest.current));
  return { composed, error, now };
}

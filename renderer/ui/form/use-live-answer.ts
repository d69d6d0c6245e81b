// Asks what follows from a form while one types: what the rules say, and what a module derives beside it. The answer before stays on the screen until the
// next one is there.
import { useCallback, useEffect, useRef, useState } from 'react';
import { useAppEvent } from '#renderer/api/use-app-event.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import { lastAnswer } from './live-answer.ts';

const restMs = 200;

/** `id` is null while the record has not been saved. */
export type Ask<Content, Answer> = (id: string | null, content: Content) => Promise<Result<Answer>>;

export type LiveAnswer<Content, Answer> = {
  readonly answer: Answer | undefined;
  /** Refused: `fields` say where the content has no shape it could be read in. */
  readonly error: AppError | null;
  /** Asks at once, about this content. */
  readonly now: (content: Content) => Promise<Result<Answer>>;
};

export function useLiveAnswer<Content, Answer>(
  ask: Ask<Content, Answer>,
  id: string | null,
  content: Content,
): LiveAnswer<Content, Answer> {
  const [answer, setAnswer] = useState<Answer | undefined>(undefined);
  const [error, setError] = useState<AppError | null>(null);
  const latest = useRef({ ask, id, content });
  latest.current = { ask, id, content };
  const [last] = useState(() =>
    lastAnswer<Answer>((given) => {
      setError(given.ok ? null : given.error);
      if (given.ok) setAnswer(given.value);
    }),
  );
  const now = useCallback(
    (about: Content) => last(() => latest.current.ask(latest.current.id, about)),
    [last],
  );

  const first = useRef<boolean>(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is saved, it is asked about as that record
  useEffect(() => {
    // What the form begins with is wanted at once.
    const timer = setTimeout(() => void now(content), first.current ? 0 : restMs);
    first.current = false;
    return () => clearTimeout(timer);
  }, [content, id, now]);

  // Settings, organisations, other records: all of them may change what follows.
  useAppEvent('replica.changed', () => void now(latest.current.content));
  return { answer, error, now };
}

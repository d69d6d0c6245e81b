// Asks the rules while one types: the last word counts, whatever order the answers come in.
import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { useAppEvent } from '#renderer/api/use-app-event.ts';
import type { PlanContent } from '#shared/domain/plans/model.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Finding } from '#shared/rules/engine.ts';

const restMs = 200;

export type LiveCheck = {
  readonly findings: readonly Finding[];
  /** The check itself was refused; `fields` say where the content has no shape it could be checked in. */
  readonly error: AppError | null;
  /** Asks at once, about this content. */
  readonly now: (content: PlanContent) => Promise<Result<readonly Finding[]>>;
};

/** `planId` is null while the plan has not been saved. */
export function useLiveCheck(planId: string | null, content: PlanContent): LiveCheck {
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const [error, setError] = useState<AppError | null>(null);
  const asked = useRef(0);
  const latest = useRef(content);
  latest.current = content;

  const now = useCallback(
    async (about: PlanContent): Promise<Result<readonly Finding[]>> => {
      asked.current += 1;
      const turn = asked.current;
      const answer = await ask('plans.check', { id: planId, content: about });
      if (turn === asked.current) {
        setError(answer.ok ? null : answer.error);
        if (answer.ok) setFindings(answer.value.findings);
      }
      return answer.ok ? { ok: true, value: answer.value.findings } : answer;
    },
    [planId],
  );

  useEffect(() => {
    const timer = setTimeout(() => void now(content), restMs);
    return () => clearTimeout(timer);
  }, [content, now]);

  // Settings, organisations, other plans of the unit: all of them may change what the rules say.
  useAppEvent('replica.changed', () => void now(latest.current));
  return { findings, error, now };
}

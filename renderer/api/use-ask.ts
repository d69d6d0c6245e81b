// A question as a hook: the answer stays on the screen while a newer one is fetched, and is fetched anew when an event concerns it.
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { AppError } from '#shared/kernel/errors.ts';
import { ask } from './bridge.ts';
import type { AskInput, AskName, AskOutput } from './calls.ts';
import { isUntold } from './concerns.ts';

type Options = {
  /** False: nothing is asked. */
  readonly enabled?: boolean;
  /** False: no answer to an earlier input is shown while the new one is asked; for pages of one record. */
  readonly keepPrevious?: boolean;
};

export function useAsk<N extends AskName>(
  name: N,
  input: AskInput<N>,
  { enabled = true, keepPrevious = true }: Options = {},
): UseQueryResult<AskOutput<N>, AppError> {
  return useQuery<AskOutput<N>, AppError>({
    queryKey: [name, input],
    queryFn: async () => {
      const answer = await ask(name, input);
      return answer.ok ? answer.value : Promise.reject(answer.error);
    },
    enabled,
    ...(isUntold(name) ? { gcTime: 0, refetchOnMount: 'always' as const } : {}),
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

// What a person has set up for themselves on this computer and expects to find again: columns, widths, filters. Never business data. What no
// longer fits its schema is forgotten.
import { useCallback, useState } from 'react';
import type { z } from 'zod';
import { useSession } from '#renderer/api/use-session.ts';

export function useRemembered<S extends z.ZodType>(
  name: string,
  schema: S,
  initial: z.output<S>,
): readonly [z.output<S>, (next: z.output<S>) => void] {
  const account = useSession()?.actor?.accountId ?? 'nobody';
  const key = `remembered/${account}/${name}`;
  const [held, setHeld] = useState(() => ({ key, value: read(key, schema) ?? initial }));
  // Another person signed in: theirs, not the last one's.
  const value = held.key === key ? held.value : (read(key, schema) ?? initial);
  const set = useCallback(
    (next: z.output<S>) => {
      setHeld({ key, value: next });
      write(key, next);
    },
    [key],
  );
  return [value, set];
}

function read<S extends z.ZodType>(key: string, schema: S): z.output<S> | undefined {
  try {
    const text = localStorage.getItem(key);
    if (text === null) return undefined;
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Full or switched off: it is forgotten at the next start, nothing else.
  }
}

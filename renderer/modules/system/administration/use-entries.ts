// A list that only grows downwards, asked piece by piece: what has been read stays, as later pieces do not change it.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '#shared/kernel/errors.ts';

type Piece<Entry> =
  | { readonly items: readonly Entry[]; readonly next: number | null }
  | { readonly error: AppError };

export type Entries<Entry> = {
  /** Undefined until the first piece is here. */
  readonly entries: readonly Entry[] | undefined;
  readonly error: AppError | null;
  readonly next: number | null;
  readonly asking: boolean;
  /** The next piece, or the same again after a failure. */
  readonly more: () => void;
};

export function useEntries<Entry>(read: (after: number | null) => Promise<Piece<Entry>>): Entries<Entry> {
  const [entries, setEntries] = useState<readonly Entry[] | undefined>(undefined);
  const [next, setNext] = useState<number | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [asking, setAsking] = useState(false);
  const reads = useRef(read);
  const more = useCallback((after: number | null) => {
    let left = false;
    setAsking(true);
    void reads.current(after).then((piece) => {
      if (left) return;
      setAsking(false);
      if ('error' in piece) {
        setError(piece.error);
        return;
      }
      setError(null);
      setEntries((before) => (after === null ? piece.items : [...(before ?? []), ...piece.items]));
      setNext(piece.next);
    });
    return () => {
      left = true;
    };
  }, []);
  useEffect(() => more(null), [more]);
  return { entries, error, next, asking, more: () => void more(next) };
}

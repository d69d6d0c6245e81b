// What happened over a run, counted by class. A property suite that holds because nothing happened proves nothing, so each class must occur.

export type Tally = {
  count(what: string, times?: number): void;
  add(other: Tally): void;
  get(what: string): number;
  entries(): readonly (readonly [what: string, times: number])[];
};

export function tally(): Tally {
  const counts = new Map<string, number>();
  return {
    count(what, times = 1) {
      counts.set(what, (counts.get(what) ?? 0) + times);
    },
    add(other) {
      for (const [what, times] of other.entries()) this.count(what, times);
    },
    get: (what) => counts.get(what) ?? 0,
    entries: () => [...counts].sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

/** Everything that has to occur over some hundred histories. */
export const classes = [
  'applied',
  'rejected',
  'conflict',
  'desk crash',
  'desk kill',
  'server crash',
  'server restart',
  'server restore',
  'offered again',
  'scopes changed',
  'account disabled',
  'filed',
  'filed by the server',
  'sections arrived',
  'events told',
  'events recorded',
  'determined',
  'signed',
  'accepted',
  'paid',
  'given up',
  'contract ended',
  'resubmitted',
  'discarded',
  'request lost',
  'answer lost',
  'request repeated',
  'request late',
  'answer cut',
  'partition',
  'cursor expired',
  'made again',
  'replica damaged',
  'repaired',
  'centre refused',
  'announced',
  'corrected',
  'ended',
  'withdrawn',
] as const;

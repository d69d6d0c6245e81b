export const shownNames = ['attention', 'waiting', 'history'] as const;
export type Shown = (typeof shownNames)[number];

/** What is asked for, where there is such a thing. */
export function shownOr(asked: string | null, otherwise: Shown): Shown {
  return shownNames.find((name) => name === asked) ?? otherwise;
}

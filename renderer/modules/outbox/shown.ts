export const shownNames = ['attention', 'waiting', 'history'] as const;
export type Shown = (typeof shownNames)[number];

export function isShown(name: string): name is Shown {
  return shownNames.some((each) => each === name);
}

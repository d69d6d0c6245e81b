// Where a window may open: as it was last time, if enough of it would still be on a screen.
import type { Rectangle } from 'electron';
import type { Bounds } from './settings-file.ts';

export const usualSize = { width: 1280, height: 760 } as const;
/** So much of the window must be on a screen for it to be found. */
const visible = { width: 200, height: 100 } as const;

/** `areas` are those of the screens that programs may use. */
export function placeFor(
  last: Bounds | undefined,
  areas: readonly Rectangle[],
): Bounds | { readonly width: number; readonly height: number } {
  if (last !== undefined && areas.some((area) => isFound(last, area))) return last;
  const [main] = areas;
  if (main === undefined) return usualSize;
  return { width: Math.min(usualSize.width, main.width), height: Math.min(usualSize.height, main.height) };
}

function isFound(bounds: Bounds, area: Rectangle): boolean {
  const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const height = Math.min(bounds.y + bounds.height, area.y + area.height) - Math.max(bounds.y, area.y);
  // The title bar is what one takes hold of.
  return width >= visible.width && height >= visible.height && bounds.y >= area.y;
}

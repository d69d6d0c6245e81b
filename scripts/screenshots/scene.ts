// A scene is one state of the window worth looking at. The screenshots show every one of them and the accessibility test looks through the same list.
import type { Stage } from './stage.ts';

export type Scene = {
  /** Of the file, and for `--only`. */
  readonly name: string;
  readonly title: string;
  /** Brings the window there. */
  readonly show: (stage: Stage) => Promise<void>;
  /** Takes back what later scenes must not find. */
  readonly leave?: (stage: Stage) => Promise<void>;
  /** What is new here, where the rest of the window has been looked at in another scene. */
  readonly part?: string;
};

export type Act = {
  readonly name: string;
  /** Who is signed in; undefined: the scenes see to it. */
  readonly as?: string;
  /** Without: as after the installation. */
  readonly demo?: boolean;
  /** What another act leaves behind and this one begins with, so that it can be shown alone: by whom, and how. */
  readonly before?: {
    readonly as: string;
    isDone(): boolean;
    bring(stage: Stage): Promise<void>;
  };
  readonly scenes: readonly Scene[];
};

export const dialogPart = '[role="dialog"]';

/** A page that is there as soon as its address is. */
export function page(name: string, title: string, route: string): Scene {
  return { name, title, show: (stage) => stage.go(route) };
}

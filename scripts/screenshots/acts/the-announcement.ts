// The announcement that scenes go along with, from draft to published, and the correction of it. Each is brought as far as a scene asks, so that any scene
// can be shown alone.
import { type Announced, announceable, approved, correction, drafted, published } from '../announcing.ts';
import type { Stage } from '../stage.ts';

let shown: Announced | undefined;
let corrected: Announced | undefined;

export async function theOne(stage: Stage): Promise<Announced> {
  shown ??= await drafted(stage, await announceable(stage));
  return shown;
}

export function isBegun(): boolean {
  return shown !== undefined;
}

export async function theApproved(stage: Stage): Promise<Announced> {
  const one = await theOne(stage);
  await approved(stage, one);
  return one;
}

export async function thePublished(stage: Stage): Promise<Announced> {
  const one = await theOne(stage);
  await published(stage, one);
  return one;
}

export async function theCorrection(stage: Stage): Promise<Announced> {
  corrected ??= await correction(stage, await thePublished(stage));
  return corrected;
}

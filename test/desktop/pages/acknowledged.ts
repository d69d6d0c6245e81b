// The warnings in a dialog, each answered for, until its button is to be had. They come and go with the answer to what was typed last: one that goes while it is ticked
// must not be waited for.
import type { Locator } from '@playwright/test';
import { patienceMs } from '#demo/patience.ts';
import { expect } from './expect.ts';

const aMomentMs = 1000;

export async function acknowledged(button: Locator, boxes: Locator): Promise<void> {
  await button.waitFor();
  await expect(async () => {
    for (const box of await boxes.all()) await box.check({ timeout: aMomentMs });
    expect(await button.isEnabled()).toBe(true);
  }).toPass({ timeout: patienceMs });
}

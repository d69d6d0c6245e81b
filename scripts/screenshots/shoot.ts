// Four pictures of a scene: an office screen and a large one, light and dark.
import { join } from 'node:path';
import type { Scene } from './scene.ts';
import { type Stage, still } from './stage.ts';

export const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;
export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Toasts pass by themselves; in a picture they would hide what it is about. */
const noToasts = '.mantine-Notifications-root { display: none !important; }';

export function fileOf(scene: Scene, width: number, theme: Theme): string {
  return `${scene.name}-${width}-${theme}.png`;
}

export async function shoot(stage: Stage, scene: Scene, folder: string): Promise<void> {
  const { page } = stage;
  for (const { width, height } of sizes) {
    await page.setViewportSize({ width, height });
    for (const theme of themes) {
      await wear(stage, theme);
      await page.screenshot({
        path: join(folder, fileOf(scene, width, theme)),
        animations: 'disabled',
        caret: 'hide',
        style: noToasts,
      });
    }
  }
  await page.setViewportSize(sizes[0]);
}

/** By the setting a user makes. */
export async function wear(stage: Stage, theme: Theme): Promise<void> {
  await stage.call('host.saveSettings', { theme });
  await stage.page.waitForFunction(
    (name) => document.documentElement.getAttribute('data-mantine-color-scheme') === name,
    theme,
  );
  await still(stage.page);
}

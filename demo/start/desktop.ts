// The desktop client: on real Electron where its binary is at hand, else on the stand-in over Chromium.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Child, startChild } from './children.ts';
import type { Places } from './places.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const main = join(root, 'out/main/main.js');

/** Of the npm package, without asking it: it would begin to download what is missing. */
export function electronBinary(): string | undefined {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (folder !== undefined) return existing(join(folder, 'electron'));
  const packageFolder = join(root, 'node_modules/electron');
  try {
    return existing(
      join(packageFolder, 'dist', readFileSync(join(packageFolder, 'path.txt'), 'utf8').trim()),
    );
  } catch {
    return undefined;
  }
}

export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined;
}

/** Real Electron needs a screen and, on Linux, another user than root for its sandbox. */
export function desktopKind(): 'electron' | 'stand-in' {
  if (electronBinary() === undefined || !hasDisplay()) return 'stand-in';
  return process.getuid?.() === 0 ? 'stand-in' : 'electron';
}

export function startDesktop(places: Places, given: readonly string[]): Child {
  const args = [`--data=${places.desktop}`, `--demo=${places.sheet}`, ...given];
  const kind = desktopKind();
  const request = { name: 'desktop', file: main, logs: places.logs, args };
  if (kind === 'stand-in') {
    const register = join(root, 'test/electron-stand-in/register.ts');
    return startChild({ ...request, imports: [register] }).child;
  }
  return startChild({ ...request, program: electronBinary() ?? dirname(main) }).child;
}

function existing(path: string): string | undefined {
  return existsSync(path) ? path : undefined;
}

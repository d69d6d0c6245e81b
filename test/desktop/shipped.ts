// The product as it is built, on a data folder of its own, with the settings that ship.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Desktop, type DesktopKind, launch } from '../electron-stand-in/driver.ts';

const root = join(import.meta.dirname, '../..');
export const main = join(root, 'out/main/main.js');

export type Shipped = Desktop & {
  readonly data: string;
  readonly home: string;
  /** Ends it and removes its folders. */
  remove(): Promise<void>;
};

export type ShippedOptions = {
  readonly kind: DesktopKind;
  readonly args?: readonly string[];
  /** An earlier run's folder, to go on with. */
  readonly data?: string;
  readonly windowless?: boolean;
};

export async function shipped({ kind, args = [], data, windowless }: ShippedOptions): Promise<Shipped> {
  const home = mkdtempSync(join(tmpdir(), 'zhengcai-home-'));
  const folder = data ?? mkdtempSync(join(tmpdir(), 'zhengcai-desktop-'));
  const desktop = await launch({
    kind,
    main,
    data: folder,
    args,
    env: { HOME: home, XDG_CONFIG_HOME: join(home, '.config') },
    ...(windowless === undefined ? {} : { windowless }),
  });
  return {
    ...desktop,
    data: folder,
    home,
    async remove() {
      await desktop.quit();
      for (const path of [folder, home]) rmSync(path, { recursive: true, force: true });
    },
  };
}

/** What the preload gives the page. */
export type Desk = {
  call(
    name: unknown,
    input?: unknown,
    ...more: unknown[]
  ): Promise<{
    readonly ok: boolean;
    readonly value?: unknown;
    readonly error?: { readonly code: string };
  }>;
  on(listener: (event: unknown) => void): () => void;
};

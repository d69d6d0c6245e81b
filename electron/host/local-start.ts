// Starting the local side with what this computer is set to, and what is said when it does not stay up.
import type { BrowserWindow } from 'electron';
import type { WorkerData } from '../app/worker.ts';
import type { LocalSide } from './local-side.ts';
import type { TroubleKind } from './trouble.ts';

export type LocalStartPorts = {
  readonly local: LocalSide;
  /** Of the central server; null before this computer is enrolled. */
  server(): string | null;
  readonly folder: string;
  key(): WorkerData['key'];
  window(): BrowserWindow | undefined;
  trouble(kind: TroubleKind, window?: BrowserWindow): Promise<number>;
  saveDiagnostics(): Promise<unknown>;
  quit(): void;
};

export type LocalStart = {
  start(): Promise<void>;
  /** Called when it was given up. Ways on: start it again, save the diagnostics first, leave. */
  failed(): Promise<void>;
};

const ways = { again: 0, diagnostics: 1 } as const;

export function localStart(ports: LocalStartPorts): LocalStart {
  /** One question at a time. */
  let asking = false;
  const start = async (): Promise<void> => {
    const server = ports.server();
    if (server !== null) await ports.local.start({ folder: ports.folder, server, key: ports.key() });
  };
  return {
    start,
    async failed() {
      if (asking) return;
      asking = true;
      let way: number = ways.diagnostics;
      while (way === ways.diagnostics) {
        way = await ports.trouble('localFails', ports.window());
        if (way === ways.diagnostics) await ports.saveDiagnostics();
      }
      asking = false;
      if (way === ways.again) await start();
      else ports.quit();
    },
  };
}

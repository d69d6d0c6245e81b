// The sign in the system's bar: how much waits, the way back to the window, and the end of the program.
import { Menu, Tray } from 'electron';
import { hostText, waitingTip } from '#shared/text/zh-CN/host.ts';
import type { Log } from './log-file.ts';

export type TrayPorts = { readonly icon: string; readonly log: Log; show(): void; quit(): void };
export type TraySign = { waiting(count: number): void; remove(): void };

export function traySign({ icon, log, show, quit }: TrayPorts): TraySign {
  try {
    const tray = new Tray(icon);
    tray.setToolTip(waitingTip(0));
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: hostText.tray.show, click: show },
        { type: 'separator' },
        { label: hostText.menu.quit, click: quit },
      ]),
    );
    tray.on('click', show);
    return { waiting: (count) => tray.setToolTip(waitingTip(count)), remove: () => tray.destroy() };
  } catch {
    // A desktop without such a bar.
    log({ level: 'warn', event: 'tray.none' });
    return { waiting: () => undefined, remove: () => undefined };
  }
}

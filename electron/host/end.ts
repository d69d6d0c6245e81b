// The end of the program: whoever asks for it, the local side closes its files first, and nothing is left behind in the system's bar.
import type { App } from 'electron';
import type { LocalSide } from './local-side.ts';
import type { TraySign } from './tray.ts';

export type EndPorts = {
  readonly app: Pick<App, 'on' | 'quit'>;
  readonly tray: TraySign;
  readonly local: Pick<LocalSide, 'close'>;
};

export function endInOrder({ app, tray, local }: EndPorts): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    tray.remove();
    void local.close().finally(() => {
      state = 'closed';
      app.quit();
    });
  });
}

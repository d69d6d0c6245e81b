// The one window: the settings that keep a page harmless, the place that it had last time, and what is said when its page does not come up or
// stops.
import { BrowserWindow, screen, type WebPreferences } from 'electron';
import type { HostEvent } from '#shared/contract/host.ts';
import { hostText } from '#shared/text/zh-CN/host.ts';
import { startUrl } from './app-protocol.ts';
import { eventChannel } from './channels.ts';
import type { Log } from './log-file.ts';
import { placeFor } from './place.ts';
import type { SettingsFile } from './settings-file.ts';
import type { TroubleKind } from './trouble.ts';

/** Written out in full, though most are defaults: the security tests compare with them. */
const webPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
} as const satisfies WebPreferences;

const smallest = { width: 1024, height: 600 } as const;
const settleMs = 500;
/** A load that was given up for another one is no failure. */
const aborted = -3;

export type WindowPorts = {
  readonly preload: string;
  readonly icon: string;
  readonly settings: SettingsFile;
  readonly log: Log;
  dark(): boolean;
  /** Tells the user and answers which way on was chosen, by its place. */
  trouble(kind: TroubleKind, window: BrowserWindow): Promise<number>;
  quit(): void;
};

export type TheWindow = {
  current(): BrowserWindow | undefined;
  open(): void;
  show(): void;
  /** Passes an event of the contract to the page. */
  tell(event: unknown): void;
  navigate(route: string): void;
  reload(): void;
};

export function theWindow(ports: WindowPorts): TheWindow {
  let window: BrowserWindow | undefined;
  const current = (): BrowserWindow | undefined => (window?.isDestroyed() === false ? window : undefined);
  const show = (): void => {
    const present = current();
    if (present?.isMinimized() === true) present.restore();
    present?.show();
    present?.focus();
  };
  const tell = (event: unknown): void => current()?.webContents.send(eventChannel, event);
  return {
    current,
    show,
    tell,
    open() {
      window = create(ports);
    },
    navigate(route) {
      show();
      tell({ type: 'host.navigate', route } satisfies HostEvent);
    },
    reload: () => current()?.webContents.reload(),
  };
}

function create(ports: WindowPorts): BrowserWindow {
  const { preload, icon, settings } = ports;
  const last = settings.window();
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    ...placeFor(last?.bounds, areas),
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: hostText.product,
    icon,
    show: false,
    backgroundColor: ports.dark() ? '#1a1b1e' : '#ffffff',
    autoHideMenuBar: true,
    webPreferences: { ...webPreferences, preload },
  });
  if (last?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  rememberPlace(window, settings);
  watchPage(window, ports);
  void load(window);
  return window;
}

/** What goes wrong is told by `did-fail-load`. */
function load(window: BrowserWindow): Promise<void> {
  return window.loadURL(startUrl).catch(() => undefined);
}

function watchPage(window: BrowserWindow, { log, trouble, quit }: WindowPorts): void {
  const ask = async (kind: 'windowFails' | 'pageGone'): Promise<void> => {
    if (window.isDestroyed()) return;
    window.show();
    if ((await trouble(kind, window)) !== 0) quit();
    else if (!window.isDestroyed()) await load(window);
  };
  window.webContents.on('did-fail-load', (_event, code, _description, _url, isMainFrame) => {
    if (!isMainFrame || code === aborted) return;
    log({ level: 'error', event: 'window.failed', details: { code } });
    ask('windowFails').catch(quit);
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log({ level: 'error', event: 'window.gone', details: { reason } });
    if (reason !== 'clean-exit') ask('pageGone').catch(quit);
  });
}

function rememberPlace(window: BrowserWindow, settings: SettingsFile): void {
  let timer: NodeJS.Timeout | undefined;
  const remember = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized()) return;
    try {
      settings.save({ window: { bounds: window.getNormalBounds(), maximized: window.isMaximized() } });
    } catch {
      // A place that cannot be remembered is not worth a word.
    }
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(remember, settleMs);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('close', remember);
}

// The one window: the settings that keep a page harmless, and the place and size that it had last time, as long as that place is still on a
// screen.
import { BrowserWindow, type Rectangle, screen, type WebPreferences } from 'electron';
import { startUrl } from './app-protocol.ts';
import type { Bounds, SettingsFile } from './settings-file.ts';

/** Written out in full, though most are defaults: the security tests compare with them. */
export const webPreferences = {
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

const usual = { width: 1280, height: 760 } as const;
const smallest = { width: 1024, height: 600 } as const;
/** So much of the window must be on a screen for it to be found. */
const visible = { width: 200, height: 100 } as const;
const settleMs = 500;

export type WindowPorts = {
  readonly preload: string;
  readonly title: string;
  readonly icon: string;
  readonly settings: SettingsFile;
  readonly dark: boolean;
};

export function openWindow({ preload, title, icon, settings, dark }: WindowPorts): BrowserWindow {
  const last = settings.window();
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const bounds = last !== null && isOnScreen(last.bounds, areas) ? last.bounds : usual;
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title,
    icon,
    show: false,
    backgroundColor: dark ? '#1a1b1e' : '#ffffff',
    autoHideMenuBar: true,
    webPreferences: { ...webPreferences, preload },
  });
  if (last?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  rememberPlace(window, settings);
  void window.loadURL(startUrl);
  return window;
}

function rememberPlace(window: BrowserWindow, settings: SettingsFile): void {
  let timer: NodeJS.Timeout | undefined;
  const remember = () => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized()) return;
    try {
      settings.save({ window: { bounds: window.getNormalBounds(), maximized: window.isMaximized() } });
    } catch {
      // A place that cannot be remembered is not worth a word.
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(remember, settleMs);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('close', remember);
}

export function isOnScreen(bounds: Bounds, areas: readonly Rectangle[]): boolean {
  return areas.some((area) => {
    const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
    const height = Math.min(bounds.y + bounds.height, area.y + area.height) - Math.max(bounds.y, area.y);
    // The title bar is what one takes hold of.
    return width >= visible.width && height >= visible.height && bounds.y >= area.y;
  });
}

// The rest of the desktop: what the system shows around the windows. Kept as data, so that tests can look at it and press it.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { getPath } from './paths.ts';
import type { WebContents } from './web-contents.ts';

type Item = {
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly click?: () => void;
  readonly submenu?: readonly Item[];
};

export class Menu {
  readonly items: readonly (Omit<Item, 'submenu'> & { readonly submenu?: Menu })[];
  static #application: Menu | null = null;

  constructor(template: readonly Item[] = []) {
    this.items = template.map(({ submenu, ...item }) =>
      submenu === undefined ? item : { ...item, submenu: new Menu(submenu) },
    );
  }
  static buildFromTemplate(template: readonly Item[]): Menu {
    return new Menu(template);
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu;
  }
  static getApplicationMenu(): Menu | null {
    return Menu.#application;
  }
}

export class Tray extends EventEmitter {
  toolTip = '';
  menu: Menu | undefined;
  destroyed = false;
  setToolTip(text: string): void {
    this.toolTip = text;
  }
  setContextMenu(menu: Menu): void {
    this.menu = menu;
  }
  destroy(): void {
    this.destroyed = true;
  }
}

export class Notification extends EventEmitter {
  /** All that were shown, newest last. */
  static readonly shown: Notification[] = [];
  readonly options: { readonly title?: string; readonly body?: string };
  constructor(options: { readonly title?: string; readonly body?: string } = {}) {
    super();
    this.options = options;
  }
  static isSupported(): boolean {
    return true;
  }
  show(): void {
    Notification.shown.push(this);
    this.emit('show');
  }
  close(): void {
    this.emit('close');
  }
}

export const shell = {
  /** What was handed to other programs; nothing is started here. */
  opened: [] as string[],
  async openPath(path: string): Promise<string> {
    shell.opened.push(path);
    return '';
  },
  async openExternal(url: string): Promise<void> {
    shell.opened.push(url);
  },
  showItemInFolder(path: string): void {
    shell.opened.push(path);
  },
};

class NativeTheme extends EventEmitter {
  #source: 'system' | 'light' | 'dark' = 'system';
  constructor() {
    super();
    app.on('browser-window-created', (_event, { webContents }: BrowserWindow) => {
      webContents.on('attached', () => this.#apply(webContents));
    });
  }
  get themeSource(): 'system' | 'light' | 'dark' {
    return this.#source;
  }
  set themeSource(source) {
    this.#source = source;
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      if (webContents.page !== undefined) this.#apply(webContents);
    }
    this.emit('updated');
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
  #apply({ cdp }: WebContents): void {
    const value = this.#source === 'system' ? '' : this.#source;
    const features = [{ name: 'prefers-color-scheme', value }];
    void cdp.send('Emulation.setEmulatedMedia', { features }).catch(() => undefined);
  }
}
export const nativeTheme = new NativeTheme();

export const screen = {
  getAllDisplays: () => [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
};

/** Stands for the system's safe: a key that only this user can read, outside the data that a test copies. */
export const safeStorage = {
  isEncryptionAvailable: (): boolean => true,
  getSelectedStorageBackend: (): string => 'unknown',
  encryptString(text: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', safeKey(), nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  },
  decryptString(bytes: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', safeKey(), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  },
};

function safeKey(): Buffer {
  const file = join(getPath('userData'), 'stand-in-safe', 'key');
  try {
    return readFileSync(file);
  } catch {
    const key = randomBytes(32);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, key, { mode: 0o600 });
    return key;
  }
}

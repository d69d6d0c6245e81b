// BrowserWindow over one page. Its place and size are the page's, as far as Chromium lets them be set.
import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { headless, newPage } from './browser.ts';
import { WebContents } from './web-contents.ts';

type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
type Options = Partial<Rectangle> & {
  readonly title?: string;
  readonly show?: boolean;
  readonly webPreferences?: { readonly preload?: string } & Readonly<Record<string, unknown>>;
};

const windows: BrowserWindow[] = [];

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  readonly id = this.webContents.id;
  /** What it was made with, for tests of the settings that ship. */
  readonly options: Options;
  #bounds: Rectangle;
  #life: 'open' | 'destroyed' = 'open';
  #visible: boolean;
  #attention: 'focused' | 'blurred' = 'focused';
  #minimized = false;
  #maximized = false;
  #ready: Promise<void>;
  /** The page went with its process; the window stays, and the next load gets a new page. */
  #page: 'there' | 'crashed' = 'there';

  static getAllWindows(): readonly BrowserWindow[] {
    return [...windows];
  }
  static getFocusedWindow(): BrowserWindow | null {
    return windows.find((window) => window.isFocused()) ?? null;
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return windows.find((window) => window.webContents === contents) ?? null;
  }

  constructor(options: Options = {}) {
    super();
    this.options = options;
    this.#visible = options.show !== false;
    this.#bounds = {
      x: options.x ?? 0,
      y: options.y ?? 0,
      width: options.width ?? 800,
      height: options.height ?? 600,
    };
    windows.push(this);
    app.windows.push(this);
    this.#ready = this.#start();
    // Told again by loadURL, which waits for it.
    this.#ready.catch(() => undefined);
    app.emit('browser-window-created', {}, this);
  }

  async #start(): Promise<void> {
    const page = await newPage();
    await this.webContents.attach(page, this.options.webPreferences?.preload);
    page.on('crash', () => {
      this.#page = 'crashed';
    });
    page.on('close', () => {
      if (this.#page === 'there') this.#closed();
    });
    await this.#place();
    this.webContents.once('dom-ready', () => this.emit('ready-to-show'));
  }

  async #place(): Promise<void> {
    const { page, cdp } = this.webContents;
    const { x, y, width, height } = this.#bounds;
    if (headless) {
      await page?.setViewportSize({ width, height });
      return;
    }
    const { windowId } = await cdp.send('Browser.getWindowForTarget');
    await cdp.send('Browser.setWindowBounds', { windowId, bounds: { left: x, top: y, width, height } });
  }

  async loadURL(url: string): Promise<void> {
    if (this.#page === 'crashed') {
      this.#page = 'there';
      this.#ready = this.#start();
    }
    await this.#ready;
    await this.webContents.loadURL(url);
  }

  getBounds = (): Rectangle => this.#bounds;
  getNormalBounds = (): Rectangle => this.#bounds;
  setBounds(bounds: Partial<Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    void this.#ready.then(() => this.#place()).catch(() => undefined);
    this.emit('resize');
    this.emit('move');
  }
  maximize(): void {
    this.#maximized = true;
    this.emit('maximize');
    this.emit('resize');
  }
  unmaximize(): void {
    this.#maximized = false;
    this.emit('resize');
  }
  minimize(): void {
    this.#minimized = true;
    this.emit('minimize');
  }
  restore(): void {
    this.#minimized = false;
    this.emit('restore');
  }
  show(): void {
    this.#visible = true;
    this.focus();
  }
  focus(): void {
    this.#attention = 'focused';
    this.emit('focus');
    if (!headless) void this.webContents.page?.bringToFront().catch(() => undefined);
  }
  blur(): void {
    this.#attention = 'blurred';
    this.emit('blur');
  }
  isMaximized = (): boolean => this.#maximized;
  isMinimized = (): boolean => this.#minimized;
  isVisible = (): boolean => this.#visible;
  isFocused = (): boolean => this.#attention === 'focused' && this.#visible && !this.#minimized;
  isDestroyed = (): boolean => this.#life === 'destroyed';
  getTitle = (): string => this.options.title ?? '';

  close(): void {
    let prevented = false;
    this.emit('close', {
      preventDefault: () => {
        prevented = true;
      },
    });
    if (!prevented) void this.destroyNow();
  }

  destroy(): void {
    void this.destroyNow();
  }

  async destroyNow(): Promise<void> {
    await this.#ready.catch(() => undefined);
    await this.webContents.page?.close().catch(() => undefined);
    this.#closed();
  }

  /** Also when the user closed it: then nobody was asked before. */
  #closed(): void {
    if (this.#life === 'destroyed') return;
    this.#life = 'destroyed';
    this.webContents.destroy();
    for (const list of [windows, app.windows]) {
      const place = list.indexOf(this as never);
      if (place !== -1) list.splice(place, 1);
    }
    this.emit('closed');
    if (windows.length === 0 && !app.isEnding) app.emit('window-all-closed');
  }
}

// app: life and death of the program.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startBrowser, stopBrowser } from './browser.ts';
import { getName, getPath, setName, setPath } from './paths.ts';
import { InstanceLock } from './single-instance.ts';

const root = join(import.meta.dirname, '../..');

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly commandLine = {
    hasSwitch: (name: string): boolean =>
      name === 'stand-in' ||
      process.argv.some((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`)),
    getSwitchValue: (name: string): string =>
      process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '',
    appendSwitch: (): void => undefined,
  };
  /** Open windows, in the order in which they were made. */
  readonly windows: { emit(name: 'close', event: unknown): boolean; destroyNow(): Promise<void> }[] = [];
  readonly #lock = new InstanceLock();
  #ready: Promise<void> | undefined;
  #life: 'runs' | 'ends' = 'runs';
  #badge = 0;

  getName = getName;
  setName = setName;
  getPath = getPath;
  setPath = setPath;
  getAppPath = (): string => root;

  getVersion(): string {
    const about: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return String((about as { version?: unknown }).version);
  }

  enableSandbox(): void {
    // Pages here are Chromium's own; their sandbox is Chromium's.
  }
  setAppUserModelId(): void {
    // Windows only.
  }
  setBadgeCount(count: number): boolean {
    this.#badge = count;
    return true;
  }
  getBadgeCount(): number {
    return this.#badge;
  }

  whenReady(): Promise<void> {
    this.#ready ??= startBrowser().then(() => {
      this.emit('ready');
    });
    return this.#ready;
  }

  requestSingleInstanceLock(): boolean {
    return this.#lock.take(getPath('userData'), (argv) => {
      this.emit('second-instance', {}, argv, process.cwd(), undefined);
    });
  }

  releaseSingleInstanceLock(): void {
    this.#lock.release();
  }

  /** As the system asks a program to end: listeners may hold it up, then the windows go, then the process. */
  quit(): void {
    if (this.#life === 'ends') return;
    if (this.#isHeldUp((event) => this.emit('before-quit', event))) return;
    this.#life = 'ends';
    for (const window of this.windows) {
      if (!this.#isHeldUp((event) => window.emit('close', event))) continue;
      this.#life = 'runs';
      return;
    }
    void this.#end(0, () => this.emit('will-quit', {}));
  }

  #isHeldUp(emit: (event: unknown) => void): boolean {
    let prevented = false;
    emit({
      preventDefault: () => {
        prevented = true;
      },
    });
    return prevented;
  }

  /** Then the last window's end is no news. */
  get isEnding(): boolean {
    return this.#life === 'ends';
  }

  exit(code = 0): void {
    this.#life = 'ends';
    void this.#end(code);
  }

  relaunch(): void {
    // The start script decides what runs again.
  }

  async #end(code: number, closed: () => void = () => undefined): Promise<void> {
    for (const window of [...this.windows]) await window.destroyNow();
    closed();
    await stopBrowser();
    this.#lock.release();
    this.emit('quit', {}, code);
    process.exit(code);
  }
}

export const app = new App();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());

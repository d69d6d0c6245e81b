// One program on one data folder: the first holds a file with its process's number, a second one leaves a note for it and goes.
import {
  existsSync,
  type FSWatcher,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

type Heard = (argv: readonly string[]) => void;
type Holder = { readonly pid: number; readonly since: string };

export class InstanceLock {
  #file: string | undefined;
  #watcher: FSWatcher | undefined;

  take(folder: string, heard: Heard): boolean {
    if (this.#file !== undefined) return true;
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'stand-in.lock');
    const notes = join(folder, 'stand-in-notes');
    if (isHeld(file)) {
      mkdirSync(notes, { recursive: true });
      writeFileSync(join(notes, `${process.pid}.json`), JSON.stringify(process.argv));
      return false;
    }
    const me: Holder = { pid: process.pid, since: startOf(process.pid) };
    writeFileSync(file, JSON.stringify(me));
    this.#file = file;
    rmSync(notes, { recursive: true, force: true });
    mkdirSync(notes);
    this.#watcher = watch(notes, () => readNotes(notes, heard));
    this.#watcher.unref();
    return true;
  }

  release(): void {
    this.#watcher?.close();
    if (this.#file !== undefined) rmSync(this.#file, { force: true });
    this.#file = undefined;
  }
}

function readNotes(folder: string, heard: Heard): void {
  for (const name of readdirSync(folder)) {
    const note = join(folder, name);
    try {
      const argv = JSON.parse(readFileSync(note, 'utf8')) as string[];
      rmSync(note);
      heard(argv);
    } catch {
      // Not written to its end yet: the watcher speaks again.
    }
  }
}

function isHeld(file: string): boolean {
  if (!existsSync(file)) return false;
  try {
    const { pid, since } = JSON.parse(readFileSync(file, 'utf8')) as Holder;
    return pid !== process.pid && startOf(pid) === since && since !== '';
  } catch {
    return false;
  }
}

/** When this process was started, so that a number that was given again is not taken for it. */
function startOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

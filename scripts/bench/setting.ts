// What every line of the benchmark gets: the options, a folder of its own, desks that are ended whatever happens, and where results go.
import { BenchDesk } from './desk/desk.ts';
import type { WorkerData } from './desk/protocol.ts';
import type { Options } from './options.ts';
import { describe, type Line } from './report.ts';

export class Setting {
  readonly options: Options;
  readonly folder: string;
  readonly lines: Line[] = [];
  readonly #desks: BenchDesk[] = [];

  constructor(options: Options, folder: string) {
    this.options = options;
    this.folder = folder;
  }

  wanted(name: string): boolean {
    const { only } = this.options;
    return only === null || name.startsWith(only);
  }

  desk(data: WorkerData): BenchDesk {
    const desk = new BenchDesk(data);
    this.#desks.push(desk);
    return desk;
  }

  add(line: Line): void {
    this.lines.push(line);
    this.say(describe(line));
  }

  say(text: string): void {
    process.stdout.write(`${text}\n`);
  }

  /** The last resort. */
  killDesks(): void {
    for (const desk of this.#desks) desk.kill();
  }
}

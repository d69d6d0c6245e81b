// Part of `npm run check`: only shared/text/zh-CN/times.ts makes text of times. A time comes from anywhere, and everything else that writes one throws
// at the first that cannot be; a record with such a time could then be opened by nobody.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const owner = 'shared/text/zh-CN/times.ts';

/** What writes a day that has been checked, or the program's own clock, never a time from a row. */
const others: ReadonlySet<string> = new Set([
  'shared/kernel/dates.ts',
  'electron/app/excel/read-value.ts',
  'electron/host/diagnostics.ts',
  'electron/host/log-file.ts',
]);

const writing = /\.(?:toISOString|toUTCString|toLocale(?:Date|Time)String)\(|\bDateTimeFormat\(/g;

/** The calls in this text that make text of a time. */
export function timeWrites(file: string, text: string): readonly string[] {
  return file === owner || others.has(file) ? [] : [...text.matchAll(writing)].map(([call]) => call);
}

if (import.meta.main) {
  const root = process.argv[2] ?? new URL('..', import.meta.url).pathname;
  const files = ['shared', 'renderer', 'electron', 'server']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name),
      ),
    )
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name));
  for (const file of files) {
    for (const call of timeWrites(file, readFileSync(join(root, file), 'utf8'))) {
      process.stdout.write(`${file}: ${call} … write times by ${owner}\n`);
      process.exitCode = 1;
    }
  }
}

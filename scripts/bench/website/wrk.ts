// The public load tool wrk (Debian package of that name), driven by load.lua.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { runCommand } from '../../run-command.ts';

const script = fileURLToPath(new URL('./load.lua', import.meta.url));
const resultSchema = z.object({
  requests: z.int(),
  seconds: z.number(),
  failed: z.int(),
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
});

export type Load = {
  readonly paths: readonly string[];
  readonly connections: number;
  readonly seconds: number;
  /** Requests a second, spread over the connections; undefined: as many as there are answers. */
  readonly rate?: number;
};
export type LoadResult = z.infer<typeof resultSchema> & { readonly perSecond: number };

/** Latencies in milliseconds. Throws when any request was not answered with success. */
export async function underLoad(
  folder: string,
  origin: string,
  { paths, connections, seconds, rate }: Load,
): Promise<LoadResult> {
  const file = join(folder, 'paths.txt');
  await writeFile(file, paths.join('\n'));
  const restMs = rate === undefined ? 0 : Math.round((connections / rate) * 1000);
  const { code, output } = await runCommand(
    'wrk',
    [
      ...['--threads', '1', '--connections', String(connections), '--duration', `${seconds}s`],
      ...['--timeout', '10s', '--script', script, origin, '--', file, String(restMs)],
    ],
    { quiet: true },
  );
  const line = /^result (.*)$/m.exec(output)?.[1];
  if (code !== 0 || line === undefined) throw new Error(`wrk failed:\n${output}`);
  const result = resultSchema.parse(JSON.parse(line));
  if (result.failed > 0) throw new Error(`${result.failed} of ${result.requests} requests failed`);
  return { ...result, perSecond: result.requests / result.seconds };
}

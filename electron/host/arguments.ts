// What the program was started with. Only `npm start` and tests give these; an installed client ignores everything but the data folder.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { demoAccountSchema } from '#shared/contract/host.ts';

const demoSchema = z.object({
  server: z.url({ protocol: /^https?$/ }),
  accounts: z.array(demoAccountSchema),
});
export type Demo = z.infer<typeof demoSchema>;

export type Arguments = {
  /** Instead of the system's place for this program's data. */
  readonly data: string | undefined;
  /** The server to use and the accounts to offer, from `npm start`. */
  readonly demo: Demo | undefined;
};

export function readArguments(argv: readonly string[], packaged: boolean): Arguments {
  const value = (name: string) =>
    argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
  const demo = packaged ? undefined : value('demo');
  return { data: value('data'), demo: demo === undefined ? undefined : readDemo(demo) };
}

function readDemo(path: string): Demo {
  return demoSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

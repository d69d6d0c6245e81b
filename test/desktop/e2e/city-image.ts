// The city that every end-to-end file begins in, made once a run by the first file that needs it: the central server's folder and the trading
// centre's, with one plan of one unit for each thing that the pages tell apart. Who opens a city copies it and changes nothing here.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmdirSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Places, placesIn } from '#demo/start/places.ts';

const pollMs = 100;

/** Folders as an orderly end of both servers leaves them. */
export async function copyImage(to: Places): Promise<void> {
  const image = placesIn(await made());
  for (const part of ['server', 'serverKeys', 'centre'] as const) {
    await cp(image[part], to[part], { recursive: true });
  }
}

/** One file at a time makes it; should that fail, the next one that needs it tries. */
async function made(): Promise<string> {
  const folder = process.env['CITY_IMAGE'];
  if (folder === undefined) throw new Error('prepare.ts names the folder of the image');
  const ready = join(folder, 'ready');
  for (;;) {
    if (existsSync(ready)) return ready;
    const claim = join(folder, 'claim');
    if (!claimed(claim)) {
      await setTimeout(pollMs);
      continue;
    }
    try {
      // Whoever had the claim before may have made it since.
      if (existsSync(ready)) return ready;
      const making = join(folder, randomBytes(4).toString('hex'));
      // The whole server, which the other files have no use for in their own process.
      const { makeCity } = await import('./make-city.ts');
      await makeCity(placesIn(making));
      renameSync(making, ready);
    } finally {
      rmdirSync(claim);
    }
  }
}

function claimed(claim: string): boolean {
  try {
    mkdirSync(claim);
    return true;
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'EEXIST') return false;
    throw problem;
  }
}

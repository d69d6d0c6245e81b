// The scripts of the two worlds as source text, with names that no page can guess.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

const source = readFileSync(new URL('./worlds.js', import.meta.url), 'utf8').replaceAll(/^export /gm, '');
const secret = randomBytes(12).toString('hex');

export const worldName = `stand-in-${secret}`;
export const bindingName = `standIn${secret}`;

/** Called in the isolated world to deliver an answer or a message: kind, number or channel, encoded value. */
export const deliverName = `${bindingName}Deliver`;

const names = `{ bridge: ${JSON.stringify(`bridge-${secret}`)}, binding: ${JSON.stringify(bindingName)}, tools }`;

export const mainWorldScript = `(() => { ${source}\nmainWorld(${names}); })();`;

export function isolatedWorldScript(preloadFile: string | undefined): string {
  const preload = preloadFile === undefined ? '' : readFileSync(preloadFile, 'utf8');
  return `(() => { ${source}\nisolatedWorld(${names}, (exports, require, module) => { ${preload}\n}); })();`;
}

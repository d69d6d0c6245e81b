// Where the system keeps things for a user, as Electron answers it on Linux.
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

const chosen = new Map<string, string>();
let name = 'stand-in';

export function setName(next: string): void {
  name = next;
}
export const getName = (): string => name;

export function setPath(key: string, path: string): void {
  chosen.set(key, path);
}

export function getPath(key: string): string {
  const home = process.env['HOME'] ?? homedir();
  const appData = process.env['XDG_CONFIG_HOME'] ?? join(home, '.config');
  const known: ReadonlyMap<string, string> = new Map([
    ['home', home],
    ['appData', appData],
    ['userData', join(appData, name)],
    ['temp', tmpdir()],
    ['documents', join(home, 'Documents')],
    ['downloads', join(home, 'Downloads')],
    ['desktop', join(home, 'Desktop')],
  ]);
  const path = chosen.get(key) ?? known.get(key);
  if (path === undefined) throw new Error(`Failed to get '${key}' path`);
  return path;
}

// Part of `npm run check`: paths that docs, READMEs and CONTRIBUTING name in backticks or links, and that do not exist. A path that begins with a
// top-level folder stands at the root or beside the page; a shorter one (`sync/pull.ts`, `page.ts`) may be the end of any file's path. A path that stands
// for others is looked at up to its first `*` or `{`; `M`, `NAME` and `<…>` are placeholders.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A shorter path is known by its ending; other files than these a program may make while it runs. */
const source = /[^.]\.(?:test\.)?(?:ts|tsx|md|sql)$/;
/** Made by the build. */
const built = /^out\//;
const placeholder = /(?:^|\/)(?:M|NAME|N|name)(?:\/|\.|-|$)|[<>…]/;

/** The paths that a page names, as it writes them. */
export function namedPaths(page: string): readonly string[] {
  const links = [...page.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target.replace(/#.*$/, ''));
  const code = page.replace(/^```.*?^```/gms, '').matchAll(/`([^`\n]+)`/g);
  const quoted = [...code].map(([, text = '']) => text.replace(/:\d+$/, ''));
  const paths = quoted.filter((text) => /^[\w.@{},*/-]+$/.test(text) && !/^[/@.-]/.test(text));
  return [...links.filter((target) => target !== '' && !/^[a-z]+:/.test(target)), ...paths];
}

/** Those of them that lead nowhere. `files`: every path of the repository. */
export function deadPaths(pageFile: string, page: string, files: readonly string[]): readonly string[] {
  const folders = new Set(files.flatMap((file) => (file.includes('/') ? [file.split('/')[0] ?? ''] : [])));
  const links = new Set(
    [...page.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target.replace(/#.*$/, '')),
  );
  const leads = (path: string) =>
    files.some(
      (file) => file === path || (file.startsWith(path) && /^[/.-]|\/$/.test(file.slice(path.length) || '/')),
    );
  return [...new Set(namedPaths(page))].filter((named) => {
    if (placeholder.test(named) || built.test(named)) return false;
    const path = named.replace(/\/$/, '');
    const isRooted = path.includes('/') && folders.has(path.split('/')[0] ?? '');
    if (!links.has(named) && !isRooted && !source.test(path)) return false;
    const fixed = path.split(/[*{]/)[0] ?? '';
    const isPattern = fixed !== path;
    const candidates = [fixed, join(dirname(pageFile), fixed)];
    if (isPattern) return !candidates.some((each) => files.some((file) => file.startsWith(each)));
    if (candidates.some(leads)) return false;
    return isRooted || links.has(named) || !files.some((file) => file.endsWith(`/${path}`));
  });
}

if (import.meta.main) {
  const root = process.argv[2] ?? new URL('..', import.meta.url).pathname;
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  const files = listed.split('\n').filter((file) => file !== '');
  for (const file of files.filter((each) =>
    /^docs\/.*\.md$|(?:^|\/)(?:README|CONTRIBUTING)[^/]*\.md$/.test(each),
  )) {
    for (const path of deadPaths(file, readFileSync(join(root, file), 'utf8'), files)) {
      process.stdout.write(`${file}: ${path} does not exist\n`);
      process.exitCode = 1;
    }
  }
}

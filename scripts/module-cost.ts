// `npm run module-cost -- plans`: which files outside a module's own folders name it; without a name, for every module of shared/domain. The fewer, the
// more of a module is declared by itself.
// How it counts: a module's own files are those with a folder of its name in their path. Any other source file names it when it imports from such a
// folder, or when a text in it is the name of one of its record types or commands, or begins with the module's or record type's name and a dot (commands,
// queries, keys of words). Addresses of pages do not count, and neither do comments. Tests, demo (with scripts), words and what belongs to other modules,
// which stand on what came before them (their folders, and the files that bear their names), are counted and also shown apart.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How many files of the product and its words may name a module; `npm run check` fails above. A limit is only ever lowered. */
const limits: Readonly<Record<string, number>> = {
  plans: 30,
  announcements: 26,
  projects: 13,
  challenges: 9,
  awards: 9,
  suppliers: 7,
  contracts: 15,
};

export type SourceFile = { readonly path: string; readonly text: string };
type Kind = 'product' | 'modules' | 'tests' | 'demo' | 'words';

const kinds: readonly (readonly [Kind, RegExp])[] = [
  ['tests', /^test\/|\.test\.tsx?$|\/testing\//],
  ['demo', /^(?:demo|scripts)\//],
  ['words', /^shared\/text\//],
  ['modules', /^(?:shared\/domain|renderer\/modules|server\/modules)\/[^/]+\//],
  ['product', /^/],
];
export const kindOf = (path: string): Kind =>
  kinds.find(([, pattern]) => pattern.test(path))?.[0] ?? 'product';

/** As another module sees it: questions, contracts and rules that bear a module's name, or stand in a folder of its name, are that module's. */
function kindFor(module: string, path: string, modules: readonly string[]): Kind {
  const kind = kindOf(path);
  const [, name = ''] = /([^/]+)\.tsx?$/.exec(path) ?? [];
  const isAnothers = [...foldersOf(path), name].some((each) => each !== module && modules.includes(each));
  return kind === 'product' && isAnothers ? 'modules' : kind;
}

const foldersOf = (path: string) => path.split('/').slice(0, -1);

/** Folders of shared/domain that have record types or commands. */
export function modulesIn(files: readonly SourceFile[]): readonly string[] {
  const names = files.flatMap(({ path }) => /^shared\/domain\/([^/]+)\/model\.ts$/.exec(path)?.[1] ?? []);
  return [...new Set(names)].toSorted();
}

/** Record types and commands that a module declares. */
function declaredBy(module: string, files: readonly SourceFile[]): ReadonlySet<string> {
  const own = files.filter(
    ({ path }) => path.startsWith(`shared/domain/${module}/`) && kindOf(path) !== 'tests',
  );
  const names = own.flatMap(({ text }) => [
    ...text.matchAll(/\b(?:entity|command)(?:<[^(]*>)?\(\s*\{\s*name: '([A-Za-z_.]+)'/g),
  ]);
  return new Set(names.map(([, name = '']) => name));
}

/** Paths of the files outside its own folders that name the module. */
export function filesNaming(module: string, files: readonly SourceFile[]): readonly string[] {
  const declared = declaredBy(module, files);
  const heads = new Set([module, ...[...declared].filter((name) => !name.includes('.'))]);
  return files
    .filter(({ path }) => !foldersOf(path).includes(module))
    .filter(({ text }) => {
      const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
      return [...code.matchAll(/(['"`])([#./\w-]+)\1/g)].some(([, , said = '']) => {
        if (/^(?:#|\.)/.test(said) && said.includes('/')) return foldersOf(said).includes(module);
        return declared.has(said) || [...heads].some((head) => said.startsWith(`${head}.`));
      });
    })
    .map(({ path }) => path);
}

function describe(module: string, found: readonly Kind[]): string {
  const counts = kinds.map(([kind]) => `${found.filter((each) => each === kind).length} ${kind}`);
  return `${module}: ${found.length} files outside its folders name it (${counts.toReversed().join(', ')})`;
}

if (import.meta.main) {
  const root = new URL('..', import.meta.url).pathname;
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  const files = listed
    .split('\n')
    .filter((path) => /^(?:shared|electron|renderer|server|demo|test|scripts)\/.*\.tsx?$/.test(path))
    // What older versions left behind is no source.
    .filter((path) => !/^test\/versions\/\d/.test(path))
    .flatMap((path) => {
      try {
        return [{ path, text: readFileSync(join(root, path), 'utf8') }];
      } catch {
        // Removed, and git has not been told yet.
        return [];
      }
    });
  const [asked] = process.argv.slice(2);
  const checking = asked === '--check';
  const modules = modulesIn(files);
  const wanted = checking ? Object.keys(limits) : asked === undefined ? modules : [asked];
  for (const module of wanted) {
    const paths = filesNaming(module, files);
    const found = paths.map((path) => kindFor(module, path, modules));
    const limit = limits[module] ?? Number.POSITIVE_INFINITY;
    process.stdout.write(
      `${describe(module, found)}${checking ? `, limit ${limit} in product and words` : ''}\n`,
    );
    if (!checking) for (const [at, path] of paths.entries()) process.stdout.write(`  ${found[at]} ${path}\n`);
    const inProduct = found.filter((kind) => kind === 'product' || kind === 'words').length;
    if (checking && inProduct > limit) process.exitCode = 1;
  }
}

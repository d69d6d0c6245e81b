// Files that the user chooses: the dialogs are opened here and the paths stay here. The window learns names and hashes.
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { BrowserWindow, Dialog, FileFilter, Shell } from 'electron';
import { queries } from '#shared/contract/ipc.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { hostText } from '#shared/text/zh-CN/host.ts';
import { mediaTypeOf, opensSafely, safeName } from './file-kinds.ts';
import type { HostHandlers } from './ipc-bridge.ts';

export type DialogPorts = {
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
  readonly shell: Pick<Shell, 'openPath'>;
  window(): BrowserWindow | undefined;
  local(name: string, input: unknown): Promise<Result<unknown>>;
  /** Copies of attachments that were opened; emptied at every start. */
  readonly viewFolder: string;
  readonly documents: string;
};

export type FileDialogs = Pick<HostHandlers, 'host.attachFiles' | 'host.openFile' | 'host.saveFile'> & {
  /** Where the user wants a file written, or undefined. */
  saveWhere(fileName: string): Promise<string | undefined>;
  /** Which file the user chose, or undefined. */
  openWhich(filters: readonly FileFilter[]): Promise<string | undefined>;
  /** Asks where, writes, and tells the name it was given. */
  save(fileName: string, content: string | Uint8Array): Promise<Result<SavedFile>>;
};
export type SavedFile = { readonly saved: boolean; readonly fileName: string | null };

const notSaved: SavedFile = { saved: false, fileName: null };

export function fileDialogs(ports: DialogPorts): FileDialogs {
  const choose = async (multiple: boolean, filters: readonly FileFilter[]): Promise<readonly string[]> => {
    const options = {
      title: hostText.chooseFiles,
      properties: multiple ? (['openFile', 'multiSelections'] as const) : (['openFile'] as const),
      filters: [...filters],
    };
    const window = ports.window();
    const answer = { ...options, properties: [...options.properties] };
    const chosen =
      window === undefined
        ? await ports.dialog.showOpenDialog(answer)
        : await ports.dialog.showOpenDialog(window, answer);
    return chosen.canceled ? [] : chosen.filePaths;
  };

  const saveWhere = async (fileName: string): Promise<string | undefined> => {
    const options = { title: hostText.saveAs, defaultPath: join(ports.documents, safeName(fileName)) };
    const window = ports.window();
    const chosen =
      window === undefined
        ? await ports.dialog.showSaveDialog(options)
        : await ports.dialog.showSaveDialog(window, options);
    return chosen.canceled || chosen.filePath === '' ? undefined : chosen.filePath;
  };

  const save = async (
    fileName: string,
    write: (path: string) => Promise<unknown>,
  ): Promise<Result<SavedFile>> => {
    const path = await saveWhere(fileName);
    if (path === undefined) return ok(notSaved);
    try {
      await write(path);
    } catch (thrown) {
      return err({ code: codeOf(thrown) === 'ENOSPC' ? 'disk_full' : 'read_only' });
    }
    return ok({ saved: true, fileName: basename(path) });
  };

  /** The file's bytes on this disk; fetched from the server when they are not here yet. */
  const fetched = async (sha256: string): Promise<Result<string>> => {
    const result = await ports.local('files.fetch', { sha256 });
    return result.ok ? ok(queries['files.fetch'].output.parse(result.value).path) : result;
  };

  const nameOf = async (sha256: string): Promise<string | undefined> => {
    const list = await ports.local('files.list', { hashes: [sha256] });
    if (!list.ok) return undefined;
    const { files } = queries['files.list'].output.parse(list.value);
    return files[0]?.fileName;
  };

  return {
    saveWhere,
    openWhich: async (filters) => (await choose(false, filters))[0],
    save: (fileName, content) => save(fileName, (path) => writeFile(path, content)),

    async 'host.attachFiles'({ multiple }) {
      const files = [];
      const refused = [];
      for (const path of await choose(multiple, [])) {
        const fileName = safeName(basename(path));
        const added = await ports.local('files.add', { path, fileName, mediaType: mediaTypeOf(fileName) });
        if (added.ok) files.push(queries['files.add'].output.parse(added.value));
        else refused.push({ fileName, code: added.error.code });
      }
      return ok({ files, refused });
    },

    async 'host.openFile'({ sha256, fileName }) {
      const name = safeName(fileName ?? (await nameOf(sha256)) ?? '');
      if (!opensSafely(name)) return err({ code: 'not_allowed', params: { kind: extname(name) } });
      const path = await fetched(sha256);
      if (!path.ok) return path;
      // A copy under its own name: programs go by the ending, and nobody edits the stored bytes.
      const copy = join(await freshFolder(ports.viewFolder), name);
      await copyFile(path.value, copy);
      const problem = await ports.shell.openPath(copy);
      return problem === '' ? ok({}) : err({ code: 'not_found' });
    },

    async 'host.saveFile'({ sha256, fileName }) {
      const path = await fetched(sha256);
      if (!path.ok) return path;
      return save(fileName, (target) => copyFile(path.value, target));
    },
  };
}

/** Copies of earlier runs: whoever still has one open keeps it until the next start. */
export async function emptyViews(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true }).catch(() => undefined);
}

async function freshFolder(parent: string): Promise<string> {
  await mkdir(parent, { recursive: true });
  return mkdtemp(join(parent, 'view-'));
}

function codeOf(thrown: unknown): unknown {
  return thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
}

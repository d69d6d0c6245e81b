// Before anything else: a data folder that can be written. Where it cannot, the user decides.
import type { App, Dialog } from 'electron';
import { hostText } from '#shared/text/zh-CN/host.ts';
import { type Folders, foldersIn, isWritable } from './folders.ts';
import { tellTrouble } from './trouble.ts';

const ways = { again: 0, other: 1 } as const;

/** The folders to work in, or undefined when the user leaves. */
export async function writableFolders(
  app: Pick<App, 'getPath' | 'setPath'>,
  dialog: Pick<Dialog, 'showMessageBox' | 'showOpenDialog'>,
): Promise<Folders | undefined> {
  for (;;) {
    const folders = foldersIn(app.getPath('userData'));
    if (isWritable(folders)) return folders;
    const way = await tellTrouble(dialog, 'folderNotWritable');
    if (way === ways.again) continue;
    if (way !== ways.other) return undefined;
    const { filePaths } = await dialog.showOpenDialog({
      title: hostText.chooseFolder,
      properties: ['openDirectory', 'createDirectory'],
    });
    const [chosen] = filePaths;
    if (chosen !== undefined) app.setPath('userData', chosen);
  }
}

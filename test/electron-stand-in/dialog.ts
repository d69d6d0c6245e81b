// dialog. Files are chosen with Chromium's own chooser, which tests can answer and people can use; what is saved goes to the downloads folder
// under the name that was offered; boxes are pages of their own.
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import type { CDPSession } from 'playwright-core';
import { anotherPage, browserContext } from './browser.ts';
import { BrowserWindow } from './browser-window.ts';
import { getPath } from './paths.ts';

type Filter = { readonly extensions: readonly string[] };
type OpenOptions = { readonly properties?: readonly string[]; readonly filters?: readonly Filter[] };
type SaveOptions = { readonly defaultPath?: string };
type BoxOptions = {
  readonly title?: string;
  readonly message: string;
  readonly detail?: string;
  readonly buttons?: readonly string[];
  readonly cancelId?: number;
};

export const dialog = {
  async showOpenDialog(...given: readonly unknown[]): Promise<{ canceled: boolean; filePaths: string[] }> {
    const { properties = [], filters = [] } = given.at(-1) as OpenOptions;
    const window = (given.length > 1 ? given[0] : BrowserWindow.getAllWindows()[0]) as
      | BrowserWindow
      | undefined;
    const filePaths = window === undefined ? [] : await choose(window, properties, filters);
    return { canceled: filePaths.length === 0, filePaths };
  },

  async showSaveDialog(...given: readonly unknown[]): Promise<{ canceled: boolean; filePath: string }> {
    const { defaultPath = 'file' } = given.at(-1) as SaveOptions;
    const folder = getPath('downloads');
    mkdirSync(folder, { recursive: true });
    return { canceled: false, filePath: freeName(folder, basename(defaultPath)) };
  },

  async showMessageBox(
    ...given: readonly unknown[]
  ): Promise<{ response: number; checkboxChecked: boolean }> {
    return { response: await ask(given.at(-1) as BoxOptions), checkboxChecked: false };
  },

  showErrorBox(title: string, content: string): void {
    process.stderr.write(`${title}\n${content}\n`);
  },
};

function freeName(folder: string, name: string): string {
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  for (let number = 0; ; number += 1) {
    const path = join(folder, number === 0 ? name : `${stem} (${number})${ending}`);
    if (!existsSync(path)) return path;
  }
}

async function choose(
  window: BrowserWindow,
  properties: readonly string[],
  filters: readonly Filter[],
): Promise<string[]> {
  const { cdp } = window.webContents;
  const folder = properties.includes('openDirectory');
  const accept = filters.flatMap(({ extensions }) => extensions).map((extension) => `.${extension}`);
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const { executionContextId } = await cdp.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'stand-in-dialog',
  });
  const options = JSON.stringify({
    multiple: properties.includes('multiSelections'),
    accept: accept.join(','),
    folder,
  });
  const chosen = await cdp.send('Runtime.evaluate', {
    contextId: executionContextId,
    userGesture: true,
    awaitPromise: true,
    expression: `(({ multiple, accept, folder }) => new Promise((resolve) => {
      const input = Object.assign(document.createElement('input'), { type: 'file', multiple, accept });
      if (folder) input.webkitdirectory = true;
      input.addEventListener('change', () => resolve([...input.files]));
      input.addEventListener('cancel', () => resolve([]));
      input.click();
    }))(${options})`,
  });
  const { objectId } = chosen.result;
  if (objectId === undefined) return [];
  const { result } = await cdp.send('Runtime.getProperties', { objectId, ownProperties: true });
  const paths: string[] = [];
  for (const { name, value } of result) {
    if (!/^\d+$/.test(name) || value?.objectId === undefined) continue;
    paths.push(await pathOf(cdp, value.objectId));
  }
  return folder ? paths.slice(0, 1).map(dirname) : paths;
}

/** Files that a test hands over from another process have no path here: their content gets one. */
async function pathOf(cdp: CDPSession, objectId: string): Promise<string> {
  const { path } = await cdp.send('DOM.getFileInfo', { objectId });
  if (path !== '') return path;
  const { result } = await cdp.send('Runtime.callFunctionOn', {
    objectId,
    awaitPromise: true,
    returnByValue: true,
    functionDeclaration: `async function () {
      const reader = new FileReader();
      const read = new Promise((resolve) => reader.addEventListener('load', resolve));
      reader.readAsDataURL(this);
      await read;
      return [this.name, reader.result.slice(reader.result.indexOf(',') + 1)];
    }`,
  });
  const [name, content] = result.value as [string, string];
  const copy = join(mkdtempSync(join(tmpdir(), 'stand-in-files-')), name);
  writeFileSync(copy, Buffer.from(content, 'base64'));
  return copy;
}

async function ask({
  title = '',
  message,
  detail = '',
  buttons = ['OK'],
  cancelId,
}: BoxOptions): Promise<number> {
  const closed = cancelId ?? buttons.length - 1;
  if (browserContext() === undefined) return closed;
  const page = await anotherPage();
  const answered = Promise.withResolvers<number>();
  page.on('close', () => answered.resolve(closed));
  // Not Playwright's own way, which asks every page, also one that has just crashed.
  const cdp = await page.context().newCDPSession(page);
  cdp.on('Runtime.bindingCalled', ({ payload }) => answered.resolve(Number(payload)));
  await cdp.send('Runtime.enable');
  await cdp.send('Runtime.addBinding', { name: 'standInAnswer' });
  await page.setContent(boxPage(title, message, detail, buttons));
  const place = await answered.promise;
  await page.close().catch(() => undefined);
  return place;
}

function boxPage(title: string, message: string, detail: string, buttons: readonly string[]): string {
  const choices = buttons
    .map((text, place) => `<button onclick="standInAnswer('${place}')">${escaped(text)}</button>`)
    .join(' ');
  return `<!doctype html><meta charset="utf-8"><title>${escaped(title)}</title>
    <body style="font: 15px sans-serif; margin: 32px; max-width: 560px">
    <h1 style="font-size: 18px">${escaped(message)}</h1><p>${escaped(detail)}</p><p>${choices}</p>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

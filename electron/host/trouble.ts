// When the program cannot begin as it should: what happened and the ways on, in words, before or beside the window.
import type { App, BrowserWindow, Dialog } from 'electron';
import { hostText, type TroubleText } from '#shared/text/zh-CN/host.ts';

export type TroubleKind = keyof typeof hostText.trouble;

/** Answers which of the ways was chosen, by its place; the last one when the box was closed. */
export async function tellTrouble(
  dialog: Pick<Dialog, 'showMessageBox'>,
  kind: TroubleKind,
  window?: BrowserWindow,
): Promise<number> {
  const text: TroubleText = hostText.trouble[kind];
  const options = {
    type: 'warning' as const,
    title: hostText.product,
    message: text.what,
    detail: text.todo,
    buttons: [...text.ways],
    defaultId: 0,
    cancelId: text.ways.length - 1,
    noLink: true,
  };
  const { response } =
    window === undefined
      ? await dialog.showMessageBox(options)
      : await dialog.showMessageBox(window, options);
  return response;
}

/** When nothing else can be shown any more. */
export function giveUp(app: Pick<App, 'exit'>, dialog: Pick<Dialog, 'showErrorBox'>): void {
  const { what, todo } = hostText.trouble.windowFails;
  dialog.showErrorBox(what, todo);
  app.exit(1);
}

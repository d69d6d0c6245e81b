// Printing of what the window shows, by the print styles of the page. Documents are laid out by the page; paper and margins stand there.
import type { BrowserWindow } from 'electron';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { SavedFile } from './dialogs.ts';
import type { HostHandlers } from './ipc-bridge.ts';

export type PrinterPorts = {
  window(): BrowserWindow | undefined;
  save(fileName: string, content: Uint8Array): Promise<Result<SavedFile>>;
};

export function printer({
  window,
  save,
}: PrinterPorts): Pick<HostHandlers, 'host.print' | 'host.printToPdf'> {
  return {
    'host.print': () =>
      new Promise((resolve) => {
        const present = window();
        if (present === undefined) resolve(ok({ printed: false }));
        else {
          present.webContents.print({ printBackground: true, pageSize: 'A4' }, (printed) =>
            resolve(ok({ printed })),
          );
        }
      }),

    async 'host.printToPdf'({ fileName }) {
      const present = window();
      if (present === undefined) return err({ code: 'internal' });
      const pdf = await present.webContents.printToPDF({
        pageSize: 'A4',
        printBackground: true,
        preferCSSPageSize: true,
        generateTaggedPDF: true,
      });
      return save(/\.pdf$/i.test(fileName) ? fileName : `${fileName}.pdf`, pdf);
    },
  };
}

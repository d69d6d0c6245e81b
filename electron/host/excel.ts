// Lists into files and records out of one: the host asks where, the local side reads and writes.
import { basename, parse } from 'node:path';
import { exportOutput, importNotes } from '#shared/contract/excel.ts';
import { importPreviews } from '#shared/contract/host.ts';
import { queries } from '#shared/contract/ipc.ts';
import { lists } from '#shared/domain/lists.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { hostText } from '#shared/text/zh-CN/host.ts';
import type { FileDialogs } from './dialogs.ts';
import type { HostHandlers } from './ipc-bridge.ts';

export type ExcelPorts = {
  readonly dialogs: Pick<FileDialogs, 'saveWhere' | 'openWhich'>;
  local(name: string, input: unknown): Promise<Result<unknown>>;
};

const excelFiles = [{ name: hostText.excelFiles, extensions: ['xlsx'] }];
const fileNames: ReadonlyMap<string, string> = new Map(
  lists.flatMap(({ name, export: exported }) => (exported === null ? [] : [[name, exported.file]])),
);
const notSaved = { saved: false, fileName: null };

export function excelCalls({
  dialogs,
  local,
}: ExcelPorts): Pick<
  HostHandlers,
  | 'host.importRecords'
  | 'host.saveImportTemplate'
  | 'host.saveImportNotes'
  | 'host.exportList'
  | 'host.exportMessages'
  | 'host.exportYearEnd'
> {
  return {
    async 'host.importRecords'({ of }) {
      const path = await dialogs.openWhich(excelFiles);
      if (path === undefined) return ok({ preview: null, fileName: null });
      const read = await local(`${of}.importPreview`, { path });
      if (!read.ok) return read;
      return ok({ preview: importPreviews.parse(read.value), fileName: basename(path) });
    },
    async 'host.saveImportTemplate'({ of }) {
      const path = await dialogs.saveWhere(hostText.templateFileNames[of]);
      if (path === undefined) return ok(notSaved);
      const written = await local(`${of}.importTemplate`, { path });
      return written.ok ? ok({ saved: true, fileName: basename(path) }) : written;
    },
    async 'host.saveImportNotes'({ of, token, fileName }) {
      const path = await dialogs.saveWhere(hostText.notesFileName(parse(fileName).name));
      if (path === undefined) return ok({ ...notSaved, notes: 0 });
      const written = await local(`${of}.importNotes`, { token, path });
      if (!written.ok) return written;
      const { notes } = importNotes.output.parse(written.value);
      return ok({ saved: true, fileName: basename(path), notes });
    },
    async 'host.exportList'({ name, list, ids }) {
      const path = await dialogs.saveWhere(fileNames.get(name) ?? '');
      if (path === undefined) return ok({ ...notSaved, rows: 0, unreadable: 0 });
      const written = await local(`${name}.export`, { list, ids, path });
      if (!written.ok) return written;
      const { rows, unreadable } = exportOutput.parse(written.value);
      return ok({ saved: true, fileName: basename(path), rows, unreadable });
    },
    async 'host.exportYearEnd'({ year }) {
      const path = await dialogs.saveWhere(hostText.yearEndFileName(year));
      if (path === undefined) return ok({ ...notSaved, rows: 0 });
      const written = await local('contracts.exportYearEnd', { year, path });
      if (!written.ok) return written;
      const { rows } = queries['contracts.exportYearEnd'].output.parse(written.value);
      return ok({ saved: true, fileName: basename(path), rows });
    },
    async 'host.exportMessages'(filter) {
      const path = await dialogs.saveWhere(hostText.messagesFileName);
      if (path === undefined) return ok({ ...notSaved, messages: 0 });
      const written = await local('exchange.export', { ...filter, path });
      if (!written.ok) return written;
      const { messages } = queries['exchange.export'].output.parse(written.value);
      return ok({ saved: true, fileName: basename(path), messages });
    },
  };
}

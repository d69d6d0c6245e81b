// 存为Word: the host asks where, the local side writes.
import { basename } from 'node:path';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { FileDialogs } from './dialogs.ts';
import type { HostHandlers } from './ipc-bridge.ts';

export type WordPorts = {
  readonly dialogs: Pick<FileDialogs, 'saveWhere'>;
  local(name: string, input: unknown): Promise<Result<unknown>>;
};

export function wordCalls({ dialogs, local }: WordPorts): Pick<HostHandlers, 'host.saveWord'> {
  return {
    async 'host.saveWord'({ document, fileName }) {
      const chosen = await dialogs.saveWhere(/\.docx$/i.test(fileName) ? fileName : `${fileName}.docx`);
      if (chosen === undefined) return ok({ saved: false, fileName: null });
      const path = /\.docx$/i.test(chosen) ? chosen : `${chosen}.docx`;
      const written = await local('documents.word', { document, path });
      return written.ok ? ok({ saved: true, fileName: basename(path) }) : written;
    },
  };
}

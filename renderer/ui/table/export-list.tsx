// 导出 of a list: the whole view, or the chosen rows of it, as an Excel file.
import { Button, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import type { AskInput } from '#renderer/api/calls.ts';
import { describeError, forms } from '#shared/text/index.ts';
import { tellDone, tellFailure, tellPartly } from '../states/tell.ts';
import type { Exported } from './use-record-list.ts';

const words = forms.table;

type Props = { readonly exported: Exported; readonly disabled: boolean };

export function ExportButton({ exported, disabled }: Props) {
  const [running, setRunning] = useState(false);
  const exportAll = async () => {
    setRunning(true);
    await exportView(exported, null);
    setRunning(false);
  };
  return (
    <Tooltip label={words.exportHint}>
      <Button disabled={disabled} loading={running} onClick={() => void exportAll()} variant="default">
        {words.export}
      </Button>
    </Tooltip>
  );
}

/** Null: all that is found. */
export async function exportView({ name, view }: Exported, ids: readonly string[] | null): Promise<void> {
  const answer = await ask('host.exportList', { name, list: view, ids } as AskInput<'host.exportList'>);
  if (!answer.ok) return tellFailure(words.exportFailed(describeError(answer.error)));
  const { saved, fileName, rows, unreadable } = answer.value;
  if (!saved) return;
  const file = fileName ?? '';
  if (unreadable === 0) tellDone(words.exported(rows, file));
  else tellPartly(words.exportedPartly(rows, unreadable, file));
}

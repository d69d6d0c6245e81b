// 导入 and 导出 beside 增加.
import { Button, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { tellDone, tellFailure } from '#renderer/ui/states/tell.ts';
import type { ListInput } from '#shared/contract/lists.ts';
import { describeError, plansPages } from '#shared/text/index.ts';

const { list, transfer } = plansPages;

type View = Omit<ListInput<'plans'>, 'after' | 'limit'>;
type Props = {
  /** What is shown now: that is what is exported. */
  readonly view: View;
  readonly disabled: boolean;
  readonly onImport?: () => void;
};

export function ListTools({ view, disabled, onImport }: Props) {
  const [running, setRunning] = useState(false);
  const exportAll = async () => {
    setRunning(true);
    await exportView(view, null);
    setRunning(false);
  };
  return (
    <>
      {onImport === undefined ? null : (
        <Button onClick={onImport} variant="default">
          {list.import}
        </Button>
      )}
      <Tooltip label={list.exportHint}>
        <Button disabled={disabled} loading={running} onClick={() => void exportAll()} variant="default">
          {list.export}
        </Button>
      </Tooltip>
    </>
  );
}

/** The whole view, or the chosen rows of it. */
export async function exportView(list: View, ids: readonly string[] | null): Promise<void> {
  const answer = await ask('host.exportList', { name: 'plans', list, ids: ids === null ? null : [...ids] });
  if (!answer.ok) return tellFailure(transfer.exportFailed(describeError(answer.error)));
  const { saved, fileName, rows } = answer.value;
  if (saved) tellDone(transfer.exported(rows, fileName ?? ''));
}

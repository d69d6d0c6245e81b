// 导入 and 导出 beside 增加.
import { Button, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import type { AskInput } from '#renderer/api/calls.ts';
import { describeError, plansPages } from '#shared/text/index.ts';
import { tellDone, tellFailure } from '../actions/tell.ts';

const { list, transfer } = plansPages;

type Props = {
  /** What is shown now: that is what is exported. */
  readonly view: AskInput<'host.exportPlans'>['list'];
  readonly disabled: boolean;
  readonly onImport?: () => void;
};

export function ListTools({ view, disabled, onImport }: Props) {
  const [running, setRunning] = useState(false);
  const exportView = async () => {
    setRunning(true);
    const answer = await ask('host.exportPlans', { list: view });
    setRunning(false);
    if (!answer.ok) return tellFailure(transfer.exportFailed(describeError(answer.error)));
    const { saved, fileName, rows } = answer.value;
    if (saved) tellDone(transfer.exported(rows, fileName ?? ''));
  };
  return (
    <>
      {onImport === undefined ? null : (
        <Button onClick={onImport} variant="default">
          {list.import}
        </Button>
      )}
      <Tooltip label={list.exportHint}>
        <Button disabled={disabled} loading={running} onClick={() => void exportView()} variant="default">
          {list.export}
        </Button>
      </Tooltip>
    </>
  );
}

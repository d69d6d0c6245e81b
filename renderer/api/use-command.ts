// A command as a hook. Running twice at once is the caller's mistake to make visible: the button is disabled while `running`.
import { useCallback, useRef, useState } from 'react';
import type { CommandReceipt } from '#shared/contract/ipc.ts';
import type { Result } from '#shared/kernel/result.ts';
import { command } from './bridge.ts';

export type RunCommand = {
  run(input: unknown): Promise<Result<CommandReceipt>>;
  readonly running: boolean;
};

export function useCommand(name: string): RunCommand {
  const [running, setRunning] = useState(false);
  const open = useRef(0);
  const run = useCallback(
    async (input: unknown) => {
      open.current += 1;
      setRunning(true);
      const answer = await command(name, input);
      open.current -= 1;
      if (open.current === 0) setRunning(false);
      return answer;
    },
    [name],
  );
  return { run, running };
}
